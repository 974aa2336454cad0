import type { FormSheet, SheetCell } from "../forms/form-sheet.js";
import { element, escapedLines, type Markup } from "./markup.js";

/** A sheet's rows on paper. */
export interface RowSource {
  readonly sheet: FormSheet;
  /** What stands at a position, as printed. */
  readonly text: (cell: SheetCell) => string;
  /** What the least heights of rows are multiplied by: a table set smaller has lower rows. */
  readonly scale: number;
  /** Whether a row stays on one page with the next one. */
  readonly isKept: (row: number) => boolean;
}

/** Rows as markup, from the first up to the second number; what is merged with rows before them goes on blank. */
export function tableRows(source: RowSource, range: readonly [number, number]): readonly Markup[] {
  const rows: Markup[] = [];
  for (let row = range[0]; row < range[1]; row += 1) {
    const { kind, height } = source.sheet.row(row);
    const style = height === undefined ? undefined : `height:${Math.round(height * source.scale * 100) / 100}pt`;
    rows.push(element("tr", { class: source.isKept(row) ? `${kind} kept` : kind, style }, cellsOf(source, row, range)));
  }
  return rows;
}

function cellsOf({ sheet, text }: RowSource, row: number, [first, end]: readonly [number, number]): readonly Markup[] {
  const cells: Markup[] = [];
  for (let column = 0; column < sheet.columns.length; column += 1) {
    const merge = sheet.merge(row, column);
    const isCovered = merge !== undefined && (Math.max(merge.from.row, first) !== row || merge.from.column !== column);
    if (isCovered) continue;
    const cell = sheet.at(row, column);
    const rowSpan = merge === undefined ? 1 : Math.min(merge.to.row + 1, end) - row;
    const columnSpan = merge === undefined ? 1 : merge.to.column - column + 1;
    const attributes = {
      class: lookOf(cell, sheet, column),
      style: indentOf(cell),
      ...(rowSpan > 1 ? { rowspan: rowSpan } : {}),
      ...(columnSpan > 1 ? { colspan: columnSpan } : {}),
    };
    const isHead = cell.kind === "label" && cell.role === "head";
    const goesOn = merge !== undefined && merge.from.row < first;
    cells.push(element(isHead ? "th" : "td", attributes, [escapedLines(goesOn ? "" : text(cell))]));
  }
  return cells;
}

/** Figures stand right, texts left, labels as their role says; sums of codes and names keep their level as indent. */
function lookOf(cell: SheetCell, sheet: FormSheet, column: number): string {
  if (cell.kind === "label") return cell.role;
  if (cell.kind === "cell") return cell.content;
  if (cell.kind === "dash") return "dash";
  return sheet.columns[column]?.content ?? "";
}

function indentOf(cell: SheetCell): string | undefined {
  const level = indentLevel(cell);
  return level > 0 ? `padding-left:${level}em` : undefined;
}

/** How many ems a cell's text is set in: names keep their level, codes beside them stand in the middle. */
export function indentLevel(cell: SheetCell): number {
  const isName = (cell.kind === "cell" && cell.content === "text") || (cell.kind === "label" && cell.role === "name");
  return isName ? cell.level : 0;
}
