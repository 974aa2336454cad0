import type { SheetPosition, SheetRange } from "../../shared/forms/form-sheet.js";
import type { ClipboardBlock, ClipboardCell } from "./clipboard-block.js";
import { isCovered, within, type SheetExtent } from "./selection.js";

/** What a pasted cell is to be written to. */
export interface PastedCell extends ClipboardCell {
  readonly position: SheetPosition;
}

/** Where a block goes: each cell at its position, what is selected afterwards, and how many cells lie beyond the sheet. */
export interface PastePlan {
  readonly cells: readonly PastedCell[];
  readonly ranges: readonly SheetRange[];
  readonly beyond: number;
}

/**
 * Where a block from the clipboard goes, as Excel does it: from the first position of the selection on; repeated where the
 * selection is a multiple of the block in rows or columns, so that one value fills a range. Into several ranges it goes only
 * when it fills each of them whole; else the plan is undefined and nothing may be done.
 *
 * A form's code column covers three columns of the sheet (类 款 项). A block copied from such a sheet has them, too; one
 * copied from elsewhere has one column for the code. A block whose filled cells would land on covered positions is taken as
 * the latter: each of its columns goes to the next column that has cells of its own.
 */
export function planPaste(
  extent: SheetExtent,
  ranges: readonly SheetRange[],
  block: ClipboardBlock,
): PastePlan | undefined {
  const [height, width] = [block.length, block[0]?.length ?? 0];
  const last = ranges.at(-1);
  if (height === 0 || width === 0 || last === undefined) return undefined;
  if (ranges.length > 1 && !ranges.every((range) => fits(range, height, width))) return undefined;
  const plans = ranges.map((range) => planOne(extent, range, block));
  return {
    cells: plans.flatMap(({ cells }) => cells),
    ranges: plans.flatMap((plan) => plan.ranges),
    beyond: plans.reduce((sum, { beyond }) => sum + beyond, 0),
  };
}

function fits({ from, to }: SheetRange, height: number, width: number): boolean {
  return (to.row - from.row + 1) % height === 0 && (to.column - from.column + 1) % width === 0;
}

function planOne(extent: SheetExtent, range: SheetRange, block: ClipboardBlock): PastePlan {
  const plain = placed(extent, range, block, (column, by) => column + by);
  if (!plain.isMisplaced) return plain.plan;
  return placed(extent, range, block, (column, by) => openColumn(extent, range.from.row, column, by)).plan;
}

/** Lays the block out; `isMisplaced` when a filled cell of it falls on a position that a merge covers. */
function placed(
  extent: SheetExtent,
  { from, to }: SheetRange,
  block: ClipboardBlock,
  columnAt: (first: number, by: number) => number,
): { readonly plan: PastePlan; readonly isMisplaced: boolean } {
  const [height, width] = [block.length, block[0]?.length ?? 0];
  const [rows, columns] = [to.row - from.row + 1, to.column - from.column + 1];
  const [tall, wide] = [rows % height === 0 ? rows : height, columns % width === 0 ? columns : width];
  const cells: PastedCell[] = [];
  let beyond = 0;
  let isMisplaced = false;
  for (let down = 0; down < tall; down += 1) {
    for (let across = 0; across < wide; across += 1) {
      const cell = block[down % height]?.[across % width];
      if (cell === undefined) continue;
      const position = { row: from.row + down, column: columnAt(from.column, across) };
      if (position.row > extent.lastRow || position.column > extent.lastColumn) beyond += cell.text === "" ? 0 : 1;
      else if (!isCovered(extent, position)) cells.push({ ...cell, position });
      else if (cell.text !== "" && wide === width) isMisplaced = true;
    }
  }
  const end = within(extent, { row: from.row + tall - 1, column: columnAt(from.column, wide - 1) });
  return { plan: { cells, ranges: [{ from, to: end }], beyond }, isMisplaced };
}

/** The column `by` columns further, counting only columns whose positions in this row hold something of their own. */
function openColumn(extent: SheetExtent, row: number, first: number, by: number): number {
  let column = first;
  for (let left = by; left > 0; left -= 1) {
    column += 1;
    while (column <= extent.lastColumn && isCovered(extent, { row, column })) column += 1;
  }
  return column;
}
