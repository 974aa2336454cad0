import type { SheetPosition, SheetRange } from "../../shared/forms/form-sheet.js";
import {
  extendTo,
  isCovered,
  isSingle,
  rangeOf,
  selectAt,
  within,
  type Selection,
  type SheetExtent,
} from "./selection.js";

/** One step in a direction: −1, 0 or 1 rows and columns. */
export interface Direction {
  readonly rows: -1 | 0 | 1;
  readonly columns: -1 | 0 | 1;
}

/** An arrow key: one position further than the active one, or with Shift one further than the moving corner. */
export function step(extent: SheetExtent, selection: Selection, direction: Direction, extending: boolean): Selection {
  const from = extending ? selection.head : selection.active;
  const { from: first, to: last } = rangeOf(extent, from);
  const to = {
    row: direction.rows > 0 ? last.row + 1 : direction.rows < 0 ? first.row - 1 : from.row,
    column: direction.columns > 0 ? last.column + 1 : direction.columns < 0 ? first.column - 1 : from.column,
  };
  return moveTo(extent, selection, to, extending);
}

/** Ctrl + arrow: to the edge of the block of filled positions, or over blanks to the next filled one, as in Excel. */
export function jump(
  extent: SheetExtent,
  selection: Selection,
  direction: Direction,
  extending: boolean,
  isFilled: (at: SheetPosition) => boolean,
): Selection {
  const from = extending ? selection.head : selection.active;
  const next = (at: SheetPosition): SheetPosition => ({
    row: at.row + direction.rows,
    column: at.column + direction.columns,
  });
  const isInside = (at: SheetPosition): boolean => {
    const inner = within(extent, at);
    return inner.row === at.row && inner.column === at.column;
  };
  const hasContent = (at: SheetPosition): boolean => isInside(at) && isFilled(at);
  let at = from;
  if (hasContent(at) && hasContent(next(at))) {
    while (hasContent(next(at))) at = next(at);
  } else {
    at = next(at);
    while (isInside(at) && !hasContent(at)) at = next(at);
  }
  return moveTo(extent, selection, at, extending);
}

/** A whole screen up or down. */
export function page(extent: SheetExtent, selection: Selection, rows: number, extending: boolean): Selection {
  const from = extending ? selection.head : selection.active;
  return moveTo(extent, selection, { row: from.row + rows, column: from.column }, extending);
}

/** Home, End, and with Ctrl the sheet's first and last position. */
export function toEdge(
  extent: SheetExtent,
  selection: Selection,
  edge: "first" | "last",
  whole: boolean,
  extending: boolean,
): Selection {
  const from = extending ? selection.head : selection.active;
  const column = edge === "first" ? 0 : extent.lastColumn;
  const row = whole ? (edge === "first" ? extent.firstRow : extent.lastRow) : from.row;
  return moveTo(extent, selection, { row, column }, extending);
}

/**
 * Enter and Tab. Within a selection of several positions they go round in it, through several ranges in their order; else they
 * move on, and Enter after a run of Tabs goes back below the column where the run began.
 */
export function advance(extent: SheetExtent, selection: Selection, by: "row" | "column", back: boolean): Selection {
  const [only] = selection.ranges;
  if (selection.ranges.length > 1 || (only !== undefined && !isSingle(extent, only))) {
    return { ...selection, active: nextWithin(extent, selection, by, back) };
  }
  if (by === "column") {
    const tabColumn = selection.tabColumn ?? selection.active.column;
    const direction = { rows: 0, columns: back ? -1 : 1 } as const;
    return { ...step(extent, selection, direction, false), tabColumn };
  }
  const { from, to } = rangeOf(extent, selection.active);
  const column = selection.tabColumn ?? selection.active.column;
  return selectAt(extent, { row: back ? from.row - 1 : to.row + 1, column });
}

function moveTo(extent: SheetExtent, selection: Selection, to: SheetPosition, extending: boolean): Selection {
  return extending ? extendTo(extent, selection, to) : selectAt(extent, to);
}

/** The position after the active one, column by column for Enter, row by row for Tab, going round at the end. */
function nextWithin(
  extent: SheetExtent,
  { ranges, active }: Selection,
  by: "row" | "column",
  back: boolean,
): SheetPosition {
  const change = back ? -1 : 1;
  const last = ranges.length - 1;
  let index = Math.max(
    0,
    ranges.findLastIndex(({ from, to }) => holds(from, to, active)),
  );
  let place = placeIn(ranges[index], active, by) + change;
  for (;;) {
    const range = ranges[index];
    if (range === undefined) return active;
    const count = sizeOf(range).rows * sizeOf(range).columns;
    if (place >= 0 && place < count) {
      const at = positionIn(range, place, by);
      if (!isCovered(extent, at)) return at;
      place += change;
      continue;
    }
    index = back ? (index === 0 ? last : index - 1) : index === last ? 0 : index + 1;
    const next = ranges[index];
    place = back && next !== undefined ? sizeOf(next).rows * sizeOf(next).columns - 1 : 0;
  }
}

function holds(from: SheetPosition, to: SheetPosition, at: SheetPosition): boolean {
  return at.row >= from.row && at.row <= to.row && at.column >= from.column && at.column <= to.column;
}

function sizeOf({ from, to }: SheetRange): { readonly rows: number; readonly columns: number } {
  return { rows: to.row - from.row + 1, columns: to.column - from.column + 1 };
}

function placeIn(range: SheetRange | undefined, at: SheetPosition, by: "row" | "column"): number {
  if (range === undefined) return 0;
  const [row, column] = [at.row - range.from.row, at.column - range.from.column];
  return by === "row" ? column * sizeOf(range).rows + row : row * sizeOf(range).columns + column;
}

function positionIn(range: SheetRange, place: number, by: "row" | "column"): SheetPosition {
  const { rows, columns } = sizeOf(range);
  const row = by === "row" ? place % rows : Math.floor(place / columns);
  const column = by === "row" ? Math.floor(place / rows) : place % columns;
  return { row: range.from.row + row, column: range.from.column + column };
}
