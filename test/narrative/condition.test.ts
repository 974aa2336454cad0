import { describe, expect, test } from "vitest";
import { say, workbookWith } from "../support/narrative.js";

const GIVEN = {
  "三公.5.决算统计数": "0.004",
  "三公.6.决算统计数": "13.04",
  "三公.6.预算数": "16.00",
  "要素.其他重要事项": "无",
};

/** 甲 where 若 of the condition stands, 乙 where 否 does. */
function verdict(condition: string): string {
  return say(workbookWith(GIVEN), `{#若 ${condition}}甲{/若}{#否 ${condition}}乙{/否}`);
}

describe("a condition of the template", () => {
  test.each([
    ["三公.6.决算统计数 < 三公.6.预算数", "甲"],
    ["三公.6.决算统计数 = 13.04", "甲"],
    // Figures are compared as printed: 0.004 prints as 0.00.
    ["三公.5.决算统计数 = 0", "甲"],
    ["三公.5.决算统计数 ≠ 0", "乙"],
    ["三公.5.决算统计数 > 0", "乙"],
    // A blank amount is 0 in a table that holds figures …
    ["三公.3.预算数 = 0", "甲"],
    ["有数(三公.3.预算数)", "甲"],
    // … and unknown in one that holds none; so are counts, and last year's figures.
    ["有数(收入.合计.本年收入合计)", "乙"],
    ["有数(三公.12.决算统计数)", "乙"],
    ["有数(要素.其他重要事项)", "甲"],
    ["有数(要素.主要职能)", "乙"],
    ["非(有数(要素.主要职能))", "甲"],
    ["大小(三公.6.决算统计数, 三公.6.预算数) = “小于”", "甲"],
    ["大小(三公.6.决算统计数, 三公.6.预算数) ≠ “等于” 且 年度 = 2020", "甲"],
  ])("%s", (condition, expected) => expect(verdict(condition)).toBe(expected));

  test.each([
    ["收入.合计.本年收入合计 > 0"],
    ["增减(三公.6.决算统计数, 上年(三公.6.决算统计数)) ≠ “持平”"],
    ["三公.6.决算统计数 - 上年(三公.6.决算统计数) = 0"],
    ["非(收入.合计.本年收入合计 > 0)"],
    ["收入.合计.本年收入合计 > 0 且 年度 = 2020"],
  ])("%s cannot be known: 若 stands, 否 does not", (condition) => expect(verdict(condition)).toBe("甲"));

  test.each([
    ["收入.合计.本年收入合计 > 0 且 年度 = 2019", "乙"],
    ["收入.合计.本年收入合计 > 0 或 年度 = 2020", "甲"],
  ])("%s is decided by one side", (condition, expected) => expect(verdict(condition)).toBe(expected));
});
