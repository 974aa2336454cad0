import fc from "fast-check";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import type { CellList } from "../../shared/sheets/cell-list.js";
import { type WorkbookPackage, openPackage } from "../../shared/sheets/package.js";
import { readAnySheet, readSheet } from "../../shared/sheets/sheet-cells.js";
import { readByPatterns } from "../../shared/sheets/sheet-patterns.js";
import { plainWorkbook } from "../support/plain-workbook.js";

const STRINGS = "<si><t>收入</t></si><si><t>支出</t></si>";

/** Pieces of which rows are made below: usual ones, unusual ones, and some that are no XML. */
const ATTRIBUTES = [
  ...[
    ``,
    ` r="A1"`,
    ` r="B1"`,
    ` r="C2"`,
    ` r="XFE1"`,
    ` r="a1"`,
    ` r="&#65;1"`,
    ` r='A1'`,
    ` s="1"`,
    ` s="x"`,
    ` t="s"`,
    ` t="str"`,
  ],
  ...[
    ` t="inlineStr"`,
    ` t="b"`,
    ` t="e"`,
    ` t="n"`,
    ` t="z"`,
    ` r="A1" r="A1"`,
    ` cm="1"`,
    `\n s="1"`,
    ` s="1" t="s"`,
    ` t="str" s="1"`,
  ],
] as const;
const CHILDREN = [
  ...[
    "",
    "<v>0</v>",
    "<v>1</v>",
    "<v>7</v>",
    "<v/>",
    "<v></v>",
    "<v>8300.0200000000004</v>",
    "<v> 1 </v>",
    "<v>a&amp;b&lt;</v>",
    "<v>&#65;</v>",
  ],
  ...[
    "<v>a>b</v>",
    "<v>]]></v>",
    "<v>a\rb</v>",
    "<v>\u0001</v>",
    "<v><![CDATA[1]]></v>",
    "<v>1<!-- 2 --></v>",
    "<v>_x0041_</v>",
    "<f>A1+B1</f>",
  ],
  ...[
    '<f t="shared" si="0"/>',
    '<f t="shared" ref="A1:A2" si="0">A1&amp;"x"</f>',
    '<f aca="false">A1</f>',
    '<f si="0" t="shared"/>',
    "<f>A1>0</f>",
  ],
  ...[
    "<is><t>合计</t></is>",
    '<is><t xml:space="preserve"> a_x0041_ </t></is>',
    "<is><r><t>a</t></r></is>",
    "<is/>",
    "<extLst/>",
    "text",
    "<v>1",
  ],
] as const;
const ROWS = [
  ...[
    "<row>",
    '<row r="1">',
    '<row r="2">',
    '<row r="1" spans="1:3" x14ac:dyDescent="0.25">',
    '<row r="0">',
    '<row r="1" r="1">',
    "<row >",
  ],
  ...[
    '<row\tr="1">',
    '<row r="9">',
    "<row a='1'>",
    '<row ht="<">',
    '<row r="3"/><row>',
    "<!-- --><row>",
    " <row>",
    '<row r="1x">',
  ],
] as const;

describe("reading by patterns", () => {
  it("gives what the parser gives, for rows of all spellings", () => {
    const cell = fc
      .tuple(fc.constantFrom(...ATTRIBUTES), fc.array(fc.constantFrom(...CHILDREN), { maxLength: 2 }), fc.boolean())
      .map(([attributes, children, short]) =>
        short ? `<c${attributes}/>` : `<c${attributes}>${children.join("")}</c>`,
      );
    const row = fc
      .tuple(fc.constantFrom(...ROWS), fc.array(cell, { maxLength: 3 }))
      .map(([start, cells]) => `${start}${cells.join("")}</row>`);
    fc.assert(
      fc.property(fc.array(row, { maxLength: 3 }), (rows) => {
        expectSame(`<sheetData>${rows.join("")}</sheetData>`);
      }),
      { seed: 7, numRuns: 2000 },
    );
  });

  it.each([
    ["rows in a comment", `<!-- <sheetData><row><c><v>1</v></c></row></sheetData> --><sheetData/>`],
    [
      "rows in a comment before rows",
      `<!-- <sheetData></sheetData> --><sheetData><row><c><v>1</v></c></row></sheetData>`,
    ],
    ["rows in CDATA", `<headerFooter><![CDATA[<sheetData><row/></sheetData>]]></headerFooter>`],
    ["rows in an extension", `<extLst><ext><sheetData><row><c><v>1</v></c></row></sheetData></ext></extLst>`],
    ["rows twice", `<sheetData><row/></sheetData><sheetData><row r="2"><c/></row></sheetData>`],
    ["no rows", `<sheetData></sheetData>`],
    ["rows without an end", `<sheetData><row><c/></row>`],
    ["a broken part behind the rows", `<sheetData><row><c t="s"><v>9</v></c></row></sheetData><mergeCells>`],
    [
      "a wrong merge behind a wrong row",
      `<sheetData><row r="0"/></sheetData><mergeCells><mergeCell ref="x"/></mergeCells>`,
    ],
  ])("gives what the parser gives: %s", (_, content) => {
    expectSame(content);
  });

  it.each([
    [
      "Excel",
      `<row r="4" spans="1:3" ht="20.1" customHeight="1" x14ac:dyDescent="0.25"><c r="A4" s="1" t="s"><v>0</v></c><c r="B4" s="2"/><c r="C4"><f t="shared" ref="C4:C5" si="0">SUM(A4:B4)</f><v>1.5E-3</v></c></row>`,
    ],
    [
      "openpyxl",
      `<row r="4"><c r="A4" s="1" t="inlineStr"><is><t>合计</t></is></c><c r="B4" t="n"><v>1</v></c><c r="C4"><f>A1&amp;"x"</f><v></v></c></row>`,
    ],
    [
      "LibreOffice",
      `<row r="4" customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" collapsed="false"><c r="A4" s="0" t="s"><v>0</v></c><c r="B4" s="1" t="n"><f aca="false">SUM(A1:A3)</f><v>8300.02</v></c></row>`,
    ],
    ["WPS", `<row r="4" ht="19.5" customHeight="1" spans="1:3"><c r="A4" s="1" t="str"><f>A1</f><v>合计</v></c></row>`],
  ])("takes rows as %s writes them", (_, row) => {
    expect(taken(`<sheetData>${row}</sheetData>`)).toBe(true);
    expectSame(`<sheetData>${row}</sheetData>`, "read");
  });

  it("takes the rows that exceljs writes", async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("收入");
    sheet.addRow(["合计", 8300.02, { formula: 'A1&"<年>"', result: "x" }, true]);
    sheet.mergeCells("A3:B3");
    const workbook = opened(new Uint8Array(await book.xlsx.writeBuffer()));
    expect(readByPatterns(workbook.parts.text("xl/worksheets/sheet1.xml") ?? "", NO_LIST)).toContain("<sheetData/>");
  });
});

/** A list that takes everything. */
const NO_LIST: CellList = { cells: [], row: () => undefined, add: () => undefined, problem: () => undefined };

function taken(content: string): boolean {
  return readByPatterns(`<worksheet>${content}</worksheet>`, NO_LIST) !== undefined;
}

function expectSame(content: string, outcome?: "read"): void {
  const workbook = opened(plainWorkbook({ sheets: { 表1: content }, strings: STRINGS }));
  const [sheet] = workbook.sheets;
  if (sheet === undefined) throw new Error("no sheet");
  const [quick, sure] = [readSheet(workbook, sheet), readAnySheet(workbook, sheet)];
  const shown = (result: typeof quick): unknown =>
    result.ok ? { ...result.value, cell: undefined } : { refused: result.failure };
  expect(shown(quick), content).toEqual(shown(sure));
  if (outcome === "read") expect(sure.ok).toBe(true);
}

function opened(bytes: Uint8Array): WorkbookPackage {
  const result = openPackage(bytes);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}
