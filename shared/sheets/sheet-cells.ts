import { type Result, refusal, success } from "../result.js";
import { type CellList, cellList } from "./cell-list.js";
import type { SheetPart, WorkbookPackage } from "./package.js";
import { type SheetContent, sheetContent } from "./sheet-content.js";
import { readByPatterns } from "./sheet-patterns.js";
import { sheetRanges } from "./sheet-ranges.js";
import { sheetReader } from "./sheet-xml.js";
import { exactText, xmlEncoding } from "../archive/xml-encoding.js";
import { type XmlSource, readXml } from "../archive/xml-reader.js";

export { numeric } from "./cell-number.js";
export type { SheetCell, SheetContent } from "./sheet-content.js";

/** Larger parts are never one string. */
const LARGEST_TEXT = 20_000_000;

/**
 * Reads a sheet's cells as text. A cell without a reference stands right of the one before it, a row without a number
 * below the one before it. Refuses rows and columns that Excel does not have, cells that stand twice or outside their
 * row, and shared strings that do not exist, each with its place.
 */
export function readSheet(workbook: WorkbookPackage, sheet: SheetPart): Result<SheetContent> {
  const entry = workbook.parts.entry(sheet.path);
  if (entry === undefined) throw new Error(`sheet of another package: ${sheet.path}`);
  const usual = entry.size <= LARGEST_TEXT ? readUsualSheet(workbook, sheet) : undefined;
  return usual ?? readAnySheet(workbook, sheet);
}

/**
 * Reads the rows by patterns and only what stands around them by the parser. Undefined when the sheet is spelled
 * otherwise, also when what looked like its rows turns out to be none, as in a comment.
 */
function readUsualSheet(workbook: WorkbookPackage, sheet: SheetPart): Result<SheetContent> | undefined {
  const bytes = workbook.parts.bytes(sheet.path);
  const usual = bytes !== undefined && xmlEncoding(bytes) === "utf-8";
  const text = usual ? exactText(bytes, "utf-8") : undefined;
  if (text === undefined) return undefined;
  const list = cellList(workbook, sheet);
  const rest = readByPatterns(text, list);
  if (rest === undefined) return undefined;
  let places = 0;
  const result = readParsed(rest, list, sheet, () => places++);
  return places === 1 ? result : undefined;
}

/** Reads a whole sheet by the parser. What it gives is right in any case; reading by patterns must give the same. */
export function readAnySheet(workbook: WorkbookPackage, sheet: SheetPart): Result<SheetContent> {
  return readParsed(workbook.parts.pieces(sheet.path) ?? [], cellList(workbook, sheet), sheet, () => undefined);
}

function readParsed(source: XmlSource, list: CellList, sheet: SheetPart, onRows: () => void): Result<SheetContent> {
  const ranges = sheetRanges(sheet.name);
  const refused = readXml(source, sheet.path, sheetReader(list, ranges, sheet.name, onRows));
  if (refused !== undefined) return refusal(refused);
  return success(sheetContent(list.cells, ranges.merges, ranges.validations));
}
