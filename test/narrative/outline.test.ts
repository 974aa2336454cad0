import { describe, expect, test } from "vitest";
import { outlineOf } from "../../shared/narrative/outline.js";

/** Problems as `paragraph code found`, paragraphs counted from 1. */
function problemsOf(...paragraphs: readonly string[]): readonly string[] {
  const { problems } = outlineOf(paragraphs.map((text) => ({ text, container: 0 })));
  return problems.map(({ paragraph, code, found }) => `${String(paragraph + 1)} ${code} ${found}`);
}

describe("a template's structure", () => {
  test("sections stand inside a paragraph or around whole paragraphs, and may be nested", () => {
    expect(problemsOf("{#段 甲}收入{#若 年度 > 0}{年度}{#否 年度 > 1}无{/否}{/若}。{/段}")).toEqual([]);
    expect(problemsOf("{#若 年度 > 0}", "甲", " {#遍历 一般.[类]} ", "{@行.名称}", "{/}", "{/若}", "乙")).toEqual([]);
  });

  test.each([
    [
      "a section closed in another paragraph, where it does not stand alone",
      ["甲{#若 年度 > 0}乙", "丙{/若}丁"],
      ["1 unclosed-section #若 年度 > 0", "2 unopened-section /若"],
    ],
    ["a brace too many", ["收入{年度}}万元"], ["1 stray-brace }"]],
    ["a tag never closed", ["收入{年度万元"], ["1 stray-brace {"]],
    ["a section never closed", ["{#若 年度 > 0}", "甲"], ["1 unclosed-section #若 年度 > 0"]],
    ["a section never opened", ["甲", "{/若}"], ["2 unopened-section /若"]],
    ["a section closed as another", ["{#若 年度 > 0}甲{/否}"], ["1 wrong-closing #若 年度 > 0"]],
    ["a block closed as another", ["{#若 年度 > 0}", "甲", "{/遍历}"], ["3 wrong-closing #若 年度 > 0"]],
    ["two paragraphs of one id", ["{#段 甲}一{/段}", "{#段 甲}二{/段}"], ["2 doubled-id 甲"]],
    [
      "every problem of every paragraph",
      ["{占比(1)}", "好", "{#如果 1}{三公.2.预算数|两位}"],
      ["1 unknown-function 占比", "3 unknown-section 如果 1", "3 unknown-format 两位"],
    ],
  ])("%s is listed with its paragraph", (_, paragraphs, problems) => {
    expect(problemsOf(...paragraphs)).toEqual(problems);
  });

  test("a section does not leave its table cell", () => {
    const cells = ["{#若 年度 > 0}", "甲", "{/若}"].map((text, index) => ({ text, container: index < 2 ? 1 : 2 }));
    expect(outlineOf(cells).problems.map(({ code }) => code)).toEqual(["unopened-section"]);
  });
});
