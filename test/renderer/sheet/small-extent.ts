import type { SheetRange } from "../../../shared/forms/form-sheet.js";
import type { SheetExtent } from "../../../renderer/sheet/selection.js";

/** A sheet of ten rows below two head rows and six columns; in every row the first three columns are merged, as codes are. */
export const CODED: SheetExtent = {
  firstRow: 2,
  lastRow: 11,
  lastColumn: 5,
  merge: (row, column) => (column > 2 ? undefined : range(row, 0, row, 2)),
};

/** The same without any merge. */
export const PLAIN: SheetExtent = { ...CODED, merge: () => undefined };

/** A range by its corners. */
export function range(fromRow: number, fromColumn: number, toRow: number, toColumn: number): SheetRange {
  return { from: { row: fromRow, column: fromColumn }, to: { row: toRow, column: toColumn } };
}

/** A position. */
export function at(row: number, column: number): SheetRange["from"] {
  return { row, column };
}
