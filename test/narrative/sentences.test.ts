import { describe, expect, test } from "vitest";
import type { Session } from "../../shared/calc/session.js";
import { saysIn, seedWorkbook, workbookWith } from "../support/narrative.js";

type Figures = Readonly<Record<string, readonly [budget: string, actual: string]>>;

/** 公开09 with these budget and actual figures by printed line (an empty text is a blank cell); totals are computed. */
function threePublic(
  figures: Figures,
  lastYear: Readonly<Record<string, string>>,
  elements: Readonly<Record<string, string>> = {},
): Session {
  const given: Record<string, string> = {};
  for (const [id, text] of Object.entries(elements)) given[`要素.${id}`] = text;
  for (const [line, [budget, actual]] of Object.entries(figures)) {
    if (budget !== "") given[`三公.${line}.预算数`] = budget;
    if (actual !== "") given[`三公.${line}.决算统计数`] = actual;
  }
  const before = Object.entries(lastYear).map(([line, figure]) => [`三公.${line}.决算统计数`, figure] as const);
  return workbookWith(given, Object.fromEntries(before));
}

const REPORT = "2020年度一般公共预算财政拨款“三公”经费支出";

describe("a change against last year", () => {
  test.each([
    ["302.73", "与上年对比减少了49.74万元，减少的主要原因是机构改革。"],
    ["200.00", "与上年对比增加了52.99万元，增加的主要原因是机构改革。"],
    ["0.00", "与上年对比增加了252.99万元，增加的主要原因是机构改革。"],
    ["252.99", "与上年持平。"],
  ])("252.99 after %s", (before, change) => {
    const elements = { "要素.机关运行经费增减原因": "机构改革。", "要素.机关运行经费用途": "机关运转" };
    const session = workbookWith({ "三公.23.决算统计数": "252.99", ...elements }, { "三公.22.决算统计数": before });
    expect(saysIn(session, "机关运行经费")).toBe(
      `某局部门2020年机关运行经费支出252.99万元，${change}部门机关运行经费主要用于机关运转。`,
    );
  });

  test("a growth from 0 has no percentage", () => {
    const figures: Figures = { 3: ["0.00", "2.00"], 6: ["5.00", "4.00"], 7: ["1.00", "0.00"] };
    const lastYear = { 2: "5.00", 3: "0.00", 4: "5.00", 6: "5.00", 7: "0.00" };
    expect(saysIn(threePublic(figures, lastYear, { 三公增减原因: "出国任务增加" }), "三公增减")).toBe(
      `${REPORT}决算数比2019年增加1.00万元，增长20.00%。其中：因公出国（境）费支出决算增加2.00万元，上年为零，无可比基数；公务用车购置及` +
        "运行维护费支出决算减少1.00万元，下降20.00%；公务接待费支出决算与上年持平，均为0.00万元。" +
        `${REPORT}决算增加的主要原因是出国任务增加。`,
    );
  });

  test("nothing changed: no direction, no reason", () => {
    const figures: Figures = { 3: ["0.00", "0.00"], 6: ["5.00", "5.00"], 7: ["0.00", "0.00"] };
    const lastYear = { 2: "5.00", 3: "0.00", 4: "5.00", 6: "5.00", 7: "0.00" };
    expect(saysIn(threePublic(figures, lastYear), "三公增减")).toBe(
      `${REPORT}决算数与上年持平，均为5.00万元。其中：因公出国（境）费支出决算与上年持平，均为0.00万元；公务用车购置及运行维护费支出决算与` +
        "上年持平，均为5.00万元；公务接待费支出决算与上年持平，均为0.00万元。",
    );
  });
});

describe("“三公”经费 against the budget", () => {
  const lastYear = { 6: "5.00" };

  test("a budget of 0 or none has no rate of execution", () => {
    const figures: Figures = { 3: ["", "2.00"], 6: ["5.00", "4.00"], 7: ["0.00", "0.00"] };
    const reasons = { 出国费差异原因: "临时增加的出访任务。", 接待费差异原因: "" };
    expect(saysIn(threePublic(figures, lastYear, reasons), "三公预算执行")).toBe(
      `某局部门${REPORT}预算为5万元，支出决算为6.00万元，完成预算的120.00%。其中：因公出国（境）费支出决算为2.00万元（未安排预算）；` +
        "公务用车购置及运行维护费支出决算为4.00万元，完成预算的80.00%；公务接待费支出决算为0.00万元（未安排预算）。" +
        `${REPORT}决算数大于预算数的主要原因是因公出国（境）费决算数为2.00万元，临时增加的出访任务；公务用车购置及运行维护费中的公务用车` +
        "运行维护费预算数5万元，决算数4.00万元，与2019年决算相比，减少1.00万元；公务接待费预算数0万元，决算数0.00万元。",
    );
  });

  test("spent as budgeted: no reason", () => {
    const figures: Figures = { 3: ["0.00", "0.00"], 6: ["5.00", "5.00"], 7: ["1.50", "1.50"] };
    expect(saysIn(threePublic(figures, lastYear), "三公预算执行")).toContain(
      `支出预算为6.5万元，支出决算为6.50万元，完成预算的100.00%。`,
    );
    expect(saysIn(threePublic(figures, lastYear), "三公预算执行")).toMatch(/决算数等于预算数。$/u);
  });

  test("a car that was bought is named with its budget, and reasons are asked for where the budget was missed by far", () => {
    const figures: Figures = { 3: ["0.00", "0.00"], 5: ["20.00", "18.00"], 6: ["5.00", "1.00"], 7: ["1.00", "1.00"] };
    expect(saysIn(threePublic(figures, lastYear), "三公预算执行")).toContain(
      "公务用车购置及运行维护费中的公务用车购置费预算数20万元，决算数18.00万元，公务用车运行维护费预算数5万元，决算数1.00万元，与2019年" +
        "决算相比，减少4.00万元，主要是【待填写：公务用车购置及运行维护费决算数与预算数差异较大的主要原因】；",
    );
  });

  test("without any expense there are no shares", () => {
    const figures: Figures = { 3: ["0.00", "0.00"], 6: ["0.00", "0.00"], 7: ["0.00", "0.00"] };
    expect(saysIn(threePublic(figures, lastYear), "三公构成")).toBe(
      `${REPORT}决算中，因公出国（境）费支出0.00万元；公务用车购置及运行维护费支出0.00万元；公务接待费支出0.00万元。具体情况如下：`,
    );
  });

  test("a count nobody gave is marked, never 0", () => {
    const figures: Figures = { 7: ["1.00", "1.00"], 8: ["", "1.00"] };
    expect(saysIn(threePublic(figures, lastYear), "国内接待费")).toContain(
      "国内接待费支出1.00万元（其中：外事接待费支出0.00万元），共安排国内公务接待【待填写：三公 5．国内公务接待批次（个） 决算统计数】批次",
    );
  });
});

describe("the classes of general public expenditure", () => {
  const listed = (elements: Readonly<Record<string, string>>): readonly string[] =>
    saysIn(seedWorkbook(elements), "一般公共预算分类").split("\n");

  test("are all listed, zero ones included", () => {
    expect(listed({})).toHaveLength(26);
    expect(listed({})[6]).toBe("7.文化旅游体育与传媒（类）支出0.00万元，占一般公共预算财政拨款总支出的0.00%。");
    expect(listed({})[11]).toBe(
      "12.农林水（类）支出5.00万元，占一般公共预算财政拨款总支出的0.06%，主要用于创业担保贷款贴息。",
    );
  });

  test("are listed without zero ones where 说明要素 says so, numbered anew", () => {
    expect(listed({ 省略零支出类: "是" }).map((line) => line.replace(/（类）.*/u, ""))).toEqual([
      "1.社会保障和就业",
      "2.卫生健康",
      "3.农林水",
      "4.住房保障",
    ]);
  });

  test("ask for the use of each class that spent something", () => {
    expect(listed({ 用途213: "" })[11]).toContain(
      "，主要用于【待填写：一般公共预算财政拨款农林水（类）支出的主要用途】。",
    );
  });
});

describe("tables published empty", () => {
  test("say why; a table with figures says nothing", () => {
    expect(saysIn(seedWorkbook(), "政府性基金预算空表")).toBe(
      "楚雄彝族自治州人力资源和社会保障局部门2020年度没有政府性基金预算财政拨款收入，也没有使用政府性基金预算财政拨款安排的支出，" +
        "故《政府性基金预算财政拨款收入支出决算表》无数据。",
    );
    const filled = workbookWith({ "基金.2120801.收入项目": "1.00", "国资经营.2230501.本年收入": "0.00" });
    expect(saysIn(filled, "政府性基金预算空表")).toBe("");
    expect(saysIn(filled, "国有资本经营预算空表")).toContain("没有国有资本经营预算财政拨款收入支出");
  });
});

describe("shares and bases", () => {
  test("without any revenue there are no parts and no shares", () => {
    const session = workbookWith({ "收入.2080101.财政拨款收入": "0.00" }, { "收入.合计.本年收入合计": "0.00" });
    expect(saysIn(session, "收入合计")).toBe("某局部门2020年度收入合计0.00万元。与上年持平。");
  });

  test("the base of 人员经费 and 公用经费 is named where 公开03 has another figure", () => {
    const given = { "支出.2080101.基本支出": "12.00", "一般.2080101.支出基本": "10.00", "基本.301.金额": "8.00" };
    const last = { "支出.合计.基本支出": "12.00" };
    expect(saysIn(workbookWith(given, last), "基本支出")).toContain(
      "支出8.00万元，占一般公共预算财政拨款基本支出的80.00%。",
    );
    const same = { ...given, "支出.2080101.基本支出": "10.00" };
    expect(saysIn(workbookWith(same, last), "基本支出")).toContain("支出8.00万元，占基本支出的80.00%。");
  });

  test("no procurement, no share of small enterprises", () => {
    const none = { 采购货物支出: "0", 采购服务支出: "0", 采购工程支出: "0", 中小企业合同金额: "0" };
    expect(saysIn(seedWorkbook(none), "政府采购")).toMatch(/授予中小企业合同金额0\.00万元。$/u);
  });
});
