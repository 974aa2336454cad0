import { convert } from "../amount.js";
import { HUNDRED } from "../decimal.js";
import type { CellInput } from "../model/workbook.js";
import { type InputProblem, isAmountUnit, isBlank, isTooLarge, readCellInput } from "../template/cell-input.js";
import type { AmountUnit, Column, Unit } from "../template/pack.js";
import { displayText, formatKind } from "../sheets/cell-display.js";
import { numeric } from "../sheets/sheet-cells.js";
import type { SheetCell } from "../sheets/sheet-content.js";

/** Why a cell of a figure column holds no figure. */
export type CellProblem = InputProblem["code"] | "date" | "boolean" | "error" | "not-finite" | "formula-without-value";

/** One cell as the model takes it. */
export interface CellReading {
  /** What it holds, in the column's unit; absent for a blank. An unreadable figure keeps its text. */
  readonly input?: CellInput;
  readonly problem?: CellProblem;
  /** Whether a figure was stored as text. */
  readonly storedAsText: boolean;
}

/** What reading one cell depends on besides the cell. */
export interface CellFrame {
  readonly column: Column;
  /** The unit of this cell in the model. */
  readonly unit: Unit | undefined;
  /** The unit of money its sheet prints. */
  readonly printed: AmountUnit | undefined;
  readonly date1904: boolean;
}

/** Reads a cell of a table's column. Numbers come from the text of the XML, texts as people write them. */
export function readCell(cell: SheetCell | undefined, frame: CellFrame): CellReading {
  if (cell === undefined) return NOTHING;
  const { column } = frame;
  if (cell.type === "blank") {
    const lacksValue = cell.formula !== undefined && column.kind !== "text";
    return lacksValue ? { problem: "formula-without-value", storedAsText: false } : NOTHING;
  }
  if (column.kind === "text") {
    const text = displayText(cell, frame.date1904);
    return isBlank(text) ? NOTHING : { input: { kind: "text", text }, storedAsText: false };
  }
  if (cell.type === "text") return readText(cell, frame);
  if (cell.type === "boolean") return unreadable(cell, "boolean");
  if (cell.type === "error") return unreadable(cell, "error");
  return readNumber(cell, frame);
}

/** The power of ten between a figure of the model and the number its cell stores: 元 for 万元 is 4, 0.00% is −2. */
export function storedScale(cell: SheetCell | undefined, frame: Omit<CellFrame, "date1904">): number {
  const { column, unit, printed } = frame;
  if (column.kind === "percent") return formatKind(cell?.numberFormat) === "percent" ? -2 : 0;
  if (!isAmountUnit(unit) || printed === undefined || printed === unit) return 0;
  return printed === "元" ? 4 : -4;
}

const NOTHING: CellReading = { storedAsText: false };

function readText(cell: SheetCell, frame: CellFrame): CellReading {
  const printed = isAmountUnit(frame.unit) ? (frame.printed ?? frame.unit) : frame.unit;
  const input = readCellInput(cell.text, frame.column, printed);
  if (input === undefined) return NOTHING;
  if (input.kind === "problem") return unreadable(cell, input.code);
  if (input.kind === "text") return { input, storedAsText: false };
  const { unit } = frame;
  const value = isAmountUnit(printed) && isAmountUnit(unit) ? convert(input.value, printed, unit) : input.value;
  return { input: { kind: "amount", value }, storedAsText: cell.formula === undefined };
}

function readNumber(cell: SheetCell, frame: CellFrame): CellReading {
  const number = numeric(cell);
  if (number === undefined) return unreadable(cell, "not-finite");
  if (isTooLarge(number)) return unreadable(cell, "too-large");
  const kind = formatKind(cell.numberFormat);
  if (kind === "date") return unreadable(cell, "date");
  if (kind === "percent") {
    if (frame.column.kind !== "percent") return unreadable(cell, "percent-sign");
    return { input: { kind: "amount", value: number.times(HUNDRED) }, storedAsText: false };
  }
  const { unit, printed } = frame;
  const value = isAmountUnit(unit) && printed !== undefined ? convert(number, printed, unit) : number;
  return { input: { kind: "amount", value }, storedAsText: false };
}

function unreadable(cell: SheetCell, problem: CellProblem): CellReading {
  return { input: { kind: "text", text: cell.text }, problem, storedAsText: false };
}
