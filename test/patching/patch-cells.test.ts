import { describe, expect, test } from "vitest";
import type { CellWrite, SheetOperation } from "../../shared/patching/patch-excel.js";
import { readSheet } from "../../shared/sheets/sheet-cells.js";
import { openPackage } from "../../shared/sheets/package.js";
import { partText, patch } from "../support/patching.js";
import { plainWorkbook, sheetOf } from "../support/plain-workbook.js";

const PART = "xl/worksheets/sheet1.xml";

const number = (text: string): CellWrite => ({ kind: "number", text });
const text = (words: string): CellWrite => ({ kind: "text", text: words });
const blank: CellWrite = { kind: "blank" };

function set(ref: string, value: CellWrite, formula: "keep" | "drop" = "drop"): SheetOperation {
  return { kind: "set-cell", ref, value, formula };
}

/** What stands between the tags of `<sheetData>` after cells were set, and what stands behind. */
function rowsAfter(rows: string, operations: readonly SheetOperation[], behind = ""): string {
  const bytes = patch(sheetOf(rows, { after: behind }), { sheets: [{ sheet: "表1", operations }] });
  return /<sheetData>(.*)<\/sheetData>/s.exec(partText(bytes, PART))?.[1] ?? "";
}

describe("the value of a cell", () => {
  test.each<[string, string, SheetOperation, string]>([
    [
      "a number for a number",
      '<c r="A1" s="5"><v>1</v></c>',
      set("A1", number("-1234567890123456.78")),
      '<c r="A1" s="5"><v>-1234567890123456.78</v></c>',
    ],
    [
      "a number for a shared text",
      '<c r="A1" s="5" t="s"><v>0</v></c>',
      set("A1", number("2")),
      '<c r="A1" s="5"><v>2</v></c>',
    ],
    [
      "a number for an inline text",
      '<c t="inlineStr" r="A1"><is><t>x</t></is></c>',
      set("A1", number("2")),
      '<c r="A1"><v>2</v></c>',
    ],
    ["a number for a stated number", '<c r="A1" t="n"><v>1</v></c>', set("A1", number("2")), '<c r="A1"><v>2</v></c>'],
    [
      "a number for an error",
      '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
      set("A1", number("2"), "keep"),
      '<c r="A1"><f>1/0</f><v>2</v></c>',
    ],
    ["a number in an empty cell", '<c r="A1" s="3"/>', set("A1", number("2")), '<c r="A1" s="3"><v>2</v></c>'],
    [
      "a text for a number",
      '<c r="A1" s="5"><v>1</v></c>',
      set("A1", text("甲")),
      '<c r="A1" s="5" t="inlineStr"><is><t xml:space="preserve">甲</t></is></c>',
    ],
    [
      "a text that looks like a formula",
      '<c r="A1"/>',
      set("A1", text("=1+1")),
      '<c r="A1" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>',
    ],
    [
      "a text with markup and line ends",
      '<c r="A1"/>',
      set("A1", text("a<b>&\n\tc\r")),
      '<c r="A1" t="inlineStr"><is><t xml:space="preserve">a&lt;b&gt;&amp;\n\tc_x000D_</t></is></c>',
    ],
    [
      "control characters and half surrogates",
      '<c r="A1"/>',
      set("A1", text("\u0001\uffff\ud800😀")),
      '<c r="A1" t="inlineStr"><is><t xml:space="preserve">_x0001__xFFFF__xD800_😀</t></is></c>',
    ],
    [
      "what only looks like an escape",
      '<c r="A1"/>',
      set("A1", text("_x0041_x0042_ _x41_")),
      '<c r="A1" t="inlineStr"><is><t xml:space="preserve">_x005F_x0041_x005F_x0042_ _x41_</t></is></c>',
    ],
    [
      "a text as the result of a formula",
      '<c r="A1"><f>B1</f><v>1</v></c>',
      set("A1", text(" a "), "keep"),
      '<c r="A1" t="str"><f>B1</f><v> a </v></c>',
    ],
    [
      "the empty text as the result of a formula",
      '<c r="A1"><f>B1</f><v>1</v></c>',
      set("A1", text(""), "keep"),
      '<c r="A1" t="str"><f>B1</f><v></v></c>',
    ],
    ["the empty text is a blank", '<c r="A1" t="s"><v>0</v></c>', set("A1", text("")), '<c r="A1"/>'],
    ["a blank for a number", '<c r="A1" s="5"><v>1</v></c>', set("A1", blank), '<c r="A1" s="5"/>'],
    [
      "a blank result of a formula",
      '<c r="A1" t="str"><f>B1</f><v>x</v></c>',
      set("A1", blank, "keep"),
      '<c r="A1"><f>B1</f></c>',
    ],
    [
      "a formula dropped",
      '<c r="A1" s="5"><f>B1</f><v>1</v></c>',
      set("A1", number("2")),
      '<c r="A1" s="5"><v>2</v></c>',
    ],
    [
      "keeping the formula of a cell that has none",
      '<c r="A1"><v>1</v></c>',
      set("A1", number("2"), "keep"),
      '<c r="A1"><v>2</v></c>',
    ],
    [
      "metadata of the value goes",
      '<c r="A1" vm="1" s="2"><v>1</v></c>',
      set("A1", number("2")),
      '<c r="A1" s="2"><v>2</v></c>',
    ],
    [
      "metadata of a kept formula stays",
      '<c r="A1" cm="1" vm="2"><f t="array" ref="A1">SORT(B1)</f><v>1</v></c>',
      set("A1", number("2"), "keep"),
      '<c r="A1" cm="1"><f t="array" ref="A1">SORT(B1)</f><v>2</v></c>',
    ],
    [
      "metadata of a dropped formula goes",
      '<c r="A1" cm="1"><f t="array" ref="A1">SORT(B1)</f><v>1</v></c>',
      set("A1", number("2")),
      '<c r="A1"><v>2</v></c>',
    ],
    [
      "extensions of the cell stay",
      '<c r="A1"><v>1</v><extLst><ext uri="x"/></extLst></c>',
      set("A1", number("2")),
      '<c r="A1"><v>2</v><extLst><ext uri="x"/></extLst></c>',
    ],
    [
      "single quotes and odd blanks",
      "<c  r='A1' s = '5' ><v>1</v></c>",
      set("A1", number("2")),
      "<c r='A1' s = '5'><v>2</v></c>",
    ],
    [
      "a formula written with references and CDATA",
      '<c r="A1"><f>&#66;1&amp;<![CDATA["<v>"]]></f><v>1</v></c>',
      set("A1", number("2"), "keep"),
      '<c r="A1"><f>&#66;1&amp;<![CDATA["<v>"]]></f><v>2</v></c>',
    ],
  ])("%s", (_, cell, operation, expected) => {
    expect(rowsAfter(`<row r="1">${cell}</row>`, [operation])).toBe(`<row r="1">${expected}</row>`);
  });

  test("is what the reader reads", () => {
    const words = "＝a_x000D_\r\n<&>\u0002 ";
    const opened = openPackage(
      patch(sheetOf(""), { sheets: [{ sheet: "表1", operations: [set("B2", text(words))] }] }),
    );
    if (!opened.ok) throw new Error(opened.failure.code);
    const [sheet] = opened.value.sheets;
    const content = sheet === undefined ? undefined : readSheet(opened.value, sheet);
    expect(content?.ok === true && content.value.cell(2, 2)?.text).toBe(words);
  });
});

describe("where a cell stands", () => {
  test.each<[string, string, SheetOperation[], string]>([
    [
      "before, between and behind others",
      '<row r="2"><c r="B2"/><c r="D2"/></row>',
      [set("A2", number("1")), set("C2", number("3")), set("E2", number("5"))],
      '<row r="2"><c r="A2"><v>1</v></c><c r="B2"/><c r="C2"><v>3</v></c><c r="D2"/><c r="E2"><v>5</v></c></row>',
    ],
    ["in an empty row", '<row r="2"/>', [set("C2", number("1"))], '<row r="2"><c r="C2"><v>1</v></c></row>'],
    [
      "in an empty row with both tags",
      '<row r="2"></row>',
      [set("C2", number("1"))],
      '<row r="2"><c r="C2"><v>1</v></c></row>',
    ],
    [
      "in new rows",
      '<row r="2"/><row r="5"/>',
      [set("A9", number("9")), set("A3", number("3")), set("A4", number("4")), set("A1", number("1"))],
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"/><row r="3"><c r="A3"><v>3</v></c></row><row r="4"><c r="A4"><v>4</v></c></row><row r="5"/><row r="9"><c r="A9"><v>9</v></c></row>',
    ],
    [
      "rows and cells without references",
      "<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>4</v></c></row>",
      [set("B1", number("20")), set("B2", number("40"))],
      "<row><c><v>1</v></c><c><v>20</v></c></row><row><c/><c><v>40</v></c></row>",
    ],
    [
      "comments and other elements are no cells",
      '<row r="1"><!-- <c r="A1"/> --><c r="B1"><v>2</v></c></row>',
      [set("B1", number("3"))],
      '<row r="1"><!-- <c r="A1"/> --><c r="B1"><v>3</v></c></row>',
    ],
    ["a blank makes no cell", '<row r="1"/>', [set("B1", blank), set("B7", blank)], '<row r="1"/>'],
    [
      "the last of several values counts",
      '<row r="1"><c r="A1"><f>B1</f><v>0</v></c></row>',
      [set("A1", number("1"), "drop"), set("A1", number("2"), "keep")],
      '<row r="1"><c r="A1"><v>2</v></c></row>',
    ],
    [
      "spans grow",
      '<row r="1" spans="1:3"><c r="A1"/></row>',
      [set("E1", number("1"))],
      '<row r="1" spans="1:5"><c r="A1"/><c r="E1"><v>1</v></c></row>',
    ],
  ])("%s", (_, rows, operations, expected) => {
    expect(rowsAfter(rows, operations)).toBe(expected);
  });

  test("a new cell takes the style of its row, of the cell above, or of its column", () => {
    const rows = '<row r="1" s="7" customFormat="1"/><row r="2"><c r="A2" s="4"/></row>';
    const bytes = sheetOf("", {});
    expect(bytes.length).toBeGreaterThan(0);
    const sheet = `<cols><col min="2" max="4" style="9"/></cols><sheetData>${rows}</sheetData>`;
    const after = patch(plainWorkbook({ sheets: { 表1: sheet } }), {
      sheets: [{ sheet: "表1", operations: ["B1", "A3", "B3", "F3"].map((ref) => set(ref, number("1"))) }],
    });
    const styles = [...partText(after, PART).matchAll(/<c r="(\w+)"(?: s="(\d)")?>/g)].map(([, ref, style]) => [
      ref,
      style,
    ]);
    expect(styles).toEqual([
      ["B1", "7"],
      ["A3", "4"],
      ["B3", "9"],
      ["F3", undefined],
    ]);
  });

  test("a sheet without rows gets its first", () => {
    const bytes = plainWorkbook({ sheets: { 表1: '<dimension ref="A1"/><sheetData/>' } });
    const after = patch(bytes, { sheets: [{ sheet: "表1", operations: [set("C3", number("1"))] }] });
    expect(partText(after, PART)).toContain(
      '<dimension ref="A1:C3"/><sheetData><row r="3"><c r="C3"><v>1</v></c></row></sheetData>',
    );
  });

  test("prefixed sheets get prefixed cells", () => {
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const xml = `<?xml version="1.0"?><x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const after = patch(plainWorkbook({ sheets: { 表1: xml } }), {
      sheets: [{ sheet: "表1", operations: [set("A1", number("1")), set("B1", text("甲")), set("A2", number("2"))] }],
    });
    expect(partText(after, PART)).toContain(
      '<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t xml:space="preserve">甲</x:t></x:is></x:c></x:row><x:row r="2"><x:c r="A2"><x:v>2</x:v></x:c></x:row></x:sheetData>',
    );
  });
});

describe("what a formula shares with others", () => {
  const shared =
    '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*$C$1</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="A3"><f ca="1" t="shared" si="0"/><v>3</v></c></row>';

  test("the next cell takes over the text of a dropped master", () => {
    expect(rowsAfter(shared, [set("A1", number("9"))])).toBe(
      '<row r="1"><c r="A1"><v>9</v></c></row><row r="2"><c r="A2"><f t="shared" si="0" ref="A2:A3">B2*$C$1</f><v>2</v></c></row><row r="3"><c r="A3"><f ca="1" t="shared" si="0"/><v>3</v></c></row>',
    );
  });

  test("the last that is left stands alone", () => {
    expect(rowsAfter(shared, [set("A1", number("9")), set("A2", number("8")), set("A3", number("7"), "keep")])).toBe(
      '<row r="1"><c r="A1"><v>9</v></c></row><row r="2"><c r="A2"><v>8</v></c></row><row r="3"><c r="A3"><f ca="1">B3*$C$1</f><v>7</v></c></row>',
    );
  });

  test("a dropped follower changes no other cell", () => {
    expect(rowsAfter(shared, [set("A2", number("9"))])).toBe(
      shared.replace('<f t="shared" si="0"/><v>2</v>', "<v>9</v>"),
    );
  });

  test("part of an array cannot be set: it is dissolved into the values it shows", () => {
    const array =
      '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A2">B1:B2*2</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>';
    expect(rowsAfter(array, [set("A2", number("9"))])).toBe(
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>9</v></c></row>',
    );
    expect(rowsAfter(array, [set("A2", number("9"), "keep")])).toBe(array.replace("<v>2</v>", "<v>9</v>"));
    expect(rowsAfter(array, [set("A1", number("9"))])).toBe(
      '<row r="1"><c r="A1"><v>9</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>',
    );
  });
});

describe("requests that make no sense", () => {
  const merged = '<mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells>';

  test.each([
    ["a cell hidden inside a merged range", [set("B1", number("1"))], "B1 is hidden inside the merged A1:C2"],
    ["a cell hidden in a merged range's second row", [set("C2", blank)], "hidden"],
    ["no cell", [set("A0", number("1"))], "no cell"],
    ["a number with an exponent", [set("D1", number("1e5"))], "not a plain decimal"],
    ["no number", [set("D1", number("NaN"))], "not a plain decimal"],
    ["a text longer than a cell", [set("D1", text("长".repeat(32_768)))], "32768 characters"],
  ])("%s", (_, operations, message) => {
    expect(() => rowsAfter('<row r="1"/>', operations, merged)).toThrow(message);
  });

  test("the upper left cell of a merged range is set", () => {
    expect(rowsAfter('<row r="1"/>', [set("A1", number("1"))], merged)).toContain("<v>1</v>");
  });

  test("a sheet that is not there", () => {
    expect(() => patch(sheetOf(""), { sheets: [{ sheet: "表9", operations: [] }] })).toThrow("表9");
  });
});
