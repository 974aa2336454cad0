import { describe, expect, test } from "vitest";
import { checkCopiedTexts } from "../../shared/checks/plausibility-copied-texts.js";
import { checkDeadlines } from "../../shared/checks/plausibility-deadlines.js";
import { checkIndicatorNames } from "../../shared/checks/plausibility-indicator-names.js";
import { checkLeftovers } from "../../shared/checks/plausibility-leftovers.js";
import { checkStaleYears } from "../../shared/checks/plausibility-stale-years.js";
import { checkTextAmounts } from "../../shared/checks/plausibility-text-amounts.js";
import { checkWantedTexts } from "../../shared/checks/plausibility-wanted.js";
import type { PlausibilityCheck } from "../../shared/checks/plausibility.js";
import { loadPack } from "../support/seed.js";
import { computedFrom, line, lines, type Surroundings } from "../support/text-workbook.js";

const pack = loadPack("yunnan-2020");

function expectFindings(check: PlausibilityCheck, tables: string, expected: string, around?: Surroundings): void {
  expect(check(computedFrom(pack, tables, around)).map(line)).toEqual(lines(expected));
}

/** One text in 公开10. */
function section(text: string): string {
  return `
    10       | text
    overview | ${text}
  `;
}

describe("an indicator's own name as its actual value", () => {
  test("is an error where the target says something else", () => {
    expectFindings(
      checkIndicatorNames,
      `
      12-projects | name
      p1          | 甲

      12-indicators | level3     | target | actual
      p1/1          | 政策知晓率 | ≥90%   | 政策知晓率
      p1/2          | 资金到位率 | 100%   | 资金 到位率。

      11-indicators | level3     | nature | value | actual
      1             | 会议次数   | ≥      | 1     | 会议次数`,
      `name-as-actual error 12-indicators!p1/1!actual 12-indicators!p1/1!level3
       name-as-actual error 12-indicators!p1/2!actual 12-indicators!p1/2!level3
       name-as-actual error 11-indicators!1!actual 11-indicators!1!level3`,
    );
  });

  test("may be an answer where the target is the same words or blank", () => {
    expectFindings(
      checkIndicatorNames,
      `
      12-projects | name
      p1          | 甲

      12-indicators | level3           | target           | actual
      p1/1          | 12月31日前完成   | 12月31日前完成   | 12月31日前完成
      p1/2          | 完成设备采购     |                  | 完成设备采购`,
      `name-as-actual explain 12-indicators!p1/1!actual 12-indicators!p1/1!level3
       name-as-actual explain 12-indicators!p1/2!actual 12-indicators!p1/2!level3`,
    );
  });

  test("a value, and a value behind the name, are right", () => {
    expectFindings(
      checkIndicatorNames,
      `
      12-projects | name
      p1          | 甲

      12-indicators | level3       | target | actual
      p1/1          | 省级资金下拨率 | 100% | 省级资金下拨率100%
      p1/2          | 政策知晓率   | ≥90%   | 98%
      p1/3          | 政策知晓率   | ≥90%   |`,
      "",
    );
  });
});

describe("template leftovers", () => {
  test.each([
    ["XX局有独立核算的行政机构1个", "XX", "XX局有独立核算的行政机构1…"],
    ["截止20XX年末", "XX", "截止20XX年末"],
    ["由ＸＸＸ负责", "ＸＸＸ", "由ＸＸＸ负责"],
    ["比上年增长（下降）3.00%", "增长（下降）", "比上年增长（下降）3.00%"],
    ["比上年增加(减少)3.00万元", "增加(减少)", "比上年增加(减少)3.00万元"],
    ["我局{部门职责}", "{部门职责}", "我局{部门职责}"],
    ["共__人", "__", "共__人"],
  ])("%s", (text, word, quote) => {
    const [finding, ...others] = checkLeftovers(computedFrom(pack, section(text)));
    expect(others).toEqual([]);
    expect(finding?.severity).toBe("error");
    expect(finding?.facts).toEqual({ word, text: quote });
  });

  test("are found in 说明要素 too", () => {
    const element = pack.elements.find(({ kind }) => kind === "text");
    const computed = computedFrom(pack, "", { remarks: { [element?.id ?? ""]: "主要原因是XX" } });
    expect(checkLeftovers(computed).map(({ cells, facts }) => ({ cells, facts }))).toEqual([
      { cells: [], facts: { word: "XX", text: "主要原因是XX", element: element?.id, place: element?.place } },
    ]);
  });

  test.each(["XXL号工作服", "MAXX设备", "7×24小时技术支持", "支出增加，收入减少", "3×100分", "“1+5”人才政策"])(
    "%s is none",
    (text) => {
      expectFindings(checkLeftovers, section(text), "");
    },
  );
});

describe("stale years", () => {
  test.each([
    ["截止2019年末，我局有独立核算的行政机构1个。", "2019"],
    ["2018年度我局较好地完成了任务。", "2018"],
    ["根据《关于我局2019年度部门预算的批复》，年初结转和结余75.24万元。", "2019"],
    ["2023年，我局将继续加强管理。", "2023"],
  ])("%s", (text, year) => {
    const findings = checkStaleYears(computedFrom(pack, section(text)));
    expect(findings.map(({ severity, facts }) => [severity, facts["year"], facts["fiscal"]])).toEqual([
      ["explain", year, "2020"],
    ]);
  });

  test.each([
    "2020年度一般公共预算财政拨款“三公”经费支出决算数比2019年减少2.36万元，下降10.88%。",
    "2019年决算数为21.69万元，与之相比，2020年减少2.36万元。",
    "根据《关于我局2020年度部门预算的批复》，年初结转和结余75.24万元。",
    "贯彻《保障农民工工资支付条例》和《2016年全面推进政务公开工作要点》。",
    "2019年第二批人力资源和社会保障省级专项补助资金",
    "从2017年承担这项工作。",
    "自2014年起连续开展绩效自评，2015年以来不断完善。",
    "2021年3月，我局组织开展2020年度绩效自评。",
    "州人社局（楚财社〔2019〕146号）",
    "参保人数比 2019 年增加3人。",
    "共发放2019份宣传材料，2018人参加培训。",
    "“十三五”期间（2016-2020年）成效明显。",
    "2018年、2019年、2020年均足额发放。",
  ])("%s is right", (text) => {
    expectFindings(checkStaleYears, section(text), "");
  });

  test("the goals of the coming years are right, last year's are not", () => {
    expectFindings(
      checkStaleYears,
      `
      11-goals | year | goal
      1        | 2019 | 稳就业
      2        | 2020 | 稳就业
      3        | 2022 | 稳就业`,
      "stale-year explain 11-goals!1!year",
    );
  });

  test("the fiscal year comes from the workbook alone", () => {
    expectFindings(checkStaleYears, section("2020年度我局较好地完成了任务。"), "stale-year explain 10!overview!text", {
      year: 2021,
    });
  });
});

describe("deadlines after the fiscal year", () => {
  test("one finding a row, with every cell that names such a date", () => {
    expectFindings(
      checkDeadlines,
      `
      11-indicators | level3             | value          | actual
      1             | 按工作计划完成项目 | 2021年12月31日 | 2021年10月31日
      2             | 完成时间           | 2021-06-30     | 2020-06-30`,
      `late-deadline explain 11-indicators!1!value 11-indicators!1!actual
       late-deadline explain 11-indicators!2!value`,
    );
  });

  test("a date within the year and a figure that looks like one are right", () => {
    expectFindings(
      checkDeadlines,
      `
      11-indicators | level3   | value          | actual
      1             | 完成时间 | 2020年12月31日 | 2020年12月
      2             | 参保人数 | 2021.12        | 2022人
      3             | 考试时间 | 8月22日、23日  | 按时完成`,
      "",
    );
  });
});

describe("copied texts", () => {
  const GOAL = "资金按规定用于就业见习补贴等支出，确保年内就业见习补贴足额按时发放，促进就业，维护社会和谐稳定。";

  test("the result in the words of the goal, and one text in two projects", () => {
    expectFindings(
      checkCopiedTexts,
      `
      12-projects | name | expectedGoal | actualGoal
      p1          | 甲   | ${GOAL}      | ${GOAL.replaceAll("，", ", ")}
      p2          | 乙   | ${GOAL}      | 已足额发放`,
      `goal-as-result explain 12-projects!p1!actualGoal 12-projects!p1!expectedGoal
       same-text explain 12-projects!p1!expectedGoal 12-projects!p2!expectedGoal`,
    );
  });

  test("short texts may be equal, and 公开10 and 公开11 both print the duties", () => {
    expectFindings(
      checkCopiedTexts,
      `
      12-projects | name | expectedGoal | actualGoal
      p1          | 甲   | 慰问29人     | 慰问29人
      p2          | 乙   | 慰问29人     | 已慰问

      10       | text
      overview | ${GOAL}

      11-profile | content
      duties     | ${GOAL}`,
      "",
    );
  });

  test("an answer is kept under the check and the first cell, and comes with the finding", () => {
    const computed = computedFrom(
      pack,
      `
      12-projects | name | expectedGoal | actualGoal
      p1          | 甲   | ${GOAL}      | ${GOAL}`,
      { remarks: { "goal-as-result@12-projects.p1.actualGoal": "全部完成" } },
    );
    const [finding] = checkCopiedTexts(computed);
    expect([finding?.remarkId, finding?.remark]).toEqual(["goal-as-result@12-projects.p1.actualGoal", "全部完成"]);
  });
});

describe("元 among 万元", () => {
  test("one amount in 元 beside two in 万元", () => {
    const text = "流动资产40.86万元，固定资产271.86万元，其他资产0.00元。";
    const [finding, ...others] = checkTextAmounts(computedFrom(pack, section(text)));
    expect(others).toEqual([]);
    expect(finding?.facts["amount"]).toBe("0.00元");
    expect(finding?.severity).toBe("explain");
  });

  test.each([
    "流动资产40.86万元，固定资产271.86万元，其他资产0.00万元。",
    "支出40.86万元，补贴71.86万元，人均标准1200.00元。",
    "支出40.86万元，补贴71.86万元，考核优秀3600.00元/人。",
    "支出40.86万元，补贴71.86万元。每次慰问100.00元。",
    "奖金200.00元，补贴71.86万元。",
  ])("%s is right", (text) => {
    expectFindings(checkTextAmounts, section(text), "");
  });
});

describe("texts the form always wants", () => {
  test("a project without 主管部门", () => {
    expectFindings(
      checkWantedTexts,
      `
      12-projects | name | supervisor | executor
      p1          | 甲   |            | 就业中心
      p2          | 乙   | 州人社局   | 就业中心
      p3          |      |            |`,
      "wanted-text hint 12-projects!p1!supervisor",
    );
  });
});
