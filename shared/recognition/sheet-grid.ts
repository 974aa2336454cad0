import { isBlank } from "../template/cell-input.js";
import type { CellRange } from "../sheets/cell-reference.js";
import { isUnbounded } from "../sheets/cell-reference.js";
import { normalised } from "./printed-text.js";
import type { SheetCell, SheetContent } from "../sheets/sheet-content.js";

/**
 * A sheet as its reader sees it: a merged area shows the text of its first cell all over. Merges over whole columns, rows or
 * sheets, and more merged rows than any form has, count as no merges, because they would make every cell the same.
 */
export interface SheetGrid {
  readonly content: SheetContent;
  readonly lastRow: number;
  readonly lastColumn: number;
  /** The merged area a cell lies in, or the cell itself. */
  area(row: number, column: number): CellRange;
  /** The cell that shows at a place: for a covered one the first of its area. */
  shown(row: number, column: number): SheetCell | undefined;
  /** What shows at a place, normalised; empty for nothing. */
  text(row: number, column: number): string;
  /** The normalised text that begins at this very place: empty inside a merged area but for its first cell. */
  own(row: number, column: number): string;
  /** The normalised text of a cell of this sheet; empty for none. */
  textOf(cell: SheetCell | undefined): string;
  /** The cells of a sheet row that hold anything, from left to right. */
  filled(row: number): readonly SheetCell[];
}

/** Looks at a sheet's content with its merges applied. */
export function sheetGrid(content: SheetContent): SheetGrid {
  const merges = mergesByRow(content.merges);
  const rows = filledByRow(content.cells);
  const texts = new Map<string, string>();

  // Asked for every cell several times: nothing is made that nobody keeps.
  function merged(row: number, column: number): CellRange | undefined {
    const ranges = merges.get(row);
    if (ranges === undefined) return undefined;
    for (const range of ranges) if (range.firstColumn <= column && column <= range.lastColumn) return range;
    return undefined;
  }
  function area(row: number, column: number): CellRange {
    return merged(row, column) ?? { firstRow: row, firstColumn: column, lastRow: row, lastColumn: column };
  }
  function shown(row: number, column: number): SheetCell | undefined {
    const range = merged(row, column);
    return range === undefined ? content.cell(row, column) : content.cell(range.firstRow, range.firstColumn);
  }
  function textOf(cell: SheetCell | undefined): string {
    if (cell === undefined || cell.type === "blank") return "";
    const known = texts.get(cell.text);
    if (known !== undefined) return known;
    const text = normalised(cell.text);
    texts.set(cell.text, text);
    return text;
  }
  return {
    content,
    lastRow: content.maxRow,
    lastColumn: content.maxColumn,
    area,
    shown,
    text: (row, column) => textOf(shown(row, column)),
    own: (row, column) => {
      const range = merged(row, column);
      const begins = range === undefined || (range.firstRow === row && range.firstColumn === column);
      return begins ? textOf(content.cell(row, column)) : "";
    },
    textOf,
    filled: (row) => rows.get(row) ?? [],
  };
}

/** The rows of a sheet that belong to one of several forms on it: what stands above and below is not there. */
export function stretchOf(grid: SheetGrid, first: number, last: number): SheetGrid {
  const isWithin = ({ row }: Pick<SheetCell, "row">): boolean => first <= row && row <= last;
  const { content } = grid;
  return {
    ...grid,
    content: { ...content, cells: content.cells.filter(isWithin) },
    lastRow: Math.min(grid.lastRow, last),
    filled: (row) => (isWithin({ row }) ? grid.filled(row) : []),
  };
}

/** The tallest merged area that is taken for one, in rows: the side label of a very long list. */
const TALLEST = 2000;

/** How many rows of merged areas are kept in mind at most, so that a hostile sheet costs no memory. */
const MERGED_ROWS = 2_000_000;

function mergesByRow(merges: readonly CellRange[]): ReadonlyMap<number, readonly CellRange[]> {
  const byRow = new Map<number, CellRange[]>();
  let kept = 0;
  for (const range of merges) {
    const height = range.lastRow - range.firstRow + 1;
    if (isUnbounded(range) || height > TALLEST || kept + height > MERGED_ROWS) continue;
    kept += height;
    for (let row = range.firstRow; row <= range.lastRow; row += 1) {
      const list = byRow.get(row);
      if (list === undefined) byRow.set(row, [range]);
      else list.push(range);
    }
  }
  return byRow;
}

/** Most texts begin with something to be seen; only the others are looked at whole. */
function showsNothing(text: string): boolean {
  const first = text.charCodeAt(0);
  const isSeen = (first > 0x20 && first < 0x7f) || (first >= 0x4e00 && first <= 0x9fff);
  return !isSeen && isBlank(text);
}

function filledByRow(cells: readonly SheetCell[]): ReadonlyMap<number, readonly SheetCell[]> {
  const byRow = new Map<number, SheetCell[]>();
  for (const cell of cells) {
    if (cell.formula === undefined && (cell.type === "blank" || (cell.type === "text" && showsNothing(cell.text))))
      continue;
    const list = byRow.get(cell.row);
    if (list === undefined) byRow.set(cell.row, [cell]);
    else list.push(cell);
  }
  for (const list of byRow.values()) {
    if (list.some((cell, index) => cell.column < (list[index - 1]?.column ?? 0)))
      list.sort((a, b) => a.column - b.column);
  }
  return byRow;
}
