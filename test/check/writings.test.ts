import { beforeAll, describe, expect, it } from "vitest";
import type { PaperBook, PaperCell, PaperSheet } from "../support/paper-book.js";
import { changes, checkBook, findingLine, readSample, type Checked } from "../support/paper-check.js";
import { bodyRows, CODE_TABLES, formsOf } from "../support/paper-forms.js";

let sample: PaperBook;
let before: Checked;

beforeAll(async () => {
  sample = await readSample("sample");
  before = checkBook(sample);
});

/** Codes of 公开02, 03 and 05 as they may be printed over 类, 款 and 项; the name stands in column D. */
const CODES: Readonly<Record<string, (sheet: PaperSheet, row: number, code: string) => void>> = {
  "as numbers": (sheet, row, code) => sheet.set(`A${row}`, Number(code)),
  "in parts: 208 | 01 | 01": (sheet, row, code) =>
    parts(sheet, row, [code.slice(0, 3), code.slice(3, 5), code.slice(5)]),
  "in parts as numbers: 208 | 1 | 1": (sheet, row, code) =>
    parts(sheet, row, [Number(code.slice(0, 3)), toNumber(code.slice(3, 5)), toNumber(code.slice(5))]),
  "in parts without those above:  |  | 01": (sheet, row, code) =>
    parts(sheet, row, [
      code.length === 3 ? code : "",
      code.length === 5 ? code.slice(3) : "",
      code.length === 7 ? code.slice(5) : "",
    ]),
  "whole in the column of their level": (sheet, row, code) =>
    parts(
      sheet,
      row,
      [3, 5, 7].map((length) => (code.length === length ? code : "")),
    ),
  "with the name in one cell": (sheet, row, code) => {
    sheet.set(`A${row}`, `${code} ${String(sheet.at(row, 4).value)}`).set(`D${row}`, undefined);
  },
  "with signs between the parts": (sheet, row, code) => {
    const parts = [code.slice(0, 3), code.slice(3, 5), code.slice(5)];
    sheet.set(`A${row}`, parts.filter((digits) => digits !== "").join(row % 2 === 0 ? "-" : "."));
  },
  "as texts of numbers": (sheet, row, code) => {
    sheet.set(`A${row}`, `${code}.0`);
  },
  "set in by blanks of all widths": (sheet, row, code) => {
    sheet.set(`A${row}`, `${"　".repeat((code.length - 3) / 2)}${code}`);
    sheet.set(`D${row}`, `${" ".repeat(code.length - 3)}${String(sheet.at(row, 4).value)}`);
  },
};

describe("codes are read", () => {
  it.each(Object.entries(CODES))("%s", (_name, write) => {
    const book = sample.copy();
    for (const name of CODE_TABLES) {
      const sheet = book.sheet(name);
      for (const row of bodyRows(sheet)) {
        sheet.merges = sheet.merges.filter(({ firstRow }) => firstRow !== row);
        write(sheet, row, String(sheet.at(row, 1).value));
      }
    }
    expect(changes(before, book, checkBook(book))).toEqual([]);
  });
});

/** Figures of 公开01 to 09 as texts. */
const FIGURES: Readonly<Record<string, (figure: string) => string>> = {
  "as text": (figure) => figure,
  "with separators of thousands": (figure) => grouped(figure),
  "in full-width digits": (figure) => wide(figure),
  "behind an apostrophe": (figure) => `'${figure}`,
  "with blanks around": (figure) => ` ${figure}\u00a0`,
};

/** What a printed 0.00 may be instead. */
const ZEROS: Readonly<Record<string, PaperCell["value"]>> = {
  "—": "—",
  "-": "-",
  "－": "－",
  "/": "/",
  无: "无",
  "0.00 as text": "0.00",
};

describe("figures are read", () => {
  it.each(Object.entries(FIGURES))("%s; one hint a table says that Excel will not add them up", (_name, write) => {
    const book = sample.copy();
    mapFigures(book, (cell, figure) => ({ ...cell, value: write(figure) }));
    const after = checkBook(book);
    const hints = after.findings.filter(({ rule }) => rule === "stored-as-text");
    expect(hints.map(({ cells }) => cells[0]?.table)).toHaveLength(7);
    const others = { ...after, findings: after.findings.filter((finding) => !hints.includes(finding)) };
    expect(changes(before, book, others)).toEqual([]);
  });

  it.each(Object.entries(ZEROS))("with %s for zero: nothing but hints differs", (_name, zero) => {
    const book = sample.copy();
    mapFigures(book, (cell) => (cell.value === 0 && zero !== undefined ? { ...cell, value: zero } : cell));
    const after = checkBook(book);
    expect(after.summary.errors).toBe(0);
    expect(after.summary.explanations).toBe(before.summary.explanations);
  });

  it("with blanks for zero: nothing but hints differs", () => {
    const book = sample.copy();
    mapFigures(book, (cell) => (cell.value === 0 ? {} : cell));
    const after = checkBook(book);
    expect([after.summary.errors, after.summary.explanations]).toEqual([0, before.summary.explanations]);
    const kinds = new Set(after.findings.filter(({ severity }) => severity === "hint").map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(["missing", "not-checked", "rounding"]);
  });

  it("with the digits of a binary float behind them", () => {
    const book = sample.copy();
    mapFigures(book, (cell, figure) => ({ ...cell, value: Number(figure) * (1 + 2e-16) }));
    expect(changes(before, book, checkBook(book))).toEqual([]);
  });

  it("with further places behind the two that are printed", () => {
    const book = sample.copy();
    mapFigures(book, (cell, figure) => (figure.includes(".") ? { ...cell, value: Number(figure) + 0.0001 } : cell));
    expect(changes(before, book, checkBook(book))).toEqual([]);
  });

  it.each([
    ["NaN", "不是数字"],
    ["1e999", "不是数字"],
    ["abc", "不是数字"],
    ["1,23.4", "千位逗号的位置不对"],
    ["#REF!", "不是数字"],
  ])("but for %s, which is an error at its place", (text, says) => {
    const book = sample.copy();
    book.sheet("公开03表").set("F10", text);
    const [finding] = checkBook(book).findings.filter(({ rule }) => rule === "unreadable-figure");
    expect(finding?.cells).toEqual([
      { table: "支出决算表", sheet: "公开03表", address: "F10", row: "2080101", column: "2" },
    ]);
    expect(finding?.message).toContain(`“${text}”${says}`);
  });
});

describe("a cell full of text where a figure should stand", () => {
  it("is quoted, not retold", () => {
    const book = sample.copy();
    book.sheet("公开03表").set("G15", "甲".repeat(30_000));
    const [said] = checkBook(book).findings.filter(({ rule }) => rule === "unreadable-figure");
    expect(said?.message).toContain(`“${"甲".repeat(40)}…”不是数字`);
  });

  it("is named as the reason by the sums that miss its figure", () => {
    const book = sample.copy();
    book.sheet("公开03表").set("G15", "见附表");
    const sums = checkBook(book).findings.filter(({ rule, severity }) => rule === "03-02c" && severity === "error");
    expect(sums.map(({ message }) => message)).toEqual([
      expect.stringContaining("2080502 事业单位离退休“项目支出”栏的内容不是数字，按空白计算，请先改正那一格") as string,
    ]);
  });
});

describe("formulas", () => {
  it("in totals are as good as their saved results", () => {
    const book = sample.copy();
    sumRows(book, (cell) => cell);
    book.sheet("公开01表").set("F33", { cell: { ...book.sheet("公开01表").get("F33"), formula: "公开03表!E7" } });
    expect(changes(before, book, checkBook(book))).toEqual([]);
  });

  it("with wrong saved results give the errors of those results", () => {
    const book = sample.copy();
    sumRows(book, (cell, row) => (row === 10 ? { ...cell, value: 1789.3 } : cell));
    expect(errorsOf(checkBook(book))).toEqual([
      "03-01 error violated 公开03表!E10 公开03表!F10 公开03表!G10 公开03表!H10 1789.30 ~ 1784.30",
      "03-02c error violated 公开03表!E9 公开03表!E10 公开03表!E11 公开03表!E12 2485.10 ~ 2490.11",
    ]);
  });

  it("without saved results are errors, each at its place, and no blanks", () => {
    const book = sample.copy();
    sumRows(book, ({ formula = "" }) => ({ formula }));
    const { findings } = checkBook(book);
    const unread = findings.filter(({ rule }) => rule === "formula-without-value");
    expect(unread.map(({ cells }) => cells[0]?.address)).toEqual(
      Array.from({ length: 31 }, (_, index) => `E${index + 7}`),
    );
    expect(findings.filter(({ rule }) => rule === "cell-blank")).toEqual([]);
  });

  it("where people type are hints", () => {
    const book = sample.copy();
    const sheet = book.sheet("公开03表");
    sheet.set("F10", { cell: { ...sheet.get("F10"), formula: "1700+84.3" } });
    const added = changes(before, book, checkBook(book));
    expect(added).toHaveLength(1);
    expect(added[0]).toContain("formula hint format 公开03表!F10");
  });
});

describe("percentages", () => {
  const rates = (write: (cell: PaperCell) => PaperCell): Checked => {
    const book = sample.copy();
    book.sheet("公开12表").map((cell, { column }) => (column === 9 && cell.value === 1 ? write(cell) : cell));
    return checkBook(book);
  };

  it.each<readonly [string, PaperCell["value"], string | undefined, string]>([
    ["100", 100, undefined, "100"],
    ["100%", "100%", undefined, "100%"],
    ["100 as text", "100", undefined, "100"],
    ["1 shown as 100%", 1, "0%", "100%"],
  ])("written %s are right, with a hint on how to write them", (_name, value, format, shown) => {
    const after = rates(({ origin = "" }) => ({
      origin,
      ...(value === undefined ? {} : { value }),
      ...(format === undefined ? {} : { format }),
    }));
    const hints = after.findings.filter(({ rule }) => rule === "12-03");
    expect(after.summary.errors).toBe(0);
    expect(hints).toHaveLength(30);
    expect(hints[0]?.message).toContain(`写成了“${shown}”，按计算应为“100.00%”`);
  });

  it("written 1 for 100.00% are errors, and the hint says what they should be", () => {
    const after = rates(({ origin = "" }) => ({ origin, value: 1 }));
    const of = (rule: string): readonly string[] =>
      after.findings.filter((finding) => finding.rule === rule).map(({ message }) => message);
    expect(of("12-02")).toHaveLength(30);
    expect(of("12-03")).toHaveLength(30);
    expect(of("12-03")[0]).toContain("写成了“1”，按计算应为“100.00%”");
  });
});

function parts(sheet: PaperSheet, row: number, codes: readonly (string | number)[]): void {
  for (const [index, code] of codes.entries()) {
    const { origin } = index === 0 ? sheet.at(row, 1) : {};
    const kept = origin === undefined ? {} : { origin };
    sheet.put(row, index + 1, code === "" ? kept : { ...kept, value: code });
  }
}

function toNumber(digits: string): string | number {
  return digits === "" ? "" : Number(digits);
}

/** Changes every figure of 公开01 to 公开09. */
function mapFigures(book: PaperBook, change: (cell: PaperCell, figure: string) => PaperCell): void {
  for (const sheet of formsOf(book).slice(0, 9)) {
    sheet.map((cell) => (typeof cell.value === "number" ? change(cell, String(cell.value)) : cell));
  }
}

/** Makes the row sums of 公开03 formulas. */
function sumRows(book: PaperBook, saved: (cell: PaperCell, row: number) => PaperCell): void {
  const sheet = book.sheet("公开03表");
  for (let row = 7; row <= 37; row += 1) {
    const cell = { ...sheet.at(row, 5), formula: `SUM(F${row}:J${row})` };
    sheet.put(row, 5, saved(cell, row));
  }
}

function errorsOf(checked: Checked): readonly string[] {
  return checked.findings.filter(({ severity }) => severity === "error").map(findingLine);
}

function grouped(figure: string): string {
  const [whole = "", fraction] = figure.split(".");
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}

function wide(figure: string): string {
  return figure.replace(/[.0-9]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}
