import { beforeAll, describe, expect, it } from "vitest";
import type { PaperBook, PaperCell, PaperSheet } from "../support/paper-book.js";
import { changes, checkBook, readSample, type Checked } from "../support/paper-check.js";
import { bodyRows, CODE_TABLES, formsOf, rename, stack, titleOf } from "../support/paper-forms.js";

let sample: PaperBook;
let before: Checked;

beforeAll(async () => {
  sample = await readSample("sample");
  before = checkBook(sample);
});

type Rearranging = (book: PaperBook) => void;

const everyTitle =
  (title: (title: string, index: number) => string): Rearranging =>
  (book) => {
    for (const [index, sheet] of formsOf(book).entries()) sheet.set("A1", title(titleOf(sheet), index));
  };

const everyForm =
  (change: (sheet: PaperSheet) => void): Rearranging =>
  (book) => {
    formsOf(book).forEach(change);
  };

const everyCodeTable =
  (change: (sheet: PaperSheet) => void): Rearranging =>
  (book) => {
    for (const name of CODE_TABLES) change(book.sheet(name));
  };

const NUMERALS = Array.from("一二三四五六七八九十");
const numeral = (index: number): string => NUMERALS[index % NUMERALS.length] ?? "";

const SHEETS: Readonly<Record<string, Rearranging>> = {
  "named after their titles": everyForm((sheet) => (sheet.name = titleOf(sheet).slice(0, 31))),
  "named Sheet1, Sheet2 …": (book) => rename(book, (_, index) => `Sheet${index + 1}`),
  "named 1, 2 …": (book) => rename(book, (_, index) => String(index + 1)),
  "named with quotes and signs": (book) => rename(book, (_, index) => `'${index}'&<表>`),
  "with two names swapped": (book) =>
    rename(book, (name) => ({ 公开02表: "公开03表", 公开03表: "公开02表" })[name] ?? name),
  "in reverse order": (book) => book.sheets.reverse(),
  "partly hidden": (book) => {
    for (const [index, sheet] of book.sheets.entries()) if (index % 2 === 1) sheet.state = "hidden";
  },
  "behind a cover and a table of contents, with notes and drafts between them": (book) => {
    const titles = formsOf(book).map(titleOf);
    book.add("封面", 0).fill(1, "2020年度部门决算公开表").fill(3, "单位名称：楚雄州人力资源和社会保障局");
    const contents = book.add("目录", 1).fill(1, "目  录");
    for (const [index, title] of titles.entries()) contents.fill(index + 2, index + 1, title);
    book.add("填报说明", 6).fill(1, "填报说明").fill(2, "1. 收入支出决算总表由系统生成，单位：万元。");
    const draft = book.add("工作底稿", 9).fill(1, "收入决算表取数底稿");
    for (let row = 2; row < 20; row += 1) draft.fill(row, "2080101", "行政运行", row * 3.3, row * 1.1);
    book.add("Sheet99");
  },
  "behind a table of contents of two": (book) =>
    book.add("目录", 0).fill(1, "目录").fill(2, "1", "收入支出决算总表").fill(3, "2", "收入决算表"),
  "beside an emptied copy of a table": (book) => {
    const copy = book.sheet("公开02表").copy();
    copy.name = "备份";
    copy.map((cell) => (typeof cell.value === "number" ? {} : cell));
    book.sheets.push(copy);
  },
};

const TITLES: Readonly<Record<string, Rearranging>> = {
  "behind the year": everyTitle((title) => `2020年度${title}`),
  "behind publisher and year": everyTitle((title) => `楚雄州人力资源和社会保障局2020年度${title}`),
  "behind year and publisher": everyTitle((title) => `2020年楚雄州人力资源和社会保障局${title}`),
  "behind a publisher": everyTitle((title) => `楚雄州人力资源和社会保障局${title}`),
  "behind the name of the whole set": everyTitle((title) => `2020年度部门决算公开${title}`),
  "behind the name of the whole set and a dash": everyTitle((title) => `楚雄州人社局2020年度部门决算公开报表—${title}`),
  "behind a stroke": everyTitle((title) => `公开套表 | ${title}`),
  "behind 附表1：": everyTitle((title, index) => `附表${index + 1}：${title}`),
  "behind 公开01表": everyTitle((title, index) => `公开${String(index + 1).padStart(2, "0")}表 ${title}`),
  "behind 表一：": everyTitle((title, index) => `表${numeral(index)}：${title}`),
  "behind 一、": everyTitle((title, index) => `${numeral(index)}、${title}`),
  "behind （一）": everyTitle((title, index) => `（${numeral(index)}）${title}`),
  "behind 1.": everyTitle((title, index) => `${index + 1}.${title}`),
  "spaced by blanks": everyTitle((title) => Array.from(title).join(" ")),
  "spaced by full-width blanks": everyTitle((title) => Array.from(title).join("　")),
  "broken over lines": everyTitle((title) => `${title.slice(0, 4)}\r\n${title.slice(4)}`),
  "before the year in brackets": everyTitle((title) => `${title}（2020年度）`),
  "before the publisher in brackets": everyTitle((title) => `${title}（楚雄彝族自治州人力资源和社会保障局）`),
  "before the unit in brackets": everyTitle((title) => `${title}（金额单位：万元）`),
  "below 附件1": everyForm((sheet) => sheet.insertRows(1).fill(1, "附件1")),
  "in another column of another row, unmerged": everyForm((sheet) => {
    const title = sheet.insertRows(1).at(2, 1);
    sheet.put(2, 1, {});
    sheet.put(2, 3, title);
    sheet.merges = sheet.merges.filter((range) => range.firstRow !== 2);
  }),
  "repeated above every project": (book) => {
    const sheet = book.sheet("公开12表");
    const starts = [...sheet.cells()].filter(({ cell }) => cell.value === "项目名称").map(({ row }) => row);
    for (const start of starts.slice(1).reverse()) {
      sheet.insertRows(start, 2);
      sheet.put(start, 1, { value: titleOf(sheet) });
      sheet.put(start + 1, 1, { value: "部门：楚雄彝族自治州人力资源和社会保障局" });
    }
  },
};

const LINES: Readonly<Record<string, Rearranging>> = {
  "单位:万元": everyUnitLine("单位:万元"),
  "（万元）": everyUnitLine("（万元）"),
  "（单位：人民币万元）": everyUnitLine("（单位：人民币万元）"),
  "金额单位： 万 元": everyUnitLine("金额单位： 万 元"),
  "no unit at all": everyUnitLine(undefined),
  "publisher and unit in one cell": (book) => {
    everyUnitLine(undefined)(book);
    for (const sheet of formsOf(book).slice(0, 8)) {
      sheet.set("A3", "部门：楚雄彝族自治州人力资源和社会保障局        金额单位：万元");
    }
  },
  "编制单位 for 部门": everyForm((sheet) => replaceText(sheet, /^部门：/, "编制单位：")),
  "no printed numbers of forms": everyForm((sheet) => replaceText(sheet, /^公开\d+表$/, undefined)),
  "signatures below the table": everyForm((sheet) => {
    const last = Math.max(...sheet.rows.keys());
    sheet.fill(last + 1, "单位负责人：", "财务负责人：", "填表人：", "填报日期：");
    sheet.put(last + 1, 5, { value: 44440, format: "yyyy-mm-dd" });
  }),
};

const GRIDS: Readonly<Record<string, Rearranging>> = {
  "without any merge": (book) => {
    for (const sheet of book.sheets) sheet.merges = [];
  },
  "behind an empty first column": everyForm((sheet) => sheet.insertColumns(1)),
  "with an empty column inside": everyCodeTable((sheet) => sheet.insertColumns(6)),
  "with remarks on their right": everyCodeTable((sheet) => {
    const last = Math.max(...[...sheet.cells()].map(({ column }) => column));
    sheet.put(5, last + 2, { value: "备注" });
    sheet.put(9, last + 2, { value: "已核对" });
    sheet.put(10, last + 3, { value: 1234.5 });
  }),
  "below blank rows": everyForm((sheet) => sheet.insertRows(1, 3)),
  "with blank rows between title and heads": everyForm((sheet) => sheet.insertRows(2, 2)),
  "with blank rows in the body": everyCodeTable((sheet) => {
    for (const row of [...bodyRows(sheet)].reverse()) if (row % 5 === 0) sheet.insertRows(row, 2);
  }),
  "with wrapped heads": everyForm((sheet) => rewrap(sheet, (text) => `${text.slice(0, 3)}\n${text.slice(3)}`)),
  "with spaced heads": everyForm((sheet) => rewrap(sheet, (text) => Array.from(text).join(" "))),
  "without 栏次": everyForm((sheet) => {
    for (let row = 8; row >= 3; row -= 1) {
      if ([...(sheet.rows.get(row)?.values() ?? [])].some(({ value }) => value === "栏次")) sheet.removeRows(row);
    }
  }),
  "with 栏次 as numbers": everyForm((sheet) => {
    sheet.map((cell, { row }) => (row < 9 && isDigits(cell.value) ? { ...cell, value: Number(cell.value) } : cell));
  }),
  "without 行次": (book) => {
    for (const sheet of [book.sheet("公开01表"), book.sheet("公开04表")]) {
      sheet.map((cell, at) => (at.row > 6 && [2, 5].includes(at.column) && isDigits(cell.value) ? {} : cell));
    }
  },
  "with 行次 as numbers": (book) => {
    for (const name of ["公开01表", "公开04表", "公开09表"]) {
      book.sheet(name).map((cell) => (isDigits(cell.value) ? { ...cell, value: Number(cell.value) } : cell));
    }
  },
  "with heads printed again on the next page": (book) => {
    for (const name of ["公开01表", "公开02表", "公开03表"]) repeatRows(book.sheet(name), 1, 6, 20);
    repeatRows(book.sheet("公开12表"), 12, 12, 15);
  },
  "with 06's totals farther down": (book) => book.sheet("公开06表").insertRows(39, 2),
  "with projects close together": (book) => {
    const sheet = book.sheet("公开12表");
    const starts = [...sheet.cells()].filter(({ cell }) => cell.value === "项目名称").map(({ row }) => row);
    for (const start of starts.slice(1).reverse()) sheet.removeRows(start - 1);
  },
  "with sources of funds named shorter and set in": (book) => {
    const sheet = book.sheet("公开12表");
    replaceText(sheet, /^其中：当年财政拨款$/, "当年财政拨款");
    replaceText(sheet, /^上年结转资金$/, "　　上年结转资金");
    replaceText(sheet, /^其他资金$/, "      其他资金");
  },
};

const STACKS: Readonly<Record<string, Rearranging>> = {
  "two, each with its notes": (book) => stack(book, "公开07表", "公开08表"),
  "two of other shapes": (book) => stack(book, "公开09表", "国有资产"),
  "two without notes between them": (book) => {
    for (const name of ["公开02表", "公开03表"]) book.sheet(name).removeRows(38);
    stack(book, "公开02表", "公开03表");
  },
  "all of them": (book) => {
    const [first = "", ...others] = formsOf(book).map(({ name }) => name);
    for (const name of others) stack(book, first, name);
  },
};

describe.each([
  ["sheets", SHEETS],
  ["titles", TITLES],
  ["lines above and below the tables", LINES],
  ["tables", GRIDS],
  ["tables one below the other on a sheet", STACKS],
])("%s may be rearranged without a change in any finding or its place:", (_, variants) => {
  it.each(Object.entries(variants))("%s", (_name, rearrange) => {
    const book = sample.copy();
    rearrange(book);
    const after = checkBook(book);
    // That a form is hidden is said of its sheet; nothing within it differs.
    const findings = after.findings.filter(({ rule }) => rule !== "hidden-sheet");
    expect(changes(before, book, { ...after, findings })).toEqual([]);
    expect(after.department).toBe(before.department);
  });
});

function everyUnitLine(text: string | undefined): Rearranging {
  return everyForm((sheet) => replaceText(sheet, /^(?:金额)?单位：万元$/, text));
}

function replaceText(sheet: PaperSheet, pattern: RegExp, text: string | undefined): void {
  sheet.map((cell) => {
    if (typeof cell.value !== "string" || !pattern.test(cell.value)) return cell;
    return text === undefined ? {} : { ...cell, value: cell.value.replace(pattern, text) };
  });
}

function rewrap(sheet: PaperSheet, wrap: (text: string) => string): void {
  sheet.map((cell, { row }) => {
    const { value } = cell;
    return typeof value === "string" && row > 3 && row < 7 && value.length > 2 && value.length < 30
      ? { ...cell, value: wrap(value) }
      : cell;
  });
}

/** Prints rows once more before another row. */
function repeatRows(sheet: PaperSheet, first: number, last: number, before: number): void {
  const rows = Array.from({ length: last - first + 1 }, (_, index) => [...(sheet.rows.get(first + index) ?? [])]);
  sheet.insertRows(before, rows.length);
  for (const [index, cells] of rows.entries()) {
    for (const [column, { value }] of cells) sheet.put(before + index, column, value === undefined ? {} : { value });
  }
}

function isDigits(value: PaperCell["value"]): boolean {
  return typeof value === "string" && /^\d+$/.test(value);
}
