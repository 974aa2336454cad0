/** The last row Excel has. */
export const MAX_ROW = 1_048_576;

/** The last column Excel has: XFD. */
export const MAX_COLUMN = 16_384;

/** One cell of a sheet by row and column, both counted from 1. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, edges included, counted from 1. Whole columns reach from row 1 to {@link MAX_ROW}. */
export interface CellRange {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

const CELL = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$/;
const COLUMNS = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/;
const ROWS = /^\$?([0-9]{1,7}):\$?([0-9]{1,7})$/;

/** Reads `B12` or `$B$12`; undefined for anything else, also for a row or column that Excel does not have. */
export function parseReference(text: string): CellPosition | undefined {
  const match = CELL.exec(text);
  if (match === null) return undefined;
  const column = columnNumber(match[1] ?? "");
  const row = Number.parseInt(match[2] ?? "", 10);
  return column === undefined || row < 1 || row > MAX_ROW ? undefined : { row, column };
}

/** Writes a position as A1 text without `$`: row 12, column 2 → `B12`. */
export function formatReference(row: number, column: number): string {
  return columnLetters(column) + String(row);
}

/**
 * Reads `A1:C3`, one cell `A1`, whole columns `A:C` or whole rows `1:3`, with or without `$`, corners in any order;
 * undefined for anything else, also beyond Excel's last row or column.
 */
export function parseRange(text: string): CellRange | undefined {
  const columns = COLUMNS.exec(text);
  if (columns !== null) {
    return rectangle(1, columnNumber(columns[1] ?? ""), MAX_ROW, columnNumber(columns[2] ?? ""));
  }
  const rows = ROWS.exec(text);
  if (rows !== null)
    return rectangle(Number.parseInt(rows[1] ?? "", 10), 1, Number.parseInt(rows[2] ?? "", 10), MAX_COLUMN);
  const colon = text.indexOf(":");
  const first = parseReference(colon < 0 ? text : text.slice(0, colon));
  const last = colon < 0 ? first : parseReference(text.slice(colon + 1));
  return rectangle(first?.row, first?.column, last?.row, last?.column);
}

/** Writes a range as A1 text without `$`; one cell as `A1`, whole columns as `A1:C1048576`. */
export function formatRange(range: CellRange): string {
  const first = formatReference(range.firstRow, range.firstColumn);
  const last = formatReference(range.lastRow, range.lastColumn);
  return first === last ? first : `${first}:${last}`;
}

/** Whether the range reaches over all rows of its columns or all columns of its rows. */
export function isUnbounded(range: CellRange): boolean {
  const allRows = range.firstRow === 1 && range.lastRow === MAX_ROW;
  const allColumns = range.firstColumn === 1 && range.lastColumn === MAX_COLUMN;
  return allRows || allColumns;
}

/** Whether the cell lies inside the range. */
export function contains(range: CellRange, row: number, column: number): boolean {
  return row >= range.firstRow && row <= range.lastRow && column >= range.firstColumn && column <= range.lastColumn;
}

/** The number of a column by its letters: `A` → 1, `XFD` → 16384; undefined for other text or beyond XFD. */
export function columnNumber(letters: string): number | undefined {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return undefined;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column > MAX_COLUMN ? undefined : column;
}

/** The letters of a column by its number: 28 → `AB`. A number that no sheet has is a defect and throws. */
export function columnLetters(column: number): string {
  if (!Number.isInteger(column) || column < 1 || column > MAX_COLUMN) throw new RangeError(`no column ${column}`);
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

function rectangle(
  row1: number | undefined,
  column1: number | undefined,
  row2: number | undefined,
  column2: number | undefined,
): CellRange | undefined {
  if (row1 === undefined || column1 === undefined || row2 === undefined || column2 === undefined) return undefined;
  const firstRow = Math.min(row1, row2);
  const lastRow = Math.max(row1, row2);
  if (firstRow < 1 || lastRow > MAX_ROW) return undefined;
  return {
    firstRow,
    firstColumn: Math.min(column1, column2),
    lastRow,
    lastColumn: Math.max(column1, column2),
  };
}
