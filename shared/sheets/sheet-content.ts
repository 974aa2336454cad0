import type { CellRange } from "./cell-reference.js";

/** One `<c>` of a sheet. */
export interface SheetCell {
  /** Its A1 reference without `$`. */
  readonly ref: string;
  /** Counted from 1. */
  readonly row: number;
  /** Counted from 1. */
  readonly column: number;
  /** What it holds; for a formula the kind of its cached result. `blank` is a `<c>` without a value. */
  readonly type: "number" | "text" | "boolean" | "error" | "blank";
  /**
   * number: the text of the XML, verbatim, such as `8300.0200000000004` (see `numeric`); text: rich text joined,
   * phonetic guides left out, `_x000D_` escapes decoded, ISO dates as written; boolean: `TRUE` or `FALSE`; error: such as
   * `#DIV/0!`; blank: empty.
   */
  readonly text: string;
  /**
   * Present (test with `!== undefined`) when the cell has a formula, as stored and without `=`. The followers of a shared
   * formula hold none of their own and have the empty text here.
   */
  readonly formula?: string;
  /** The index of its cell style. */
  readonly style: number;
  /** The code of its number format, such as `0.00%`; absent when the style is unknown. */
  readonly numberFormat?: string;
}

/** The cells of a sheet, and its ranges that matter to readers. */
export interface SheetContent {
  /** All `<c>` elements in file order, blank ones included. No reference occurs twice. */
  readonly cells: readonly SheetCell[];
  /** Merged ranges as stated, never expanded. */
  readonly merges: readonly CellRange[];
  /** Ranges of data validations as stated, never expanded. */
  readonly validations: readonly CellRange[];
  /** The cell at a place, or undefined when the sheet has no `<c>` there. */
  cell(row: number, column: number): SheetCell | undefined;
  /** The last row and column of any `<c>`; 0 in an empty sheet. */
  readonly maxRow: number;
  readonly maxColumn: number;
}

/** Puts the content of a sheet together from what was read. */
export function sheetContent(
  cells: readonly SheetCell[],
  merges: readonly CellRange[],
  validations: readonly CellRange[],
): SheetContent {
  let rows: ReadonlyMap<number, readonly SheetCell[]> | undefined;
  return {
    cells,
    merges,
    validations,
    cell(row, column) {
      rows ??= byRow(cells);
      return cellOf(rows.get(row), column);
    },
    maxRow: cells.reduce((most, cell) => Math.max(most, cell.row), 0),
    maxColumn: cells.reduce((most, cell) => Math.max(most, cell.column), 0),
  };
}

/** The cells of each row from left to right. */
function byRow(cells: readonly SheetCell[]): ReadonlyMap<number, readonly SheetCell[]> {
  const rows = new Map<number, SheetCell[]>();
  const mixed = new Set<SheetCell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row === undefined) rows.set(cell.row, [cell]);
    else if (row.push(cell) > 1 && (row.at(-2)?.column ?? 0) > cell.column) mixed.add(row);
  }
  for (const row of mixed) row.sort((one, other) => one.column - other.column);
  return rows;
}

/** In a row written without gaps from its first column on, as nearly all are, a cell stands at its column's place. */
function cellOf(row: readonly SheetCell[] | undefined, column: number): SheetCell | undefined {
  if (row === undefined) return undefined;
  const usual = row[column - 1];
  if (usual?.column === column) return usual;
  let [from, to] = [0, Math.min(row.length, column)];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((row[middle]?.column ?? 0) < column) from = middle + 1;
    else to = middle;
  }
  return row[from]?.column === column ? row[from] : undefined;
}
