import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { computedOf } from "../../shared/calc/computed-session.js";
import { openWorkbook } from "../../shared/exchange/open-workbook.js";
import { formSheet } from "../../shared/forms/lay-out-form.js";
import type { FormSheet } from "../../shared/forms/form-sheet.js";
import { fitToPage, type Unbroken } from "../../shared/pages/column-shares.js";
import { PRINTABLE_POINTS } from "../../shared/pages/measures.js";
import { PACK_FOLDER } from "../support/command-line.js";
import { loadFormulas, loadPack } from "../support/seed.js";

const pack = loadPack("yunnan-2020");
const opened = openWorkbook(readFileSync(path.join(PACK_FOLDER, "sample.xlsx")), [
  { pack, formulas: loadFormulas(pack) },
]);
if (!opened.ok) throw new Error(opened.failure.code);
const computed = computedOf(opened.value.session);

function sheetOf(id: string): FormSheet {
  const form = pack.forms.find((one) => one.id === id);
  if (form === undefined) throw new Error(`no form ${id}`);
  return formSheet(form, computed, { spareRows: 0 });
}

/** 81,336,000.00, a code's third of 2080101, and 0.00. */
const YUAN: Unbroken = { signs: 13, ems: 6.6 };
const CODE: Unbroken = { signs: 0, ems: 1.3 };
const ZERO: Unbroken = { signs: 4, ems: 2 };
const WORDS: Unbroken = { signs: 0, ems: 0 };

describe("a form's columns on one page's width", () => {
  it("are as wide as the form says, in letters as small as Excel's fit makes them, while these can be read", () => {
    const sheet = sheetOf("02");
    const unbroken = sheet.columns.map(({ content }) => (content === "figure" ? ZERO : WORDS));
    const { shares, points } = fitToPage(sheet, unbroken);
    const [first = 0] = shares;
    expect(points).toBeCloseTo(9.43, 2);
    for (const [index, share] of shares.entries()) {
      expect(share / first).toBeCloseTo((sheet.columns[index]?.width ?? 0) / (sheet.columns[0]?.width ?? 1), 6);
    }
  });

  it("give figures in 元 their room in letters that can be read; columns of zeros and names yield", () => {
    const sheet = sheetOf("05");
    const figures = [ZERO, ZERO, ZERO, YUAN, YUAN, YUAN, YUAN, YUAN, YUAN, ZERO, ZERO, ZERO, ZERO];
    const { shares, points } = fitToPage(sheet, [CODE, CODE, CODE, WORDS, ...figures]);
    expect(points).toBe(8);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 6);
    const ems = shares.map((share) => (share / 100) * (PRINTABLE_POINTS.landscape.width / points));
    expect(ems[3]).toBeGreaterThan(10);
    expect(ems.slice(7, 13).every((one) => one > YUAN.ems + 1)).toBe(true);
    expect(ems.slice(4, 7)).toEqual([4, 4, 4].map((one) => expect.closeTo(one, 6) as number));
  });

  it("are as small as need be where even names have nothing to give", () => {
    const sheet = sheetOf("05");
    const wide = sheet.columns.map(({ content }) => (content === "figure" ? YUAN : WORDS));
    const { points } = fitToPage(sheet, wide);
    expect(points).toBeLessThan(7.5);
    expect(points).toBeGreaterThanOrEqual(5);
  });
});
