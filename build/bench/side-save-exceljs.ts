import { readFileSync } from "node:fs";
import type { Sample } from "./sample.js";
import { loadWorkbook } from "./side-open-exceljs.js";

/** exceljs writing the whole workbook after one edit, as it always does. */
export async function measure(argument: string): Promise<Sample> {
  const [file = "", sheet = "", cell = ""] = argument.split("|");
  const workbook = await loadWorkbook(readFileSync(file));
  const worksheet = workbook.getWorksheet(sheet);
  if (worksheet === undefined) throw new Error(`no sheet ${sheet}`);
  worksheet.getCell(cell).value = 12345.67;
  const begin = performance.now();
  const written = await workbook.xlsx.writeBuffer();
  return { workMs: performance.now() - begin, bytes: written.byteLength };
}
