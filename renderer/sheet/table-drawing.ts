import type { FormSheet, SheetPosition } from "../../shared/forms/form-sheet.js";
import { lookClasses } from "./ag-columns.js";
import type { SheetContent } from "./sheet-content.js";

/** A form drawn as a table of the page: its element, and the element of each position that begins a merge or stands alone. */
export interface DrawnTable {
  readonly element: HTMLTableElement;
  readonly cells: ReadonlyMap<string, HTMLTableCellElement>;
}

/** The key of a position among the cells of a drawn table. */
export function positionKey({ row, column }: SheetPosition): string {
  return `${row}:${column}`;
}

/**
 * Draws a form as one table with its merges in both directions, a number before each row. Texts are wrapped and rows grow with
 * them; tens of rows need no virtual drawing.
 */
export function drawTable(content: SheetContent, zoom: number): DrawnTable {
  const { sheet } = content;
  const cells = new Map<string, HTMLTableCellElement>();
  const element = document.createElement("table");
  element.className = "sheet-table";
  element.setAttribute("role", "grid");
  element.setAttribute("aria-label", sheet.form.title);
  element.setAttribute("aria-rowcount", String(sheet.rowCount));
  element.setAttribute("aria-colcount", String(sheet.columns.length));
  element.append(drawColumns(sheet, zoom), drawRows(content, cells, zoom));
  return { element, cells };
}

/** Draws one position's content anew. */
export function drawCell(cell: HTMLTableCellElement, content: SheetContent, at: SheetPosition): void {
  const look = content.look(at);
  const own = content.sheet.columns[at.column]?.content;
  const isName = look.role === "name" || (look.kind === "cell" && own === "name");
  const names = [
    "sheet-cell",
    ...lookClasses(look),
    ...(isName ? ["sheet-of-name"] : []),
    `sheet-role-${look.role || "cell"}`,
  ].join(" ");
  if (cell.className !== names) cell.className = names;
  const text = content.shown(at);
  if (cell.textContent !== text) cell.textContent = text;
}

/** What a form's table is made of besides its contents: as long as it is the same, only contents need to be drawn. */
export function geometryOf(sheet: FormSheet): string {
  const parts: string[] = [sheet.form.id];
  for (let row = 0; row < sheet.rowCount; row += 1) {
    parts.push(`/${sheet.row(row).kind}`);
    for (let column = 0; column < sheet.columns.length; column += 1) {
      const merge = sheet.merge(row, column);
      if (merge?.from.row === row && merge.from.column === column) {
        parts.push(`${column}+${merge.to.row - row}+${merge.to.column - column}`);
      }
    }
  }
  return parts.join(" ");
}

/** Pixels of a width in Excel's character units. */
function screenWidth(characters: number): number {
  return characters * 7.4 + 8;
}

function drawColumns(sheet: FormSheet, zoom: number): HTMLElement {
  const group = document.createElement("colgroup");
  const numbers = document.createElement("col");
  numbers.style.width = `${Math.round(NUMBERS * zoom)}px`;
  group.append(numbers);
  for (const { width } of sheet.columns) {
    const column = document.createElement("col");
    column.style.width = `${Math.round(screenWidth(width) * zoom)}px`;
    group.append(column);
  }
  return group;
}

function drawRows(content: SheetContent, cells: Map<string, HTMLTableCellElement>, zoom: number): DocumentFragment {
  const { sheet } = content;
  const all = document.createDocumentFragment();
  const head = document.createElement("thead");
  const body = document.createElement("tbody");
  for (let row = 0; row < sheet.rowCount; row += 1) {
    const line = drawRow(content, row, cells, zoom);
    (row < sheet.headRows ? head : body).append(line);
  }
  if (sheet.headRows > 0) all.append(head);
  all.append(body);
  return all;
}

function drawRow(
  content: SheetContent,
  row: number,
  cells: Map<string, HTMLTableCellElement>,
  zoom: number,
): HTMLTableRowElement {
  const { sheet } = content;
  const { height, kind } = sheet.row(row);
  const line = document.createElement("tr");
  line.className = `sheet-row-${kind}`;
  line.setAttribute("aria-rowindex", String(row + 1));
  line.style.height = `${Math.round(Math.max(LEAST, (height ?? 0) * POINT) * zoom)}px`;
  const number = document.createElement("th");
  number.className = "sheet-row-number";
  number.scope = "row";
  number.dataset["row"] = String(row);
  number.textContent = row < sheet.headRows ? "" : String(row - sheet.headRows + 1);
  line.append(number);
  for (let column = 0; column < sheet.columns.length; column += 1) {
    const merge = sheet.merge(row, column);
    if (merge !== undefined && (merge.from.row !== row || merge.from.column !== column)) continue;
    const cell = document.createElement("td");
    cell.setAttribute("role", "gridcell");
    cell.setAttribute("aria-colindex", String(column + 1));
    cell.id = `sheet-${sheet.form.id}-${row}-${column}`;
    cell.dataset["row"] = String(row);
    cell.dataset["column"] = String(column);
    if (merge !== undefined) {
      cell.rowSpan = merge.to.row - row + 1;
      cell.colSpan = merge.to.column - column + 1;
    }
    drawCell(cell, content, { row, column });
    cells.set(positionKey({ row, column }), cell);
    line.append(cell);
  }
  return line;
}

/** The width of the row numbers before zoom, and the least height of a row, in pixels. */
const NUMBERS = 36;
const LEAST = 26;
/** Pixels of a point at 96 dots an inch. */
const POINT = 96 / 72;
