import { describe, expect, it } from "vitest";
import { plain } from "../../shared/decimal.js";
import { numeric } from "../../shared/sheets/sheet-cells.js";

describe("the amount of a number cell", () => {
  it.each([
    ["8300.0200000000004", "8300.02"],
    ["8300.0249", "8300.0249"],
    ["0.1", "0.1"],
    ["0.30000000000000004", "0.3"],
    ["123456789012345678.91", "123456789012346000"],
    ["16726725.44", "16726725.44"],
    ["-92.06", "-92.06"],
    ["+5", "5"],
    [".5", "0.5"],
    ["5.", "5"],
    ["007", "7"],
    [" 7 ", "7"],
    ["0", "0"],
    ["-0.00", "0"],
    ["1.5E-3", "0.0015"],
    ["1.0000000000000001E-5", "0.00001"],
    ["2e4", "20000"],
    ["1.7E+3", "1700"],
    ["0E999", "0"],
    ["9.9999999999999995E-7", "0.000001"],
  ])("%s is %s", (text, expected) => {
    const value = amount(text);
    expect(value && plain(value)).toBe(expected);
  });

  it.each([
    "1e999",
    "1e-999",
    "1e99999",
    "NaN",
    "Infinity",
    "0x10",
    "abc",
    "",
    "1,234.50",
    "１",
    "1e",
    "--1",
    ".",
    "12 3",
    "1e1.5",
  ])("%j is none", (text) => {
    expect(amount(text)).toBeUndefined();
  });

  it("keeps the largest and smallest that Excel has", () => {
    expect(amount("1.7976931348623157E308")?.e).toBe(308);
    expect(amount("2.2250738585072014E-308")?.e).toBe(-308);
    expect(amount("1".repeat(400))).toBeUndefined();
  });

  it("is none for a cell of another kind", () => {
    expect(numeric({ ref: "A1", row: 1, column: 1, type: "text", text: "5", style: 0 })).toBeUndefined();
  });
});

function amount(text: string): ReturnType<typeof numeric> {
  return numeric({ ref: "A1", row: 1, column: 1, type: "number", text, style: 0 });
}
