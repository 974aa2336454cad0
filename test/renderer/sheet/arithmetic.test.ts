import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plain, whole } from "../../../shared/decimal.js";
import { calculate, isCalculation } from "../../../renderer/sheet/arithmetic.js";

function result(text: string, places = 2): string {
  const calculated = calculate(text, places);
  return calculated.kind === "result" ? calculated.text : calculated.code;
}

describe("a sum typed into a cell", () => {
  test.each([
    ["=12.3+4.5", "16.8"],
    ["=0.1+0.2", "0.3"],
    ["=1,234.56-234.56", "1000"],
    ["=(1+2)×3÷4", "2.25"],
    ["＝１２．３＋４．５", "16.8"],
    ["=-(3-5)*2", "4"],
    ["=2*-3", "-6"],
    ["=10-2-3", "5"],
    ["=8/2/2", "2"],
    ["=1。5+1", "2.5"],
    ["= 8300.02 ", "8300.02"],
    ["=99999999999999.99+0.01", "100000000000000"],
  ])("%s is %s", (text, sum) => {
    expect(result(text)).toBe(sum);
  });

  test("a quotient that does not come out has the places its cell prints; one that does keeps every digit", () => {
    expect([result("=100/3"), result("=100/3", 0), result("=1/8"), result("=1/3*3")]).toEqual([
      "33.33",
      "33",
      "0.125",
      "1",
    ]);
  });

  test.each(["=", "=1+", "=(1+2", "=1+2)", "=1 + a", "=SUM(A1)", "=1..2", "=12,34+1"])("%s is no sum", (text) => {
    expect(result(text)).toBe("not-a-calculation");
  });

  test("nothing is divided by nothing", () => {
    expect(result("=5/(2-2)")).toBe("division-by-zero");
  });

  test("sums of amounts are exact to the last 分", () => {
    const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 8 }), (cents) => {
        const text = `=${cents.map((one) => `(${plain(whole(one).dividedBy(100))})`).join("+")}`;
        const sum = cents.reduce((all, one) => all + one, 0);
        expect(result(text)).toBe(plain(whole(sum).dividedBy(100)));
      }),
      { seed: 20_201_123, numRuns: 200 },
    );
  });

  test("only what begins with = is a sum", () => {
    expect([isCalculation(" =1"), isCalculation("＝1"), isCalculation("1+1")]).toEqual([true, true, false]);
  });
});
