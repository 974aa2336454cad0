import type { FormSheet, SheetPart } from "../forms/form-sheet.js";

/** So many rows stay together at the end of a table: a last row alone on a page looks like an error. */
const TOGETHER = 3;

/** So many rows lead to the last ones. */
const LED = 2;

/** Rows merged with each other, beyond which a page would be torn in vain. */
const MOST_TIED_ROWS = 6;

/**
 * Where the last rows of a part begin that stay on one page, with the notes and the foot row below them: who signs never signs a page
 * without figures. Rows that cells merged over several rows tie to them belong to them. `isLow` says which rows are no text of half a page.
 */
export function lastRows(sheet: FormSheet, part: SheetPart, isLow: (from: number, end: number) => boolean): number {
  const top = part.first + part.headRows;
  let first = part.end - 1;
  while (first > top && (isTied(sheet, first) || part.end - first < TOGETHER)) {
    if (!isTied(sheet, first) && !isLow(first - 1, part.end)) break;
    first -= 1;
  }
  return first < top || part.end - first > MOST_TIED_ROWS ? part.end : first;
}

/** Whether a cell reaches into this row from above. */
export function isTied(sheet: FormSheet, row: number): boolean {
  return sheet.columns.some((_, column) => (sheet.merge(row, column)?.from.row ?? row) < row);
}

/** Whether a row stays with the one below it because a cell that is merged over both is no higher than rows kept together may be. */
export function staysWithNext(sheet: FormSheet, row: number, isLow: (from: number, end: number) => boolean): boolean {
  return sheet.columns.some((_, column) => {
    const merge = sheet.merge(row, column);
    if (merge === undefined || merge.to.row === row || merge.to.row - merge.from.row >= MOST_TIED_ROWS) return false;
    return isLow(merge.from.row, merge.to.row + 1);
  });
}

/**
 * Whether a row stays with the form's last rows: where these are a part without a head of its own, such as a row of sums, the last rows
 * of the part before say on the same page what is summed, below their head.
 */
export function leadsToEnd(sheet: FormSheet, row: number, isLow: (from: number, end: number) => boolean): boolean {
  const [part, last] = sheet.parts.slice(-2);
  if (part === undefined || last === undefined || last.headRows > 0 || part.block !== last.block) return false;
  const from = Math.max(part.first + part.headRows, part.end - LED);
  return row >= from && row < part.end && last.end - last.first <= TOGETHER && isLow(from, last.end);
}
