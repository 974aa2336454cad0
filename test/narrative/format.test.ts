import { describe, expect, test } from "vitest";
import { decimal } from "../../shared/decimal.js";
import { exactly } from "../../shared/expression/evaluated.js";
import { formatFigure, parseFormat } from "../../shared/narrative/format.js";

/** A figure of this unit and these places, printed in this format. */
function printed(value: string, unit: string | undefined, places: number | undefined, format = ""): string {
  return formatFigure(exactly(decimal(value), unit, places), parseFormat(format));
}

describe("a figure's print", () => {
  test.each([
    ["8300.02", "万元", 2, "", "8,300.02"],
    ["8133.6", "万元", 2, "", "8,133.60"],
    ["1234567.005", "元", 2, "", "1,234,567.01"],
    ["-1234.5", "万元", 2, "", "-1,234.50"],
    ["-999.99", "万元", 2, "", "-999.99"],
    ["-0.004", "万元", 2, "", "0.00"],
    ["819", "人", 0, "", "819"],
    ["12129", "人", 0, "", "12,129"],
    ["2020", "年", 0, "", "2020"],
    ["97.9949", "%", undefined, "", "97.99"],
    ["97.995", "%", undefined, "", "98.00"],
    ["31.00", "万元", 2, "最简", "31"],
    ["31.50", "万元", 2, "最简", "31.5"],
    ["1200.004", "万元", 2, "最简", "1,200"],
    ["99.61", undefined, undefined, "", "99.61"],
    ["8300.02", "万元", 2, "0.00", "8300.02"],
    ["8300.5", "万元", 2, "0", "8301"],
    ["8300.02", "万元", 2, "#,##0", "8,300"],
    ["8300.02", "万元", 2, "#,##0.0000", "8,300.0200"],
    ["1999", "年", 0, "千分位", "1999"],
  ] as const)("%s %s (%s places) as “%s” is %s", (value, unit, places, format, expected) => {
    expect(printed(value, unit, places, format)).toBe(expected);
  });

  test.each(["", "0.0.0", "##0", "最短", "#,#0.00", "0,00"])("“%s” is no format", (text) => {
    expect(parseFormat(text)).toBeUndefined();
  });
});
