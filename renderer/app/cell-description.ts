import { convert } from "../../shared/amount.js";
import { derivationOf } from "../../shared/calc/derivation.js";
import { fixed, plain, type Decimal } from "../../shared/decimal.js";
import type { Computed } from "../../shared/calc/computed.js";
import type { Session } from "../../shared/calc/session.js";
import { grouped } from "../../shared/messages/figure-text.js";
import { cellText, cellWithinTable, tableText } from "../../shared/messages/place-text.js";
import type { CellAddress } from "../../shared/model/address.js";
import { LAST_YEAR_TABLE, REMARKS_TABLE, type CellInput } from "../../shared/model/workbook.js";

/** Where what stands in a cell comes from. */
export type CellSource = "computed" | "linked" | "stated" | "file" | "typed" | "blank";

/** What the formula bar says of a cell of a table; figures are texts in the unit its sheet prints. */
export interface CellDescription {
  readonly at: CellAddress;
  readonly table: string;
  readonly cell: string;
  readonly source: CellSource;
  /** All digits with the unit; undefined for texts and blank cells. */
  readonly exact: string | undefined;
  /** Whether the sheet prints fewer digits than there are. */
  readonly isRounded: boolean;
  readonly rule?: { readonly id: string; readonly title: string };
  readonly isSum: boolean;
  readonly parts: readonly CellPart[];
  readonly residual?: string;
  /** For a stated figure: what the program computes; undefined where the parts are blank. */
  readonly computed?: string;
}

/** A part of a derived cell as a link. */
export interface CellPart {
  readonly at: CellAddress;
  readonly sign: 1 | -1;
  readonly label: string;
  readonly figure: string;
}

/** The formula bar speaks of so many parts by name; the others it counts. */
export const PARTS_SHOWN = 40;

/** Describes a cell. `opening`: the session as it was when the workbook was opened, to tell the file's figures from typed ones. */
export function describeCell(
  computed: Computed,
  session: Session,
  at: CellAddress,
  opening: Session | undefined,
): CellDescription {
  const derivation = derivationOf(session, at);
  const figure = computed.figure(at);
  const text = computed.text(at);
  const mark = derivation?.mark;
  const say = (value: Decimal): string => figureText(computed, at, value);
  const calculated = mark?.kind === "stated" ? computed.derived(at)?.computed : undefined;
  return {
    at,
    ...placeOf(computed, at),
    source: sourceOf(derivation, figure ?? text, () => isFromFile(session, opening, at)),
    exact: figure === undefined ? undefined : say(figure),
    isRounded: figure !== undefined && computed.printed(at)?.equals(figure) === false,
    isSum: derivation?.isSum ?? false,
    parts:
      derivation === undefined
        ? []
        : derivation.parts.slice(0, PARTS_SHOWN).map((part) => partText(computed, at, part)),
    ...(derivation === undefined ? {} : { rule: { id: derivation.rule.id, title: derivation.rule.title } }),
    ...(mark?.kind === "residual" ? { residual: signed(say(mark.value)) } : {}),
    ...(calculated === undefined ? {} : { computed: say(calculated) }),
  };
}

/** A cell's place by printed names; the working sheets' cells go by what the pack asks for there. */
function placeOf(computed: Computed, at: CellAddress): { readonly table: string; readonly cell: string } {
  const { pack } = computed;
  if (at.table === LAST_YEAR_TABLE) {
    const item = pack.lastYear.find(({ reference }) => reference === at.row)?.item;
    return { table: pack.frame.lastYear.sheet, cell: item ?? at.row };
  }
  if (at.table === REMARKS_TABLE) {
    const place = pack.elements.find(({ id }) => id === at.row)?.place;
    return { table: pack.frame.elements.sheet, cell: place ?? at.row };
  }
  return { table: tableText(computed, at.table), cell: cellWithinTable(computed, at) };
}

function sourceOf(derivation: ReturnType<typeof derivationOf>, content: unknown, isOpened: () => boolean): CellSource {
  if (derivation?.mark?.kind === "stated") return "stated";
  if (content === undefined) return "blank";
  if (derivation !== undefined) return derivation.linked ? "linked" : "computed";
  return isOpened() ? "file" : "typed";
}

/** Whether an input is still the one the workbook was opened with. */
function isFromFile(session: Session, opening: Session | undefined, at: CellAddress): boolean {
  const [now, then] = [inputAt(session, at), opening === undefined ? undefined : inputAt(opening, at)];
  if (now === undefined || then === undefined) return false;
  if (now.kind === "amount" && then.kind === "amount") return now.value.equals(then.value);
  return now.kind === "text" && then.kind === "text" && now.text === then.text;
}

function inputAt({ plan, workbook }: Session, { table, row, column }: CellAddress): CellInput | undefined {
  const index = plan.layout.byId.get(table)?.indexOf.get(row);
  if (index !== undefined) return workbook.tables.get(table)?.rows[index]?.inputs.get(column);
  const remark = table === REMARKS_TABLE ? workbook.remarks.get(row) : undefined;
  if (remark !== undefined) return { kind: "text", text: remark };
  return workbook.tables
    .get(table)
    ?.rows.find(({ key }) => key === row)
    ?.inputs.get(column);
}

function partText(
  computed: Computed,
  whole: CellAddress,
  { at, sign }: { readonly at: CellAddress; readonly sign: 1 | -1 },
): CellPart {
  const value = computed.figure(at);
  return {
    at,
    sign,
    label: at.table === whole.table ? shortLabel(computed, whole, at) : cellText(computed, at),
    figure: value === undefined ? "" : figureText(computed, at, value),
  };
}

/** A part in the same row is named by its column, one in the same column by its row. */
function shortLabel(computed: Computed, whole: CellAddress, at: CellAddress): string {
  if (at.row === whole.row) return computed.column(at.table, at.column).name;
  if (at.column !== whole.column) return cellWithinTable(computed, at);
  const code = computed.rowCode(at.table, at.row);
  const name = computed.rowName(at.table, at.row).trim();
  return code === undefined ? name || cellWithinTable(computed, at) : `${code} ${name}`;
}

/** A figure with all its digits, at least those that are printed, in the sheet's unit. */
export function figureText(computed: Computed, at: CellAddress, value: Decimal): string {
  const [from, to] = [computed.unit(at), computed.printedUnit(at)];
  const shown = convert(value, from, to);
  const least = from === to ? computed.places(at) : 2;
  const text = shown.decimalPlaces() > least ? plain(shown) : fixed(shown, least);
  return `${grouped(text)}${to ?? ""}`;
}

function signed(text: string): string {
  return text.startsWith("-") ? text : `+${text}`;
}
