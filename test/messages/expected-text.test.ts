import { expect, test } from "vitest";
import { expectedText } from "../../shared/messages/expected-text.js";
import type { Finding } from "../../shared/model/finding.js";

/** A finding of a narrative with what should stand there. */
function finding(code: string, expected: string, unit?: string): Finding {
  return {
    rule: code,
    severity: "error",
    kind: "narrative",
    code,
    cells: [],
    facts: unit === undefined ? {} : { unit },
    text: { quote: "", figure: "8,233.60万元", expected, line: 1 },
  };
}

test.each([
  ["text-figure", "8133.60", "万元", "8,133.60万元"],
  ["text-rounding", "97.99", "%", "97.99%"],
  ["text-copied", "-1234567.8", "元", "-1,234,567.8元"],
  ["text-unit", "8133.60万元", undefined, "8,133.60万元"],
  ["text-two-tellings", "1500人次", undefined, "1,500人次"],
])("a figure of %s is said as the table prints it: %s", (code, expected, unit, said) => {
  expect(expectedText(finding(code, expected, unit))).toBe(said);
});

test("years, words and names are said as they are", () => {
  expect(expectedText(finding("text-year", "2020", ""))).toBe("2020");
  expect(expectedText(finding("text-direction", "增加"))).toBe("增加");
  expect(expectedText(finding("text-required", ""))).toBe("");
});
