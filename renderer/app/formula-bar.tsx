import {
  ArrowRightLeft,
  Calculator,
  CircleAlert,
  FileText,
  Keyboard,
  SquareDashed,
  type LucideIcon,
} from "lucide-react";
import { memo, useEffect, useRef, type ReactNode } from "react";
import type { SheetCell } from "../../shared/forms/form-sheet.js";
import type { CellAddress } from "../../shared/model/address.js";
import { Button } from "../ui/button.js";
import { Hint } from "../ui/tooltip.js";
import type { CellDescription, CellSource } from "./cell-description.js";
import { WORDS } from "./wording.js";

export interface FormulaBarProps {
  /** What stands at the active position; undefined while no sheet is shown. */
  readonly cell: SheetCell | undefined;
  /** What a cell of a table is; undefined for labels and empty places. */
  readonly description: CellDescription | undefined;
  /** The text typed or to be edited. */
  readonly text: string;
  /** Why the typed text is not taken. */
  readonly problem: string | undefined;
  /** The text is typed here as if it were typed in the cell; Enter takes it, Escape gives it up. */
  readonly onText: (text: string) => void;
  readonly onCommit: () => void;
  readonly onCancel: () => void;
  /** Whether something can be typed at the active position at all. */
  readonly editable: boolean;
  readonly onJump: (cells: readonly CellAddress[]) => void;
  /** What else there is to say of the cell, at the end of the line below. */
  readonly more?: ReactNode;
}

/** Says what the active cell is: its place, its content, and below where its figure comes from. */
export const FormulaBar = memo(function FormulaBar(props: FormulaBarProps): ReactNode {
  const { cell, description, problem, onJump } = props;
  return (
    <section className="formula-bar" aria-label={WORDS.formulaBar}>
      <div className="formula-line">
        <div className="formula-place" role="status" aria-label={WORDS.place} title={placeText(cell, description)}>
          {placeText(cell, description)}
        </div>
        <FormulaText {...props} />
      </div>
      <div className="formula-about">
        {problem === undefined ? (
          <>
            {isCode(cell) ? <span>{WORDS.codeCellHint}</span> : null}
            {description === undefined ? null : <About description={description} onJump={onJump} />}
          </>
        ) : (
          <span className="formula-problem">
            <CircleAlert size={14} aria-hidden />
            {problem}
          </span>
        )}
        {props.more === undefined ? null : <span className="formula-more">{props.more}</span>}
      </div>
    </section>
  );
});

/** The text of the active cell as a field. It keeps its own text while somebody types in it: an input method must never be overwritten. */
function FormulaText({ text, problem, editable, onText, onCommit, onCancel }: FormulaBarProps): ReactNode {
  const field = useRef<HTMLInputElement>(null);
  const composing = useRef(false);
  useEffect(() => {
    if (field.current !== null && !composing.current && field.current.value !== text) field.current.value = text;
  }, [text]);
  return (
    <input
      ref={field}
      type="text"
      className="formula-text"
      aria-label={WORDS.cellContent}
      aria-invalid={problem !== undefined}
      readOnly={!editable}
      defaultValue={text}
      onCompositionStart={() => (composing.current = true)}
      onCompositionEnd={(event) => {
        composing.current = false;
        onText(event.currentTarget.value);
      }}
      onInput={(event) => {
        if (!composing.current) onText(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter") onCommit();
        else if (event.key === "Escape") onCancel();
      }}
    />
  );
}

function placeText(cell: SheetCell | undefined, description: CellDescription | undefined): string {
  if (description !== undefined) return description.cell;
  switch (cell?.kind) {
    case "label":
      return labelText(cell);
    case "dash":
      return WORDS.dashCell;
    case "new":
      return WORDS.newCell;
    case "empty":
      return WORDS.emptyCell;
    default:
      return "";
  }
}

/** Printed texts by what they are; the code of a row is one that can be changed. */
function labelText(cell: Extract<SheetCell, { kind: "label" }>): string {
  if (isCode(cell)) return WORDS.codeCell(cell.text);
  if (cell.role === "head" || cell.role === "numbers") return WORDS.headCell;
  return cell.role === "name" ? WORDS.nameCell : WORDS.printedCell;
}

function isCode(cell: SheetCell | undefined): boolean {
  return cell?.kind === "label" && cell.role === "code" && cell.of !== undefined && cell.text !== "";
}

const SOURCE_ICONS: Readonly<Record<CellSource, LucideIcon>> = {
  computed: Calculator,
  linked: ArrowRightLeft,
  stated: CircleAlert,
  file: FileText,
  typed: Keyboard,
  blank: SquareDashed,
};

function About({
  description,
  onJump,
}: { readonly description: CellDescription } & Pick<FormulaBarProps, "onJump">): ReactNode {
  const { source, exact, isRounded, residual, computed, rule } = description;
  const Icon = SOURCE_ICONS[source];
  return (
    <>
      <span className="formula-source" data-source={source}>
        <Icon size={14} strokeWidth={1.8} aria-hidden />
        {WORDS.sources[source]}
      </span>
      {isRounded && exact !== undefined ? <Fact label={WORDS.exact} text={exact} /> : null}
      {residual === undefined ? null : <Fact label={WORDS.residual} text={residual} />}
      {computed === undefined ? null : <Fact label={WORDS.computedFigure} text={computed} />}
      {rule === undefined ? null : (
        <Hint text={`${rule.id}：${rule.title}`}>
          <span className="formula-rule" tabIndex={-1}>
            {rule.title}
          </span>
        </Hint>
      )}
      <Parts description={description} onJump={onJump} />
    </>
  );
}

function Fact({ label, text }: { readonly label: string; readonly text: string }): ReactNode {
  return (
    <span className="formula-fact">
      <span className="formula-fact-label">{label}</span>
      {text}
    </span>
  );
}

/** Longer labels of parts are cut where there is no room. */
const LONG_LABEL = 6;

function Parts({
  description,
  onJump,
}: { readonly description: CellDescription } & Pick<FormulaBarProps, "onJump">): ReactNode {
  const { parts, isSum, rule } = description;
  if (rule === undefined) return null;
  if (parts.length === 0) return <span className="formula-parts">{WORDS.noPart}</span>;
  return (
    <span className="formula-parts">
      <span className="formula-fact-label">{isSum ? "=" : WORDS.reads(parts.length)}</span>
      {parts.map(({ at, sign, label, figure }, index) => (
        <span
          key={`${at.table}.${at.row}.${at.column}`}
          className="formula-part"
          {...(label.length > LONG_LABEL ? { "data-long": true } : {})}
        >
          {isSum && (index > 0 || sign < 0) ? <span className="formula-sign">{sign < 0 ? "−" : "+"}</span> : null}
          <Button
            look="link"
            title={`${label} ${figure}`.trim()}
            onClick={() => {
              onJump([at]);
            }}
          >
            {label}
          </Button>
        </span>
      ))}
    </span>
  );
}
