import { type Result, refusal, success } from "../result.js";
import type { SheetPart, WorkbookPackage } from "./package.js";
import type { SheetContent } from "./sheet-content.js";
import { sheetReader } from "./sheet-xml.js";
import { readXml } from "./xml-reader.js";

export { numeric } from "./cell-number.js";
export type { SheetCell, SheetContent } from "./sheet-content.js";

/**
 * Reads a sheet's cells as text. A cell without a reference stands right of the one before it, a row without a number
 * below the one before it. Refuses rows and columns that Excel does not have, cells that stand twice or outside their
 * row, and shared strings that do not exist, each with its place.
 */
export function readSheet(workbook: WorkbookPackage, sheet: SheetPart): Result<SheetContent> {
  const bytes = workbook.parts.bytes(sheet.path);
  if (bytes === undefined) throw new Error(`sheet of another package: ${sheet.path}`);
  const reader = sheetReader(workbook, sheet);
  const refused = readXml(bytes, sheet.path, reader);
  return refused === undefined ? success(reader.content()) : refusal(refused);
}
