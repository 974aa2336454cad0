import { describe, expect, test } from "vitest";
import {
  draft,
  type Draft,
  draftFrom,
  foundIn,
  PACK,
  readingOf,
  refusalOf,
  sampleBytes,
  told,
} from "../support/draft-workbook.js";
import type { DraftSheet } from "../support/draft-workbook.js";
import { publishedSample } from "../../build/templates/samples.js";

describe("a form is recognised however its sheet was handled", () => {
  const cases: readonly (readonly [string, string, (sheet: DraftSheet, workbook: Draft) => void])[] = [
    ["a renamed sheet", "02", (sheet) => (sheet.name = "Sheet3")],
    ["sheets in another order", "01", (_, workbook) => workbook.sheets.reverse()],
    ["rows above the title", "01", (sheet) => sheet.insertRows(1, 4)],
    ["blank rows between title and heads", "02", (sheet) => sheet.insertRows(2, 2)],
    ["a blank row between heads and body", "03", (sheet) => sheet.insertRows(sheet.row("合计"), 1)],
    ["a blank column on the left", "05", (sheet) => sheet.insertColumns(1)],
    ["a blank column between panels", "01", (sheet) => sheet.insertColumns(4)],
    ["a blank column between figures", "03", (sheet) => sheet.insertColumns(7)],
    ["a title in another column", "02", (sheet) => move(sheet, "收入决算表", "H1")],
    ["a title with blanks inside", "01", (sheet) => retitle(sheet, "收入支出决算总表", "收 入 支 出 决 算 总 表")],
    ["a title over two lines", "09", (sheet) => retitle(sheet, "经费、行政", "经费、\n行政")],
    ["a title with straight quotes", "09", (sheet) => retitle(sheet, "“三公”", '"三公"')],
    ["a title with other quotes", "09", (sheet) => retitle(sheet, "“三公”", "「三公」")],
    ["a title without quotes", "09", (sheet) => retitle(sheet, "“三公”", "三公")],
    ["a title behind a label", "02", (sheet) => retitle(sheet, "收入决算表", "附件2：收入决算表")],
    ["a title with this year before it", "02", (sheet) => retitle(sheet, "收入决算表", "某某局2020年度收入决算表")],
    ["a title with a bracket behind it", "02", (sheet) => retitle(sheet, "收入决算表", "收入决算表（公开02表）")],
    ["narrow brackets in heads", "04", (sheet) => sheet.replace("（按功能分类）", "(按功能分类)")],
    ["a wide slash in heads", "assets", (sheet) => sheet.replace("对外投资/", "对外投资／")],
    ["line breaks and blanks in heads", "05", (sheet) => sheet.replace("项目支出结转和结余", "项目支出\n结转和　结余")],
    ["heads that were never merged", "05", (sheet) => sheet.unmerge()],
    ["heads that were never merged, in blocks", "12", (sheet) => sheet.unmerge()],
    ["a group's head over its second column", "05", (sheet) => overSecond(sheet)],
    ["a head over two rows instead of one", "09", (sheet) => splitHead(sheet)],
    ["no number of the form", "03", (sheet) => sheet.replace("公开03表", "")],
    ["another number of the form", "07", (sheet) => sheet.replace("公开07表", "公开08表")],
    ["no 栏次", "02", (sheet) => sheet.removeRows(sheet.row("栏次"))],
    ["a column for checking on the right", "03", (sheet) => sheet.put("N6", "核对").put("N9", 0)],
  ];

  test.each(cases)("%s", async (_, form, change) => {
    const before = await readingOf(await draft(form));
    const workbook = await draft(form);
    change(workbook.sheet(form), workbook);
    const after = await readingOf(workbook);
    expect(told(after)).toEqual(told(before));
    expect(foundIn(after)).toEqual([]);
  });

  test("columns that change places take their figures along", async () => {
    const before = await readingOf(await draft("02"));
    const workbook = await draft("02");
    const order = [1, 2, 3, 4, 12, 7, 6, 8, 9, 11, 10, 5];
    workbook.sheet("02").moveColumns((column) => order[column - 1] ?? column);
    expect(told(await readingOf(workbook))).toEqual(told(before));
  });

  test("the published 公开11 has no title and is known by its heads", async () => {
    const bytes = await sampleBytes(["11"], { ...publishedSample(PACK), remarks: new Map(), lastYear: new Map() });
    expect([...(await readingOf(draftFrom(bytes))).forms.keys()]).toEqual(["11"]);
  });
});

describe("other sheets beside the forms", () => {
  const cases: readonly (readonly [string, (workbook: Draft) => void])[] = [
    ["any sheet", (workbook) => workbook.add("工作底稿", { A1: "往来款明细表", A2: "单位：元", A3: "金额", A4: 5 })],
    ["an empty sheet", (workbook) => workbook.add("Sheet1")],
    ["a table of contents", (workbook) => workbook.add("目录", listOf(PACK.forms.map(({ title }) => title)))],
    ["a form of another set, as long as nothing is missing", (workbook) => copyAs(workbook, "01", "收入支出决算表")],
    ["last year's form with its year in the title", (workbook) => copyAs(workbook, "01", "2019年度收入支出决算总表")],
    ["an empty copy of a form", (workbook) => emptyCopy(workbook, "02")],
    ["a copy of a form full of zeros", (workbook) => zeroCopy(workbook, "02")],
    ["a cover that bears a title", (workbook) => workbook.add("封面", { C8: "收入支出决算总表", C12: "2020年" })],
  ];

  test.each(cases)("%s changes nothing", async (_, change) => {
    const accounts = PACK.forms.map(({ id }) => id).filter((id) => id < "10");
    const before = await readingOf(await draft(...accounts));
    const workbook = await draft(...accounts);
    change(workbook);
    const after = await readingOf(workbook);
    expect(told(after)).toEqual(told(before));
    expect(foundIn(after)).toEqual([]);
  });
});

test("missing forms are named and may be explained", async () => {
  const read = await readingOf(await draft("02", "03"));
  const missing = read.findings.filter(({ code }) => code === "form-missing");
  expect(missing.map(({ facts }) => facts["no"])).toEqual([
    ...["公开01表", "公开04表", "公开05表", "公开06表", "公开07表", "公开08表", "公开09表"],
    ...["国有资产占有使用情况表", "公开10表", "公开11表", "公开12表"],
  ]);
  expect(missing[0]).toMatchObject({ severity: "explain", kind: "missing", remarkId: "form-missing-01" });
  expect([...read.tables.keys()]).toEqual(["02", "03"]);
});

test("a missing form names the sheets with figures that are no form", async () => {
  const workbook = await draft("02", "03");
  retitle(workbook.sheet("03"), "支出决算表", "本年各项支出一览表");
  workbook.add("封面", { A1: "二〇二〇年度", A2: 2020 });
  const { findings } = await readingOf(workbook);
  const missing = findings.find(({ code, facts }) => code === "form-missing" && facts["no"] === "公开03表");
  expect(missing?.facts["sheets"]).toBe("公开03表");
});

test("a form with hardly any of its heads is refused with the heads that are not there, and no others", async () => {
  const workbook = await draft("03", "09");
  retitle(workbook.sheet("09"), "决算统计数", "决算数");
  expect(await refusalOf(workbook)).toMatchObject({ code: "other-year-form", facts: { expected: "决算统计数" } });
});

describe("two sheets with one form", () => {
  test("both holding figures are ambiguous", async () => {
    const workbook = await draft("02", "03");
    workbook.sheets.push(workbook.sheet("02").copy("公开02表 (2)"));
    expect(await refusalOf(workbook)).toEqual({
      code: "ambiguous-table",
      facts: { title: "收入决算表", sheet: "公开02表", other: "公开02表 (2)" },
    });
  });

  test("the one that holds figures counts, wherever it stands", async () => {
    const workbook = await draft("02");
    emptyCopy(workbook, "02");
    workbook.sheets.reverse();
    expect((await readingOf(workbook)).forms.get("02")?.sheet.name).toBe("公开02表");
  });
});

describe("forms of another year or place are refused", () => {
  const titles: readonly (readonly [string, string, string])[] = [
    ["01", "收入支出决算总表", "收入支出决算表"],
    ["01", "收入支出决算总表", "2022年度收入支出决算总表"],
    ["01", "收入支出决算总表", "XX局2019年度收入支出决算总表"],
    ["04", "财政拨款收入支出决算表", "财政拨款收入支出决算总表"],
    ["05", "一般公共预算财政拨款收入支出决算表", "一般公共预算财政拨款支出决算表"],
    ["06", "一般公共预算财政拨款基本支出决算表", "基本支出决算明细表"],
    ["08", "国有资本经营预算财政拨款收入支出决算表", "国有资本经营预算财政拨款支出决算表"],
    ["08", "国有资本经营预算财政拨款收入支出决算表", "财政专户管理资金收入支出决算表"],
    ["07", "政府性基金预算财政拨款收入支出决算表", "一般公共预算财政拨款项目支出决算表"],
    ["09", "“三公”经费、行政参公单位机关运行经费情况表", "一般公共预算财政拨款“三公”经费情况表"],
    ["09", "“三公”经费、行政参公单位机关运行经费情况表", "财政拨款“三公”经费、行政参公单位机关运行经费情况表"],
  ];

  test.each(titles)("%s: %s printed as %s", async (form, title, other) => {
    const workbook = await draft("02", form);
    retitle(workbook.sheet(form), title, other);
    const { code, facts } = await refusalOf(workbook);
    expect([code, facts["sheet"], facts["found"]]).toEqual(["other-year-form", workbook.sheet(form).name, other]);
    expect(facts["expected"]).toContain(other.includes("年度") ? "2020" : title);
  });

  const heads: readonly (readonly [string, string, (sheet: DraftSheet) => void, string])[] = [
    ["a head renamed", "02", (sheet) => sheet.replace("上级补助收入", "财政专户管理资金"), "上级补助收入"],
    ["a column gone", "04", (sheet) => sheet.replace("国有资本经营预算财政拨款", ""), "国有资本经营预算财政拨款"],
    ["a group of columns renamed", "05", (sheet) => sheet.replace("年初结转和结余", "年初结余"), "年初结转和结余"],
    ["other words over the figures", "01", (sheet) => sheet.replace("金额", "决算数"), "金额"],
  ];

  test.each(heads)("%s", async (_, form, change, expected) => {
    const workbook = await draft("03", form);
    change(workbook.sheet(form));
    const { code, facts } = await refusalOf(workbook);
    expect([code, facts["sheet"]]).toEqual(["other-year-form", workbook.sheet(form).name]);
    expect(facts["expected"]).toContain(expected);
  });

  test("a numbered column that the form does not have", async () => {
    const workbook = await draft("03");
    const sheet = workbook.sheet("03");
    sheet.put(`K${sheet.row("本年支出合计")}`, "债务支出").put(`K${sheet.row("栏次")}`, 7);
    const { code, facts } = await refusalOf(workbook);
    expect([code, facts["found"]]).toEqual(["other-year-form", "债务支出"]);
  });

  test("a known title over a table that is quite another one", async () => {
    const workbook = await draft("02");
    const cells = { A1: "支出决算表", A2: "项目", B2: "一季度", C2: "二季度", B3: 1, C3: 2, B4: 3, C4: 4 };
    workbook.add("支出", cells);
    expect((await refusalOf(workbook)).code).toBe("other-year-form");
  });

  test("the year that 说明要素 names is this year", async () => {
    const workbook = await draft("02");
    retitle(workbook.sheet("02"), "收入决算表", "2021年度收入决算表");
    workbook.add("说明要素", { A1: "编号", B1: "位置", C1: "内容", A2: "年度", C2: 2021 });
    expect((await readingOf(workbook)).profile.year).toBe(2021);
  });
});

test("a workbook without any form is unknown", async () => {
  const workbook = await draft();
  workbook.add("Sheet1", { A1: "工资表", A2: "姓名", B2: "实发", A3: "甲", B3: 100 });
  expect((await refusalOf(workbook)).code).toBe("unknown-form");
});

function move(sheet: DraftSheet, text: string, to: string): void {
  const from = sheet.find(text);
  const value = sheet.value(from);
  sheet.merges = sheet.merges.filter(({ firstRow }) => firstRow > 1);
  sheet.put(from, undefined).put(to, value);
}

function retitle(sheet: DraftSheet, from: string, to: string): void {
  const ref = sheet.find(from);
  sheet.put(ref, sheet.textAt(ref).replace(from, to));
}

/** 决算统计数 as 决算 over 统计数, every other head beside the second. */
function splitHead(sheet: DraftSheet): void {
  const row = sheet.row("决算统计数");
  const ref = sheet.find("决算统计数");
  sheet.unmerge().insertRows(row + 1);
  sheet.put(ref, "决算").put(ref.replace(String(row), String(row + 1)), "统计数");
}

/** Every group's head unmerged and typed where it looks centred. */
function overSecond(sheet: DraftSheet): void {
  sheet.unmerge();
  for (const head of ["年初结转和结余", "本年收入", "本年支出", "年末结转和结余"]) {
    const ref = sheet.find(head);
    const next = ref.replace(/^[A-Z]/, (letter) => String.fromCharCode(letter.charCodeAt(0) + 1));
    sheet.put(ref, undefined).put(next, head);
  }
}

function listOf(texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(texts.map((text, index) => [`A${index + 1}`, text]));
}

function copyAs(workbook: Draft, form: string, title: string): void {
  const sheet = workbook.sheet(form).copy("副本");
  retitle(sheet, PACK.forms.find(({ id }) => id === form)?.title ?? "", title);
  workbook.sheets.push(sheet);
}

function emptyCopy(workbook: Draft, form: string): void {
  const sheet = workbook.sheet(form).copy("空表");
  const body = sheet.row("栏次");
  workbook.sheets.push(
    sheet.map((value, ref) => (typeof value === "number" && Number(/\d+$/.exec(ref)?.[0]) > body ? "" : value)),
  );
}

function zeroCopy(workbook: Draft, form: string): void {
  const sheet = workbook.sheet(form).copy("零表");
  const body = sheet.row("栏次");
  workbook.sheets.push(
    sheet.map((value, ref) => (typeof value === "number" && Number(/\d+$/.exec(ref)?.[0]) > body ? 0 : value)),
  );
}
