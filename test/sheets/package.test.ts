import { describe, expect, it } from "vitest";
import { type WorkbookPackage, openPackage } from "../../shared/sheets/package.js";
import { type PlainWorkbook, part, plainWorkbook, relations } from "../support/plain-workbook.js";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

describe("an opened package", () => {
  it("lists its worksheets in tab order with their state, and leaves charts out", () => {
    const workbook = opened({
      parts: [
        part(
          "xl/workbook.xml",
          `<workbook xmlns="${MAIN}" xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="收入决算表" r:id="a"/>` +
            `<sheet name="图" r:id="c"/><sheet name="支出决算表" state="veryHidden" r:id="b"/></sheets></workbook>`,
        ),
        part(
          "xl/_rels/workbook.xml.rels",
          relations([
            ["b", "worksheet", "/xl/worksheets/sheet1.xml"],
            ["a", "worksheet", "./other/../worksheets/sheet2.xml"],
            ["c", "chartsheet", "chartsheets/sheet1.xml"],
          ]),
        ),
        part("xl/worksheets/sheet2.xml", "<worksheet/>"),
      ],
    });
    expect(workbook.sheets).toEqual([
      { name: "收入决算表", path: "xl/worksheets/sheet2.xml", state: "visible" },
      { name: "支出决算表", path: "xl/worksheets/sheet1.xml", state: "veryHidden" },
    ]);
    expect(workbook.date1904).toBe(true);
    expect([workbook.sharedStrings, workbook.formats.code(0)]).toEqual([[], undefined]);
  });

  it("lists defined names with the sheet they belong to", () => {
    const names =
      `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">乙!$A$1:$C$9</definedName>` +
      `<definedName name="总计" hidden="1">SUM(甲!$A$1,乙!&#x24;A$1)</definedName></definedNames>`;
    expect(opened({ sheets: { 甲: "", 乙: "" }, names }).definedNames).toEqual([
      { name: "_xlnm.Print_Area", sheet: "乙", formula: "乙!$A$1:$C$9", hidden: false },
      { name: "总计", formula: "SUM(甲!$A$1,乙!$A$1)", hidden: true },
    ]);
  });

  it("finds the workbook wherever the package says it is, in the strict namespaces too", () => {
    const strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    const target = `<Relationships><Relationship Id="r" Type="${strict}/officeDocument" Target="/book/main.xml"/></Relationships>`;
    const workbook = opened({
      parts: [part("_rels/.rels", target), part("book/main.xml", `<x:workbook xmlns:x="s"/>`)],
    });
    expect([workbook.workbookPath, workbook.sheets, workbook.stylesPath]).toEqual(["book/main.xml", [], undefined]);
  });

  it("says where its styles and shared strings are", () => {
    const workbook = opened({ strings: "<si><t>甲</t></si><si><t>乙</t></si>" });
    expect([workbook.stylesPath, workbook.sharedStringsPath]).toEqual(["xl/styles.xml", "xl/sharedStrings.xml"]);
    expect(workbook.sharedStrings).toEqual(["甲", "乙"]);
  });
});

describe("a part of many pieces", () => {
  const texts = Array.from({ length: 100_000 }, (_, index) => `${"x".repeat(index % 3)}人员经费${index}`);

  it("is read without a character lost between them", () => {
    expect(opened({ strings: texts.map((text) => `<si><t>${text}</t></si>`).join("") }).sharedStrings).toEqual(texts);
  });

  it("is refused in an encoding that nobody writes", () => {
    const xml = `\uFEFF<sst>${texts.map((text) => `<si><t>${text}</t></si>`).join("")}</sst>`;
    const data = Buffer.from(xml.repeat(2), "utf16le");
    const result = openPackage(plainWorkbook({ parts: [{ name: "xl/sharedStrings.xml", data }] }));
    const facts = { part: "xl/sharedStrings.xml", encoding: "utf-16le" };
    expect(result.ok ? "opened" : result.failure).toEqual({ code: "workbook-unsupported", facts });
  });
});

describe("a package is refused", () => {
  it.each<[string, PlainWorkbook, string, Record<string, string>]>([
    [
      "when a sheet's part is missing",
      { parts: [part("xl/_rels/workbook.xml.rels", relations([["rId1", "worksheet", "no.xml"]]))] },
      "workbook-unsupported",
      { part: "xl/no.xml", problem: "missing" },
    ],
    [
      "when a sheet's relation is missing",
      { parts: [part("xl/_rels/workbook.xml.rels", relations([]))] },
      "workbook-unsupported",
      { sheet: "表1" },
    ],
    [
      "when the workbook's part is missing",
      { parts: [part("_rels/.rels", relations([["r", "officeDocument", "no.xml"]]))] },
      "workbook-unsupported",
      { part: "no.xml", problem: "missing" },
    ],
    ["when its document is no workbook", { parts: [part("xl/workbook.xml", "<document/>")] }, "not-a-workbook", {}],
    [
      "when two sheets have one name",
      { sheets: { a: "", A: "" } },
      "workbook-damaged",
      { sheet: "A", problem: "twice" },
    ],
    ["when its workbook is broken", { names: "<definedNames>" }, "workbook-broken-xml", { part: "xl/workbook.xml" }],
    [
      "when its relations are broken",
      { parts: [part("xl/_rels/workbook.xml.rels", "")] },
      "workbook-broken-xml",
      { part: "xl/_rels/workbook.xml.rels" },
    ],
    ["when its styles are broken", { styles: "&x;" }, "workbook-broken-xml", { part: "xl/styles.xml" }],
    ["when its strings are broken", { strings: "<si>" }, "workbook-broken-xml", { part: "xl/sharedStrings.xml" }],
  ])("%s", (_, workbook, code, facts) => {
    const result = openPackage(plainWorkbook(workbook));
    expect(result.ok ? "opened" : result.failure).toEqual({ code, facts });
  });

  it("when a sheet would have to be fetched from elsewhere", () => {
    const external = `<Relationships><Relationship Id="rId1" Type="x/worksheet" TargetMode="External" Target="http://x/a.xml"/></Relationships>`;
    const result = openPackage(plainWorkbook({ parts: [part("xl/_rels/workbook.xml.rels", external)] }));
    expect(result.ok ? "opened" : result.failure).toEqual({ code: "workbook-unsupported", facts: { sheet: "表1" } });
  });
});

function opened(workbook: PlainWorkbook): WorkbookPackage {
  const result = openPackage(plainWorkbook(workbook));
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}
