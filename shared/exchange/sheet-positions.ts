import { type Failure, failure } from "../failure.js";
import { type CellPosition, MAX_COLUMN, MAX_ROW, formatReference, parseReference } from "./cell-reference.js";

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

const CANONICAL = /^[A-Z]+[1-9][0-9]*$/;

/** Follows the positions of one sheet. Rows and cells may stand in any order, but none twice. */
export function sheetPositions(sheet: string): SheetPositions {
  const rows = new Set<number>();
  const columns = new Set<number>();
  let row = 0;
  let column = 0;

  const damaged = (ref: string, problem: string): Failure => failure("workbook-damaged", { sheet, ref, problem });
  const outOfRange = (ref: string): Failure => failure("workbook-row-out-of-range", { sheet, ref });

  const locate = (reference: string | undefined): CellPosition | Failure => {
    if (reference === undefined) return { row, column: column + 1 };
    const known = parseReference(reference);
    if (known !== undefined) return known;
    return /^[A-Za-z]+[0-9]+$/.test(reference) ? outOfRange(reference) : damaged(reference, "reference");
  };

  return {
    row(number) {
      row = number === undefined ? row + 1 : /^[0-9]+$/.test(number) ? Number.parseInt(number, 10) : 0;
      column = 0;
      columns.clear();
      if (row < 1 || row > MAX_ROW) return outOfRange(number ?? String(row));
      if (rows.has(row)) return damaged(String(row), "twice");
      rows.add(row);
      return undefined;
    },
    cell(reference) {
      const place = locate(reference);
      if ("code" in place) return place;
      if (place.column > MAX_COLUMN) return outOfRange(String(row));
      if (place.row !== row) return damaged(reference ?? "", "row");
      ({ column } = place);
      const canonical = reference !== undefined && CANONICAL.test(reference);
      const ref = canonical ? reference : formatReference(row, column);
      if (columns.has(column)) return damaged(ref, "twice");
      columns.add(column);
      return { row, column, ref };
    },
  };
}
