import { describe, expect, test } from "vitest";
import { say, workbookWith } from "../support/narrative.js";

const FIGURE = "支出.2080101.基本支出";

/** What a tag says of a figure of this year and one of last year. */
function saidOf(tag: string, now: string, before: string): string {
  const session = workbookWith({ [FIGURE]: now }, { [FIGURE]: before });
  return say(session, `{${tag.replaceAll("今", FIGURE).replaceAll("昨", `上年(${FIGURE})`)}}`);
}

describe("the narrative's words", () => {
  test.each([
    ["2.00", "1.00", "增加", "增长", "大于"],
    ["1.00", "2.00", "减少", "下降", "小于"],
    ["1.00", "1.00", "持平", "持平", "等于"],
    ["0.00", "0.00", "持平", "持平", "等于"],
    ["1.00", "0.00", "增加", "增长", "大于"],
    // What prints as no change has no direction.
    ["1.004", "1.00", "持平", "持平", "等于"],
    ["1.006", "1.00", "增加", "增长", "大于"],
    ["-1.00", "1.00", "减少", "下降", "小于"],
  ])("%s after %s: %s, %s, %s", (now, before, change, rate, size) => {
    expect(saidOf("增减(今, 昨)", now, before)).toBe(change);
    expect(saidOf("升降(今, 昨)", now, before)).toBe(rate);
    expect(saidOf("大小(今, 昨)", now, before)).toBe(size);
  });

  test("a change is computed exactly and rounded once, and its word follows what is printed", () => {
    expect(saidOf("绝对值(今 - 昨)", "1.0051", "1.0049")).toBe("0.00");
    expect(saidOf("增减(今, 昨)", "1.0051", "1.0049")).toBe("持平");
    expect(saidOf("绝对值(增长(今, 昨))", "19.33", "21.69")).toBe("10.88");
  });

  test("a class is called by its name without number and 支出", () => {
    const session = workbookWith({});
    const names = say(session, "{#遍历 财拨.[201, 215, 229, 234]}", "{@行.序号}.{@行.名称|类}（类）", "{/遍历}");
    expect(names.split("\n")).toEqual([
      "1.一般公共服务（类）",
      "2.资源勘探工业信息等（类）",
      "3.其他（类）",
      "4.抗疫特别国债安排（类）",
    ]);
  });
});
