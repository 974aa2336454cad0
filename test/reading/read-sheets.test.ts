import { describe, expect, test } from "vitest";
import { plain } from "../../shared/decimal.js";
import { addressKey } from "../../shared/model/address.js";
import { readWorkbook } from "../../shared/reading/read-excel.js";
import { correctedSample } from "../../build/templates/samples.js";
import {
  type Draft,
  draft,
  draftFrom,
  type DraftSheet,
  foundIn,
  PACK,
  readingOf,
  sampleBytes,
  said,
  withXml,
} from "../support/draft-workbook.js";

const NAME = "楚雄彝族自治州人力资源和社会保障局";

describe("the publisher", () => {
  const lines: readonly (readonly [string, string, string])[] = [
    ["as the pack prints it", `部门：${NAME}`, NAME],
    ["with a narrow colon", `部门:${NAME}`, NAME],
    ["as 单位", `单位：${NAME}`, NAME],
    ["as 编制单位", `编制单位：${NAME}`, NAME],
    ["with blanks", `　部 门： ${NAME}　`, NAME],
    ["with brackets of its own", "部门：某某局（本级）", "某某局（本级）"],
    ["with the unit behind it", `部门：${NAME}          金额单位：万元`, NAME],
    ["not named", "部门：", ""],
    ["a unit of money only", "单位：万元", ""],
  ];
  test.each(lines)("%s", async (_, line, name) => {
    const workbook = await draft("03");
    const sheet = workbook.sheet("03");
    sheet.put(sheet.find("部门："), line);
    expect((await readingOf(workbook)).profile.department).toBe(name);
  });

  test("in the cell right of its label", async () => {
    const workbook = await draft("03");
    const sheet = workbook.sheet("03").unmerge();
    const ref = sheet.find("部门：");
    sheet.put(ref, "部门：").put(ref.replace("A", "B"), "某某局");
    expect((await readingOf(workbook)).profile.department).toBe("某某局");
  });

  test("named nowhere is a hint, unless no form has a line for it", async () => {
    const workbook = await draft("01", "03", "assets");
    for (const id of ["01", "03"]) workbook.sheet(id).replace(NAME, "");
    expect(foundIn(await readingOf(workbook))).toEqual(["department-missing"]);
    expect(foundIn(await readingOf(await draft("assets")))).toEqual([]);
  });

  test("sheets that name another one are hints at their place; most sheets count", async () => {
    const workbook = await draft("01", "02", "03");
    workbook.sheet("01").replace(NAME, "楚雄州医疗保障局");
    const read = await readingOf(workbook);
    expect(read.profile.department).toBe(NAME);
    expect(foundIn(read)).toEqual([`department-differs 公开01表!${workbook.sheet("01").find("部门：")}`]);
  });
});

describe("the fiscal year", () => {
  const sources: readonly (readonly [string, string, (workbook: Draft) => void, number])[] = [
    ["nothing says it: the pack's first", "03", () => undefined, 2020],
    ["a sentence below an empty form", "07", (workbook) => void workbook.sheet("07").replace("2020", "2021"), 2021],
    [
      "the first year of the goals",
      "11",
      (workbook) => void workbook.sheet("11").map((value) => (value === "2020" ? "2021" : value)),
      2021,
    ],
    [
      "a title",
      "03",
      (workbook) => {
        retitle(workbook.sheet("03"), "支出决算表", "2020年度支出决算表");
      },
      2020,
    ],
    [
      "说明要素 before all others",
      "07",
      (workbook) => void workbook.add("要素", { A1: "编号", B1: "位置", C1: "内容", A2: "年度", C2: "2019年" }),
      2019,
    ],
  ];
  test.each(sources)("%s", async (_, form, change, year) => {
    const workbook = await draft(form);
    change(workbook);
    expect((await readingOf(workbook)).profile.year).toBe(year);
  });
});

describe("sentences below empty forms", () => {
  const sentences: readonly (readonly [string, string | undefined])[] = [
    ["本部门2020年没有政府基金收入，也没有使用政府基金性基金安排的支出，故本表无数据。", "the pack's"],
    [
      `${NAME} 2019年没有政府基金收入 ，也没有使用政府基金性基金安排的支出 ，故本表无数据。`,
      "with blanks and another year",
    ],
    ["我单位没有政府性基金，此表无数据", "in other words"],
    ["注：本表为空表", "a note"],
    ["我单位2020年没有使用政府性基金安排的支出。", "about the money, not the table"],
    ["2020年度无政府性基金预算财政拨款收支", "without a publisher"],
  ];
  test.each(sentences)("%s (%s)", async (sentence) => {
    const workbook = await draft("07");
    const sheet = workbook.sheet("07");
    sheet.put(sheet.find("无数据"), sentence);
    expect((await readingOf(workbook)).emptySentences).toEqual(new Map([["07", sentence]]));
  });

  test("a note about one figure is none where the form holds figures", async () => {
    const workbook = await draft("07");
    const sheet = workbook.sheet("07");
    sheet.put(sheet.find("无数据"), "注：2020年本单位没有政府性基金年末结转资金。");
    sheet.put("H8", 10);
    expect((await readingOf(workbook)).emptySentences.size).toBe(0);
  });

  test("none", async () => {
    const workbook = await draft("07", "03");
    const sheet = workbook.sheet("07");
    sheet.put(sheet.find("无数据"), undefined);
    workbook.sheet("03").put("A60", "本表无数据");
    expect((await readingOf(workbook)).emptySentences.size).toBe(0);
  });
});

describe("the unit of a sheet", () => {
  test.each([
    ["金额单位：千元", "千元"],
    ["单位: 亿 元", "亿元"],
    ["（百万元）", "百万元"],
    ["单位：人民币千元、人次", "千元"],
  ])("%s is an error, because its figures would be read in 万元", async (line, unit) => {
    const workbook = await draft("03");
    const sheet = workbook.sheet("03");
    const ref = sheet.find("金额单位：万元");
    sheet.put(ref, line);
    const [finding] = (await readingOf(workbook)).findings.filter(({ code }) => code !== "form-missing");
    expect(finding).toMatchObject({ code: "foreign-unit", severity: "error", facts: { unit } });
    expect(finding?.place).toEqual({ sheet: "公开03表", address: ref });
  });

  test.each(["元", "（元）", "单位：元", "金额单位：元、人次", "单位：人民币元（保留两位小数）"])(
    "%s is 元",
    async (line) => {
      const workbook = await draft("03");
      const sheet = workbook.sheet("03");
      sheet.put(sheet.find("金额单位：万元"), line);
      const read = await readingOf(workbook);
      expect([read.unit, foundIn(read)]).toEqual(["元", []]);
      expect(read.profile.department).toBe(NAME);
    },
  );
});

test("a hidden sheet is read, and said", async () => {
  const workbook = await draft("02", "03");
  workbook.sheet("03").hidden = true;
  expect(foundIn(await readingOf(workbook))).toEqual(["hidden-sheet 公开03表!A1"]);
});

describe("working sheets", () => {
  test("上年数 and 说明要素 are known by their heads, wherever those stand", async () => {
    const workbook = draftFrom(await sampleBytes(["03"], correctedSample()));
    workbook.sheet("上年数").insertRows(1, 3).insertColumns(2).name = "Sheet8";
    workbook.sheet("说明要素").insertColumns(1).hidden = true;
    const read = await readingOf(workbook);
    expect([...read.lastYear].slice(0, 2).map(([reference, figure]) => [reference, plain(figure)])).toEqual([
      ["收入.合计.本年收入合计", "6393.56"],
      ["支出.合计.本年支出合计", "6571.31"],
    ]);
    expect(read.remarks.get("行政单位数")).toBe("1");
    expect(read.remarks.has("年度")).toBe(false);
  });

  const units: readonly (readonly [string, string | number, string])[] = [
    ["万元", 6571.31, "6571.31"],
    ["元", 65713123.45, "6571.312345"],
    ["", 6571.31, "6571.31"],
    ["万元", "65,713,123.45元", "6571.312345"],
  ];
  test.each(units)("a figure in %s: %s", async (unit, figure, text) => {
    const workbook = await draft("03");
    workbook.add("上年数", {
      A1: "项目",
      B1: "引用",
      C1: "单位",
      D1: "上年数",
      B2: "支出. 合计 .本年支出合计",
      C2: unit,
      D2: figure,
    });
    const read = await readingOf(workbook);
    expect([...read.lastYear].map(([reference, value]) => [reference, plain(value)])).toEqual([
      ["支出.合计.本年支出合计", text],
    ]);
  });

  test("a count is not converted, a blank says nothing, letters are an error", async () => {
    const workbook = await draft("03");
    const sheet = workbook.add("上年数", {
      A1: "项目",
      B1: "引用",
      C1: "单位",
      D1: "上年数",
      B2: "三公.15.决算统计数",
      C2: "辆",
      D2: 2,
    });
    sheet.put("B3", "支出.合计.基本支出").put("B4", "支出.合计.项目支出").put("D4", "不详");
    const read = await readingOf(workbook);
    expect([...read.lastYear].map(([reference, value]) => [reference, plain(value)])).toEqual([
      ["三公.15.决算统计数", "2"],
    ]);
    expect(foundIn(read)).toEqual(["unreadable-figure 上年数!D4"]);
  });

  test("a reason for a missing form answers its finding", async () => {
    const workbook = await draft("03");
    workbook.add("说明要素", { A1: "编号", B1: "位置", C1: "内容", A2: "form-missing-08", C2: "由财政局统一公开" });
    const findings = (await readingOf(workbook)).findings.filter(({ remark }) => remark !== undefined);
    expect(findings.map(({ facts, remark }) => [facts["no"], remark])).toEqual([["公开08表", "由财政局统一公开"]]);
  });
});

describe("places", () => {
  test("every cell knows its sheet and reference, rows that are not there none", async () => {
    const workbook = await draft("03", "12");
    const sheet = workbook.sheet("03");
    sheet.name = "支出";
    const { places } = await readingOf(workbook);
    const address = { table: "03", row: "2080102", column: "project" };
    const place = places.cell(address);
    expect(place && [addressKey(address), place.sheet, place.ref]).toEqual([
      "03!2080102!project",
      "支出",
      sheet.at("一般行政管理事务", "项目支出"),
    ]);
    expect(places.cell({ ...address, row: "2080103" })).toBeUndefined();
    expect(places.cell({ ...address, column: "none" })).toBeUndefined();
    expect(places.cell({ table: "12-projects", row: "p2", column: "executor" })?.ref).toMatch(/^G\d+$/);
    expect(places.regions("12-funds")).toHaveLength(14);
  });

  test("blank cells have places too", async () => {
    const read = await readingOf(await draft("07"));
    expect([
      said(read, "07!total!openingTotal"),
      read.places.cell({ table: "07", row: "total", column: "openingTotal" })?.ref,
    ]).toEqual(["·", "E8"]);
  });
});

describe("what is odd about a sheet", () => {
  test("figures stored as text: one hint a table, with all their cells", async () => {
    const workbook = await draft("03");
    workbook
      .sheet("03")
      .map((value, ref) =>
        typeof value === "number" && /[E-J]\d/.test(ref) && Number(ref.slice(1)) > workbook.sheet("03").row("栏次")
          ? String(value)
          : value,
      );
    const found = (await readingOf(workbook)).findings.filter(({ code }) => code === "stored-as-text");
    expect(found).toHaveLength(1);
    expect([found[0]?.severity, found[0]?.facts["count"], found[0]?.cells.length]).toEqual(["hint", "186", 186]);
  });

  test.each([
    ["T:U", "<mergeCells><mergeCell ref='T1:U1048576'/></mergeCells>", "unbounded-merge 公开03表!T:U"],
    [
      "the sheet",
      "<mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>",
      "unbounded-merge 公开03表!A1:XFD1048576",
    ],
    ["rows", "<mergeCells><mergeCell ref='9:12'/></mergeCells>", "unbounded-merge 公开03表!9:12"],
  ])("a merge over %s does not make every cell the same", async (_, merges, found) => {
    const workbook = await draft("03");
    workbook.sheet("03").unmerge();
    const bytes = withXml(await workbook.bytes(), "xl/worksheets/sheet1.xml", (text) =>
      text.replace("</sheetData>", `</sheetData>${merges}`),
    );
    const read = readWorkbook(bytes, [PACK]);
    if (!read.ok) throw new Error(read.failure.code);
    expect([said(read.value, "03!total!total"), foundIn(read.value)]).toEqual(["8337.62", [found]]);
  });

  test("a validation over a whole column, and links to other files", async () => {
    const workbook = await draft("03");
    const validation = "<dataValidations><dataValidation type='decimal' sqref='C1:L1048576'/></dataValidations>";
    const bytes = withXml(await workbook.bytes(), "xl/worksheets/sheet1.xml", (text) =>
      text.replace("<pageMargins", `${validation}<pageMargins`),
    );
    const linked = withXml(bytes, "xl/externalLinks/externalLink1.xml", () => "<externalLink/>");
    const read = readWorkbook(linked, [PACK]);
    if (!read.ok) throw new Error(read.failure.code);
    expect(foundIn(read.value)).toEqual(["unbounded-validation 公开03表!C:L", "external-link"]);
  });

  test("hidden rows with figures", async () => {
    const workbook = await draft("03");
    const sheet = workbook.sheet("03");
    sheet.hiddenRows.push(sheet.row("一般行政管理事务"), 2);
    const read = await readingOf(workbook);
    expect(foundIn(read)).toEqual([`hidden-figures 公开03表!A${sheet.row("一般行政管理事务")}`]);
  });

  test("a printed column number that is not the form's", async () => {
    const workbook = await draft("03");
    const sheet = workbook.sheet("03");
    sheet.put(sheet.at("栏次", "项目支出"), 4);
    expect(foundIn(await readingOf(workbook))).toEqual([`number-differs 公开03表!${sheet.at("栏次", "项目支出")}`]);
  });
});

function retitle(sheet: DraftSheet, from: string, to: string): void {
  sheet.put(sheet.find(from), to);
}
