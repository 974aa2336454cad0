import ExcelJS from "exceljs";
import type { Pack } from "../template/pack.js";
import type { NewContent } from "./new-content.js";
import { drawSheet } from "./new-excel-sheet.js";
import { settle } from "./new-excel-parts.js";
import { formSheet } from "./new-sheet-form.js";
import { workingSheets } from "./new-sheet-working.js";

/**
 * Makes a workbook from nothing: every form of the pack as a sheet, in printed order, then 上年数 and 说明要素 where they hold
 * something. Figures stand in it digit for digit as they were given; the same pack and content give the same bytes, which
 * name no time, person or program.
 */
export async function newExcel(pack: Pack, content: NewContent): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const numbers: string[] = [];
  for (const form of pack.forms) drawSheet(workbook, formSheet(pack, form, content), pack.frame, numbers);
  for (const sheet of workingSheets(pack, content)) drawSheet(workbook, sheet, pack.frame, numbers);
  const written = await workbook.xlsx.writeBuffer();
  return settle(new Uint8Array(written), numbers, pack.frame.fonts.body);
}
