import type { FormSheet, SheetCell } from "../forms/form-sheet.js";
import { BORDER_POINTS, CELL_SPACE, LINE_HEIGHT, PRINTABLE_POINTS } from "./measures.js";
import { indentLevel } from "./table-rows.js";
import { linesOfText } from "./text-lines.js";

/** What a sheet's heights are reckoned from. */
export interface HeightSource {
  readonly sheet: FormSheet;
  /** What stands at a position, as printed. */
  readonly text: (cell: SheetCell) => string;
  /** Each column's share of the width in percent. */
  readonly shares: readonly number[];
}

/** How high rows come out with letters of so many points, and with the least heights of the form scaled by `scale`. */
export interface LetterSize {
  readonly points: number;
  readonly scale: number;
}

/**
 * The height in points of the rows from `first` up to `end`, as a browser lays them out. Reckoned, not measured: pages are made without
 * a screen, and whoever prints them runs no script.
 */
export function heightOfRows(
  source: HeightSource,
  [first, end]: readonly [number, number],
  { points, scale }: LetterSize,
): number {
  const { sheet } = source;
  const heights: number[] = [];
  const spanning: { readonly last: number; readonly rows: number; readonly height: number }[] = [];
  for (let row = first; row < end; row += 1) {
    let height = (sheet.row(row).height ?? 0) * scale;
    for (const { cell, rows, room } of cellsOfRow(source, row, points)) {
      const own = cellHeight(source, cell, room, points);
      if (rows === 1) height = Math.max(height, own);
      else spanning.push({ last: row - first + rows - 1, rows, height: own });
    }
    heights.push(height);
  }
  for (const { last, rows, height } of spanning) {
    const missing = height - total(heights.slice(last - rows + 1, last + 1));
    if (missing > 0) heights[last] = (heights[last] ?? 0) + missing;
  }
  return total(heights);
}

interface RoomyCell {
  readonly cell: SheetCell;
  readonly rows: number;
  /** The width of its text in ems. */
  readonly room: number;
}

/** The cells that begin in a row. */
function cellsOfRow({ sheet, shares }: HeightSource, row: number, points: number): readonly RoomyCell[] {
  const cells: RoomyCell[] = [];
  const width = PRINTABLE_POINTS[sheet.form.print.orientation].width;
  for (let column = 0; column < sheet.columns.length; column += 1) {
    const merge = sheet.merge(row, column);
    const from = merge?.from ?? { row, column };
    if (from.row !== row || from.column !== column) continue;
    const last = merge?.to.column ?? column;
    const cell = sheet.at(row, column);
    const room =
      (total(shares.slice(column, last + 1)) / 100) * (width / points) - CELL_SPACE.sides - indentLevel(cell);
    cells.push({ cell, rows: (merge?.to.row ?? row) - row + 1, room });
  }
  return cells;
}

function cellHeight({ sheet, text }: HeightSource, cell: SheetCell, room: number, points: number): number {
  const isFigure = cell.kind === "cell" && cell.content === "figure";
  const lines = isFigure ? 1 : linesOfText(text(cell), room);
  return (lines * LINE_HEIGHT + CELL_SPACE[sheet.form.print.orientation]) * points + BORDER_POINTS;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
