import {
  type CellPosition,
  type CellRange,
  contains,
  formatRange,
  formatReference,
  parseRange,
} from "../sheets/cell-reference.js";
import type { RowSettings } from "./cell-settings.js";
import { writeAttribute } from "./shift-views.js";
import type { TextSplices } from "../archive/text-splices.js";
import { childOf, valueOf, type XmlTree } from "../archive/xml-tree.js";

/**
 * Refuses to set a cell that a merged range hides: only its upper left cell shows a value. Setting another one is a
 * defect of the program and throws.
 */
export function refuseHiddenCells(tree: XmlTree, settings: ReadonlyMap<number, RowSettings>): void {
  for (const element of childOf(tree.root, "mergeCells")?.children ?? []) {
    const merge = parseRange(valueOf(tree, element, "ref") ?? "");
    if (merge === undefined) continue;
    for (const row of rowsInside(merge, settings)) {
      for (const column of settings.get(row)?.keys() ?? []) {
        const isFirst = row === merge.firstRow && column === merge.firstColumn;
        if (contains(merge, row, column) && !isFirst) {
          throw new RangeError(`${formatReference(row, column)} is hidden inside the merged ${formatRange(merge)}`);
        }
      }
    }
  }
}

/** Lets the stated dimension of the sheet cover new cells. */
export function growDimension(tree: XmlTree, splices: TextSplices, made: readonly CellPosition[]): void {
  const element = childOf(tree.root, "dimension");
  if (element === undefined || made.length === 0) return;
  writeAttribute(tree, splices, element, "ref", (text) => {
    const old = parseRange(text);
    if (old === undefined) return text;
    const now = made.reduce<CellRange>(
      (range, { row, column }) => ({
        firstRow: Math.min(range.firstRow, row),
        firstColumn: Math.min(range.firstColumn, column),
        lastRow: Math.max(range.lastRow, row),
        lastColumn: Math.max(range.lastColumn, column),
      }),
      old,
    );
    return formatRange(now);
  });
}

/** The `spans` of a row with new columns in it; a row's cells must not lie outside of them. */
export function spansWith(spans: string, columns: readonly number[]): string {
  const areas = spans.split(/\s+/).map((area) => area.split(":").map(Number));
  const isCovered = (column: number): boolean =>
    areas.some(([first = 0, last = 0]) => first <= column && column <= last);
  if (columns.every(isCovered)) return spans;
  const all = [...areas.flat(), ...columns].filter(Number.isInteger);
  return `${Math.min(...all)}:${Math.max(...all)}`;
}

function rowsInside(merge: CellRange, settings: ReadonlyMap<number, RowSettings>): Iterable<number> {
  const height = merge.lastRow - merge.firstRow + 1;
  if (height > settings.size) return settings.keys();
  return Array.from({ length: height }, (_, index) => merge.firstRow + index);
}
