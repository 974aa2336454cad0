import { plain } from "../../shared/decimal.js";
import type { SheetRange } from "../../shared/forms/form-sheet.js";
import { tabbedText } from "./clipboard-block.js";
import { htmlTable, type CopiedCell } from "./clipboard-html.js";
import { isCovered, rangeOf, type SheetExtent } from "./selection.js";
import type { SheetContent } from "./sheet-content.js";

/** A copied selection in both forms that Excel, WPS and Word read. */
export interface CopiedSelection {
  readonly text: string;
  readonly html: string;
}

/**
 * The selection for the clipboard; undefined for several ranges that do not share their rows or their columns, which have no
 * shape as one block (Excel refuses them, too). Ranges side by side or below each other are put together in their order.
 */
export function copiedSelection(
  content: SheetContent,
  extent: SheetExtent,
  ranges: readonly SheetRange[],
): CopiedSelection | undefined {
  const lines = linesOf(ranges);
  if (lines === undefined) return undefined;
  const rows = lines.rows.map((row) => lines.columns.map((column) => copiedCell(content, extent, row, column)));
  return {
    text: tabbedText(rows.map((row) => row.map((cell) => cell?.text ?? ""))),
    html: htmlTable(rows),
  };
}

function copiedCell(content: SheetContent, extent: SheetExtent, row: number, column: number): CopiedCell | undefined {
  const at = { row, column };
  if (isCovered(extent, at)) return undefined;
  const { from, to } = rangeOf(extent, at);
  const figure = content.figure(at);
  const cell = content.sheet.at(row, column);
  return {
    text: content.shown(at),
    ...(figure === undefined ? {} : { number: plain(figure) }),
    isText: cell.kind === "label" && cell.role === "code",
    rows: to.row - from.row + 1,
    columns: to.column - from.column + 1,
  };
}

/** Rows and columns of the block the ranges make; undefined when they make none. */
function linesOf(
  ranges: readonly SheetRange[],
): { readonly rows: readonly number[]; readonly columns: readonly number[] } | undefined {
  const [first] = ranges;
  if (first === undefined) return undefined;
  const isSameRows = ranges.every(({ from, to }) => from.row === first.from.row && to.row === first.to.row);
  const isSameColumns = ranges.every(
    ({ from, to }) => from.column === first.from.column && to.column === first.to.column,
  );
  if (!isSameRows && !isSameColumns) return undefined;
  return {
    rows: unique((isSameRows ? [first] : ranges).flatMap(({ from, to }) => counted(from.row, to.row))),
    columns: unique((isSameColumns ? [first] : ranges).flatMap(({ from, to }) => counted(from.column, to.column))),
  };
}

function counted(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function unique(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
