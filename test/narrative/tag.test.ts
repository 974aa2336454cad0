import { describe, expect, test } from "vitest";
import { parseTag } from "../../shared/narrative/tag.js";

/** What a tag is, in a word or two. */
function kindOf(source: string): string {
  const tag = parseTag(source);
  switch (tag.kind) {
    case "figure":
      return `figure ${tag.expression.kind}${tag.format === undefined ? "" : ` ${tag.format.kind}`}`;
    case "open":
      return `open ${tag.section.kind}${tag.section.kind === "condition" && tag.section.negated ? " negated" : ""}`;
    case "close":
      return `close ${tag.word ?? "anything"}`;
    case "problem":
      return `${tag.code} ${tag.found}`;
  }
}

describe("what stands between two braces", () => {
  test.each([
    ["收入.合计.其他收入", "figure cell"],
    ["三公.2.预算数|最简", "figure cell shortest"],
    ["三公.2.预算数｜0.00", "figure cell places"],
    ["百分比(收入.合计.其他收入, 收入.合计.本年收入合计)", "figure call"],
    ["年度", "figure name"],
    ["要素.主要职能|段落", "figure element paragraphs"],
    ["@行.名称|类", "figure label category"],
    ["#段 收入合计", "open paragraph"],
    ["#若 三公.2.预算数 > 0", "open condition"],
    ["#否 三公.2.预算数 > 0", "open condition negated"],
    ["#遍历 一般.[类]", "open loop"],
    ["#遍历 财拨.[33-58] 若 财拨.@行.一般公共预算 ≠ 0", "open loop"],
    ["/", "close anything"],
    ["/若", "close 若"],
    [" /遍历 ", "close 遍历"],
  ])("{%s} is a %s", (source, kind) => expect(kindOf(source)).toBe(kind));

  test.each([
    ["", "bad-expression "],
    ["收入.合计.", "bad-expression 收入.合计."],
    ["占比(收入.合计.其他收入, 1)", "unknown-function 占比"],
    ["百分比(收入.合计.其他收入)", "unknown-function 百分比"],
    ["三公.2.预算数|两位", "unknown-format 两位"],
    ["#段", "unknown-section 段"],
    ["#如果 1 = 1", "unknown-section 如果 1 = 1"],
    ["/如果", "unknown-section 如果"],
    ["#遍历 一般", "bad-loop 一般"],
    ["#遍历 一般.[]", "bad-loop 一般.[]"],
    ["#遍历 一般.[类] 且 1 = 1", "bad-loop 且 1 = 1"],
  ])("{%s} is refused as %s", (source, problem) => expect(kindOf(source)).toBe(problem));
});
