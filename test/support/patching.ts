import { readFileSync } from "node:fs";
import path from "node:path";
import { patchExcel, type PatchRequest, type SheetOperation } from "../../shared/patching/patch-excel.js";
import { openZip, type ZipParts } from "../../shared/archive/zip-gate.js";

/** A workbook with all that Excel, WPS and an accountant leave in one; made of test/support/rich-parts.ts. */
export const RICH_FILE = path.join(import.meta.dirname, "../fixtures/rich.xlsx");

/** Its first sheet, the one with the table. */
export const RICH_SHEET = "公开01表 收支";

const NOTHING: PatchRequest = { sheets: [], newSheets: [], removeSheets: [], recalculate: false };

/** Patches a workbook with what is given of a request; a refusal is a failed test. */
export function patch(bytes: Uint8Array, request: Partial<PatchRequest>): Uint8Array {
  const result = patchExcel(bytes, { ...NOTHING, ...request });
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.failure)}`);
  return result.value;
}

/** The rich workbook's bytes. */
export function richBytes(): Uint8Array {
  return new Uint8Array(readFileSync(RICH_FILE));
}

/** The rich workbook after operations on its first sheet. */
export function patchRich(operations: readonly SheetOperation[]): Uint8Array {
  return patch(richBytes(), { sheets: [{ sheet: RICH_SHEET, operations }] });
}

/** The parts of a workbook that our own gate lets in. */
export function partsOf(bytes: Uint8Array): ZipParts {
  const opened = openZip(bytes);
  if (!opened.ok) throw new Error(`refused: ${JSON.stringify(opened.failure)}`);
  return opened.value;
}

/** The text of one part. */
export function partText(bytes: Uint8Array, name: string): string {
  const text = partsOf(bytes).text(name);
  if (text === undefined) throw new Error(`no part ${name}`);
  return text;
}
