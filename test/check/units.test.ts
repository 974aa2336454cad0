import { beforeAll, describe, expect, it } from "vitest";
import type { PaperBook, PaperSheet } from "../support/paper-book.js";
import { changes, checkBook, readSample, type Checked } from "../support/paper-check.js";
import { formsOf } from "../support/paper-forms.js";

let sample: PaperBook;
let before: Checked;

beforeAll(async () => {
  sample = await readSample("sample");
  before = checkBook(sample);
});

/** The rows of 公开09 that count people and cars. */
const COUNTS = { first: 16, last: 25 };

/** Writes a sheet's amounts ten thousand times greater, and the unit it says to print. */
function toYuan(sheet: PaperSheet, unit: string | undefined): void {
  sheet.map((cell, { row }) => {
    const isCount = sheet.name === "公开09表" && row >= COUNTS.first && row <= COUNTS.last;
    if (typeof cell.value === "number" && row > 4 && !isCount) {
      return { ...cell, value: Math.round(cell.value * 1e6) / 100 };
    }
    if (typeof cell.value !== "string" || !/^(?:金额)?单位：万元$/.test(cell.value)) return cell;
    return unit === undefined ? {} : { ...cell, value: unit };
  });
}

/** 公开01 to 09 and 国有资产 in 元. */
function inYuan(book: PaperBook): PaperBook {
  for (const sheet of formsOf(book).slice(0, 10)) toYuan(sheet, "金额单位：元");
  book.sheet("公开09表").set("D2", "金额单位：元");
  return book;
}

describe("a workbook in 元 made from one in 万元", () => {
  it("has the same findings, with figures, differences and tolerances in 元", () => {
    const after = checkBook(inYuan(sample.copy()));
    expect(after.unit).toBe("元");
    expect(after.summary).toEqual(before.summary);
    const own = (checked: Checked): readonly string[] =>
      checked.findings
        .filter(({ rule }) => rule.startsWith("0"))
        .map(({ rule, cells, left = "", right = "", difference = "", tolerance = "" }) => {
          const scale = checked.unit === "元" ? 1 : 10_000;
          const figures = [left, right, difference, tolerance].map((figure) =>
            Math.round(Number(figure) * scale * 100),
          );
          return [rule, cells[0]?.sheet, cells[0]?.address, ...figures].join(" ");
        });
    expect(own(after)).toEqual(own(before));
    const [first] = after.findings.filter(({ rule }) => rule === "02-01");
    expect(first).toMatchObject({
      left: "80408400.00",
      right: "80408500.00",
      difference: "-100.00",
      tolerance: "150.00",
    });
    expect(first?.message).toContain("是80,408,400.00元，按勾稽关系应为80,408,500.00元，相差-100.00元");
  });

  it("has an error where a figure is wrong by one 元", () => {
    const book = inYuan(sample.copy());
    const sheet = book.sheet("公开03表");
    sheet.set("G11", Number(sheet.get("G11").value) + 1);
    const errors = checkBook(book).findings.filter(({ severity }) => severity === "error");
    expect(errors.map(({ rule, difference }) => `${rule} ${difference ?? ""}`)).toContain("03-01 -1.00");
    expect(errors.every(({ cells }) => cells.some(({ address }) => address === "G11"))).toBe(true);
  });

  it("may have only some sheets in 元", () => {
    const book = sample.copy();
    toYuan(book.sheet("公开02表"), "金额单位：元");
    const after = checkBook(book);
    expect(after.unit).toBe("万元");
    expect(after.summary).toEqual(before.summary);
  });

  it("may name the unit of one table in a head", () => {
    const book = sample.copy();
    const sheet = book.sheet("公开01表");
    toYuan(sheet, undefined);
    sheet.map((cell) => (cell.value === "金额" ? { ...cell, value: "金额（元）" } : cell));
    expect(checkBook(book).summary).toEqual(before.summary);
  });

  it("under a wrong unit is full of errors", () => {
    const book = sample.copy();
    toYuan(book.sheet("公开02表"), "金额单位：万元");
    const { findings } = checkBook(book);
    const [whole] = findings;
    expect(whole).toMatchObject({ rule: "sheet-unit", severity: "error", kind: "plausibility" });
    expect(whole?.message).toMatch(
      /^公开02表《收入决算表》有 \d+ 处金额与别的表正好相差一万倍.*整张表按“元”填写，表上的单位却是“万元”/,
    );
    const [first] = findings.filter(({ rule }) => rule === "X-01");
    expect(first).toMatchObject({ severity: "error", left: "8300.02", right: "83000200.00" });
  });
});

describe("a sheet of whose figures or unit one was forgotten", () => {
  it.each(["公开01表", "公开02表", "公开03表", "公开05表", "公开06表"])(
    "%s in 元 below 万元 is named first",
    (name) => {
      const book = sample.copy();
      toYuan(book.sheet(name), "金额单位：万元");
      const { findings } = checkBook(book);
      expect(findings[0]?.cells[0]?.sheet).toBe(name);
      expect(findings.filter(({ rule }) => rule === "sheet-unit")).toEqual([findings[0]]);
    },
  );

  it("in 万元 below 元 is named first, with its label", () => {
    const book = sample.copy();
    const sheet = book.sheet("公开03表");
    const { row, column } = sheet.find("金额单位：万元");
    sheet.put(row, column, { value: "金额单位：元" });
    const [whole, ...others] = checkBook(book).findings;
    expect(whole?.message).toMatch(/^公开03表《支出决算表》有 \d+ 处金额.*单位写成了“元”，数却是按“万元”填的/);
    expect(others.map(({ rule }) => rule)).not.toContain("sheet-unit");
  });

  it("is no single figure in 元", () => {
    const book = sample.copy();
    const sheet = book.sheet("公开03表");
    sheet.set("G11", Number(sheet.get("G11").value) * 10_000);
    expect(checkBook(book).findings.map(({ rule }) => rule)).not.toContain("sheet-unit");
  });
});

describe("an amount that names its own unit", () => {
  it.each(["6.29万元", "62,900.00元", "６．２９ 万元", "6.29 万"])("%s is read in it", (text) => {
    const book = sample.copy();
    book.sheet("公开09表").set("D11", text);
    const [added, ...others] = changes(before, book, checkBook(book));
    expect(added).toContain("stored-as-text hint format 公开09表!D11");
    expect(others).toEqual([]);
  });
});
