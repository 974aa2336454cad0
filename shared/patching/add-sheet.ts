import { columnLetters, formatRange } from "../sheets/cell-reference.js";
import { type CellWrite, checkWrite, newCell } from "./cell-markup.js";
import { sameName } from "./formula-shift.js";
import { appendChild, type PackageEdit, sheetElements } from "./package-edit.js";
import { WORKSHEET_TYPE } from "../archive/part-types.js";
import { relationsPath } from "../archive/relations.js";
import { wrappingStyle } from "./wrapping-style.js";
import { escapeAttribute, prefixOf, wholeNumber } from "../archive/xml-scan.js";
import { childOf, parseTree, valueOf, type XmlTree } from "../archive/xml-tree.js";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** An ordinary sheet made from nothing, put behind all others: 上年数 or 说明要素. Column widths are in characters. */
export interface NewSheet {
  readonly name: string;
  readonly rows: readonly (readonly CellWrite[])[];
  readonly widths: readonly number[];
}

/** Names that Excel refuses: empty, longer than 31, with one of these signs, or with an apostrophe at an end. */
const BAD_NAME = /^$|^.{32}|[\\/?*[\]:\u0000-\u001f]|^'|'$/su;

/**
 * Appends a sheet to the workbook. One whose name is taken is a defect, unless it is `replacing` the sheet of that name:
 * then the old one's place among the tabs and everything that refers to it stay.
 */
export function addSheet(edit: PackageEdit, sheet: NewSheet, replacing: boolean): void {
  if (BAD_NAME.test(sheet.name)) throw new RangeError(`no name for a sheet: ${JSON.stringify(sheet.name)}`);
  const style = wrappingStyle(edit);
  const old = edit.sheets().find(({ name }) => sameName(name, sheet.name));
  if (old !== undefined) {
    if (!replacing) throw new RangeError(`there is a sheet named ${sheet.name} already`);
    edit.remove(relationsPath(old.path));
    edit.replace(old.path, worksheetPart(sheet, style));
    return;
  }
  const folder = edit.workbookPath.slice(0, edit.workbookPath.lastIndexOf("/") + 1);
  const number = firstFree((candidate) => edit.has(`${folder}worksheets/sheet${candidate}.xml`));
  edit.add(`${folder}worksheets/sheet${number}.xml`, worksheetPart(sheet, style), WORKSHEET_TYPE);
  const relation = addRelation(edit, `worksheets/sheet${number}.xml`);
  edit.edit(edit.workbookPath, (text) => withSheet(text, sheet.name, relation));
}

/** The smallest number from 1 that is not taken. */
function firstFree(isTaken: (candidate: number) => boolean): number {
  let candidate = 1;
  while (isTaken(candidate)) candidate++;
  return candidate;
}

function addRelation(edit: PackageEdit, target: string): string {
  const taken = new Set(edit.relations(edit.workbookPath).map(({ id }) => id));
  const id = `rId${firstFree((candidate) => taken.has(`rId${candidate}`))}`;
  edit.edit(relationsPath(edit.workbookPath), (text) => {
    const tree = parseTree(text);
    const name = `${prefixOf(tree.root.name)}Relationship`;
    return appendChild(tree, tree.root, `<${name} Id="${id}" Type="${RELATIONS}/worksheet" Target="${target}"/>`);
  });
  return id;
}

function withSheet(text: string, name: string, relation: string): string {
  const tree = parseTree(text);
  const sheets = childOf(tree.root, "sheets");
  if (sheets === undefined) return text;
  const ids = sheetElements(tree).map((element) => wholeNumber(valueOf(tree, element, "sheetId")) ?? 0);
  const number = Math.max(0, ...ids) + 1;
  const prefix = relationPrefix(tree);
  const own = prefix === undefined ? ` xmlns:r="${RELATIONS}"` : "";
  const attributes = `name="${escapeAttribute(name)}" sheetId="${number}"${own} ${prefix ?? "r"}:id="${relation}"`;
  return appendChild(tree, sheets, `<${prefixOf(sheets.name)}sheet ${attributes}/>`);
}

/** The prefix that the workbook's root binds to relations; undefined when it binds none. */
function relationPrefix(tree: XmlTree): string | undefined {
  const declared = tree.text
    .slice(tree.root.start, tree.root.openEnd)
    .matchAll(/\sxmlns:([\w.-]+)\s*=\s*["']([^"']*)["']/g);
  return [...declared].find(([, , namespace]) => namespace === RELATIONS)?.[1];
}

function worksheetPart(sheet: NewSheet, style: string | undefined): string {
  const width = Math.max(1, ...sheet.rows.map((row) => row.length));
  const area = formatRange({ firstRow: 1, firstColumn: 1, lastRow: Math.max(1, sheet.rows.length), lastColumn: width });
  const columns = sheet.widths.map(
    (chars, index) => `<col min="${index + 1}" max="${index + 1}" width="${chars}" customWidth="1"/>`,
  );
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}">`,
    `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="${area}"/>`,
    '<sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="14.25"/>',
    columns.length === 0 ? "" : `<cols>${columns.join("")}</cols>`,
    `<sheetData>${sheet.rows.map((row, index) => rowMarkup(row, index + 1, style)).join("")}</sheetData>`,
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" fitToHeight="0"/></worksheet>',
  ].join("");
}

function rowMarkup(row: readonly CellWrite[], number: number, style: string | undefined): string {
  const cells = row.map((value, index) => {
    if (value.kind === "blank") return "";
    checkWrite(columnLetters(index + 1) + String(number), value);
    return newCell("", number, index + 1, style, value);
  });
  return `<row r="${number}">${cells.join("")}</row>`;
}
