import { describe, expect, test } from "vitest";
import { renderNarrative, textOf } from "../../shared/narrative/render.js";
import { render, say, saysIn, seedWorkbook, templateParagraphs, workbookWith } from "../support/narrative.js";

const WORKBOOK = workbookWith(
  {
    "三公.6.决算统计数": "13.04",
    "三公.7.决算统计数": "6.29",
    "要素.行政单位数": "1",
    "要素.其他事业单位数": "4",
    "要素.主要职能": "　　一、负责就业。\n\n  二、负责社保。\r\n三、A<B&C“D”。",
    "要素.收入增减原因": "财政补助增加；\n另有上年结转。",
    "要素.退休人员": "约八十人",
  },
  { "三公.7.决算统计数": "8.64" },
);

describe("a rendered paragraph", () => {
  test("is runs that know where they come from", () => {
    const { paragraphs } = render(
      WORKBOOK,
      "{部门}接待费{三公.7.决算统计数}万元，原因是{要素.收入增减原因}，{上年(三公.6.决算统计数)}。",
    );
    const cell = (row: string) => ({ table: "09", row, column: "actual" });
    expect(paragraphs[0]?.runs).toEqual([
      { kind: "figure", text: "某局", from: [] },
      { kind: "template", text: "接待费" },
      { kind: "figure", text: "6.29", from: [cell("r7")] },
      { kind: "template", text: "万元，原因是" },
      { kind: "remark", text: "财政补助增加；\n另有上年结转", element: "收入增减原因" },
      { kind: "template", text: "，" },
      {
        kind: "mark",
        text: "【待填写：上年数（公务用车运行维护费）】",
        mark: { kind: "last-year", cell: cell("r6") },
      },
      { kind: "template", text: "。" },
    ]);
  });

  test("takes an element's lines as paragraphs where the template says so, without blanks and empty lines", () => {
    expect(say(WORKBOOK, "甲：{要素.主要职能|段落}（完）", "乙")).toBe(
      "甲：一、负责就业。\n二、负责社保。\n三、A<B&C“D”。（完）\n乙",
    );
  });

  test("leaves an element's final punctuation to the sentence", () => {
    expect(say(workbookWith({ "要素.收入增减原因": "补助增加。；，" }), "原因是{要素.收入增减原因}；")).toBe(
      "原因是补助增加；",
    );
  });
});

describe("what is missing", () => {
  test.each([
    [
      "a sum of counts of which one is not given",
      "共{要素.行政单位数 + 要素.参公事业单位数}个",
      "共【待填写：纳入决算编报的参照公务员法管理的事业单位个数】个",
    ],
    [
      "a change without last year's figure",
      "{绝对值(三公.6.决算统计数 - 上年(三公.6.决算统计数))}",
      "【待填写：上年数（公务用车运行维护费）】",
    ],
    [
      "a direction without last year's figure",
      "{增减(三公.6.决算统计数, 上年(三公.6.决算统计数))}",
      "【待填写：上年数（公务用车运行维护费）】",
    ],
    ["a figure of a table without figures", "{收入.合计.其他收入}", "【待填写：收入 合计 其他收入】"],
    ["a text where a number is wanted", "{要素.退休人员}", "【待填写：年末退休人员人数】"],
    ["a share of 0", "{百分比(三公.6.决算统计数, 三公.5.决算统计数)}%", "【无可比基数】%"],
  ])("%s is marked", (_, tag, expected) => expect(say(WORKBOOK, tag)).toBe(expected));

  test("what is not needed is not missing", () => {
    expect(say(WORKBOOK, "{若(有数(上年(三公.7.决算统计数)), 上年(三公.7.决算统计数), 上年(三公.6.决算统计数))}")).toBe(
      "8.64",
    );
    expect(say(WORKBOOK, "{三公.6.决算统计数 + 三公.5.决算统计数 + 三公.3.决算统计数}")).toBe("13.04");
  });
});

describe("sections", () => {
  test("around whole paragraphs leave no empty line", () => {
    expect(say(WORKBOOK, "一", "{#若 年度 = 2019}", "二", "{/若}", "{#否 年度 = 2019}", "三", "{/否}", "四")).toBe(
      "一\n三\n四",
    );
  });

  test("loop over the rows of a set that meet a condition, and may be nested", () => {
    expect(
      say(
        WORKBOOK,
        "{#遍历 三公.[3-7] 若 三公.@行.决算统计数 > 0}",
        "{@行.序号}：{@行.名称}{三公.@行.决算统计数}{#遍历 资产.[全部]}（{@行.名称}）{/遍历}",
        "{/遍历}",
      ),
    ).toBe(
      "1：2．公务用车购置及运行维护费13.04（合计）\n2：（2）公务用车运行维护费13.04（合计）\n3：3．公务接待费6.29（合计）",
    );
  });

  test("in a loop an element is found by the row's code", () => {
    const session = workbookWith({ "要素.用途208": "就业" });
    expect(say(session, "{#遍历 财拨.[208, 210]}{@行.编码}{要素.用途@行}；{/遍历}")).toBe(
      "208就业；210【待填写：一般公共预算财政拨款卫生健康（类）支出的主要用途】；",
    );
  });
});

describe("names that lead nowhere", () => {
  test.each([
    ["a table", "{收人.合计.其他收入}", "收人.合计.其他收入"],
    ["a row", "{三公.25.决算统计数}", "三公.25.决算统计数"],
    ["a column", "{收入.合计.其它收入}", "收入.合计.其它收入"],
    ["an element", "{要素.减少原因}", "减少原因"],
    ["a bare name", "{年份}", "年份"],
    ["a label outside of a loop", "{@行.名称}", "@行"],
    ["a label that rows do not have", "{#遍历 资产.[全部]}{@行.全称}{/遍历}", "全称"],
    ["last year's figure", "{上年(收人.合计.其他收入)}", "收人.合计.其他收入"],
    ["a loop's table", "{#遍历 收人.[类]}{/遍历}", "收人"],
    ["what a condition that does not hold keeps hidden", "{#若 年度 = 1999}{要素.减少原因}{/若}", "减少原因"],
  ])("%s is a problem, and nothing is rendered", (_, template, name) => {
    const { problems, paragraphs } = render(WORKBOOK, "好", template);
    expect(problems.map(({ code, paragraph, found }) => [code, paragraph, found])).toEqual([["unknown-name", 1, name]]);
    expect(paragraphs).toEqual([]);
  });
});

describe("a paragraph the user reworded", () => {
  const template = ["第一段", "（一）{#段 收入}收入{三公.7.决算统计数}万元{#若 年度 > 0}。{/若}{/段}（完）", "第三段"];
  const reworded = (text: string) =>
    workbookWith({ "三公.7.决算统计数": "6.29", "要素.主要职能": "x" }, {}, { "段.收入": text });

  test("replaces the template's, tags included", () => {
    expect(say(reworded("本年接待费{三公.7.决算统计数|0.0}万元"), ...template)).toBe(
      "第一段\n（一）本年接待费6.3万元（完）\n第三段",
    );
  });

  test("may have several lines", () => {
    expect(say(reworded("甲\n\n 乙{年度}"), ...template)).toBe("第一段\n（一）甲\n乙2020（完）\n第三段");
  });

  test("rewords nothing when it is empty", () => {
    expect(say(reworded("  \n"), ...template)).toBe("第一段\n（一）收入6.29万元。（完）\n第三段");
  });

  test("is checked like the template", () => {
    const { problems } = render(reworded("{收人.合计.其他收入}{三公.7.决算统计数|两位}"), ...template);
    expect(problems.map(({ code, paragraph, id, found }) => [code, paragraph, id, found])).toEqual([
      ["unknown-format", -1, "收入", "两位"],
      ["unknown-name", -1, "收入", "收人.合计.其他收入"],
    ]);
  });

  test("is reported when the template has no such paragraph", () => {
    expect(render(reworded("甲"), "第一段").orphans).toEqual(["收入"]);
  });
});

describe("the pack's own template", () => {
  test("says the whole narrative of the published figures", async () => {
    const { paragraphs } = renderNarrative(templateParagraphs(), seedWorkbook());
    await expect(paragraphs.map(textOf).join("\n") + "\n").toMatchFileSnapshot("../golden/narrative-yunnan-2020.txt");
  });

  test("names the year of the workbook everywhere", () => {
    expect(saysIn(seedWorkbook(), "单位构成")).toBe(
      "纳入楚雄彝族自治州人力资源和社会保障局部门2020年度部门决算编报的单位共5个。其中：行政单位1个，其他事业单位4个。分别是：",
    );
    expect(saysIn(seedWorkbook({ 参公事业单位数: "2" }), "单位构成")).toContain(
      "共7个。其中：行政单位1个，参照公务员法管理的事业单位2个，其他事业单位4个。",
    );
  });
});
