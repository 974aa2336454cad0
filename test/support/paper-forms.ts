import type { PaperBook, PaperSheet } from "./paper-book.js";

/** The tables of the sample whose rows are codes over 类, 款 and 项. */
export const CODE_TABLES: readonly string[] = ["公开02表", "公开03表", "公开05表"];

const WORKING_SHEETS: readonly string[] = ["上年数", "说明要素"];

/** The sheets of published forms, in tab order. */
export function formsOf(book: PaperBook): readonly PaperSheet[] {
  return book.sheets.filter(({ name }) => !WORKING_SHEETS.includes(name));
}

/** The title of a form as the sample prints it. */
export function titleOf(sheet: PaperSheet): string {
  return String(sheet.get("A1").value);
}

/** Renames the forms' sheets all at once. */
export function rename(book: PaperBook, name: (now: string, index: number) => string): void {
  for (const [index, sheet] of formsOf(book).entries()) sheet.name = name(sheet.name, index);
}

/** Moves a sheet's content below another sheet's. */
export function stack(book: PaperBook, above: string, below: string): void {
  const [upper, lower] = [book.sheet(above), book.sheet(below)];
  const by = Math.max(...upper.rows.keys()) + 2;
  for (const { row, column, cell } of lower.cells()) upper.put(row + by, column, cell);
  for (const { firstRow, lastRow, ...columns } of lower.merges) {
    upper.merges.push({ ...columns, firstRow: firstRow + by, lastRow: lastRow + by });
  }
  book.remove(below);
}

/** The sheet rows of a code table that have a code in column A, from top to bottom. */
export function bodyRows(sheet: PaperSheet): readonly number[] {
  return [...sheet.cells()].flatMap(({ row, column, cell }) => (column === 1 && isCode(cell.value) ? [row] : []));
}

/** The sheet row of a code or a label. */
export function rowOf(sheet: PaperSheet, text: string): number {
  return sheet.find(text).row;
}

function isCode(value: unknown): boolean {
  return typeof value === "string" && /^\d{3,7}$/.test(value);
}
