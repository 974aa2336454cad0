import { type Decimal, plain, powerOfTen, significant } from "../decimal.js";
import type { CellAddress } from "../model/address.js";
import type { CellInput } from "../model/workbook.js";
import { DASH } from "../template/cell-input.js";
import type { CellWrite } from "../patching/cell-markup.js";
import type { SheetCell } from "../sheets/sheet-content.js";
import type { RowSpot } from "./sheet-row-plan.js";

/** A cell of our tables in the file to be saved: what it must hold, and whether that is what it holds now. */
export interface PendingCell {
  readonly sheet: string;
  readonly spot: RowSpot;
  readonly column: number;
  readonly value: CellWrite;
  readonly changed: boolean;
  /** The cell whose formula, if any, stands there: the cell itself, or on an inserted row the one it was made like. */
  readonly origin?: SheetCell;
  /** The cell of a table it is; absent for labels and lines. */
  readonly address?: CellAddress;
}

/** Excel shows and keeps this many digits of a number. */
const DIGITS = 15;

/** Whether a cell need not be written: the same text, or figures that are equal in the digits Excel keeps. */
export function sameInput(now: CellInput | undefined, wanted: CellInput | undefined): boolean {
  if (now === undefined || wanted === undefined) return now === wanted;
  if (now.kind === "text" || wanted.kind === "text") {
    return now.kind === "text" && wanted.kind === "text" && now.text === wanted.text;
  }
  return sameFigure(now.value, wanted.value);
}

/** Whether two figures are one in the digits Excel keeps. */
export function sameFigure(a: Decimal, b: Decimal): boolean {
  return significant(a, DIGITS).eq(significant(b, DIGITS));
}

/** What stays although the wanted cell is blank or zero: a dash, and the zero of a sum whose parts are all blank. */
export function mayStay(now: CellInput | undefined, wanted: CellInput | undefined, isBlankSum: boolean): boolean {
  if (now?.kind === "text" && now.text === DASH) {
    return wanted === undefined || (wanted.kind === "amount" && wanted.value.isZero());
  }
  return isBlankSum && wanted === undefined && now?.kind === "amount" && now.value.isZero();
}

/** What is written for a cell: figures in the unit of their sheet, `scale` being the power of ten from the model's unit to it. */
export function writeOf(input: CellInput | undefined, scale: number, prefix = ""): CellWrite {
  if (input === undefined) return prefix === "" ? { kind: "blank" } : { kind: "text", text: prefix };
  if (input.kind === "text") return { kind: "text", text: prefix + input.text };
  return { kind: "number", text: plain(significant(input.value.times(powerOfTen(scale)), DIGITS)) };
}
