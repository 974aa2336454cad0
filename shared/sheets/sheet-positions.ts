import { type Failure, failure } from "../failure.js";
import {
  type CellPosition,
  MAX_COLUMN,
  MAX_ROW,
  columnLetters,
  formatReference,
  parseReference,
} from "./cell-reference.js";

/** Where a cell stands. */
export interface CellPlace extends CellPosition {
  /** Its A1 reference without `$`. */
  readonly ref: string;
}

/** Where the rows and cells of a sheet stand, as its part is read from top to bottom. */
export interface SheetPositions {
  /** A row begins; without a number it stands below the one before. Gives why it cannot stand there. */
  row(number: string | undefined): Failure | undefined;
  /** The place of a cell of this row; without a reference it stands right of the one before. */
  cell(reference: string | undefined): CellPlace | Failure;
}

/** Follows the positions of one sheet. Rows and cells may stand in any order, but none twice. */
export function sheetPositions(sheet: string): SheetPositions {
  const rows = new Set<number>();
  /** The columns met so far by their letters, because nearly every reference is a known column and the row's own number. */
  const known = new Map<string, number>();
  /** For each column the row in which it was last met. */
  const lastMet = new Int32Array(MAX_COLUMN + 1);
  let row = 0;
  let digits = "0";
  let column = 0;

  const damaged = (ref: string, problem: string): Failure => failure("workbook-damaged", { sheet, ref, problem });
  const outOfRange = (ref: string): Failure => failure("workbook-row-out-of-range", { sheet, ref });

  const place = (ref: string): CellPlace | Failure => {
    if (lastMet[column] === row) return damaged(ref, "twice");
    lastMet[column] = row;
    return { row, column, ref };
  };
  const findPlace = (reference: string): CellPlace | Failure => {
    const found = parseReference(reference);
    if (found === undefined) {
      return /^[A-Za-z]+[0-9]+$/.test(reference) ? outOfRange(reference) : damaged(reference, "reference");
    }
    if (found.row !== row) return damaged(reference, "row");
    ({ column } = found);
    known.set(columnLetters(column), column);
    return place(formatReference(row, column));
  };

  return {
    row(number) {
      row = number === undefined ? row + 1 : /^[0-9]+$/.test(number) ? Number.parseInt(number, 10) : 0;
      column = 0;
      digits = String(row);
      if (row < 1 || row > MAX_ROW) return outOfRange(number ?? digits);
      if (rows.has(row)) return damaged(digits, "twice");
      rows.add(row);
      return undefined;
    },
    cell(reference) {
      if (reference === undefined) {
        column++;
        return column > MAX_COLUMN ? outOfRange(digits) : place(formatReference(row, column));
      }
      const seen = reference.endsWith(digits) ? known.get(reference.slice(0, -digits.length)) : undefined;
      if (seen === undefined) return findPlace(reference);
      column = seen;
      return place(reference);
    },
  };
}
