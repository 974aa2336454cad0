import { describe, expect, it } from "vitest";
import { parseExpression } from "../../shared/expression/parse.js";
import type { CellExpression, Expression } from "../../shared/expression/expression.js";

/** The tree of an expression as text with every operation in brackets. */
function tree(source: string): string {
  const parsed = parseExpression(source);
  return parsed.ok ? write(parsed.expression) : `${parsed.problem.code}@${parsed.problem.at}`;
}

function write(of: Expression): string {
  switch (of.kind) {
    case "number":
      return of.value.toFixed();
    case "text":
      return `“${of.text}”`;
    case "cell":
      return [of.table, part(of.row), part(of.column)].join("·");
    case "sum":
    case "count":
      return `${of.kind}<${of.table}·${of.rows.members.map((one) => JSON.stringify(one)).join("")}>`;
    case "name":
      return of.name;
    case "element":
      return `要素<${of.id}>`;
    case "label":
      return `@${of.variable}<${of.label}>`;
    case "negate":
      return `(-${write(of.of)})`;
    case "not":
      return `(非${write(of.of)})`;
    case "call":
      return `${of.name}(${of.args.map(write).join("; ")})`;
    default:
      return `(${write(of.left)} ${of.op} ${write(of.right)})`;
  }
}

function part(of: CellExpression["row"] | CellExpression["column"]): string {
  if (of.kind === "named") return of.name;
  return "below" in of ? `@${of.name}/${of.below ?? ""}` : `@${of.name}`;
}

describe("the expression language", () => {
  it.each([
    ["收入.合计.本年收入合计", "收入·合计·本年收入合计"],
    ["总表.【年末结转和结余】.支出", "总表·年末结转和结余·支出"],
    ["三公.2.决算统计数", "三公·2·决算统计数"],
    ["收入.@行.@栏", "收入·@行·@栏"],
    ["项目资金.@行/年度资金总额.全年执行数", "项目资金·@行/年度资金总额·全年执行数"],
    ["1 + 2 × 3 - 4 ÷ 2", "((1 + (2 × 3)) - (4 ÷ 2))"],
    ["（1 ＋ 2）* 3", "((1 + 2) × 3)"],
    ["-1 + 2", "((-1) + 2)"],
    ["a - b - c", "((a - b) - c)"],
    ["a >= b", "(a ≥ b)"],
    ["a > 0 ⇔ b > 0", "((a > 0) ⇔ (b > 0))"],
    ["a > 0 且 b > 0 或 c > 0", "(((a > 0) 且 (b > 0)) 或 (c > 0))"],
    ["非(a > 0)", "(非(a > 0))"],
    ["百分比(收入.合计.其他收入, 收入.合计.本年收入合计)", "百分比(收入·合计·其他收入; 收入·合计·本年收入合计)"],
    ["上年(支出.合计.基本支出)", "上年(支出·合计·基本支出)"],
    ["要素.其他事业单位数 = 0", "(要素<其他事业单位数> = 0)"],
    ["@行.名称", "@行<名称>"],
    ["“无”", "“无”"],
    ["Σ(收入.[类].@栏)", 'sum<收入·{"kind":"category"}>'],
    ["Σ(收入.[@行的下级].@栏)", 'sum<收入·{"kind":"children","of":{"kind":"variable","name":"行"}}>'],
    ["Σ(总表.[1-8].收入)", 'sum<总表·{"kind":"numbers","from":1,"to":8}>'],
    ["Σ(项目资金.[全部/年度资金总额].全年执行数)", 'sum<项目资金·{"kind":"below-all","name":"年度资金总额"}>'],
    ["个数(一般.[含就业])", 'count<一般·{"kind":"containing","text":"就业"}>'],
  ])("reads %s", (source, expected) => {
    expect(tree(source)).toBe(expected);
  });

  it.each([
    ["", "empty@0"],
    ["1 +", "unclosed@3"],
    ["(1", "unclosed@2"],
    ["收入.合计", "unexpected@0"],
    ["收入..合计", "unexpected@0"],
    ["【收入.合计.金额", "unclosed@0"],
    ["“无", "unclosed@0"],
    ["a = b = c", "unexpected@6"],
    ["平均(a, b)", "unknown-function@0"],
    ["百分比(a)", "unknown-function@0"],
    ["a ! b", "unexpected@2"],
    ["1 2", "unexpected@2"],
  ])("refuses %s and says where", (source, expected) => {
    expect(tree(source)).toBe(expected);
  });
});
