import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PACK_FOLDER } from "../support/command-line.js";
import { checkBytes, type Checked } from "../support/paper-check.js";
import { convertDocument, runPython } from "../support/tools.js";

const folder = mkdtempSync(path.join(tmpdir(), "gongkai-programs-"));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Openpyxl opens a workbook and saves it. */
const RESAVE = `
import sys, openpyxl
openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])
`;

/** A bureau's handiwork with openpyxl: sheets renamed and moved, a sheet before them, rows put in, names set in, sums as formulas. */
const REARRANGE = `
import sys, openpyxl
from openpyxl.styles import Alignment
book = openpyxl.load_workbook(sys.argv[1])
for sheet in book.worksheets[:13]:
    sheet.title = sheet["A1"].value[:31]
book.move_sheet(book.worksheets[12], offset=-12)
cover = book.create_sheet("封面", 0)
cover["A1"] = "2020年度部门决算公开表"
spent = book["支出决算表"]
for row in range(8, 38):
    spent.cell(row, 4).alignment = Alignment(indent=len(str(spent.cell(row, 1).value)) - 3)
spent["A12"].value = int(spent["A12"].value)
spent["E10"].number_format = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '
book.save(sys.argv[2])
`;

const SAMPLES = ["sample", "sample-as-published"] as const;

describe.each(SAMPLES)("%s.xlsx saved again", (name) => {
  const original = path.join(PACK_FOLDER, `${name}.xlsx`);
  let before: Checked | string;

  beforeAll(() => {
    before = checkBytes(readFileSync(original));
  });

  it("by openpyxl gives the same findings", () => {
    const file = path.join(folder, `${name}-openpyxl.xlsx`);
    runPython(RESAVE, [original, file]);
    expect(checkBytes(readFileSync(file))).toEqual(before);
  });

  it("by exceljs gives the same findings", async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(original);
    expect(checkBytes(new Uint8Array(await book.xlsx.writeBuffer()))).toEqual(before);
  });
});

describe("sample-as-published.xlsx saved by LibreOffice", () => {
  it("gives the same findings, also by way of its own format", () => {
    const original = path.join(PACK_FOLDER, "sample-as-published.xlsx");
    const before = checkBytes(readFileSync(original));
    const straight = convertDocument(original, "xlsx", path.join(folder, "straight"));
    expect(checkBytes(readFileSync(straight))).toEqual(before);
    const open = convertDocument(original, "ods", path.join(folder, "open"));
    expect(checkBytes(readFileSync(convertDocument(open, "xlsx", path.join(folder, "back"))))).toEqual(before);
  });
});

describe("sample.xlsx worked over with openpyxl", () => {
  it("gives the same findings on the sheets' new names", () => {
    const original = path.join(PACK_FOLDER, "sample.xlsx");
    const file = path.join(folder, "rearranged.xlsx");
    runPython(REARRANGE, [original, file]);
    const [before, after] = [original, file].map((one) => checkBytes(readFileSync(one)));
    if (typeof before !== "object" || typeof after !== "object") throw new Error("refused");
    const withTitles = before.findings.map((finding) => ({
      ...finding,
      cells: finding.cells.map((cell) => ({ ...cell, sheet: cell.table })),
    }));
    expect(after.findings.map(({ cells, rule, message }) => ({ rule, message, cells }))).toEqual(
      withTitles.map(({ cells, rule, message }) => ({ rule, message, cells })),
    );
  });
});
