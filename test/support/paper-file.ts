import { formatRange } from "../../shared/sheets/cell-reference.js";
import type { PaperBook, PaperCell, PaperSheet } from "./paper-book.js";
import { part, plainWorkbook } from "./plain-workbook.js";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The bytes of a workbook on paper, written as small programs write it: texts in the cells, few styles, nothing else. */
export function paperFile(book: PaperBook): Uint8Array {
  const formats = [...new Set(book.sheets.flatMap(formatsOf))];
  const sheets = Object.fromEntries(book.sheets.map((sheet) => [escaped(sheet.name), sheetXml(sheet, formats)]));
  if (Object.keys(sheets).length < book.sheets.length) throw new Error("two sheets of one name");
  return plainWorkbook({ sheets, styles: stylesXml(formats), parts: [part("xl/workbook.xml", workbookXml(book))] });
}

function formatsOf(sheet: PaperSheet): readonly string[] {
  return [...sheet.cells()].flatMap(({ cell }) => cell.format ?? []);
}

function stylesXml(formats: readonly string[]): string {
  const codes = formats.map((code, index) => `<numFmt numFmtId="${index + 200}" formatCode="${escaped(code)}"/>`);
  const styles = formats.map((_, index) => `<xf numFmtId="${index + 200}" applyNumberFormat="1"/>`);
  return `<numFmts count="${codes.length}">${codes.join("")}</numFmts><cellXfs count="${styles.length + 1}"><xf numFmtId="0"/>${styles.join("")}</cellXfs>`;
}

function workbookXml(book: PaperBook): string {
  const sheets = book.sheets.map(({ name, state }, index) => {
    const hidden = state === "hidden" ? ` state="hidden"` : "";
    return `<sheet name="${escaped(name)}" sheetId="${index + 1}"${hidden} r:id="rId${index + 1}"/>`;
  });
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join("")}</sheets></workbook>`;
}

function sheetXml(sheet: PaperSheet, formats: readonly string[]): string {
  const rows = new Map<number, string[]>();
  for (const { row, ref, cell } of sheet.cells()) {
    const xml = cellXml(ref, cell, formats);
    if (xml === "") continue;
    const cells = rows.get(row);
    if (cells === undefined) rows.set(row, [xml]);
    else cells.push(xml);
  }
  const body = [...rows].map(([row, cells]) => `<row r="${row}">${cells.join("")}</row>`).join("");
  const ranges = sheet.merges.filter((range) => formatRange(range).includes(":"));
  const merges = ranges.map((range) => `<mergeCell ref="${formatRange(range)}"/>`);
  const merged = merges.length === 0 ? "" : `<mergeCells count="${merges.length}">${merges.join("")}</mergeCells>`;
  return `<sheetData>${body}</sheetData>${merged}`;
}

function cellXml(ref: string, { value, formula, format }: PaperCell, formats: readonly string[]): string {
  const style = format === undefined ? "" : ` s="${formats.indexOf(format) + 1}"`;
  const f = formula === undefined ? "" : `<f>${escaped(formula)}</f>`;
  if (value === undefined) return f === "" ? "" : `<c r="${ref}"${style}>${f}</c>`;
  if (typeof value === "number") return `<c r="${ref}"${style}>${f}<v>${value}</v></c>`;
  if (typeof value === "boolean") return `<c r="${ref}"${style} t="b">${f}<v>${value ? 1 : 0}</v></c>`;
  if (f !== "") return `<c r="${ref}"${style} t="str">${f}<v>${escaped(value)}</v></c>`;
  return `<c r="${ref}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
