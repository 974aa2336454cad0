import { MessageSquareText } from "lucide-react";
import { memo, useState, type ReactNode } from "react";
import type { Computed } from "../../shared/calc/computed.js";
import type { Session } from "../../shared/calc/session.js";
import type { CellAddress } from "../../shared/model/address.js";
import type { Finding } from "../../shared/model/finding.js";
import { Button } from "../ui/button.js";
import { cardText, type FindingCardText } from "./finding-card-text.js";
import { isAnswered, kindOf } from "./finding-kinds.js";
import { hasPlace } from "./finding-steps.js";
import { KIND_ICONS } from "./kind-icon.js";
import { quickActions, type QuickAction } from "./quick-actions.js";
import { WORDS } from "./wording.js";

export interface FindingCardProps {
  readonly finding: Finding;
  readonly computed: Computed;
  readonly session: Session;
  readonly isCurrent: boolean;
  readonly onLook: (finding: Finding, cells: readonly CellAddress[]) => void;
  readonly onAction: (finding: Finding, action: QuickAction) => void;
}

/** A finding's card. It says the same after most gestures: it is put into words each time and drawn only where the words changed. */
export const FindingCard = memo(function FindingCard(props: FindingCardProps): ReactNode {
  const { finding, computed, session, isCurrent, onLook, onAction } = props;
  const content = useSame({ finding, text: cardText(computed, finding), actions: quickActions(session, finding) });
  return <Card content={content} isCurrent={isCurrent} onLook={onLook} onAction={onAction} />;
});

interface CardContent {
  readonly finding: Finding;
  readonly text: FindingCardText;
  readonly actions: readonly QuickAction[];
}

/** The value of the drawing before while it says the same: plain data, compared by what it says. */
function useSame<Value>(value: Value): Value {
  const [kept, setKept] = useState(value);
  if (kept === value || JSON.stringify(kept) === JSON.stringify(value)) return kept;
  setKept(value);
  return value;
}

type CardProps = Pick<FindingCardProps, "isCurrent" | "onLook" | "onAction"> & { readonly content: CardContent };

/** One finding: what and where, both figures with the difference, the rule, the cells as links, and the quick actions. */
const Card = memo(function Card({ content, isCurrent, onLook, onAction }: CardProps): ReactNode {
  const { finding, text, actions } = content;
  const kind = kindOf(finding);
  const Icon = KIND_ICONS[kind];
  return (
    <li
      className="finding"
      data-kind={kind}
      data-answered={isAnswered(finding) ? true : undefined}
      aria-current={isCurrent ? "true" : undefined}
    >
      <button
        type="button"
        className="finding-main"
        aria-label={`${WORDS.kinds[kind]}：${text.sentence}`}
        disabled={!hasPlace(finding)}
        onClick={() => {
          onLook(finding, finding.cells);
        }}
      >
        <span className="finding-head">
          <Icon size={14} strokeWidth={2} aria-hidden />
          <span className="finding-kind">{isAnswered(finding) ? WORDS.answered : WORDS.kinds[kind]}</span>
          <span className="finding-place">{text.place}</span>
        </span>
        <span className="finding-sentence">{text.rule ?? text.sentence}</span>
      </button>
      <Figures text={text} />
      <CellLinks finding={finding} text={text} onLook={onLook} />
      {finding.remark === undefined ? null : (
        <p className="finding-remark">
          <MessageSquareText size={13} aria-hidden />
          {finding.remark}
        </p>
      )}
      {actions.length === 0 ? null : (
        <div className="finding-actions">
          {actions.map((action) => (
            <Button
              key={action.kind}
              look="plain"
              onClick={() => {
                onAction(finding, action);
              }}
            >
              {actionLabel(action, finding)}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
});

function Figures({ text: { figures } }: { readonly text: FindingCardText }): ReactNode {
  if (figures.length === 0) return null;
  return (
    <dl className="finding-figures">
      {figures.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function CellLinks({
  finding,
  text,
  onLook,
}: Pick<FindingCardProps, "finding" | "onLook"> & { readonly text: FindingCardText }): ReactNode {
  const more = finding.cells.length - text.cells.length;
  if (finding.cells.length < 2) return null;
  return (
    <ul className="finding-cells" aria-label={WORDS.cells}>
      {text.cells.map(({ at, label }) => (
        <li key={`${at.table}.${at.row}.${at.column}`}>
          <Button
            look="link"
            onClick={() => {
              onLook(finding, [at, ...finding.cells.filter((other) => other !== at)]);
            }}
          >
            {label}
          </Button>
        </li>
      ))}
      {more > 0 ? <li>{WORDS.moreCells(finding.cells.length)}</li> : null}
    </ul>
  );
}

function actionLabel(action: QuickAction, finding: Finding): string {
  switch (action.kind) {
    case "take-computed":
      return WORDS.takeComputed;
    case "drop-residual":
      return WORDS.dropResidual;
    case "answer":
      return isAnswered(finding) ? WORDS.editAnswer : WORDS.answer;
  }
}
