import { beforeAll, describe, expect, it } from "vitest";
import type { PaperBook, PaperSheet } from "../support/paper-book.js";
import { changes, checkBook, checkBytes, findingLine, readSample, type Checked } from "../support/paper-check.js";
import { paperFile } from "../support/paper-file.js";

let sample: PaperBook;
let before: Checked;

beforeAll(async () => {
  sample = await readSample("sample");
  before = checkBook(sample);
});

/** What is new in the findings after a change, without messages. */
function newAfter(change: (book: PaperBook) => void): readonly string[] {
  const book = sample.copy();
  change(book);
  const lines = changes(before, book, checkBook(book));
  return lines.filter((line) => line.startsWith("+")).map((line) => line.replace(/^.* @ /, ""));
}

/** The rows where the projects of 公开12 begin. */
function starts(sheet: PaperSheet): readonly number[] {
  return [...sheet.cells()].filter(({ cell }) => cell.value === "项目名称").map(({ row }) => row);
}

function lastRow(sheet: PaperSheet): number {
  return Math.max(...sheet.rows.keys());
}

describe("公开12表", () => {
  it.each([1, 2, 7])("with %i projects has no new finding", (count) => {
    const added = newAfter((book) => {
      const sheet = book.sheet("公开12表");
      const from = starts(sheet)[count] ?? 0;
      sheet.removeRows(from, lastRow(sheet) - from + 1);
    });
    expect(added).toEqual([]);
  });

  it("with twenty projects finds an error in the last of them at its own cell", () => {
    const book = sample.copy();
    const sheet = book.sheet("公开12表");
    const first = [...sheet.rows].filter(([row]) => row >= 3 && row <= 20);
    const end = lastRow(sheet);
    for (let copy = 0; copy < 6; copy += 1) {
      const by = end + copy * 19 - 1;
      for (const [row, cells] of first) {
        for (const [column, { value, format }] of cells) {
          const isMoney = row >= 6 && row <= 8 && column >= 5 && column <= 7;
          const small = isMoney ? (row === 6 ? 0.02 : 0.01) : value;
          const kept = format === undefined ? {} : { format };
          sheet.put(row + by, column, small === undefined ? kept : { ...kept, value: small });
        }
      }
      sheet.put(3 + by, 3, { value: `新增项目${copy + 1}` });
    }
    expect(starts(sheet)).toHaveLength(20);
    expect(checkBook(book).summary.errors).toBe(0);
    const total = lastRow(sheet);
    sheet.put(total, 9, { value: 99 });
    const [error] = checkBook(book).findings;
    expect(error?.cells[0]).toEqual({
      table: "项目支出绩效自评表",
      sheet: "公开12表",
      address: `I${total}`,
      row: "新增项目6",
      column: "totalScore",
    });
  });

  it("may lack rows of a block; each is a hint", () => {
    const added = newAfter((book) => {
      const sheet = book.sheet("公开12表");
      sheet.removeRows(19, 2);
      sheet.removeRows(9);
    });
    expect(added.map((line) => line.split(" ")[0]).sort()).toEqual([
      "cell-blank",
      "cell-blank",
      "region-missing",
      "row-missing",
    ]);
  });

  it("without its goals says which part is missing, of which form", () => {
    const book = sample.copy();
    book.sheet("公开12表").removeRows(10, 2);
    const [finding] = checkBook(book).findings.filter(({ rule }) => rule === "region-missing");
    expect(finding?.message).toContain("公开12表《项目支出绩效自评表》缺少“年度总体目标”这一部分");
  });

  it("in 元 is compared in 元 with the tables in 万元", () => {
    const book = sample.copy();
    book.sheet("公开12表").map((cell, { column }) => {
      if (cell.value === "项目资金（万元）") return { ...cell, value: "项目资金（元）" };
      if (typeof cell.value !== "number" || column < 5 || column > 7) return cell;
      return { ...cell, value: Math.round(cell.value * 1e6) / 100 };
    });
    const after = checkBook(book);
    expect(after.summary).toEqual(before.summary);
    const [hint] = after.findings.filter(({ rule }) => rule === "12-08");
    expect([hint?.left, hint?.right, hint?.difference]).toEqual(["8175400.00", "8175500.00", "-100.00"]);
  });

  it("with its projects on sheets of their own is refused, and people are told what to do", () => {
    const book = sample.copy();
    const sheet = book.sheet("公开12表");
    const second = sheet.copy();
    const [, start = 0] = starts(sheet);
    sheet.removeRows(start, lastRow(sheet) - start + 1);
    second.name = "项目2";
    second.removeRows(3, start - 3);
    book.sheets.push(second);
    expect(checkBytes(paperFile(book))).toBe("ambiguous-table");
  });

  it("left blank has no error and names the project by its count", () => {
    const book = sample.copy();
    const sheet = book.sheet("公开12表");
    const [, second = 0] = starts(sheet);
    sheet.removeRows(second, lastRow(sheet) - second + 1);
    sheet.map((cell, { row, column }) => {
      const isFilled = typeof cell.value === "number" || row === 11 || (row > 12 && row < 19 && column > 1);
      return row > 2 && (isFilled || (column === 3 && row < 5)) ? {} : cell;
    });
    const { findings, summary } = checkBook(book);
    expect(summary.errors).toBe(0);
    const own = findings.filter(({ cells }) => cells[0]?.table === "项目支出绩效自评表");
    expect(own.length).toBeGreaterThan(0);
    for (const { message, cells } of own) {
      expect(message).toContain("第1个项目");
      expect(cells[0]?.row).toContain("第1个项目");
    }
  });
});

describe("公开11表", () => {
  it("may hold no tasks", () => {
    const added = newAfter((book) => {
      book.sheet("公开11表").removeRows(15, 4);
    });
    expect(added).toEqual([]);
  });

  it("without its goals or indicators says which part is missing", () => {
    const book = sample.copy();
    const sheet = book.sheet("公开11表");
    sheet.removeRows(19, lastRow(sheet) - 18);
    sheet.removeRows(7, 5);
    const said = checkBook(book).findings.filter(({ rule }) => rule === "region-missing");
    expect(said.map(({ message }) => message.replace(/^.*缺少/, ""))).toEqual([
      "“一、部门年度目标”这一部分。",
      "“三、部门整体支出绩效指标”这一部分。",
    ]);
  });
});

describe("a single figure changed in 公开11表, 公开12表 or 国有资产", () => {
  const STEP = 15;

  it("gives an error that names that very cell, or its total", () => {
    const silent: string[] = [];
    for (const name of ["国有资产", "公开11表", "公开12表"]) {
      const figures = [...sample.sheet(name).cells()].filter(({ cell }) => typeof cell.value === "number");
      for (const { ref, cell } of figures.filter((_, index) => name === "国有资产" || index % STEP === 0)) {
        const book = sample.copy();
        const value = Number(cell.value);
        const isRate = cell.format?.includes("%") ?? false;
        book.sheet(name).set(ref, isRate ? value - 0.1 : Math.round((value + 1) * 100) / 100);
        const errors = checkBook(book).findings.filter(({ severity }) => severity === "error");
        const named = errors.some(({ cells }) => cells.some((one) => one.sheet === name && one.address === ref));
        if (!named) silent.push(`${name}!${ref} ${errors.map(findingLine).join("; ")}`);
      }
    }
    expect(silent).toEqual([]);
  });
});
