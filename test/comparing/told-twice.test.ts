import { describe, expect, it } from "vitest";
import { findingText } from "../../shared/messages/finding-text.js";
import { computedOf } from "../../shared/calc/computed-session.js";
import { check, lines, ownNarrative, sampleSession } from "../support/existing-narrative.js";
import { OTHER_DEPARTMENTS } from "../support/other-departments.js";

const SESSION = sampleSession("sample");

function twice(texts: readonly string[]): readonly string[] {
  return lines(check(SESSION, texts)).filter((line) => line.includes("told-twice"));
}

describe("a fact that a text tells twice", () => {
  it.each([
    [
      "of the tables",
      "三公经费支出19.33万元。",
      "全年“三公”经费支出共19.83万元。",
      ["explain text-told-twice 19.83万元"],
    ],
    ["in another unit", "三公经费支出19.33万元。", "全年“三公”经费支出共193,300.00元。", []],
    ["rounded", "公务用车运行维护费13.04万元，占67.46%。", "公务用车运行维护费13.04万元，占67.5%。", []],
    ["within 尾差", "公务接待费6.29万元。", "公务接待费6.30万元。", ["hint text-told-twice 6.30万元"]],
    [
      "of nothing in the tables",
      "全年组织招聘活动37场次，参加求职者1.2万人。",
      "参加求职者1.5万人。",
      ["explain text-told-twice 1.5万人"],
    ],
    ["of two years", "2019年平均职工人数109人。", "2020年平均职工人数95人。", []],
    ["of two changes", "资产总额比上年增加180.49万元。", "固定资产比上年减少91.93万元。", []],
  ])("%s", (_, first, second, found) => {
    expect(twice(["四、“三公”经费支出情况", first, second])).toEqual(found);
  });

  it("is told with both sentences", () => {
    const texts = ["四、“三公”经费支出情况", "三公经费支出19.33万元。", "全年“三公”经费支出共19.83万元。"];
    const finding = check(SESSION, texts).find(({ code }) => code === "text-told-twice");
    const said = finding === undefined ? "" : findingText(computedOf(SESSION), finding);
    expect(said).toContain("全年“三公”经费支出共19.83万元");
    expect(said).toContain("第 2 行“三公经费支出19.33万元。”写的是“19.33万元”");
  });

  it("is none in texts whose figures agree", () => {
    expect(twice(ownNarrative(SESSION))).toEqual([]);
    for (const texts of Object.values(OTHER_DEPARTMENTS)) expect(twice(texts)).toEqual([]);
  });
});
