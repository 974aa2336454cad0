import type { SheetPosition, SheetRange } from "../../shared/forms/form-sheet.js";

/** The positions that can be selected: everything below the head, and how merges cover them. */
export interface SheetExtent {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly lastColumn: number;
  merge(row: number, column: number): SheetRange | undefined;
}

/**
 * What is selected, as in Excel and WPS: one or several ranges, of which the last is worked on. `active` takes what is typed;
 * `anchor` stays where the last range began, `head` is the corner that Shift moves.
 */
export interface Selection {
  readonly ranges: readonly SheetRange[];
  readonly active: SheetPosition;
  readonly anchor: SheetPosition;
  readonly head: SheetPosition;
  /** The column a run of Tab keys began in: Enter goes back below it. */
  readonly tabColumn?: number;
}

/** One position, or the whole merge it lies in. */
export function selectAt(extent: SheetExtent, at: SheetPosition): Selection {
  return oneRange(extent, within(extent, at), within(extent, at));
}

/** From one corner to another; the first one becomes active. */
export function selectRange(extent: SheetExtent, from: SheetPosition, to: SheetPosition): Selection {
  return oneRange(extent, within(extent, from), within(extent, to));
}

/** Ranges given as they are, such as those of a finding or of an undone gesture; the last one is worked on. */
export function selectRanges(extent: SheetExtent, ranges: readonly SheetRange[]): Selection | undefined {
  const last = ranges.at(-1);
  if (last === undefined) return undefined;
  const selection = selectRange(extent, last.from, last.to);
  const others = ranges
    .slice(0, -1)
    .map(({ from, to }) => grown(extent, rectangle(within(extent, from), within(extent, to))));
  return { ...selection, ranges: [...others, ...selection.ranges] };
}

/** Shift: the last range reaches from its anchor to another position. */
export function extendTo(extent: SheetExtent, selection: Selection, to: SheetPosition): Selection {
  const head = within(extent, to);
  const { anchor, ranges } = selection;
  return { anchor, head, active: anchor, ranges: [...ranges.slice(0, -1), grown(extent, rectangle(anchor, head))] };
}

/** Ctrl: one more range beside those selected. */
export function addRange(extent: SheetExtent, selection: Selection, from: SheetPosition, to = from): Selection {
  const added = selectRange(extent, from, to);
  return { ...added, ranges: [...selection.ranges, ...added.ranges] };
}

/** Whole rows, first to last. */
export function rowsRange(extent: SheetExtent, from: number, to: number): SheetRange {
  return { from: { row: Math.min(from, to), column: 0 }, to: { row: Math.max(from, to), column: extent.lastColumn } };
}

/** Whole columns, first to last. */
export function columnsRange(extent: SheetExtent, from: number, to: number): SheetRange {
  return {
    from: { row: extent.firstRow, column: Math.min(from, to) },
    to: { row: extent.lastRow, column: Math.max(from, to) },
  };
}

/** Everything below the head; the active position stays where it is. */
export function selectAll(extent: SheetExtent, selection: Selection): Selection {
  const ranges = [columnsRange(extent, 0, extent.lastColumn)];
  return {
    ranges,
    active: selection.active,
    anchor: selection.active,
    head: { row: extent.lastRow, column: extent.lastColumn },
  };
}

/** The selection after rows came or went: the same places, pushed back into what there is. */
export function keptWithin(extent: SheetExtent, selection: Selection): Selection {
  const ranges = selection.ranges.map(({ from, to }) =>
    grown(extent, rectangle(within(extent, from), within(extent, to))),
  );
  const [active, anchor, head] = [selection.active, selection.anchor, selection.head].map((at) => within(extent, at));
  if (active === undefined || anchor === undefined || head === undefined) return selectAt(extent, selection.active);
  return { ...selection, ranges, active, anchor, head };
}

/** The position pushed into the extent. */
export function within(extent: SheetExtent, { row, column }: SheetPosition): SheetPosition {
  return {
    row: Math.max(extent.firstRow, Math.min(extent.lastRow, row)),
    column: Math.max(0, Math.min(extent.lastColumn, column)),
  };
}

/** The merge a position lies in, or the position alone. */
export function rangeOf(extent: SheetExtent, at: SheetPosition): SheetRange {
  return extent.merge(at.row, at.column) ?? { from: at, to: at };
}

/** Whether a range is one position or one merge. */
export function isSingle(extent: SheetExtent, range: SheetRange): boolean {
  return isSameRange(rangeOf(extent, range.from), range);
}

/** Whether a position lies in a range. */
export function contains({ from, to }: SheetRange, { row, column }: SheetPosition): boolean {
  return row >= from.row && row <= to.row && column >= from.column && column <= to.column;
}

export function isSamePosition(a: SheetPosition, b: SheetPosition): boolean {
  return a.row === b.row && a.column === b.column;
}

export function isSameRange(a: SheetRange, b: SheetRange): boolean {
  return isSamePosition(a.from, b.from) && isSamePosition(a.to, b.to);
}

/** Whether a position is covered by a merge that begins elsewhere: it holds nothing of its own. */
export function isCovered(extent: SheetExtent, at: SheetPosition): boolean {
  const merge = extent.merge(at.row, at.column);
  return merge !== undefined && !isSamePosition(merge.from, at);
}

/** Every position of the ranges that holds something of its own, each once, range by range and row by row. */
export function* positionsOf(extent: SheetExtent, ranges: readonly SheetRange[]): Generator<SheetPosition> {
  for (const [index, { from, to }] of ranges.entries()) {
    for (let row = from.row; row <= to.row; row += 1) {
      for (let column = from.column; column <= to.column; column += 1) {
        const at = { row, column };
        if (!isCovered(extent, at) && !ranges.slice(0, index).some((earlier) => contains(earlier, at))) yield at;
      }
    }
  }
}

function oneRange(extent: SheetExtent, from: SheetPosition, to: SheetPosition): Selection {
  const anchor = rangeOf(extent, from).from;
  return { ranges: [grown(extent, rectangle(anchor, to))], active: anchor, anchor, head: to };
}

function rectangle(a: SheetPosition, b: SheetPosition): SheetRange {
  return {
    from: { row: Math.min(a.row, b.row), column: Math.min(a.column, b.column) },
    to: { row: Math.max(a.row, b.row), column: Math.max(a.column, b.column) },
  };
}

/** The rectangle grown until no merge sticks out. A merge that sticks out crosses the border, so only the border is looked at. */
function grown(extent: SheetExtent, range: SheetRange): SheetRange {
  let now = range;
  for (;;) {
    let next = now;
    for (const at of border(extent, now)) {
      const merge = extent.merge(at.row, at.column);
      if (merge !== undefined) next = united(next, merge);
    }
    if (isSameRange(next, now)) return now;
    now = next;
  }
}

/** The border positions through which a merge could leave. At the edge of the sheet nothing can. */
function* border(extent: SheetExtent, { from, to }: SheetRange): Generator<SheetPosition> {
  for (let column = from.column; column <= to.column; column += 1) {
    yield { row: from.row, column };
    if (to.row !== from.row) yield { row: to.row, column };
  }
  for (let row = from.row + 1; row < to.row; row += 1) {
    if (from.column > 0) yield { row, column: from.column };
    if (to.column < extent.lastColumn && to.column !== from.column) yield { row, column: to.column };
  }
}

function united(a: SheetRange, b: SheetRange): SheetRange {
  return {
    from: { row: Math.min(a.from.row, b.from.row), column: Math.min(a.from.column, b.from.column) },
    to: { row: Math.max(a.to.row, b.to.row), column: Math.max(a.to.column, b.to.column) },
  };
}
