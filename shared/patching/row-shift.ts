import { formatRange, MAX_ROW, parseRange, type CellRange } from "../sheets/cell-reference.js";

/** Rows put into or taken out of one sheet: what every reference to that sheet has to follow. */
export type RowShift =
  | { readonly kind: "insert"; readonly sheet: string; readonly after: number; readonly count: number }
  | { readonly kind: "remove"; readonly sheet: string; readonly first: number; readonly count: number };

/** Rows from first to last, both included, counted from 1. */
export interface RowSpan {
  readonly first: number;
  readonly last: number;
}

/** The new number of a row; undefined when it was removed or pushed beyond the last row Excel has. */
export function shiftRow(shift: RowShift, row: number): number | undefined {
  if (shift.kind === "insert") {
    const moved = row > shift.after ? row + shift.count : row;
    return moved > MAX_ROW ? undefined : moved;
  }
  if (row < shift.first) return row;
  return row < shift.first + shift.count ? undefined : row - shift.count;
}

/**
 * The new rows of a range; undefined when nothing of it is left. Rows inserted inside make it grow, rows inserted at
 * its edges do not (as Excel and LibreOffice do). A range that reaches to the last row of the sheet keeps reaching there.
 */
export function shiftSpan(shift: RowShift, span: RowSpan): RowSpan | undefined {
  if (shift.kind === "insert") {
    const first = shiftRow(shift, span.first);
    if (first === undefined) return undefined;
    return { first, last: span.last > shift.after ? Math.min(span.last + shift.count, MAX_ROW) : span.last };
  }
  const behind = shift.first + shift.count;
  if (span.first >= shift.first && span.last < behind) return undefined;
  const first = span.first < shift.first ? span.first : Math.max(span.first - shift.count, shift.first);
  if (span.last === MAX_ROW) return { first, last: MAX_ROW };
  const last = span.last < shift.first ? span.last : Math.max(span.last - shift.count, shift.first - 1);
  return { first, last };
}

/** The new place of a range; undefined when all its rows were removed. */
export function shiftRange(shift: RowShift, range: CellRange): CellRange | undefined {
  const span = shiftSpan(shift, { first: range.firstRow, last: range.lastRow });
  return span === undefined ? undefined : { ...range, firstRow: span.first, lastRow: span.last };
}

/**
 * The new text of one A1 range such as `A1:C3`; undefined when all its rows were removed. Text that is no range, and a
 * range that did not move, come back as they are.
 */
export function shiftRangeText(shift: RowShift, text: string): string | undefined {
  const range = parseRange(text);
  if (range === undefined) return text;
  const moved = shiftRange(shift, range);
  if (moved === undefined) return undefined;
  return sameRange(moved, range) ? text : formatRange(moved);
}

/** The new text of a list of ranges separated by blanks (`sqref`); undefined when none is left. */
export function shiftRangeList(shift: RowShift, text: string): string | undefined {
  const kept: string[] = [];
  for (const area of listAreas(text)) {
    const moved = shiftRangeText(shift, area);
    if (moved !== undefined) kept.push(moved);
  }
  if (kept.length === 0) return undefined;
  const joined = kept.join(" ");
  return joined === listAreas(text).join(" ") ? text : joined;
}

/** The areas of a list separated by blanks. */
export function listAreas(text: string): string[] {
  return text.split(/\s+/).filter((area) => area !== "");
}

/** Whether two ranges cover the same cells. */
export function sameRange(a: CellRange, b: CellRange): boolean {
  return (
    a.firstRow === b.firstRow &&
    a.lastRow === b.lastRow &&
    a.firstColumn === b.firstColumn &&
    a.lastColumn === b.lastColumn
  );
}

/** Whether two ranges have a cell in common. */
export function overlap(a: CellRange, b: CellRange): boolean {
  return (
    a.firstRow <= b.lastRow && b.firstRow <= a.lastRow && a.firstColumn <= b.lastColumn && b.firstColumn <= a.lastColumn
  );
}
