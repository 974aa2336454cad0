import { describe, expect, it } from "vitest";
import { slipText } from "../../shared/messages/slip-text.js";
import type { Finding } from "../../shared/model/finding.js";

function finding(left: string, right: string, op = "="): Finding {
  return {
    rule: "03-01",
    severity: "error",
    kind: "violated",
    code: "rule-violated",
    cells: [],
    facts: { op },
    left,
    right,
  };
}

describe("two figures that should be equal", () => {
  it.each([
    ["1046.21", "10462100.00", "以“元”填写"],
    ["10462143.00", "1046.21", "以“元”填写"],
    ["-166.42", "166.42", "只差一个负号"],
    ["612.58", "621.58", "前后写颠倒了"],
    ["8300.02", "8030.02", "前后写颠倒了"],
  ])("%s and %s: the sentence says what they look like", (left, right, says) => {
    expect(slipText(finding(left, right))).toContain(says);
  });

  it.each([
    ["2200.18", "2209.19"],
    ["0.10", "1000.00"],
    ["0.00", "612.58"],
    ["1046.21", "10462300.00"],
  ])("%s and %s look like nothing", (left, right) => {
    expect(slipText(finding(left, right))).toBe("");
  });

  it("may be in any order where one must not be larger than the other", () => {
    expect(slipText(finding("621.58", "612.58", "≤"))).toBe("");
  });
});
