import { describe, expect, test } from "vitest";
import { patchExcel, type SheetOperation } from "../../shared/patching/patch-excel.js";
import { partsOf, partText, patch, patchRich, RICH_SHEET, richBytes } from "../support/patching.js";
import { plainWorkbook, relations } from "../support/plain-workbook.js";
import { xmlDifference } from "../support/xml-difference.js";

const SHEET_PART = "xl/worksheets/sheet1.xml";

const setCell = (ref: string, text: string, formula: "keep" | "drop" = "drop"): SheetOperation => ({
  kind: "set-cell",
  ref,
  value: { kind: "number", text },
  formula,
});

/** The names of the parts whose bytes differ, and of those that came or went. */
function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  const names = new Set([...old.names, ...now.names]);
  return [...names].filter((name) => {
    const [a, b] = [old.bytes(name), now.bytes(name)];
    return a === undefined || b === undefined || Buffer.compare(a, b) !== 0;
  });
}

describe("one cell of the rich workbook", () => {
  const before = richBytes();
  const after = patchRich([setCell("F9", "999.99")]);

  test("is the only difference in its sheet", () => {
    expect(xmlDifference(partText(before, SHEET_PART), partText(after, SHEET_PART))).toEqual({
      before: ["996.99"],
      after: ["999.99"],
    });
  });

  test("leaves every character of the sheet around it", () => {
    const text = partText(before, SHEET_PART);
    expect(partText(after, SHEET_PART)).toBe(text.replace("<v>996.99</v>", "<v>999.99</v>"));
  });

  test("leaves every byte of every other part", () => {
    expect(changedParts(before, after)).toEqual([SHEET_PART]);
  });

  test("leaves the zip's entries in order, with names, flags, times and packed bytes", () => {
    const [old, now] = [partsOf(before).entries, partsOf(after).entries];
    expect(now.map(({ name, flags, method, modified }) => [name, flags, method, modified])).toEqual(
      old.map(({ name, flags, method, modified }) => [name, flags, method, modified]),
    );
    for (const [index, entry] of old.entries()) {
      if (entry.name === SHEET_PART) continue;
      expect(Buffer.compare(entry.packed, now[index]?.packed ?? new Uint8Array())).toBe(0);
    }
  });

  test("gives the same bytes when done again", () => {
    expect(Buffer.compare(after, patchRich([setCell("F9", "999.99")]))).toBe(0);
  });

  test("can be set back, and then nothing differs at all", () => {
    const back = patch(after, { sheets: [{ sheet: RICH_SHEET, operations: [setCell("F9", "996.99")] }] });
    expect(changedParts(before, back)).toEqual([]);
  });
});

describe("what a change does not touch", () => {
  test("an empty request gives the very same bytes", () => {
    const bytes = richBytes();
    expect(patch(bytes, {})).toBe(bytes);
  });

  test("a request that sets what is there gives the very same bytes", () => {
    const bytes = richBytes();
    expect(patch(bytes, { sheets: [{ sheet: RICH_SHEET, operations: [setCell("F9", "996.99")] }] })).toBe(bytes);
  });

  test("a derived cell keeps its formula, and only its cached value is refreshed", () => {
    const after = patchRich([setCell("E7", "20175.72", "keep")]);
    expect(changedParts(richBytes(), after)).toEqual([SHEET_PART]);
    expect(xmlDifference(partText(richBytes(), SHEET_PART), partText(after, SHEET_PART))).toEqual({
      before: ["1"],
      after: ["20175.72"],
    });
  });

  test("only a formula that went makes the calculation chain stale", () => {
    const after = patchRich([setCell("E7", "20175.72", "drop")]);
    expect(changedParts(richBytes(), after)).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      SHEET_PART,
      "xl/calcChain.xml",
    ]);
    expect(xmlDifference(partText(richBytes(), "[Content_Types].xml"), partText(after, "[Content_Types].xml"))).toEqual(
      {
        before: [
          '<Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml" PartName="/xl/calcChain.xml">',
          "</Override>",
        ],
        after: [],
      },
    );
    expect(partText(after, "xl/_rels/workbook.xml.rels")).not.toContain("calcChain");
  });

  test("recalculation is asked for in one attribute of the workbook", () => {
    const after = patch(richBytes(), { recalculate: true });
    expect(changedParts(richBytes(), after)).toEqual(["xl/workbook.xml"]);
    expect(partText(after, "xl/workbook.xml")).toBe(
      partText(richBytes(), "xl/workbook.xml").replace("<calcPr ", '<calcPr fullCalcOnLoad="1" '),
    );
    expect(patch(after, { recalculate: true })).toBe(after);
  });
});

describe("how a part is written", () => {
  const XML = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>';
  const withSheet = (data: Uint8Array | string): Uint8Array => plainWorkbook({ parts: [{ name: SHEET_PART, data }] });
  const operations = [setCell("A1", "1")];

  test("a byte order mark stays", () => {
    const after = patch(withSheet(`\uFEFF${XML}`), { sheets: [{ sheet: "表1", operations }] });
    expect(Buffer.from(partsOf(after).bytes(SHEET_PART) ?? []).toString()).toMatch(/^\uFEFF<worksheet .*<v>1<\/v>/);
  });

  test("UTF-16 becomes UTF-8 and says so", () => {
    const utf16 = Buffer.from(`\uFEFF<?xml version="1.0" encoding="UTF-16"?>${XML}`, "utf16le");
    const after = patch(withSheet(utf16), { sheets: [{ sheet: "表1", operations }] });
    expect(Buffer.from(partsOf(after).bytes(SHEET_PART) ?? []).toString()).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?><worksheet/,
    );
  });

  test("names that a relation spells in other capitals are the same part", () => {
    const types = partText(plainWorkbook(), "[Content_Types].xml");
    const bytes = plainWorkbook({
      parts: [
        { name: "[Content_Types].xml", data: types.replace("sheet1.xml", "Sheet1.XML") },
        { name: "xl/_rels/workbook.xml.rels", data: relations([["rId1", "worksheet", "Worksheets/SHEET1.xml"]]) },
      ],
    });
    const after = patch(bytes, { sheets: [{ sheet: "表1", operations }] });
    expect(partsOf(after).names).toEqual(partsOf(bytes).names);
    expect(partText(after, SHEET_PART)).toContain("<v>1</v>");
  });

  test.each([
    [
      "bytes that are no text",
      Buffer.concat([
        Buffer.from(XML.replace("</work", "<!-- ")),
        Buffer.from([0xff]),
        Buffer.from(" --></worksheet>"),
      ]),
    ],
    ["a tag without end", XML.slice(0, -1)],
    ["elements that cross", XML.replace("<sheetData/>", "<sheetData/><a><b></a></b>")],
  ])("a sheet with %s is refused", (_, data) => {
    const request = { sheets: [{ sheet: "表1", operations }], newSheets: [], removeSheets: [], recalculate: false };
    expect(patchExcel(withSheet(data), request)).toEqual({
      ok: false,
      failure: { code: "workbook-broken-xml", facts: { part: SHEET_PART } },
    });
  });

  test("what the gate refuses is refused", () => {
    const request = { sheets: [], newSheets: [], removeSheets: [], recalculate: false };
    expect(patchExcel(new Uint8Array([1, 2, 3]), request).ok).toBe(false);
  });
});
