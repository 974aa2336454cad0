import { describe, expect, test } from "vitest";
import { addressKey } from "../../shared/model/address.js";
import { readWorkbook } from "../../shared/reading/read-excel.js";
import { draft, foundIn, PACK, readingOf, said, type DraftValue, withXml } from "../support/draft-workbook.js";

/** The cell 03!2080102!project stands in: 项目支出 of 一般行政管理事务. */
const AMOUNT = { form: "03", address: "03!2080102!project", row: "一般行政管理事务", head: "项目支出" };

async function reading(value: DraftValue | undefined, format?: string) {
  const workbook = await draft(AMOUNT.form);
  const sheet = workbook.sheet(AMOUNT.form);
  const ref = sheet.at(AMOUNT.row, AMOUNT.head);
  sheet.put(ref, value, format);
  const read = await readingOf(workbook);
  return { said: said(read, AMOUNT.address), found: foundIn(read), read, place: `${sheet.name}!${ref}` };
}

describe("a figure cell holds", () => {
  const figures: readonly (readonly [string, DraftValue | undefined, string])[] = [
    ["a number", 579.87, "579.87"],
    ["a number with noise behind the fifteenth digit", 8300.0200000000004, "8300.02"],
    ["a number with real further places", 8300.0249, "8300.0249"],
    ["a negative number", -0.5, "-0.5"],
    ["zero", 0, "0"],
    ["nothing", undefined, "·"],
    ["blanks", " \u3000", "·"],
    ["a dash", "—", "—"],
    ["a wide dash", "－", "—"],
    ["two dashes", "——", "—"],
  ];
  test.each(figures)("%s", async (_, value, text) => {
    const { said, found } = await reading(value);
    expect([said, found]).toEqual([text, []]);
  });

  const texts: readonly (readonly [string, string])[] = [
    ["1,234.56", "1234.56"],
    ["１，２３４．５６", "1234.56"],
    ["－３．２", "-3.2"],
    ["（1,234.50）", "-1234.5"],
    [" 579 .87 ", "579.87"],
    ["579.87万元", "579.87"],
    ["5,798,700元", "579.87"],
    ["￥579.87", "579.87"],
  ];
  test.each(texts)("the text %s, with a hint that it is text", async (text, figure) => {
    const { said, found, place } = await reading(text);
    expect([said, found]).toEqual([figure, [`stored-as-text ${place}`]]);
  });

  const unreadable: readonly (readonly [string, DraftValue, string | undefined, string, string])[] = [
    ["letters", "见附表", undefined, "见附表", "not-a-number"],
    ["an exponent beyond numbers", "1e999", undefined, "1e999", "not-a-number"],
    ["NaN", "NaN", undefined, "NaN", "not-a-number"],
    ["a separator out of place", "12,34", undefined, "12,34", "misplaced-separator"],
    ["more than any account", 1e300, undefined, "1e+300", "too-large"],
    ["more digits than any account", `1${"0".repeat(30)}`, undefined, `1${"0".repeat(30)}`, "too-large"],
    ["a percentage", "97.99%", undefined, "97.99%", "percent-sign"],
    ["a number shown as a percentage", 0.9799, "0.00%", "0.9799", "percent-sign"],
    ["a count of cars", "2辆", undefined, "2辆", "foreign-unit"],
    ["a truth value", true, undefined, "TRUE", "boolean"],
    ["a date", 44196, "yyyy-mm-dd", "44196", "date"],
    ["a Chinese date", 44196, 'yyyy"年"m"月"d"日"', "44196", "date"],
  ];
  test.each(unreadable)("%s: an error at the place, and the text is kept", async (_, value, format, text, problem) => {
    const { said, found, read, place } = await reading(value, format);
    expect([said, found]).toEqual([text, [`unreadable-figure ${place}`]]);
    const finding = read.findings.find(({ code }) => code === "unreadable-figure");
    expect(finding).toMatchObject({ severity: "error", kind: "format", facts: { text, problem } });
    expect(finding?.cells.map(addressKey)).toEqual([AMOUNT.address]);
  });

  test.each(["1e999", "NaN", "-1e400", "0x10"])("a number cell whose number is %s: an error", async (number) => {
    const workbook = await draft("03");
    workbook.sheet("03").put("G11", 12345.678);
    const bytes = withXml(await workbook.bytes(), "xl/worksheets/sheet1.xml", (text) =>
      text.replace("12345.678", number),
    );
    const read = readWorkbook(bytes, [PACK]);
    if (!read.ok) throw new Error(read.failure.code);
    expect([said(read.value, AMOUNT.address), foundIn(read.value)]).toEqual([
      number,
      ["unreadable-figure 公开03表!G11"],
    ]);
  });

  test("a format with letters in quotes or colours is no date and no percentage", async () => {
    for (const format of ['#,##0.00"元/day%"', "[Red]#,##0.00", "#,##0.00_);[Red](#,##0.00)", "0.00\\%"]) {
      expect((await reading(5.5, format)).said).toBe("5.5");
    }
  });

  test("a formula: its cached result counts", async () => {
    const { said, found, read } = await reading({ formula: "500+79.87", result: 579.87 });
    expect([said, found, read.formulas.get(AMOUNT.address)]).toEqual(["579.87", [], "500+79.87"]);
  });

  test("a formula that nobody has computed: an error", async () => {
    const { said, found, place } = await reading({ formula: "500+79.87" });
    expect([said, found]).toEqual(["·", [`formula-without-value ${place}`]]);
  });

  test("a formula with an error: an error", async () => {
    const workbook = await draft("03");
    const sheet = workbook.sheet("03");
    sheet.put(sheet.at(AMOUNT.row, AMOUNT.head), { formula: "1/0", result: "#DIV/0!" });
    const read = await readingOf(workbook);
    expect(read.findings.filter(({ severity }) => severity === "error")).toHaveLength(1);
  });
});

describe("a sheet in another unit", () => {
  test("元 becomes 万元 exactly, and only for money", async () => {
    const workbook = await draft("03", "09");
    for (const form of ["03", "09"]) {
      const sheet = workbook.sheet(form);
      const body = sheet.row(form === "03" ? "栏次" : "一、“三公”经费支出");
      sheet.map((value, ref) => {
        const isFigure = typeof value === "number" && Number(/\d+$/.exec(ref)?.[0]) > body && !ref.startsWith("B");
        return isFigure ? value * 10_000 : value;
      });
    }
    workbook
      .sheet("03")
      .replace("金额单位：万元", "金额单位：元")
      .put(workbook.sheet("03").at("行政运行", "基本支出"), 17842966.55);
    workbook.sheet("09").put("D2", "金额单位：元").put(workbook.sheet("09").at("公务用车保有量", "决算统计数"), 2);
    const read = await readingOf(workbook);
    expect(said(read, "03!2080101!basic")).toBe("1784.296655");
    expect(said(read, "03!total!total")).toBe("8337.62");
    expect(said(read, "09!r2!actual")).toBe("19.33");
    expect(said(read, "09!r15!actual")).toBe("2");
    expect(read.unit).toBe("元");
  });

  const lines = [
    "单位：元",
    "单位:元",
    "（单位：元）",
    "金额单位：人民币元",
    "金 额 单 位 ： 元",
    "部门：某某局　金额单位：元",
  ];
  test.each(lines)("%s", async (line) => {
    const workbook = await draft("03");
    workbook.sheet("03").replace("金额单位：万元", line);
    expect(said(await readingOf(workbook), "03!total!total")).toBe("0.833762");
  });

  test("sheets of one workbook may differ; a sheet without the line counts in the pack's unit", async () => {
    const workbook = await draft("02", "03");
    workbook.sheet("02").replace("金额单位：万元", "金额单位：元");
    workbook.sheet("03").replace("金额单位：万元", "");
    const read = await readingOf(workbook);
    expect([said(read, "02!total!total"), said(read, "03!total!total")]).toEqual(["0.830002", "8337.62"]);
  });

  test("a head names its own unit", async () => {
    const workbook = await draft("11", "12");
    workbook.sheet("11").replace("批复金额（万元）", "批复金额（元）");
    workbook.sheet("12").replace("项目资金（万元）", "项目资金（元）");
    const read = await readingOf(workbook);
    expect([said(read, "11-tasks!1!total"), said(read, "11-tasks!1!spent")]).toEqual(["0.246375", "2463.75"]);
    expect(said(read, "12-funds!p1/total!annual")).toBe("0.061258");
  });
});

describe("percentages, scores and texts", () => {
  test("a number in a percentage's format is a hundred times itself, a text with % is not", async () => {
    const workbook = await draft("12");
    const sheet = workbook.sheet("12");
    const ref = sheet.at("年度资金总额", "执行率");
    for (const [value, format, text] of [
      [1, "0.00%", "100"],
      [0.9799, "0%", "97.99"],
      [1, "0.00", "1"],
      [97.99, "General", "97.99"],
      ["97.99%", "@", "97.99"],
      ["—", "@", "—"],
    ] as const) {
      sheet.put(ref, value, format);
      expect(said(await readingOf(workbook), "12-funds!p1/total!rate")).toBe(text);
    }
  });

  test("a text column takes whatever shows: texts with their breaks, numbers, percentages, dates", async () => {
    const workbook = await draft("11");
    const sheet = workbook.sheet("11");
    const ref = sheet.at("原州属国有改制企业享受社会保险补贴人数", "度量单位");
    for (const [value, format, text] of [
      ["　第一行\n第二行 ", "@", "　第一行\n第二行 "],
      [95, "General", "95"],
      [0.955, "0.0%", "95.5%"],
      [1, "0%", "100%"],
      [44196, "yyyy-mm-dd", "2020-12-31"],
      [1, "yyyy-mm-dd", "1900-01-01"],
    ] as const) {
      sheet.put(ref, value, format);
      expect(said(await readingOf(workbook), "11-indicators!3!unit")).toBe(text);
    }
  });
});

describe("figures where the form has no cell", () => {
  test.each([
    ["beside a printed dash", "09", "（1）国内接待费", "预算数"],
    ["in a row that prints nothing but its number", "01", "八、其他收入", "金额"],
  ] as const)("%s are an error at their place", async (_, form, row, head) => {
    const workbook = await draft(form);
    const sheet = workbook.sheet(form);
    const ref =
      form === "01" ? sheet.at(row, head).replace(/\d+$/, (digits) => String(Number(digits) + 1)) : sheet.at(row, head);
    sheet.put(ref, 5);
    expect(foundIn(await readingOf(workbook))).toEqual([`misplaced-figure ${sheet.name}!${ref}`]);
    sheet.put(ref, 0);
    expect(foundIn(await readingOf(workbook))).toEqual([]);
    sheet.put(ref, "－");
    expect(foundIn(await readingOf(workbook))).toEqual([]);
  });
});
