import { describe, expect, test } from "vitest";
import { publishSheets } from "../../shared/publishing/publish-excel.js";
import { partsOf, RICH_SHEET } from "../support/patching.js";
import { found, plantedWorkbook, PLANTED } from "../support/planted.js";

const planted = plantedWorkbook();

function published(...sheets: readonly string[]): { readonly bytes: Uint8Array; readonly leftOut: readonly string[] } {
  const result = publishSheets(planted, new Set(sheets), "公开表");
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

describe("a workbook that goes out", () => {
  test("has persons, accounts and paths in twenty of its parts before", () => {
    const parts = new Set(found(planted).map((place) => place.replace(/: .*$/, "")));
    expect(parts.size).toBeGreaterThan(20);
    for (const word of PLANTED) expect(found(planted).some((place) => place.endsWith(word))).toBe(true);
  });

  test("names none of them, whichever of its sheets are published", () => {
    for (const sheets of [[RICH_SHEET], ["公开02表"], [RICH_SHEET, "公开02表"]]) {
      expect(found(published(...sheets).bytes), sheets.join(" ")).toEqual([]);
    }
  });

  test("holds only what its sheets show: no comments, printers, links, scripts, caches", () => {
    const names = partsOf(published(RICH_SHEET, "公开02表").bytes).names;
    expect([...names].sort()).toEqual(
      [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/charts/chart1.xml",
        "xl/drawings/_rels/drawing1.xml.rels",
        "xl/drawings/drawing1.xml",
        "xl/media/image1.png",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "xl/tables/table1.xml",
        "xl/workbook.xml",
        "xl/worksheets/_rels/sheet1.xml.rels",
        "xl/worksheets/_rels/sheet2.xml.rels",
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
      ].sort(),
    );
  });

  test("has no formula in a cell and refers to no sheet or file that stays behind", () => {
    const parts = partsOf(published(RICH_SHEET).bytes);
    for (const name of parts.names.filter((each) => each.endsWith(".xml"))) {
      const text = parts.text(name) ?? "";
      if (name.startsWith("xl/worksheets/")) expect(text, name).not.toMatch(/<c [^>]*>[^/]*<f[ >/]/);
      expect(text, name).not.toMatch(/\[1\]|公开02表|数据|externalReference/);
    }
    expect(published(RICH_SHEET).leftOut).toEqual(["公开02表", "数据&来源", "隐藏", "深藏"]);
  });

  test("shows a form's sheet that was hidden", () => {
    expect(partsOf(published("深藏").bytes).text("xl/workbook.xml")).not.toContain("state=");
  });

  test("is the same, byte for byte, whenever it is made", () => {
    expect(published(RICH_SHEET).bytes).toEqual(published(RICH_SHEET).bytes);
  });
});
