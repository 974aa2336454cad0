import type { ReactNode } from "react";
import { FileDown, Printer } from "lucide-react";
import type { ZeroStyle } from "../../shared/pages/page-options.js";
import type { Pack } from "../../shared/template/pack.js";
import { Button } from "../ui/button.js";
import { OneOf } from "../ui/one-of.js";
import { Tick } from "../ui/tick.js";
import { FacesList } from "./faces-list.js";
import type { MadePreview } from "./preview-maker.js";
import { chosenForms, takesNarrative, type PrintChoice, type PrintedContent } from "./print-choice.js";
import { WORDS } from "./wording.js";

export interface PrintOptionsProps {
  readonly pack: Pack;
  readonly choice: PrintChoice;
  readonly onChoice: (choice: PrintChoice) => void;
  readonly made: MadePreview | undefined;
  readonly hasNarrative: boolean;
  /** Pages are on their way to the printer or a file. */
  readonly busy: boolean;
  readonly onBack: () => void;
  /** Absent while there is nothing finished to print. */
  readonly onPrint?: () => void;
  readonly onSavePdf?: () => void;
}

/** Everything that is chosen before printing, with what it will mean. */
export function PrintOptions(props: PrintOptionsProps): ReactNode {
  const { pack, choice, onChoice, made, hasNarrative } = props;
  return (
    <section className="print-options" aria-label={WORDS.options}>
      <div className="print-options-body">
        <OneOf<PrintedContent>
          label={WORDS.content}
          value={choice.content}
          options={contents(choice, hasNarrative)}
          onValue={(content) => onChoice({ ...choice, content })}
        />
        {choice.content === "selected" ? <Tables pack={pack} choice={choice} onChoice={onChoice} /> : null}
        <OneOf<ZeroStyle>
          label={WORDS.zeros}
          value={choice.zeros}
          options={ZERO_STYLES}
          inline
          onValue={(zeros) => onChoice({ ...choice, zeros })}
        />
        <div>
          <Tick
            label={<strong>{WORDS.signOff}</strong>}
            checked={choice.signOff}
            onChange={(signOff) => onChoice({ ...choice, signOff })}
          />
          <p className="print-note">{WORDS.signOffText}</p>
          {choice.signOff && made?.wish.signOff === true ? (
            <p className="print-fingerprint">{WORDS.fingerprint(made.fingerprint)}</p>
          ) : null}
        </div>
        {made?.draft === true ? (
          <p className="print-draft" role="status">
            {WORDS.draft}
          </p>
        ) : null}
        <FacesList pack={pack} tables={chosenForms(pack, choice).length > 0} narrative={takesNarrative(choice)} />
      </div>
      <Actions {...props} />
    </section>
  );
}

const ZERO_STYLES = (["figure", "blank", "dash"] as const).map((value) => ({ value, label: WORDS.zeroStyles[value] }));

function contents(
  { current }: PrintChoice,
  hasNarrative: boolean,
): Parameters<typeof OneOf<PrintedContent>>[0]["options"] {
  return (["current", "selected", "all", "narrative", "everything"] as const).map((value) => ({
    value,
    label: WORDS.contents[value],
    disabled: (value === "current" && current === undefined) || (takesNarrative({ content: value }) && !hasNarrative),
  }));
}

function Tables({ pack, choice, onChoice }: Pick<PrintOptionsProps, "pack" | "choice" | "onChoice">): ReactNode {
  const take = (selected: ReadonlySet<string>): void => onChoice({ ...choice, selected });
  return (
    <div className="print-tables" role="group" aria-label={WORDS.tables}>
      <div className="print-tables-all">
        <Button look="link" onClick={() => take(new Set(pack.forms.map(({ id }) => id)))}>
          {WORDS.takeAll}
        </Button>
        <Button look="link" onClick={() => take(new Set())}>
          {WORDS.takeNone}
        </Button>
      </div>
      {pack.forms.map(({ id, no, title }) => (
        <Tick
          key={id}
          label={
            <span className="print-table-name" title={title}>
              <span>{no}</span> {title}
            </span>
          }
          checked={choice.selected.has(id)}
          onChange={(taken) => {
            const others = [...choice.selected].filter((other) => other !== id);
            take(new Set(taken ? [...others, id] : others));
          }}
        />
      ))}
    </div>
  );
}

function Actions({ busy, onBack, onPrint, onSavePdf }: PrintOptionsProps): ReactNode {
  return (
    <footer className="print-actions">
      <Button
        look="primary"
        icon={<Printer size={15} aria-hidden />}
        disabled={onPrint === undefined}
        onClick={onPrint}
      >
        {WORDS.print}
      </Button>
      <Button icon={<FileDown size={15} aria-hidden />} disabled={onSavePdf === undefined} onClick={onSavePdf}>
        {WORDS.savePdf}
      </Button>
      <Button look="quiet" onClick={onBack}>
        {WORDS.back}
      </Button>
      {busy ? (
        <p className="print-note" role="status">
          {WORDS.printing}
        </p>
      ) : null}
    </footer>
  );
}
