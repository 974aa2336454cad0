import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import ExcelJS from "exceljs";
import { afterAll, describe, expect, test } from "vitest";
import type { CellWrite } from "../../shared/patching/patch-excel.js";
import { patch } from "../support/patching.js";
import { plainWorkbook } from "../support/plain-workbook.js";
import { askOffice } from "../support/row-oracle.js";
import { convertDocument, runPython } from "../support/tools.js";

/**
 * Workbooks of other writers with one number and one text set: LibreOffice and openpyxl open the result and find nothing
 * else changed. The cells set have no cells that depend on them.
 */
const folder = mkdtempSync(path.join(tmpdir(), "gongkai-producers-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Made {
  readonly file: string;
  readonly sheet: string;
  /** A cell with a number and one with a text (or nothing). */
  readonly cells: readonly [string, string];
}

const MADE: readonly (readonly [string, () => Made | Promise<Made>])[] = [
  ["exceljs", byExceljs],
  ["openpyxl", byOpenpyxl],
  ["LibreOffice", byLibreOffice],
  ["a writer of prefixed XML", byPrefixes],
];

describe.each(MADE)("a workbook of %s", (writer, make) => {
  test("differs in the cells that were set and in nothing else", async () => {
    const { file, sheet, cells } = await make();
    const writes: readonly CellWrite[] = [
      { kind: "number", text: "4321.05" },
      { kind: "text", text: "=改 <了> 的\n文字" },
    ];
    const after = path.join(folder, `${writer.length}-after.xlsx`);
    const bytes = patch(new Uint8Array(readFileSync(file)), {
      sheets: [
        {
          sheet,
          operations: cells.map((ref, index) => ({
            kind: "set-cell" as const,
            ref,
            value: writes[index] ?? { kind: "blank" },
            formula: "drop" as const,
          })),
        },
      ],
    });
    writeFileSync(after, bytes);
    const [numberCell, textCell] = cells;
    const expected = { [numberCell]: 4321.05, [textCell]: "=改 <了> 的\n文字" };
    expect(withChanges(openpyxlView(file), sheet, expected)).toEqual(openpyxlView(after));
    const [before, then] = askOffice([file, after].map((each) => ({ file: each, operation: null })));
    const changed = (before?.sheets ?? []).flatMap((known, index) => {
      const other = then?.sheets[index];
      const places = new Set([...Object.keys(known.cells), ...Object.keys(other?.cells ?? {})]);
      return [...places].filter((place) => JSON.stringify(known.cells[place]) !== JSON.stringify(other?.cells[place]));
    });
    expect(changed.toSorted()).toEqual([...cells].map(place).toSorted());
    expect(then?.names).toEqual(before?.names);
    expect(then?.sheets.map(({ formats }) => formats)).toEqual(before?.sheets.map(({ formats }) => formats));
  });
});

async function byExceljs(): Promise<Made> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("公开 01", { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.addRow(["科目", "金额", { richText: [{ text: "富", font: { bold: true } }, { text: "文本" }] }]);
  sheet.addRow(["类", 12.5, { formula: "B2*2", result: 25 }]);
  sheet.addRow(["款", 3, { formula: "SUM(B2:B2)", result: 12.5 }]);
  sheet.getCell("B2").numFmt = "#,##0.00";
  sheet.getCell("D9").value = { text: "链接", hyperlink: "https://example.org/" };
  sheet.mergeCells("A5:C6");
  sheet.getCell("A5").note = "批注";
  workbook.addWorksheet("隐", { state: "hidden" }).getCell("A1").value = { formula: "'公开 01'!B2", result: 12.5 };
  const file = path.join(folder, "exceljs.xlsx");
  await workbook.xlsx.writeFile(file);
  return { file, sheet: "公开 01", cells: ["B3", "A2"] };
}

function byOpenpyxl(): Made {
  const file = path.join(folder, "openpyxl.xlsx");
  runPython(
    `
import sys, openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "公开02表"
for row in range(1, 9):
    sheet.append(["科目%d" % row, row * 1.5, "=B%d*2" % row, None, row / 7])
sheet.merge_cells("A10:C11")
sheet["A1"].comment = Comment("批注", "人")
chart = BarChart()
chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=8))
sheet.add_chart(chart, "G2")
rule = DataValidation(type="list", formula1='"是,否"')
rule.add("D1:D8")
sheet.add_data_validation(rule)
sheet.conditional_formatting.add("B1:B8", CellIsRule(operator="greaterThan", formula=["$B$1"], fill=PatternFill(bgColor="FFC7CE")))
sheet.print_title_rows = "1:2"
sheet.print_area = "A1:E8"
book.create_sheet("二")["A1"] = "='公开02表'!B2"
book.save(sys.argv[1])
`,
    [file],
  );
  return { file, sheet: "公开02表", cells: ["E4", "D5"] };
}

/** LibreOffice 7.4 crashes when it saves the rich workbook, so it saves that of openpyxl. */
function byLibreOffice(): Made {
  const { file, sheet } = byOpenpyxl();
  return { file: convertDocument(file, "xlsx", path.join(folder, "office")), sheet, cells: ["E4", "A5"] };
}

function byPrefixes(): Made {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const cell = (ref: string, content: string): string => `<x:c r='${ref}'>${content}</x:c>`;
  const rows = `<x:row r='1'>${cell("A1", "<x:v>1</x:v>")}${cell("B1", "<x:f>A1*2</x:f><x:v>2</x:v>")}</x:row><x:row r='3'>${cell("B3", "<x:v>7</x:v>")}</x:row>`;
  const sheet = `<?xml version='1.0' encoding='UTF-8'?>\n<x:worksheet xmlns:x='${main}'><x:sheetData>${rows}</x:sheetData><x:mergeCells count='1'><x:mergeCell ref='A5:B6'/></x:mergeCells></x:worksheet>`;
  const file = path.join(folder, "prefixed.xlsx");
  const styles = `<fonts><font/></fonts><fills><fill><patternFill/></fill></fills><borders><border/></borders><cellXfs><xf/></cellXfs>`;
  writeFileSync(file, plainWorkbook({ sheets: { 表1: sheet }, styles }));
  return { file, sheet: "表1", cells: ["B3", "C3"] };
}

type View = Record<string, Record<string, unknown>>;

/** All cells as openpyxl sees them, with their formats, and what else it reads of each sheet. */
function openpyxlView(file: string): View {
  const printed = runPython(
    `
import sys, json, warnings, openpyxl
warnings.simplefilter("ignore")
book = openpyxl.load_workbook(sys.argv[1])
view = {}
for sheet in book.worksheets:
    cells = view[sheet.title] = {"merged": sorted(str(area) for area in sheet.merged_cells.ranges), "state": sheet.sheet_state,
        "area": str(sheet.print_area), "charts": len(sheet._charts), "rules": [str(rule.sqref) for rule in sheet.data_validations.dataValidation]}
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                cells[cell.coordinate] = str(cell.value) if not isinstance(cell.value, (int, float)) else cell.value
            if cell.has_style:
                cells[cell.coordinate + " style"] = [cell.number_format, cell.font.name, cell.font.b, cell.border.left.style]
print(json.dumps(view))
`,
    [file],
  );
  return JSON.parse(printed) as View;
}

function withChanges(view: View, sheet: string, changes: Record<string, unknown>): View {
  return { ...view, [sheet]: { ...view[sheet], ...changes } };
}

/** `B3` as LibreOffice's answer names it: row, column. */
function place(ref: string): string {
  return `${ref.slice(1)},${ref.charCodeAt(0) - 64}`;
}
