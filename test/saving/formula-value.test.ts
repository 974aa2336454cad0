import { describe, expect, test } from "vitest";
import { decimal, plain } from "../../shared/decimal.js";
import { formulaValue } from "../../shared/saving/formula-value.js";

/** A1:C2 hold 1.1, 2.2, text / 3.3, blank, 4.4; Z9 is unknown; another sheet holds 100 in A1. */
const CELLS: Readonly<Record<string, string>> = { "1,1": "1.1", "1,2": "2.2", "2,1": "3.3", "2,3": "4.4" };

function value(formula: string): string {
  const result = formulaValue(formula, (sheet, row, column) => {
    if (sheet !== undefined) return sheet === "支出 表" && row === 1 && column === 1 ? decimal("100") : undefined;
    if (row === 9) return undefined;
    const text = CELLS[`${row},${column}`];
    return text === undefined ? "blank" : decimal(text);
  });
  return result === undefined ? "unknown" : plain(result);
}

describe("formulas of sums are exact", () => {
  test.each([
    ["A1+B1", "3.3"],
    ["SUM(A1:C2)", "11"],
    ["SUM(A1:B1,C2,5)", "12.7"],
    ["sum($A$1:$A$2)", "4.4"],
    ["A1-B2", "1.1"],
    ["-A1*2", "-2.2"],
    ["(A1+A2)/2", "2.2"],
    ["50%*B1", "1.1"],
    ["ROUND(A2/7,2)", "0.47"],
    ["ROUND(SUM(A1:B1),1)", "3.3"],
    ["SUBTOTAL(9,A1:A2)", "4.4"],
    ["ABS(A1-B1)", "1.1"],
    ["MAX(A1:C2)-MIN(A1:C2)", "3.3"],
    ["'支出 表'!A1+A1", "101.1"],
    [" A1 + 1 ", "2.1"],
    ["0.1+0.2", "0.3"],
  ])("%s = %s", (formula, result) => {
    expect(value(formula)).toBe(result);
  });
});

describe("everything else is left to Excel", () => {
  test.each([
    "IF(A1>0,1,2)",
    "VLOOKUP(A1,B1:C2,2)",
    "A1&B1",
    '"1"+1',
    "A1/0",
    "SUM(Z9:Z9)",
    "Z9",
    "SUM(A:A)",
    "SUM(A1:XFD1048576)",
    "其他表!A1",
    "[1]Sheet1!A1",
    "Sheet1:Sheet3!A1",
    "名称",
    "A1:A2",
    "SUM(A1:A2",
    "A1 B1",
    "",
    "SUBTOTAL(1,A1:A2)",
    "ROUND(A1,-1)",
  ])("%s", (formula) => {
    expect(value(formula)).toBe("unknown");
  });
});
