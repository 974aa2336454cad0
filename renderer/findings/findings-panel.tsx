import { CircleCheck } from "lucide-react";
import { memo, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import type { CellAddress } from "../../shared/model/address.js";
import type { Finding } from "../../shared/model/finding.js";
import type { OpenDocument } from "../session/document-store.js";
import { Button } from "../ui/button.js";
import { FindingCard } from "./finding-card.js";
import { findingKey, groupFindings, type FindingGroup } from "./finding-groups.js";
import { countFindings, isAnswered, KINDS, kindOf, type FindingKindName } from "./finding-kinds.js";
import { KIND_ICONS } from "./kind-icon.js";
import type { QuickAction } from "./quick-actions.js";
import { WORDS } from "./wording.js";

export interface FindingsPanelProps {
  readonly document: Pick<OpenDocument, "findings" | "computed" | "session">;
  /** Which kinds are shown. */
  readonly kinds: ReadonlySet<FindingKindName>;
  readonly onKinds: (kinds: ReadonlySet<FindingKindName>) => void;
  /** The finding whose cells are shown, by its key. */
  readonly current: string | undefined;
  /** Leads the eye to a finding's cells, all of them or one. */
  readonly onLook: (finding: Finding, cells: readonly CellAddress[]) => void;
  readonly onAction: (finding: Finding, action: QuickAction) => void;
}

/** Everything the checks have found, by form, each finding with its figures and what can be done about it. */
export const FindingsPanel = memo(function FindingsPanel(props: FindingsPanelProps): ReactNode {
  const { document, kinds, onKinds } = props;
  const { findings, computed } = document;
  const groups = useMemo(() => groupFindings(findings, computed.pack, kinds), [findings, computed, kinds]);
  const list = useRef<HTMLDivElement>(null);
  const { current } = props;
  useEffect(() => {
    list.current?.querySelector("[aria-current='true']")?.scrollIntoView({ block: "nearest" });
  }, [current]);
  return (
    <>
      <KindFilter findings={findings} kinds={kinds} onKinds={onKinds} />
      <div className="findings-list" ref={list}>
        {groups.length === 0 ? (
          <NothingFound hidden={findings.filter((finding) => !kinds.has(kindOf(finding)))} />
        ) : null}
        {groups.map((group) => (
          <Group key={`${group.kind} ${group.form?.id ?? ""}`} group={group} {...props} />
        ))}
      </div>
    </>
  );
});

function KindFilter({
  findings,
  kinds,
  onKinds,
}: Pick<FindingsPanelProps, "kinds" | "onKinds"> & { readonly findings: readonly Finding[] }): ReactNode {
  const counts = useMemo(() => countFindings(findings), [findings]);
  return (
    <div className="findings-filter" role="group" aria-label={WORDS.filter}>
      {KINDS.map((kind) => {
        const Icon = KIND_ICONS[kind];
        return (
          <button
            key={kind}
            type="button"
            className="kind-chip"
            data-kind={kind}
            aria-pressed={kinds.has(kind)}
            onClick={() => {
              onKinds(toggled(kinds, kind));
            }}
          >
            <Icon size={13} strokeWidth={2} aria-hidden />
            {WORDS.kinds[kind]}
            <span className="kind-chip-count">{counts[kind]}</span>
          </button>
        );
      })}
    </div>
  );
}

function toggled(kinds: ReadonlySet<FindingKindName>, kind: FindingKindName): ReadonlySet<FindingKindName> {
  const next = new Set(kinds);
  if (!next.delete(kind)) next.add(kind);
  return next;
}

/** A group shows at most so many cards at once; a workbook of another form can have thousands. */
const CARDS_AT_ONCE = 60;

function Group({
  group,
  document,
  current,
  onLook,
  onAction,
}: FindingsPanelProps & { readonly group: FindingGroup }): ReactNode {
  const [limit, setLimit] = useState(CARDS_AT_ONCE);
  const { kind, form, findings } = group;
  const wanted = findings.findIndex((finding) => findingKey(finding) === current);
  const shown = findings.slice(0, Math.max(limit, wanted + 1));
  const keys = distinctKeys(shown);
  const answered = findings.filter(isAnswered).length;
  const title = form === undefined ? WORDS.noForm : form.no === form.title ? form.title : `${form.no} ${form.title}`;
  return (
    <section className="findings-group" aria-label={`${WORDS.kinds[kind]}：${title}`}>
      <h3 className="findings-group-title">
        <span>{title}</span>
        <span className="findings-group-count" title={answered === 0 ? undefined : WORDS.dismissed(answered)}>
          {WORDS.count(findings.length)}
        </span>
      </h3>
      <ul className="findings-cards">
        {shown.map((finding, index) => (
          <FindingCard
            key={keys[index]}
            finding={finding}
            computed={document.computed}
            session={document.session}
            isCurrent={findingKey(finding) === current}
            onLook={onLook}
            onAction={onAction}
          />
        ))}
      </ul>
      {shown.length === findings.length ? null : (
        <Button
          look="quiet"
          onClick={() => {
            setLimit(limit + CARDS_AT_ONCE);
          }}
        >
          {WORDS.more(Math.min(CARDS_AT_ONCE, findings.length - shown.length))}
        </Button>
      )}
    </section>
  );
}

/** Keys that stay with their findings when one above comes or goes; equal ones are counted. */
function distinctKeys(findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const key = findingKey(finding);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return `${key}#${count}`;
  });
}

function NothingFound({ hidden }: { readonly hidden: readonly Finding[] }): ReactNode {
  const asks = hidden.some((finding) => kindOf(finding) !== "rounding");
  const text = hidden.length === 0 ? WORDS.noneText : WORDS.onlyRounding(hidden.length);
  return (
    <div className="findings-none" role="status">
      <CircleCheck size={28} strokeWidth={1.5} aria-hidden />
      <p className="findings-none-title">{asks ? WORDS.noneOfKind : WORDS.none}</p>
      <p>{asks ? WORDS.noneOfKindText : text}</p>
    </div>
  );
}
