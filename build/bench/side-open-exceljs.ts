import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import type { Sample } from "./sample.js";

/** exceljs alone: the file's cells in memory, nothing computed and nothing checked. */
export async function measure(file: string): Promise<Sample> {
  const bytes = readFileSync(file);
  const begin = performance.now();
  await loadWorkbook(bytes);
  return { workMs: performance.now() - begin };
}

/** A workbook as exceljs reads it. */
export async function loadWorkbook(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  const { buffer, byteOffset, byteLength } = bytes;
  await workbook.xlsx.load(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);
  return workbook;
}
