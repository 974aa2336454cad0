import { describe, expect, test } from "vitest";
import { patchExcel, type SheetOperation } from "../../shared/patching/patch-excel.js";
import { partText, patch, patchRich, richBytes } from "../support/patching.js";
import { plainWorkbook, sheetOf } from "../support/plain-workbook.js";

const SHEET = "xl/worksheets/sheet1.xml";

const insert = (after: number, count: number, like = after): SheetOperation => ({
  kind: "insert-rows",
  after,
  count,
  like,
});
const remove = (first: number, count = 1): SheetOperation => ({ kind: "remove-rows", first, count });

/** What stands between the tags of `<sheetData>`, and all behind it. */
function afterwards(rows: string, operation: SheetOperation, behind = ""): string {
  const bytes = patch(sheetOf(rows, { after: behind }), { sheets: [{ sheet: "表1", operations: [operation] }] });
  return /<sheetData>(.*)<\/worksheet>/s.exec(partText(bytes, SHEET))?.[1]?.replace("</sheetData>", "|") ?? "";
}

describe("new rows like a row elsewhere", () => {
  test("below it, above it and far from it they take over formats and validations", () => {
    const behind =
      '<conditionalFormatting sqref="A3:B4"><cfRule type="expression" priority="1"><formula>$C3&gt;0</formula></cfRule></conditionalFormatting>';
    const format = (operation: SheetOperation): string =>
      /sqref="([^"]*)".*<formula>(.*)<\/formula>/
        .exec(afterwards("", operation, behind))
        ?.slice(1)
        .join(" ") ?? "";
    expect(format(insert(4, 2, 3))).toBe("A3:B6 $C3&gt;0");
    expect(format(insert(2, 2, 3))).toBe("A3:B6 $C3&gt;0");
    expect(format(insert(7, 1, 4))).toBe("A3:B4 A8:B8 $C3&gt;0");
    expect(format(insert(0, 1, 4))).toBe("A4:B5 A1:B1 $C1&gt;0");
    expect(format(insert(4, 2, 9))).toBe("A3:B4 $C3&gt;0");
  });

  test("a format whose first row is removed is read from the next", () => {
    const behind =
      '<conditionalFormatting sqref="A3:B5"><cfRule type="expression" priority="1"><formula>AND($C3&gt;A$1,A4=0)</formula></cfRule></conditionalFormatting>';
    expect(afterwards("", remove(3), behind)).toContain(
      'sqref="A3:B4"><cfRule type="expression" priority="1"><formula>AND($C3&gt;A$1,A4=0)</formula>',
    );
  });

  test("a hidden row gives visible ones, and merges in the way are not made", () => {
    const rows =
      '<row r="2" hidden="1" ht="9" outlineLevel="1" collapsed="1"><c r="A2" s="1"/><c r="B2"><v>1</v></c></row><row r="5"><c r="D5"/></row>';
    const merges = '<mergeCells count="2"><mergeCell ref="A2:B2"/><mergeCell ref="A5:A9"/></mergeCells>';
    expect(afterwards(rows, insert(6, 1, 2), merges)).toBe(
      `${rows}<row r="7" ht="9" outlineLevel="1"><c r="A7" s="1"/></row>|<mergeCells count="2"><mergeCell ref="A2:B2"/><mergeCell ref="A5:A10"/></mergeCells>`,
    );
  });
});

describe("rows written in other ways", () => {
  test("rows without numbers get one when they move", () => {
    expect(afterwards("<row><c><v>1</v></c></row><row><c><v>2</v></c></row>", insert(1, 1))).toBe(
      '<row><c><v>1</v></c></row><row r="2"></row><row r="3"><c><v>2</v></c></row>|',
    );
  });

  test("prefixed sheets with single quotes, comments and CDATA", () => {
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const xml = `<?xml version='1.0'?><x:worksheet xmlns:x='${main}'><x:sheetData><!-- <x:row r='9'/> --><x:row r='1'><x:c r='A1' s='2'><x:f><![CDATA[B1&"<2"]]></x:f></x:c></x:row><x:row r='2'><x:c r='A2'><x:f>A1+A3</x:f></x:c></x:row></x:sheetData><x:mergeCells count='1'><x:mergeCell ref='B1:C1'/></x:mergeCells></x:worksheet>`;
    const bytes = patch(plainWorkbook({ sheets: { 表1: xml } }), {
      sheets: [{ sheet: "表1", operations: [insert(1, 1)] }],
    });
    expect(partText(bytes, SHEET)).toContain(
      `<x:c r='A1' s='2'><x:f><![CDATA[B1&"<2"]]></x:f></x:c></x:row><x:row r="2"><x:c r="A2" s="2"><x:f>B2&amp;"&lt;2"</x:f></x:c></x:row><x:row r='3'><x:c r='A3'><x:f>A1+A4</x:f></x:c></x:row></x:sheetData><x:mergeCells count='2'><x:mergeCell ref='B1:C1'/><x:mergeCell ref="B2:C2"/>`,
    );
  });

  test("a shared formula loses its master with its row", () => {
    const rows =
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="4">B1+B$9</f></c></row><row r="2"><c r="A2"><f t="shared" si="4"/></c></row><row r="3"><c r="A3"><f t="shared" si="4"/></c></row>';
    expect(afterwards(rows, remove(1))).toBe(
      '<row r="1"><c r="A1"><f t="shared" si="4" ref="A1:A2">B1+B$8</f></c></row><row r="2"><c r="A2"><f t="shared" si="4"/></c></row>|',
    );
  });

  test("an array formula moves to the first row that stays, and grows with rows inside", () => {
    const rows =
      '<row r="1"><c r="A1"><f t="array" ref="A1:A3">B1:B3*2</f><v>1</v></c></row><row r="2"><c r="A2"/></row><row r="3"><c r="A3"><v>3</v></c></row>';
    expect(afterwards(rows, remove(1))).toBe(
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f></c></row><row r="2"><c r="A2"><v>3</v></c></row>|',
    );
    expect(afterwards(rows, insert(2, 1, 9))).toContain('<f t="array" ref="A1:A4">B1:B4*2</f>');
  });

  test("rows cannot be pushed off the end of a sheet", () => {
    const result = patchExcel(sheetOf('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'), {
      sheets: [{ sheet: "表1", operations: [insert(1, 1)] }],
      newSheets: [],
      removeSheets: [],
      recalculate: false,
    });
    expect(result).toEqual({
      ok: false,
      failure: { code: "workbook-row-out-of-range", facts: { sheet: "表1", row: "1048576" } },
    });
    expect(afterwards('<row r="1048576"><c r="A1048576" s="1"/></row>', insert(1, 1))).toBe("|");
  });

  test.each([
    ["no rows", insert(-1, 1)],
    ["half a row", remove(1.5)],
    ["fewer than none", remove(2, -1)],
  ])("%s is a defect", (_, operation) => {
    expect(() => afterwards("", operation)).toThrow("no rows");
  });
});

describe("page breaks", () => {
  const breaks = (operation: SheetOperation): string[] => {
    const list =
      '<rowBreaks count="3" manualBreakCount="2"><brk id="2" man="1"/><brk id="5"/><brk id="7" man="1"/></rowBreaks>';
    const after = afterwards("", operation, list);
    return [
      /count="\d+" manualBreakCount="\d+"/.exec(after)?.[0] ?? "none",
      ...[...after.matchAll(/id="(\d+)"/g)].map(([, id]) => id ?? ""),
    ];
  };

  test.each<[string, SheetOperation, string[]]>([
    ["rows right above a break's row push it down", insert(5, 1), ['count="3" manualBreakCount="2"', "2", "6", "8"]],
    ["rows right below it do not", insert(6, 1), ['count="3" manualBreakCount="2"', "2", "5", "8"]],
    ["a break goes with the row below it", remove(3), ['count="2" manualBreakCount="1"', "4", "6"]],
    ["not with the row above it", remove(2), ['count="3" manualBreakCount="2"', "1", "4", "6"]],
    ["none stands above the first row", remove(1, 2), ['count="2" manualBreakCount="1"', "3", "5"]],
    ["without breaks there is no list", remove(1, 9), ["none"]],
  ])("%s", (_, operation, expected) => {
    expect(breaks(operation)).toEqual(expected);
  });
});

describe("frozen panes", () => {
  const view = (operation: SheetOperation): string =>
    /<pane [^>]*>/.exec(partText(patchRich([operation]), SHEET))?.[0] ?? "";

  test.each<[string, SheetOperation, string]>([
    ["rows among the frozen are frozen", insert(3, 2), 'ySplit="9" topLeftCell="E10"'],
    ["rows right below them scroll and are in sight", insert(7, 2), 'ySplit="7" topLeftCell="E8"'],
    ["rows above the first are frozen, too", insert(0, 1, 1), 'ySplit="8" topLeftCell="E9"'],
    ["frozen rows taken out are fewer", remove(6, 3), 'ySplit="5" topLeftCell="E6"'],
  ])("%s", (_, operation, expected) => {
    expect(view(operation)).toContain(expected);
  });
});

describe("Excel tables", () => {
  const table = (operation: SheetOperation): string =>
    partText(patch(richBytes(), { sheets: [{ sheet: "公开02表", operations: [operation] }] }), "xl/tables/table1.xml");

  test.each<[string, SheetOperation, string]>([
    ["rows inside make it grow", insert(32, 2), 'ref="A30:C37" totalsRowCount="1"><autoFilter ref="A30:C36"/>'],
    ["rows above move it", insert(1, 1), "<calculatedColumnFormula>B32*2+"],
    ["rows taken out make it shrink", remove(33), 'ref="A30:C34" totalsRowCount="1"><autoFilter ref="A30:C33"/>'],
  ])("%s", (_, operation, expected) => {
    expect(table(operation)).toContain(expected);
  });

  test.each<[string, SheetOperation]>([
    ["its head", remove(30)],
    ["its total row", remove(35)],
    ["all its data", remove(31, 4)],
    ["all of it", remove(29, 8)],
  ])("%s cannot be taken out", (_, operation) => {
    expect(() => table(operation)).toThrow("workbook-unsupported");
  });
});
