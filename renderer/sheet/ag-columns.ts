import type { ColDef, CellClassParams } from "ag-grid-community";
import type { FormSheet, SheetPosition } from "../../shared/forms/form-sheet.js";
import type { CellLook, SheetContent } from "./sheet-content.js";

/** A row of the grid: only its number in the form. What stands there is read from the document when it is drawn. */
export interface GridRow {
  readonly row: number;
}

/** The column of row numbers, left of the form's own. */
export const ROW_NUMBERS = "rows";
export const ROW_NUMBERS_WIDTH = 40;

/** The id of a form's column in the grid, and back. */
export function columnId(column: number): string {
  return `c${column}`;
}

/** The form's column of a grid column; undefined for the row numbers. */
export function columnOfId(id: string): number | undefined {
  return /^c\d+$/.test(id) ? Number.parseInt(id.slice(1), 10) : undefined;
}

/** The columns of a form for the grid. `content` is asked anew at each drawing, so they stay the same through all edits. */
export function gridColumns(content: () => SheetContent, zoom: number): ColDef<GridRow>[] {
  const { sheet } = content();
  const looks = classRules(content);
  const numbers: ColDef<GridRow> = {
    colId: ROW_NUMBERS,
    headerName: "",
    width: Math.round(ROW_NUMBERS_WIDTH * zoom),
    pinned: "left",
    resizable: false,
    cellClass: "sheet-row-number",
    valueGetter: ({ data }) => (data === undefined ? "" : data.row - content().sheet.headRows + 1),
  };
  const columns = sheet.columns.map((column, index): ColDef<GridRow> => {
    const width = Math.round(screenWidth(column.width, column.content) * zoom);
    return {
      colId: columnId(index),
      headerName: headPath(sheet, index),
      width,
      minWidth: 24,
      ...(index < sheet.frozenColumns ? { pinned: "left" as const } : {}),
      cellClass: `sheet-of-${column.content}`,
      cellClassRules: looks(index),
      valueGetter: ({ data }) => (data === undefined ? "" : content().shown({ row: data.row, column: index })),
      ...(mergesAcross(sheet, index) ? { colSpan: ({ data }) => columnsCovered(content().sheet, data, index) } : {}),
    };
  });
  return [numbers, ...columns];
}

/** Whether every body row is one row tall everywhere, so that a grid of rows can show it. */
export function suitsGrid(sheet: FormSheet): boolean {
  return sheet.headRows > 0 && !sampledRows(sheet).some((row) => reachesDown(sheet, row));
}

/** Pixels of a width in Excel's character units; figures get room for eight digits with separators. */
function screenWidth(characters: number, content: string): number {
  const pixels = characters * 7.4 + 8;
  return Math.max(pixels, content === "figure" ? 100 : content === "number" ? 44 : content === "code" ? 34 : 60);
}

/** The head texts above a column from top to bottom: the column's name for people who do not see it. */
export function headPath(sheet: FormSheet, column: number): string {
  const texts: string[] = [];
  for (let row = 0; row < sheet.headRows; row += 1) {
    const cell = sheet.at(row, column);
    if (cell.kind === "label" && cell.role !== "numbers" && !texts.includes(cell.text)) texts.push(cell.text);
  }
  return texts.join(" ");
}

function mergesAcross(sheet: FormSheet, column: number): boolean {
  return sampledRows(sheet).some((row) => {
    const merge = sheet.merge(row, column);
    return merge !== undefined && merge.from.column === column && merge.to.column > column;
  });
}

function columnsCovered(sheet: FormSheet, data: GridRow | undefined, column: number): number {
  const merge = data === undefined ? undefined : sheet.merge(data.row, column);
  return merge === undefined || merge.from.column !== column ? 1 : merge.to.column - column + 1;
}

function reachesDown(sheet: FormSheet, row: number): boolean {
  return sheet.columns.some((_, column) => {
    const merge = sheet.merge(row, column);
    return merge !== undefined && merge.to.row > merge.from.row;
  });
}

/** All rows of an ordinary form; of a very long one its beginning and end, for its rows are alike. */
function sampledRows({ headRows, rowCount }: FormSheet): readonly number[] {
  const rows = Array.from({ length: Math.max(0, rowCount - headRows) }, (_, index) => headRows + index);
  return rows.length <= 400 ? rows : [...rows.slice(0, 200), ...rows.slice(-200)];
}

type LookRule = readonly [name: string, holds: (look: CellLook) => boolean];

const LOOKS: readonly LookRule[] = [
  ["sheet-label", ({ kind }) => kind === "label"],
  ["sheet-dash", ({ kind }) => kind === "dash"],
  ["sheet-new", ({ kind }) => kind === "new"],
  ["sheet-empty", ({ kind }) => kind === "empty"],
  ["sheet-input", ({ kind, isDerived }) => kind === "cell" && !isDerived],
  ["sheet-derived", ({ isDerived }) => isDerived],
  ["sheet-figure", ({ kind, content }) => kind === "cell" && content === "figure"],
  ["sheet-residual", ({ mark, severity }) => mark === "residual" && severity !== "error" && severity !== "explain"],
  ["sheet-stated", ({ mark }) => mark === "stated"],
  ["sheet-error", ({ severity }) => severity === "error"],
  ["sheet-explain", ({ severity }) => severity === "explain"],
  ["sheet-hint", ({ severity, mark }) => severity === "hint" && mark !== "residual"],
  ["sheet-rounding", ({ severity, mark }) => severity === "rounding" && mark !== "residual"],
  ["sheet-total", ({ isTotal }) => isTotal],
  ["sheet-level-1", ({ level }) => level === 1],
  ["sheet-level-2", ({ level }) => level === 2],
  ["sheet-level-3", ({ level }) => level >= 3],
];

/** Class rules of a column. The grid asks each rule by itself; the look is worked out once for all of them. */
function classRules(
  content: () => SheetContent,
): (column: number) => Record<string, (params: CellClassParams<GridRow>) => boolean> {
  let last: { readonly at: SheetPosition; readonly content: SheetContent; readonly look: CellLook } | undefined;
  const lookAt = (at: SheetPosition): CellLook => {
    const now = content();
    if (last?.content !== now || last.at.row !== at.row || last.at.column !== at.column) {
      last = { at, content: now, look: now.look(at) };
    }
    return last.look;
  };
  return (column) =>
    Object.fromEntries(
      LOOKS.map(([name, holds]) => [
        name,
        ({ data }: CellClassParams<GridRow>) => data !== undefined && holds(lookAt({ row: data.row, column })),
      ]),
    );
}

/** The class names a position has in any view. */
export function lookClasses(look: CellLook): readonly string[] {
  return LOOKS.filter(([, holds]) => holds(look)).map(([name]) => name);
}
