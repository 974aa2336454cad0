import { describe, expect, test } from "vitest";
import { figuresToExplain } from "../../shared/narrative/explained.js";
import { outlineOf } from "../../shared/narrative/outline.js";
import { rewordableOf } from "../../shared/narrative/rewordable.js";
import { readWordLayout } from "../../shared/word/word-layout.js";
import { seedWorkbook, templateFile, workbookWith } from "../support/narrative.js";

const SESSION = workbookWith({ "三公.7.决算统计数": "6.29" }, { "三公.7.决算统计数": "8.64" });

function rewordable(text: string, id: string, session = SESSION) {
  const template = [{ text, container: 0 }];
  return rewordableOf(template, outlineOf(template), session, { id });
}

describe("a paragraph to be reworded", () => {
  const text =
    "（一）{#段 接待}接待费{三公.7.决算统计数}万元{#若 三公.7.决算统计数 > 0}，{增减(三公.7.决算统计数, 上年(三公.7.决算统计数))}{/若}{#否 三公.7.决算统计数 > 0}，没有{/否}。{/段}";

  test("reads as today, its figures as tags; the branch that does not stand is gone", () => {
    const found = rewordable(text, "接待");
    expect(found?.text).toBe("接待费{三公.7.决算统计数}万元，{增减(三公.7.决算统计数, 上年(三公.7.决算统计数))}。");
    expect(found?.prints("三公.7.决算统计数")).toBe("6.29");
    expect(found?.prints("增减(三公.7.决算统计数, 上年(三公.7.决算统计数))")).toBe("减少");
    expect(found?.isReworded).toBe(false);
  });

  test("starts from the rewording that stands", () => {
    const reworded = workbookWith({ "三公.7.决算统计数": "6.29" }, {}, { "段.接待": "共{三公.7.决算统计数}" });
    expect(rewordable(text, "接待", reworded)).toMatchObject({ text: "共{三公.7.决算统计数}", isReworded: true });
  });

  test("keeps all its tags in a loop, whose rows it must all fit", () => {
    const lines = ["{#遍历 三公.[3-7]}", "{#段 行}{@行.名称}{#若 三公.@行.决算统计数 > 0}有{/若}{/段}", "{/遍历}"];
    const template = lines.map((line) => ({ text: line, container: 0 }));
    const found = rewordableOf(template, outlineOf(template), SESSION, { id: "行", occurrence: 4 });
    expect(found?.text).toBe("{@行.名称}{#若 三公.@行.决算统计数 > 0}有{/若}");
    expect(found?.prints("@行.名称")).toBe("3．公务接待费");
  });

  test("is none under an unknown id", () => expect(rewordable(text, "收入")).toBeUndefined());
});

test("an element explains the figures its condition compares, this year's and last year's", () => {
  const session = seedWorkbook();
  const element = session.plan.layout.pack.elements.find(({ id }) => id === "机关运行经费增减原因");
  if (element === undefined) throw new Error("no element");
  expect(figuresToExplain(element, session).map(({ isLastYear, text, unit }) => [isLastYear, text, unit])).toEqual([
    [false, "252.99", "万元"],
    [true, "302.73", "万元"],
  ]);
});

test("the pack's template has one table of four rows, its head in two of them, and headers behind the body", () => {
  const layout = readWordLayout(templateFile());
  if (!layout.ok) throw new Error(layout.failure.code);
  const { tables, body, paragraphs } = layout.value;
  expect(tables).toHaveLength(1);
  const rows = tables[0]?.rows.map((row) => row.map(({ columns, rows: tall }) => `${String(columns)}×${String(tall)}`));
  expect(rows?.[0]).toEqual(["1×2", "1×2", "1×2", "1×2", "5×1", "1×2", "1×2", "1×2", "1×2"]);
  expect(rows?.map((row) => row.length)).toEqual([9, 5, 13, 13]);
  expect(body).toBeLessThan(paragraphs.length);
});

test("what stands in a section that nobody closed is looked at, too", () => {
  const template = ["{#若 年度 = 2020}", "{收人.合计.其他收入", "}", "{二月.1|两位}"].map((text) => ({
    text,
    container: 0,
  }));
  const codes = outlineOf(template).problems.map(({ code, paragraph }) => `${String(paragraph)} ${code}`);
  expect(codes).toContain("0 unclosed-section");
  expect(
    outlineOf([
      { text: "{#若 年度 = 2020}", container: 0 },
      { text: "甲", container: 0 },
    ]).blocks,
  ).toHaveLength(1);
});
