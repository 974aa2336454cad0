import { describe, expect, it } from "vitest";
import { formatRange, isUnbounded } from "../../shared/sheets/cell-reference.js";
import { openPackage } from "../../shared/sheets/package.js";
import { type SheetCell, type SheetContent, readSheet } from "../../shared/sheets/sheet-cells.js";
import { type PlainWorkbook, plainWorkbook, sheetOf } from "../support/plain-workbook.js";

describe("a cell", () => {
  it.each([
    ["a number as its text", `<c r="B2"><v>8300.0200000000004</v></c>`, "B2 number 8300.0200000000004"],
    ["a number that says so", `<c r="B2" t="n"><v>1.5E-3</v></c>`, "B2 number 1.5E-3"],
    ["what is no number", `<c r="B2"><v>1e999</v></c>`, "B2 number 1e999"],
    ["a blank", `<c r="B2" s="1"/>`, "B2 blank"],
    ["an empty value", `<c r="B2"><v></v></c>`, "B2 blank"],
    ["a shared string", `<c r="B2" t="s"><v>0</v></c>`, "B2 text 收入"],
    ["rich text without its phonetic guides", `<c r="B2" t="s"><v>1</v></c>`, "B2 text “三公”经费"],
    ["escaped characters", `<c r="B2" t="s"><v>2</v></c>`, "B2 text a\rb_x000D_c"],
    ["entities, CDATA and blanks at the ends", `<c r="B2" t="s"><v>3</v></c>`, "B2 text  <&> <b> "],
    ["an empty shared string", `<c r="B2" t="s"><v>4</v></c>`, "B2 text "],
    ["an inline string", `<c r="B2" t="inlineStr"><is><t>合</t></is></c>`, "B2 text 合"],
    ["an inline string's escapes", `<c r="B2" t="inlineStr"><is><t>a_x000D_b</t></is></c>`, "B2 text a\rb"],
    ["an inline rich text", `<c r="B2" t="inlineStr"><is><r><t>合</t></r><r><t>计</t></r></is></c>`, "B2 text 合计"],
    ["an inline string in v", `<c r="B2" t="inlineStr"><v>合计</v></c>`, "B2 text 合计"],
    ["a formula's text", `<c r="B2" t="str"><f>A1&amp;"年"</f><v>2020_x5E74_</v></c>`, `B2 text 2020年 =A1&"年"`],
    ["a formula's number", `<c r="B2"><f>SUM(A1:A3)</f><v>0.3</v></c>`, "B2 number 0.3 =SUM(A1:A3)"],
    ["a formula without a result", `<c r="B2"><f>SUM(A1:A3)</f></c>`, "B2 blank =SUM(A1:A3)"],
    ["a follower of a shared formula", `<c r="B2"><f t="shared" si="0"/><v>7</v></c>`, "B2 number 7 ="],
    ["an array formula", `<c r="B2"><f t="array" ref="B2:B3">A1:A2*2</f><v>7</v></c>`, "B2 number 7 =A1:A2*2"],
    ["true and false", `<c r="B2" t="b"><v>1</v></c><c r="C2" t="b"><v>0</v></c>`, "B2 boolean TRUE|C2 boolean FALSE"],
    ["an error", `<c r="B2" t="e"><v>#DIV/0!</v></c>`, "B2 error #DIV/0!"],
    ["an ISO date", `<c r="B2" t="d"><v>2021-08-30</v></c>`, "B2 text 2021-08-30"],
    ["what extensions put beside the value", `<c r="B2"><v>1</v><extLst><v>2</v></extLst></c>`, "B2 number 1"],
  ])("gives %s", (_, cell, expected) => {
    const strings = [
      `<si><t>收入</t></si>`,
      `<si><r><t>“三公”</t></r><rPh sb="0" eb="1"><t>san gong</t></rPh><r><rPr/><t>经费</t></r><phoneticPr fontId="1"/></si>`,
      `<si><t>a_x000D_b_x005F_x000D_c</t></si>`,
      `<si><t xml:space="preserve"> &lt;&#38;&gt; <![CDATA[<b>]]> </t></si>`,
      `<si/>`,
    ];
    const content = sheet(sheetOf(`<row r="2">${cell}</row>`, { strings: strings.join("") }));
    expect(content.cells.map(shown).join("|")).toBe(expected);
  });

  it("knows its style's number format", () => {
    const styles =
      `<numFmts><numFmt numFmtId="176" formatCode="#,##0.00_ "/></numFmts><cellStyleXfs><xf numFmtId="49"/></cellStyleXfs>` +
      `<cellXfs><xf/><xf numFmtId="10"/><xf numFmtId="176"/><xf numFmtId="14"/><xf numFmtId="999"/></cellXfs>`;
    const cells = [0, 1, 2, 3, 4, 5].map((style) => `<c s="${style}"/>`).join("");
    const content = sheet(sheetOf(`<row><c/>${cells}</row>`, { styles }));
    expect(content.cells.map((cell) => cell.numberFormat)).toEqual([
      "General",
      "General",
      "0.00%",
      "#,##0.00_ ",
      "yyyy/m/d",
      "General",
      undefined,
    ]);
    expect(content.cells.map((cell) => cell.style)).toEqual([0, 0, 1, 2, 3, 4, 5]);
  });
});

describe("a sheet", () => {
  it("counts on where rows and cells have no reference", () => {
    const content = sheet(sheetOf(`<row><c/><c r="C1"/><c/></row><row r="5"><c/></row><row><c/></row>`));
    expect(content.cells.map((cell) => cell.ref)).toEqual(["A1", "C1", "D1", "A5", "A6"]);
    expect([content.maxRow, content.maxColumn]).toEqual([6, 4]);
  });

  it("gives the cell at a place", () => {
    const content = sheet(sheetOf(`<row r="3"><c r="B3"><v>1</v></c></row>`));
    expect(content.cell(3, 2)?.text).toBe("1");
    expect([content.cell(3, 1), content.cell(2, 3), content.cell(0, 0)]).toEqual([undefined, undefined, undefined]);
  });

  it("reads prefixed elements and the strict namespace like any others", () => {
    const strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    const rows = `<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>合计</x:t></x:is></x:c></x:row>`;
    const xml = `<?xml version="1.0"?><x:worksheet xmlns:x="${strict}"><x:sheetData>${rows}</x:sheetData></x:worksheet>`;
    expect(sheet(plainWorkbook({ sheets: { 表1: xml } })).cells.map(shown)).toEqual(["A1 text 合计"]);
  });

  it("reads UTF-16", () => {
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const rows = `<sheetData><row><c t="str"><v>合计</v></c></row></sheetData>`;
    const xml = `\uFEFF<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="${main}">${rows}</worksheet>`;
    const data = Buffer.from(xml, "utf16le");
    const bytes = plainWorkbook({ parts: [{ name: "xl/worksheets/sheet1.xml", data }] });
    expect(sheet(bytes).cells.map(shown)).toEqual(["A1 text 合计"]);
  });

  it("does not take cells for cells where the schema has none", () => {
    const after = `<extLst><ext><sheetData><row><c><v>2</v></c></row></sheetData></ext></extLst>`;
    expect(sheet(sheetOf(`<row><c><v>1</v></c></row>`, { after })).cells.map(shown)).toEqual(["A1 number 1"]);
  });

  it("does not take cells for cells outside of rows", () => {
    const rows = `<note><c><v>2</v></c></note><row><c><v>1</v></c></row>`;
    expect(sheet(sheetOf(rows)).cells.map(shown)).toEqual(["A1 number 1"]);
  });

  it("gives merges and validations as ranges, however large", () => {
    const extension =
      `<extLst><ext xmlns:x14="x" xmlns:xm="m"><x14:dataValidations><x14:dataValidation><x14:formula1><xm:f>A1:A9</xm:f>` +
      `</x14:formula1><xm:sqref>D2 E2:E3</xm:sqref></x14:dataValidation></x14:dataValidations></ext>` +
      `<ext><x14:conditionalFormattings><x14:conditionalFormatting><xm:sqref>Z1</xm:sqref></x14:conditionalFormatting>` +
      `</x14:conditionalFormattings></ext></extLst>`;
    const after =
      `<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="A:XFD"/></mergeCells>` +
      `<dataValidations><dataValidation sqref="B2 C1:C1048576"/></dataValidations>${extension}`;
    const content = sheet(sheetOf("", { after }));
    expect(content.merges.map(formatRange)).toEqual(["A1:C1", "A1:XFD1048576"]);
    expect(content.merges.map(isUnbounded)).toEqual([false, true]);
    expect(content.validations.map(formatRange)).toEqual(["B2", "C1:C1048576", "D2", "E2:E3"]);
    expect(content.validations.map(isUnbounded)).toEqual([false, true, false, false]);
  });

  it("gives the same when it is read again", () => {
    const bytes = sheetOf(`<row><c t="s"><v>0</v></c><c><v>1</v></c></row>`, { strings: "<si><t>a</t></si>" });
    expect(sheet(bytes).cells).toEqual(sheet(bytes).cells);
  });
});

describe("a sheet that is refused says where", () => {
  it.each<[string, PlainWorkbook & { rows: string; after?: string }, string, Record<string, string>]>([
    [
      "a string out of range",
      { rows: `<row r="3"><c r="B3" t="s"><v>7</v></c></row>` },
      "workbook-damaged",
      { ref: "B3", problem: "shared-string" },
    ],
    [
      "an unknown type",
      { rows: `<row r="3"><c r="B3" t="x"><v>7</v></c></row>` },
      "workbook-damaged",
      { ref: "B3", problem: "type" },
    ],
    [
      "neither true nor false",
      { rows: `<row r="3"><c r="B3" t="b"><v>7</v></c></row>` },
      "workbook-damaged",
      { ref: "B3", problem: "boolean" },
    ],
    [
      "a cell twice",
      { rows: `<row r="3"><c r="B3"/><c r="A3"/><c r="B3"/></row>` },
      "workbook-damaged",
      { ref: "B3", problem: "twice" },
    ],
    [
      "a cell of the row below",
      { rows: `<row r="1"><c r="A1"/></row><row r="2"><c r="A3"/></row>` },
      "workbook-damaged",
      { ref: "A3", problem: "row" },
    ],
    [
      "a style that is no index",
      { rows: `<row><c s="x"/></row>` },
      "workbook-damaged",
      { ref: "A1", problem: "style" },
    ],
    [
      "a string whose index is none",
      { rows: `<row><c t="s"><v>0x</v></c></row>`, strings: "<si><t>a</t></si>" },
      "workbook-damaged",
      { ref: "A1", problem: "shared-string" },
    ],
    [
      "a merge that is none",
      { rows: "", after: `<mergeCells><mergeCell ref="A1:#REF!"/></mergeCells>` },
      "workbook-damaged",
      { ref: "A1:#REF!", problem: "reference" },
    ],
    ["row 0", { rows: `<row r="0"/>` }, "workbook-row-out-of-range", { ref: "0" }],
    ["a cell out of range", { rows: `<row r="1"><c r="ZZZ1"/></row>` }, "workbook-row-out-of-range", { ref: "ZZZ1" }],
  ])("%s", (_, { rows, ...more }, code, facts) => {
    expect(failureOf(sheetOf(rows, more))).toEqual({ code, facts: { sheet: "表1", ...facts } });
  });

  it("a part that is no worksheet", () => {
    const bytes = plainWorkbook({ sheets: { 表1: `<?xml version="1.0"?><chartsheet/>` } });
    expect(failureOf(bytes)).toEqual({ code: "workbook-unsupported", facts: { sheet: "表1" } });
  });

  it("broken XML by its part", () => {
    const facts = { part: "xl/worksheets/sheet1.xml" };
    expect(failureOf(sheetOf("<row>&#0;</row>"))).toEqual({ code: "workbook-broken-xml", facts });
  });
});

function sheet(bytes: Uint8Array): SheetContent {
  const result = firstSheet(bytes);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

function failureOf(bytes: Uint8Array): unknown {
  const result = firstSheet(bytes);
  return result.ok ? "read" : result.failure;
}

function firstSheet(bytes: Uint8Array): ReturnType<typeof readSheet> {
  const workbook = openPackage(bytes);
  if (!workbook.ok) return workbook;
  const [first] = workbook.value.sheets;
  if (first === undefined) throw new Error("no sheet");
  return readSheet(workbook.value, first);
}

function shown(cell: SheetCell): string {
  const text = cell.type === "blank" ? "" : ` ${cell.text}`;
  const formula = cell.formula === undefined ? "" : ` =${cell.formula}`;
  return `${cell.ref} ${cell.type}${text}${formula}`;
}
