import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import ExcelJS from "exceljs";
import { afterAll, describe, expect, it } from "vitest";
import { formatRange } from "../../shared/sheets/cell-reference.js";
import { openPackage } from "../../shared/sheets/package.js";
import { readSheet } from "../../shared/sheets/sheet-cells.js";
import { convertDocument, runPython } from "../support/tools.js";

const folder = mkdtempSync(path.join(tmpdir(), "gongkai-written-"));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The same little table as three programs write it, with the places where they rightly differ. */
const TABLE = `
收入决算表 visible merges A1:C1
A1 text 收入决算表
A2 text 科目“编码”<&>
B2 text 第一行\n第二行
C2 text  前后有空格 
A3 text 2080101
B3 number 8300.02
C3 number 0.1
A4 text 合计
B4 number 16600.04 =SUM(B3,B3)
C4 number 0.9799 0.00%
隐藏 hidden merges 
A1 boolean TRUE
`.trim();

/** LibreOffice has no truth values in cells, only formulas that show one. */
const BY_LIBREOFFICE = TABLE.replace("TRUE", "TRUE =TRUE()");

const PYTHON = `
import sys, openpyxl
from openpyxl.styles import Alignment
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "收入决算表"
rows = [["收入决算表"], ["科目“编码”<&>", "第一行\\n第二行", " 前后有空格 "], ["2080101", 8300.02, 0.1], ["合计", "=SUM(B3,B3)", 0.9799]]
for row in rows: sheet.append(row)
sheet.merge_cells("A1:C1")
sheet["C4"].number_format = "0.00%"
hidden = book.create_sheet("隐藏")
hidden.sheet_state = "hidden"
hidden["A1"] = True
book.save(sys.argv[1])
`;

describe("a workbook", () => {
  it("written by exceljs is read exactly", async () => {
    expect(described(await byExceljs(), RESULTS)).toBe(TABLE);
  });

  it("written by openpyxl is read exactly; it stores no results of formulas", () => {
    const file = path.join(folder, "openpyxl.xlsx");
    runPython(PYTHON, [file]);
    expect(described(readFileSync(file), RESULTS)).toBe(TABLE.replace("number 16600.04 =", "blank ="));
  });

  it("written by LibreOffice is read exactly", () => {
    const file = path.join(folder, "openpyxl-again.xlsx");
    const calculated = path.join(folder, "calculated");
    runPython(PYTHON, [file]);
    const bytes = readFileSync(convertDocument(file, "xlsx", calculated));
    expect(described(bytes, RESULTS)).toBe(BY_LIBREOFFICE);
  });

  it("written by LibreOffice from exceljs's file is read exactly too", async () => {
    const file = path.join(folder, "exceljs.xlsx");
    writeFileSync(file, await byExceljs());
    expect(described(readFileSync(convertDocument(file, "xlsx", path.join(folder, "again"))), RESULTS)).toBe(
      BY_LIBREOFFICE,
    );
  });
});

/** Blank cells without formula are left out: each program writes others of them. */
const RESULTS = (type: string, formula: string | undefined): boolean => type !== "blank" || formula !== undefined;

async function byExceljs(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("收入决算表");
  sheet.addRow(["收入决算表"]);
  sheet.addRow(["科目“编码”<&>", "第一行\n第二行", " 前后有空格 "]);
  sheet.addRow(["2080101", 8300.02, 0.1]);
  sheet.addRow(["合计", { formula: "SUM(B3,B3)", result: 16600.04 }, 0.9799]);
  sheet.mergeCells("A1:C1");
  sheet.getCell("C4").numFmt = "0.00%";
  const hidden = book.addWorksheet("隐藏", { state: "hidden" });
  hidden.getCell("A1").value = true;
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function described(bytes: Uint8Array, shows: typeof RESULTS): string {
  const workbook = openPackage(bytes);
  if (!workbook.ok) throw new Error(JSON.stringify(workbook.failure));
  const lines = workbook.value.sheets.flatMap((part) => {
    const content = readSheet(workbook.value, part);
    if (!content.ok) throw new Error(JSON.stringify(content.failure));
    const { cells, merges } = content.value;
    const head = `${part.name} ${part.state} merges ${merges.map(formatRange).join(" ")}`;
    const shown = cells.filter((cell) => shows(cell.type, cell.formula));
    return [
      head,
      ...shown.map(({ ref, type, text, formula, numberFormat }) => {
        const percent = numberFormat?.endsWith("%") === true ? ` ${numberFormat}` : "";
        return `${ref} ${type}${text === "" ? "" : ` ${text}`}${formula === undefined ? "" : ` =${formula}`}${percent}`;
      }),
    ];
  });
  return lines.join("\n").trim();
}
