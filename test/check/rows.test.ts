import { beforeAll, describe, expect, it } from "vitest";
import type { PaperBook, PaperSheet } from "../support/paper-book.js";
import { changes, checkBook, findingLine, readSample, type Checked } from "../support/paper-check.js";
import { CODE_TABLES, rowOf } from "../support/paper-forms.js";

let sample: PaperBook;
let before: Checked;

beforeAll(async () => {
  sample = await readSample("sample");
  before = checkBook(sample);
});

/** The errors of the sample after a change, each as one line. */
function errorsAfter(change: (book: PaperBook) => void): readonly string[] {
  const book = sample.copy();
  change(book);
  return checkBook(book)
    .findings.filter(({ severity }) => severity === "error")
    .map(findingLine);
}

/** The messages of one rule after a change. */
function messagesAfter(rule: string, change: (book: PaperBook) => void): readonly string[] {
  const book = sample.copy();
  change(book);
  return checkBook(book)
    .findings.filter((finding) => finding.rule === rule)
    .map(({ message }) => message);
}

describe("rows that the sample lacks", () => {
  it("are read where they stand, with the figures that they take from another row", () => {
    const book = sample.copy();
    for (const name of CODE_TABLES) {
      const sheet = book.sheet(name);
      const row = rowOf(sheet, "2080108");
      addRow(sheet, row, "2080199", "其他人力资源和社会保障管理事务支出");
      for (const { row: at, column, cell } of [...sheet.cells()]) {
        if (at !== row || cell.value !== 120.94) continue;
        sheet.put(row, column, { ...cell, value: 100.94 });
        sheet.put(row + 1, column, { value: 20 });
      }
    }
    const after = checkBook(book);
    expect(after.summary.errors).toBe(0);
    const unknown = after.findings.filter(({ rule }) => rule === "unknown-code");
    expect(unknown.map(findingLine)).toEqual(["unknown-code hint plausibility 公开02表!E13 公开03表!E13 公开05表!E14"]);
  });

  it("of a class, a 款 and a 项 without figures change no sum", () => {
    const added = messagesAfter("unknown-code", (book) => {
      for (const name of CODE_TABLES) {
        const sheet = book.sheet(name);
        const last = rowOf(sheet, "2210203");
        addRow(sheet, last, "229", "其他支出");
        addRow(sheet, last + 1, "22999", "其他支出");
        addRow(sheet, last + 2, "2299999", "其他支出");
      }
    });
    expect(added).toHaveLength(2);
  });

  it("of words only say nothing", () => {
    const book = sample.copy();
    for (const name of CODE_TABLES) book.sheet(name).insertRows(9).fill(9, undefined, undefined, undefined, "其中：");
    expect(changes(before, book, checkBook(book))).toEqual([]);
  });

  it("of sums are a hint, because the form has no such row", () => {
    const book = sample.copy();
    const sheet = book.sheet("公开03表");
    const row = rowOf(sheet, "210");
    sheet.insertRows(row).fill(row, undefined, undefined, undefined, "小计", 8078.45, 2121.82);
    const tasks = book.sheet("公开11表").insertRows(19);
    tasks.fill(19, "合计", undefined, undefined, 5757.61, 5757.61, undefined, 5757.61, "100.00%");
    expect(changes(before, book, checkBook(book)).map((line) => line.replace(/^.* @ /, ""))).toEqual([
      `sum-row hint format 公开03表!E${row}`,
      "sum-row hint format 公开11表!D19",
    ]);
  });
});

describe("a 合计 row", () => {
  it.each(["总计", "合  计：", "合计数", "本年合计"])(
    "may be called %s: it is read, and a wrong one is found",
    (name) => {
      const book = sample.copy();
      book.sheet("公开03表").set("D7", name);
      expect(changes(before, book, checkBook(book))).toEqual([]);
      book.sheet("公开03表").set("E7", 8437.62);
      expect(checkBook(book).summary.errors).toBeGreaterThan(0);
    },
  );

  it("that stands twice is an error where the two differ, and nothing where the next page repeats it", () => {
    const book = sample.copy();
    const sheet = book.sheet("公开03表");
    const row = rowOf(sheet, "213");
    sheet.insertRows(row).fill(row, undefined, undefined, undefined, "合计", 8337.62, 2375.99, 5961.63, 0, 0, 0);
    expect(changes(before, book, checkBook(book))).toEqual([]);
    sheet.set(`E${row}`, 8337.26);
    expect(checkBook(book).findings[0]).toMatchObject({ rule: "row-twice", severity: "error" });
  });

  it("may stand below the codes, in another column, spaced", () => {
    const book = sample.copy();
    const sheet = book.sheet("公开03表");
    const cells = [...(sheet.rows.get(7) ?? [])];
    sheet.insertRows(38);
    for (const [column, cell] of cells) sheet.put(38, column === 4 ? 1 : column, cell);
    sheet.removeRows(7);
    sheet.set("A37", { cell: { ...sheet.get("A37"), value: "合    计" } });
    expect(changes(before, book, checkBook(book))).toEqual([]);
  });

  it("that is missing is computed, and said", () => {
    const said = messagesAfter("cell-blank", (book) => book.sheet("公开03表").removeRows(7));
    expect(said[0]).toBe("公开03表《支出决算表》合计“本年支出合计”栏在文件里是空的，已按分项算出，导出时会填上。");
    expect(errorsAfter((book) => book.sheet("公开03表").removeRows(7))).toEqual([]);
  });
});

describe("rows with a slip", () => {
  it("missing: the sums above it and the table that has it", () => {
    expect(errorsAfter((book) => removeCode(book.sheet("公开03表"), "2080108"))).toEqual([
      "03-02c error violated 公开03表!E9 公开03表!E10 公开03表!E11 2485.10 ~ 2364.17",
      "03-02c error violated 公开03表!G9 公开03表!G10 公开03表!G11 700.81 ~ 579.87",
      "X-21 error violated 公开05表!K13",
    ]);
  });

  it("without the 款 above it", () => {
    const errors = errorsAfter((book) => {
      for (const name of CODE_TABLES) removeCode(book.sheet(name), "20807");
    });
    expect(errors.map((line) => line.split(" ").slice(0, 4).join(" "))).toEqual([
      "X-21 error violated 公开02表!E18",
      "X-21 error violated 公开03表!E18",
      "X-21 error violated 公开05表!E19",
    ]);
  });

  it("with the code of the row above: once for the name and once for the code, and no other table is blamed for it", () => {
    const retype = (book: PaperBook): void => {
      const sheet = book.sheet("公开03表");
      sheet.set(`A${rowOf(sheet, "2080108")}`, "2080102");
    };
    expect(errorsAfter(retype)).toEqual([
      "X-22 error violated 公开03表!E12",
      "duplicate-code error plausibility 公开03表!E12 公开03表!E11",
      "X-21 error violated 公开05表!K13",
    ]);
    expect(messagesAfter("duplicate-code", retype)[0]).toContain("科目编码 2080102 出现了 2 次");
  });

  it("twice, the second time without figures: only that", () => {
    const errors = errorsAfter((book) => {
      const sheet = book.sheet("公开03表");
      addRow(sheet, rowOf(sheet, "2080108"), "2080108", "信息化建设");
    });
    expect(errors).toEqual(["duplicate-code error plausibility 公开03表!E13 公开03表!E12"]);
  });

  it("with a digit too few: the code is named beside the sums it spoils", () => {
    const said = messagesAfter("code-length", (book) => {
      const sheet = book.sheet("公开03表");
      sheet.set(`A${rowOf(sheet, "2080108")}`, "208018");
    });
    expect(said).toEqual([
      "公开03表《支出决算表》208018 信息化建设“本年支出合计”栏：科目编码 208018 有 6 位，应当是 3、5、7 位中的一种，多半是漏了或多了数字。请改正编码。",
    ]);
  });

  it("without a code: the row is not read, and the sums miss it", () => {
    const errors = errorsAfter((book) => {
      const sheet = book.sheet("公开03表");
      sheet.set(`A${rowOf(sheet, "2080108")}`, undefined);
    });
    expect(errors[0]).toBe("row-without-code error format 公开03表!E12");
    expect(errors).toHaveLength(4);
  });

  it("with a date for a code: the row is not read, and the date is named as people see it", () => {
    const messages = messagesAfter("row-without-code", (book) => {
      const sheet = book.sheet("公开03表");
      sheet.set(`A${rowOf(sheet, "2080101")}`, { cell: { value: 44044, format: "yyyy-mm-dd" } });
    });
    expect(messages).toEqual([expect.stringContaining("编码栏里的“2020-08-01”不是科目编码，没有读入") as string]);
  });

  it.each(["22102O1", "2210201a"])(
    "with letters in its code, %s: the row is not read, whatever its digits say",
    (code) => {
      const messages = messagesAfter("row-without-code", (book) => {
        const sheet = book.sheet("公开03表");
        sheet.set(`A${rowOf(sheet, "2210201")}`, code);
      });
      expect(messages).toEqual([expect.stringContaining(`编码栏里的“${code}”不是科目编码，没有读入`) as string]);
    },
  );

  it("with a key that got stuck in its code: one row that is not read, in a sentence of bearable length", () => {
    const book = sample.copy();
    const sheet = book.sheet("公开03表");
    sheet.set(`A${rowOf(sheet, "2210201")}`, "2".repeat(3000));
    const { findings } = checkBook(book);
    expect(findings.filter(({ severity }) => severity === "error").length).toBeLessThan(10);
    expect(findings.map(({ rule }) => rule)).toContain("row-without-code");
    expect(Math.max(...findings.map(({ message }) => message.length))).toBeLessThan(700);
  });

  it("under a name with signs that nobody sees: no other name", () => {
    expect(
      errorsAfter((book) => {
        const sheet = book.sheet("公开03表");
        sheet.set(`D${rowOf(sheet, "2080502")}`, "\u202E事业单位\u200B离退休\uFEFF");
      }),
    ).toEqual([]);
  });

  it("under the class's name of another year: a hint at its 行次", () => {
    const said = messagesAfter("row-renamed", (book) => book.sheet("公开01表").set("D20", "十四、资源勘探信息等支出"));
    expect(said).toEqual([expect.stringContaining("行次 44 本年度应为“十四、资源勘探工业信息等支出”")]);
    const spelt = messagesAfter("row-renamed", (book) =>
      book.sheet("公开01表").set("D20", "14.资源勘探工业信息等支出"),
    );
    expect(spelt).toEqual([]);
  });

  it("left out although other forms say what stands in them: to be explained, with the amount", () => {
    const book = sample.copy();
    book.sheet("公开01表").removeRows(14);
    const lines = changes(before, book, checkBook(book));
    expect(lines).toHaveLength(2);
    expect(lines.join("\n")).toMatch(
      /“八、社会保障和就业支出”这一行，按勾稽关系这里应有 8,078\.45 万元.*row-missing explain missing/,
    );
    expect(lines.join("\n")).toMatch(
      /“八、其他收入”这一行，按勾稽关系这里应有 166\.42 万元.*row-missing explain missing/,
    );
  });

  it("left out because they are 0: a hint each, and nothing else about them", () => {
    const book = sample.copy();
    const sheet = book.sheet("公开01表");
    for (let row = 32; row >= 26; row -= 1) sheet.removeRows(row);
    const lines = changes(before, book, checkBook(book));
    expect(lines).toHaveLength(7);
    for (const line of lines) expect(line).toContain("row-missing hint missing");
  });
});

function addRow(sheet: PaperSheet, after: number, code: string, name: string): void {
  const columns = [...(sheet.rows.get(after) ?? [])].flatMap(([column, { value }]) =>
    typeof value === "number" ? [column] : [],
  );
  sheet.insertRows(after + 1).fill(after + 1, code, undefined, undefined, name);
  for (const column of columns) sheet.put(after + 1, column, { value: 0 });
}

function removeCode(sheet: PaperSheet, code: string): void {
  sheet.removeRows(rowOf(sheet, code));
}
