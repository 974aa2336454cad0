import type { SheetPosition, SheetRange } from "../../shared/forms/form-sheet.js";
import { isCovered, type SheetExtent } from "./selection.js";

/** From where each target position of a fill gets its content. */
export interface FilledFrom {
  readonly from: SheetPosition;
  readonly to: SheetPosition;
}

/** Ctrl+D and Ctrl+R: the first row or column over the others of each range; a single row or column takes its neighbour's. */
export function planFill(
  extent: SheetExtent,
  ranges: readonly SheetRange[],
  towards: "down" | "right",
): readonly FilledFrom[] {
  return ranges.flatMap((range) => {
    const source = firstLine(extent, range, towards);
    return source === undefined ? [] : repeated(extent, source, range);
  });
}

/** The range a drag of the fill handle reaches: further down or further right, whichever way the pointer is further off. */
export function handleTarget(source: SheetRange, to: SheetPosition): SheetRange | undefined {
  const down = Math.max(0, to.row - source.to.row);
  const right = Math.max(0, to.column - source.to.column);
  if (down === 0 && right === 0) return undefined;
  return down >= right
    ? { from: source.from, to: { row: to.row, column: source.to.column } }
    : { from: source.from, to: { row: source.to.row, column: to.column } };
}

/** The source repeated over a larger range; its own positions are left out. */
export function repeated(extent: SheetExtent, source: SheetRange, target: SheetRange): readonly FilledFrom[] {
  const rows = source.to.row - source.from.row + 1;
  const columns = source.to.column - source.from.column + 1;
  const pairs: FilledFrom[] = [];
  for (let row = target.from.row; row <= target.to.row; row += 1) {
    for (let column = target.from.column; column <= target.to.column; column += 1) {
      const to = { row, column };
      const from = {
        row: source.from.row + modulo(row - source.from.row, rows),
        column: source.from.column + modulo(column - source.from.column, columns),
      };
      if ((from.row !== row || from.column !== column) && !isCovered(extent, to)) pairs.push({ from, to });
    }
  }
  return pairs;
}

function firstLine(extent: SheetExtent, { from, to }: SheetRange, towards: "down" | "right"): SheetRange | undefined {
  if (towards === "down") {
    if (to.row > from.row) return { from, to: { row: from.row, column: to.column } };
    if (from.row === extent.firstRow) return undefined;
    return { from: { row: from.row - 1, column: from.column }, to: { row: from.row - 1, column: to.column } };
  }
  if (to.column > from.column) return { from, to: { row: to.row, column: from.column } };
  if (from.column === 0) return undefined;
  return { from: { row: from.row, column: from.column - 1 }, to: { row: to.row, column: from.column - 1 } };
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
