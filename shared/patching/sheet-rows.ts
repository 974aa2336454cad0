import { columnNumber } from "../sheets/cell-reference.js";
import { attributeValue, isPlain, localName, TagCursor, wholeNumber } from "../archive/xml-scan.js";

/** Where an element stands in the text of a sheet; `closeStart` equals `openEnd` for `<row/>`. */
export interface ElementSpan {
  readonly name: string;
  readonly start: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly end: number;
}

/** One `<row>` of a sheet. */
export interface RowElement extends ElementSpan {
  /** Its number; a row without one stands below the row before. */
  readonly number: number;
}

/** One `<c>` of a row. */
export interface CellElement extends ElementSpan {
  /** Its column; a cell without a reference stands right of the cell before. */
  readonly column: number;
  readonly formula?: ElementSpan;
  /** Its `<v>` and `<is>` elements. */
  readonly values: readonly ElementSpan[];
}

/** The rows between the tags of `<sheetData>`, in file order. */
export function scanRows(text: string, sheetData: ElementSpan): RowElement[] {
  const rows: RowElement[] = [];
  let above = 0;
  for (const span of childSpans(text, sheetData, "row")) {
    const number = wholeNumber(attributeValue(text, openTag(span), "r")) ?? above + 1;
    above = number;
    rows.push({ ...span, number });
  }
  return rows;
}

/** The cells of a row, in file order. */
export function scanCells(text: string, row: ElementSpan): CellElement[] {
  const cells: CellElement[] = [];
  let left = 0;
  for (const span of childSpans(text, row, "c")) {
    const letters = /^[A-Za-z]{1,3}/.exec(attributeValue(text, openTag(span), "r") ?? "")?.[0] ?? "";
    const column = columnNumber(letters) ?? left + 1;
    left = column;
    cells.push({ ...span, column, ...cellParts(text, span) });
  }
  return cells;
}

/** The start tag of an element. */
export function openTag(span: ElementSpan): { readonly start: number; readonly end: number } {
  return { start: span.start, end: span.openEnd };
}

function cellParts(text: string, cell: ElementSpan): { formula?: ElementSpan; values: ElementSpan[] } {
  const values: ElementSpan[] = [];
  if (cell.openEnd === cell.closeStart) return { values };
  let formula: ElementSpan | undefined;
  for (const span of childSpans(text, cell)) {
    const local = localName(span.name);
    if (local === "f") formula ??= span;
    else if (local === "v" || local === "is") values.push(span);
  }
  return formula === undefined ? { values } : { formula, values };
}

/** The elements right below another one; of one local name, which then never hold themselves, if it is given. */
function childSpans(text: string, parent: ElementSpan, local?: string): ElementSpan[] {
  const found: ElementSpan[] = [];
  const cursor = new TagCursor(text, parent.openEnd, parent.closeStart);
  const leaps = local !== undefined && isPlain(text, parent.openEnd, parent.closeStart);
  while (cursor.next()) {
    const { name, kind, start, end: openEnd } = cursor;
    const isWanted = local === undefined || localName(name) === local;
    if (kind === "open") cursor.toEnd(leaps && isWanted);
    if (isWanted)
      found.push({ name, start, openEnd, closeStart: kind === "open" ? cursor.start : openEnd, end: cursor.end });
  }
  return found;
}
