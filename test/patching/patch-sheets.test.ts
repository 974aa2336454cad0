import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openPackage } from "../../shared/sheets/package.js";
import type { CellWrite, NewSheet } from "../../shared/patching/patch-excel.js";
import { partsOf, partText, patch, RICH_SHEET, richBytes } from "../support/patching.js";
import { plainWorkbook } from "../support/plain-workbook.js";
import { runPython } from "../support/tools.js";
import { xmlDifference } from "../support/xml-difference.js";

const folder = mkdtempSync(path.join(tmpdir(), "gongkai-sheets-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const text = (words: string): CellWrite => ({ kind: "text", text: words });
const LAST_YEAR: NewSheet = {
  name: "上年数",
  rows: [
    [text("上年数")],
    [text("项目"), text("引用"), text("单位"), text("上年数")],
    [text("收入<合计>"), text("收入.合计.本年收入"), text("万元"), { kind: "number", text: "6393.56" }],
    [text("支出合计"), { kind: "blank" }, text("万元"), { kind: "number", text: "6571.310000000000000001" }],
  ],
  widths: [30, 40, 8, 16.5],
};

function sheetNames(bytes: Uint8Array): string[] {
  const opened = openPackage(bytes);
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value.sheets.map(({ name }) => name);
}

/** The values of a sheet as openpyxl reads them. */
function openpyxlRows(bytes: Uint8Array, sheet: string): unknown {
  const file = path.join(folder, "book.xlsx");
  writeFileSync(file, bytes);
  const script =
    "import sys, json, warnings, openpyxl; warnings.simplefilter('ignore'); print(json.dumps([[cell.value for cell in row] for row in openpyxl.load_workbook(sys.argv[1])[sys.argv[2]].iter_rows()]))";
  return JSON.parse(runPython(script, [file, sheet]));
}

describe("a new sheet", () => {
  const before = richBytes();
  const after = patch(before, { newSheets: [LAST_YEAR] });

  test("stands behind all others and holds what it was given", () => {
    expect(sheetNames(after)).toEqual([...sheetNames(before), "上年数"]);
    expect(openpyxlRows(after, "上年数")).toEqual([
      ["上年数", null, null, null],
      ["项目", "引用", "单位", "上年数"],
      ["收入<合计>", "收入.合计.本年收入", "万元", 6393.56],
      ["支出合计", null, "万元", 6571.31],
    ]);
    expect(partText(after, "xl/worksheets/sheet6.xml")).toContain("<v>6571.310000000000000001</v>");
    expect(partText(after, "xl/worksheets/sheet6.xml")).toContain(
      '<col min="4" max="4" width="16.5" customWidth="1"/>',
    );
  });

  test("adds one element to each part that has to know of it", () => {
    const added = (part: string): string[] => {
      const { before: gone, after: come } = xmlDifference(partText(before, part), partText(after, part));
      expect(gone).toEqual([]);
      return come.filter((event) => !event.startsWith("</"));
    };
    expect(added("xl/workbook.xml")).toEqual(['<sheet name="上年数" r:id="rId12" sheetId="10">']);
    expect(added("xl/_rels/workbook.xml.rels")[0]).toContain('Id="rId12" Target="worksheets/sheet6.xml"');
    expect(added("[Content_Types].xml")[0]).toContain('PartName="/xl/worksheets/sheet6.xml"');
    expect(partText(after, "xl/styles.xml")).toBe(
      partText(before, "xl/styles.xml")
        .replace('<cellXfs count="8">', '<cellXfs count="9">')
        .replace(
          "</cellXfs>",
          '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>',
        ),
    );
    const [old, now] = [partsOf(before), partsOf(after)];
    const changed = old.names.filter((name) => old.text(name) !== now.text(name));
    expect(changed).toEqual(["[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"]);
  });

  test("takes the place of the old one of its name, and the same one changes nothing", () => {
    const again = patch(after, { newSheets: [LAST_YEAR], removeSheets: ["上年数"] });
    expect(again).toBe(after);
    const other = patch(after, { newSheets: [{ ...LAST_YEAR, rows: [[text("新")]] }], removeSheets: ["上年数"] });
    expect(sheetNames(other)).toEqual(sheetNames(after));
    expect(openpyxlRows(other, "上年数")).toEqual([["新"]]);
    expect(partText(other, "xl/workbook.xml")).toBe(partText(after, "xl/workbook.xml"));
    expect(partText(other, "xl/styles.xml")).toBe(partText(after, "xl/styles.xml"));
  });

  test("and its cells can be patched in later requests", () => {
    const operations = [
      { kind: "set-cell", ref: "D3", value: { kind: "number", text: "1" }, formula: "drop" },
    ] as const;
    expect(openpyxlRows(patch(after, { sheets: [{ sheet: "上年数", operations }] }), "上年数")).toContainEqual([
      "收入<合计>",
      "收入.合计.本年收入",
      "万元",
      1,
    ]);
  });

  test("is made in prefixed workbooks and in those without styles, too", () => {
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const workbook = `<?xml version="1.0"?><x:workbook xmlns:x="${main}"><x:sheets><x:sheet name="表1" sheetId="1" xmlns:rel="${office}" rel:id="rId1"/></x:sheets></x:workbook>`;
    const bytes = plainWorkbook({ parts: [{ name: "xl/workbook.xml", data: workbook }] });
    const made = patch(bytes, { newSheets: [LAST_YEAR], recalculate: true });
    expect(sheetNames(made)).toEqual(["表1", "上年数"]);
    expect(partText(made, "xl/workbook.xml")).toContain(`sheetId="2" xmlns:r="${office}" r:id="rId2"/></x:sheets>`);
    expect(partText(made, "xl/workbook.xml")).toContain('</x:sheets><x:calcPr fullCalcOnLoad="1"/></x:workbook>');
  });

  test.each([
    ["a name that is taken", { ...LAST_YEAR, name: "公开02表" }],
    ["a name that is taken in capitals", { ...LAST_YEAR, name: "隐藏" }],
    ["no name", { ...LAST_YEAR, name: "" }],
    ["a name too long", { ...LAST_YEAR, name: "长".repeat(32) }],
    ["a name with a sign that Excel refuses", { ...LAST_YEAR, name: "a/b" }],
  ])("%s is a defect", (_, sheet) => {
    expect(() => patch(before, { newSheets: [sheet] })).toThrow(RangeError);
  });
});

describe("a sheet taken out", () => {
  const before = patch(richBytes(), { newSheets: [LAST_YEAR] });

  test("a working sheet leaves the workbook as it was, but for the style it brought", () => {
    const after = patch(before, { removeSheets: ["上年数"] });
    const [old, now] = [partsOf(richBytes()), partsOf(after)];
    expect(now.names).toEqual(old.names);
    expect(now.names.filter((name) => old.text(name) !== now.text(name))).toEqual(["xl/styles.xml"]);
  });

  test("references to it break, its parts and names go, those of others keep their sheet", () => {
    const after = patch(before, { removeSheets: [RICH_SHEET] });
    expect(sheetNames(after)).toEqual(["公开02表", "数据&来源", "隐藏", "深藏", "上年数"]);
    const names = partText(after, "xl/workbook.xml");
    expect(names).toContain('<definedName name="本表" localSheetId="0">公开02表!$A$1:$B$14</definedName>');
    expect(names).toContain('<definedName name="明细">#REF!</definedName>');
    expect(names).not.toContain("Print_Area");
    expect(partText(after, "xl/worksheets/sheet2.xml")).toContain("<f>#REF!</f>");
    expect(partText(after, "xl/worksheets/sheet2.xml")).toContain('<f t="shared" ref="B2:B14" si="0">#REF!*1</f>');
    expect(partsOf(after).has("xl/calcChain.xml")).toBe(false);
    const gone = ["sheet1", "drawing1", "vmlDrawing1", "comments1", "chart1", "printerSettings1", "image1"];
    expect(partsOf(after).names.filter((name) => gone.some((part) => name.includes(part)))).toEqual([]);
    expect(partText(after, "[Content_Types].xml")).not.toMatch(/chart1|comments1|drawing1/);
    expect(openpyxlRows(after, "上年数")).toHaveLength(4);
  });

  test("the last one in sight cannot go, nor one that is not there", () => {
    const two = plainWorkbook({ sheets: { 甲: "<sheetData/>", 乙: "<sheetData/>" } });
    expect(sheetNames(patch(two, { removeSheets: ["甲"] }))).toEqual(["乙"]);
    expect(() => patch(two, { removeSheets: ["甲", "乙"] })).toThrow("last visible");
    expect(() => patch(two, { removeSheets: ["丙"] })).toThrow("丙");
  });
});
