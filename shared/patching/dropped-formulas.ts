import { type CellPosition, contains, parseRange } from "../sheets/cell-reference.js";
import { type FormulaCell, readFormulas, readRows } from "./formula-cells.js";
import { type FormulaRewrites, rewriteShared } from "./formula-markup.js";
import type { CellElement, ElementSpan } from "./sheet-rows.js";

/** A formula that has to be written differently because others were dropped. */
export interface FormulaRewrite {
  readonly cell: CellElement;
  /** The old `<f>` element. */
  readonly element: ElementSpan;
  /** The new one; empty where the formula goes. */
  readonly markup: string;
}

/**
 * What dropping the formulas of some cells does to others: the next cell of a shared formula takes over the text that
 * its master held; an array formula is dissolved into the values it shows, because no part of it can be changed alone.
 */
export function rewritesAfterDropping(
  text: string,
  sheetData: ElementSpan,
  dropped: readonly CellPosition[],
): FormulaRewrite[] {
  if (dropped.length === 0 || !/<(?:[\w.-]+:)?f\s[^>]*(?:shared|array|dataTable)/.test(text)) return [];
  const formulas = readFormulas(text, readRows(text, sheetData));
  const rewrites: FormulaRewrites = new Map();
  const places = new Set(dropped.map(({ row, column }) => `${row}/${column}`));
  const isDropped = ({ row, column }: CellPosition): boolean => places.has(`${row}/${column}`);
  for (const group of formulas.shared) {
    const now = group.members.map((cell) => ({ cell, place: isDropped(cell) ? undefined : cell }));
    if (now.some(({ place }) => place === undefined)) rewriteShared(text, rewrites, group, now);
  }
  for (const cell of formulas.single) {
    if (!isDropped(cell) && isCut(cell, dropped)) rewrites.set(cell.element.start, "");
  }
  return [...formulas.single, ...formulas.shared.flatMap(({ members }) => members)].flatMap(({ cell, element }) => {
    const markup = rewrites.get(element.start);
    return markup === undefined ? [] : [{ cell, element, markup }];
  });
}

/** Whether a cell of an array or data table other than its first is dropped. */
function isCut(cell: FormulaCell, dropped: readonly CellPosition[]): boolean {
  const range = cell.kind === "plain" ? undefined : parseRange(cell.ref ?? "");
  return range !== undefined && dropped.some(({ row, column }) => contains(range, row, column));
}
