import { describe, expect, test } from "vitest";
import { convert } from "../../shared/amount.js";
import { decimal, plain } from "../../shared/decimal.js";
import { DASH, isDash, readCellInput } from "../../shared/template/cell-input.js";
import type { Column, Unit } from "../../shared/template/pack.js";

describe("amounts as people write them", () => {
  test.each([
    ["1234.56", "1234.56"],
    ["1,234.56", "1234.56"],
    ["12,345,678.90", "12345678.9"],
    ["１，２３４．５６", "1234.56"],
    [" 8 300.02 ", "8300.02"],
    ["\u3000" + "5.00\u00a0", "5"],
    ["-0.5", "-0.5"],
    ["－３.２", "-3.2"],
    ["−7", "-7"],
    ["(1,234.50)", "-1234.5"],
    ["（0.01）", "-0.01"],
    ["¥1,000", "1000"],
    ["￥ 1000.5", "1000.5"],
    ["12。5", "12.5"],
    ["。5", "0.5"],
    ["\n12.5\r\n", "12.5"],
    ["12.5\n万元", "12.5"],
    ["－。5", "-0.5"],
    ["1，234。5万元", "1234.5"],
    [".5", "0.5"],
    ["5.", "5"],
    ["+3", "3"],
    ["0.00", "0"],
    ["12.5万元", "12.5"],
    ["12.5 万", "12.5"],
    ["125,000元", "12.5"],
    ["0.01元", "0.000001"],
    ["123456789012345678.91", "123456789012345678.91"],
  ])("%s is %s 万元", (text, figure) => {
    expect(read(text, "amount", "万元")).toBe(figure);
  });

  test.each([
    ["1e999", "not-a-number"],
    ["1E3", "not-a-number"],
    ["NaN", "not-a-number"],
    ["0x10", "not-a-number"],
    ["Infinity", "not-a-number"],
    ["见附表", "not-a-number"],
    ["12.3.4", "not-a-number"],
    ["12。3。4", "not-a-number"],
    ["12\n34", "not-a-number"],
    ["12 \r\n 34.5", "not-a-number"],
    ["。", "not-a-number"],
    ["1-2", "not-a-number"],
    ["--5", "not-a-number"],
    ["(5", "not-a-number"],
    ["(-5)", "not-a-number"],
    [".", "not-a-number"],
    ["元", "not-a-number"],
    ["1,23", "misplaced-separator"],
    ["12,34,567.00", "misplaced-separator"],
    [",123", "misplaced-separator"],
    ["97.99%", "percent-sign"],
    ["3辆", "foreign-unit"],
  ])("%s is no amount: %s", (text, code) => {
    expect(read(text, "amount", "万元")).toBe(code);
  });
});

describe("counts, shares, scores and texts", () => {
  test("a count may carry its word", () => {
    expect(read("80批次", "amount", "个")).toBe("80");
    expect(read("819 人", "count", "人")).toBe("819");
    expect(read("5元", "count", "人")).toBe("foreign-unit");
  });

  test("a percentage may carry its sign and is not divided", () => {
    expect(read("100.00%", "percent", "%")).toBe("100");
    expect(read("97.99％", "percent", "%")).toBe("97.99");
    expect(read("1.00", "percent", "%")).toBe("1");
    expect(read("1.00元", "percent", "%")).toBe("foreign-unit");
  });

  test("a score takes no percent sign", () => {
    expect(read("20分", "score", undefined)).toBe("20");
    expect(read("20%", "score", undefined)).toBe("percent-sign");
  });

  test("a text stays as it is, its blanks included", () => {
    expect(read("　≥95%\n以上 ", "text", undefined)).toBe("text:　≥95%\n以上 ");
    expect(read("—", "text", undefined)).toBe("text:—");
  });

  test("blank is nothing", () => {
    for (const blank of ["", " ", "\u3000", "\u00a0\n", "\u200b"]) expect(read(blank, "amount", "元")).toBe("blank");
  });

  test("every dash in a figure cell is the one dash", () => {
    for (const dash of ["—", "-", "－", "——", "–", "―", "ー", "──", "−"]) {
      expect(isDash(dash)).toBe(true);
      expect(read(dash, "amount", "万元")).toBe(`text:${DASH}`);
    }
    for (const figure of ["-5", "—5", "0", ""]) expect(isDash(figure)).toBe(false);
  });
});

test("元 and 万元 are converted exactly, both ways", () => {
  expect(plain(convert(decimal("81124123456.78"), "元", "万元"))).toBe("8112412.345678");
  expect(plain(convert(decimal("8112412.345678"), "万元", "元"))).toBe("81124123456.78");
  expect(plain(convert(decimal("5.5"), "元", "元"))).toBe("5.5");
});

function read(text: string, kind: Column["kind"], unit: Unit | undefined): string {
  const input = readCellInput(text, { id: "c", name: "栏", aliases: [], kind }, unit);
  if (input === undefined) return "blank";
  if (input.kind === "problem") return input.code;
  return input.kind === "text" ? `text:${input.text}` : plain(input.value);
}
