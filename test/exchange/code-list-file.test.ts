import { describe, expect, test } from "vitest";
import { readCodeListFile, type CodeListFile } from "../../shared/exchange/code-list-file.js";
import { plainWorkbook } from "../support/plain-workbook.js";
import { loadPack } from "../support/seed.js";

const pack = loadPack("yunnan-2020");

/** A workbook of one sheet, cells by row; a number stands as one. */
function sheetOf(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const lines = rows.map((cells, row) => {
    const all = cells.map((cell, column) => {
      const ref = `${String.fromCharCode(65 + column)}${row + 1}`;
      if (cell === "") return "";
      return typeof cell === "number"
        ? `<c r="${ref}"><v>${cell}</v></c>`
        : `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${cell}</t></is></c>`;
    });
    return `<row r="${row + 1}">${all.join("")}</row>`;
  });
  return plainWorkbook({ sheets: { 科目: `<sheetData>${lines.join("")}</sheetData>` } });
}

function read(rows: Parameters<typeof sheetOf>[0]): CodeListFile {
  const result = readCodeListFile(sheetOf(rows), pack);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

function codes(list: CodeListFile, id: string): readonly string[] {
  return (list.lists.get(id) ?? []).map(({ code, name }) => `${code} ${name}`);
}

describe("a list of codes from Excel", () => {
  test("has its codes as texts or numbers, below heads of any words, each in the classification of its 类", () => {
    const list = read([
      ["2021年政府收支分类科目"],
      ["科目编码", "科目名称", "说明"],
      ["201", "一般公共服务支出"],
      [20101, "  人大事务"],
      ["2010101", "　行政运行　", "反映行政单位的基本支出"],
      ["30101", "基本工资"],
    ]);
    expect(codes(list, "functional")).toEqual(["201 一般公共服务支出", "20101 人大事务", "2010101 行政运行"]);
    expect(codes(list, "economic")).toEqual(["30101 基本工资"]);
    expect(list.skipped).toBe(0);
  });

  test("may split a code over 类, 款 and 项, or print it growing, or with its name behind it", () => {
    const list = read([
      ["208", "05", "01", "行政单位离退休"],
      [208, 5, 2, "事业单位离退休"],
      ["208", "20805", "2080505", "机关事业单位基本养老保险缴费支出"],
      ["2080506 机关事业单位职业年金缴费支出"],
    ]);
    expect(codes(list, "functional")).toEqual([
      "2080501 行政单位离退休",
      "2080502 事业单位离退休",
      "2080505 机关事业单位基本养老保险缴费支出",
      "2080506 机关事业单位职业年金缴费支出",
    ]);
  });

  test("passes over figures, dates and texts, counts codes of no classification, and keeps a code's first name", () => {
    const list = read([
      ["合计", 12.5],
      ["12.50", "金额"],
      ["2020年", "年度"],
      ["9010101", "没有这一类"],
      ["3010101", "经济分类没有七位"],
      ["213", "农林水支出"],
      ["213", "另一个名称"],
    ]);
    expect(codes(list, "functional")).toEqual(["213 农林水支出"]);
    expect(list.skipped).toBe(2);
  });

  test("is refused like any workbook when it is none", () => {
    const result = readCodeListFile(new TextEncoder().encode("编码,名称"), pack);
    expect(result.ok ? "read" : result.failure.code).toBe("not-a-workbook");
  });
});
