import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal, fixed, type Decimal } from "../../shared/decimal.js";
import { renderNarrative, textOf } from "../../shared/narrative/render.js";
import { templateParagraphs, workbookWith } from "../support/narrative.js";

/** Amounts in 万元 as accountants have them: nothing, a fen's worth, ordinary, large; an empty text is a blank cell. */
const AMOUNT = fc.oneof(
  fc.constantFrom("0.00", "0.01", "0.00"),
  fc
    .integer({ min: 0, max: 999_999 })
    .map((cents) => `${String(Math.floor(cents / 100))}.${String(cents % 100).padStart(2, "0")}`),
);
const BUDGET = fc.oneof(AMOUNT, fc.constant(""));

/** Actual, budget and last year's figure of each of the three expenses. */
const THREE = fc.record({
  actual: fc.tuple(AMOUNT, AMOUNT, AMOUNT),
  budget: fc.tuple(BUDGET, BUDGET, BUDGET),
  before: fc.tuple(AMOUNT, AMOUNT, AMOUNT),
});
type Three = typeof THREE extends fc.Arbitrary<infer Value> ? Value : never;

/** 公务用车购置及运行维护费 is line 4; what is spent on cars is their running, line 6. */
const LINES = ["3", "6", "7"] as const;
const RUNS = { seed: 2020, numRuns: 40 };
const TEMPLATE = templateParagraphs();

function texts({ actual, budget, before }: Three): Readonly<Record<"execution" | "change" | "parts", string>> {
  const given: Record<string, string> = {};
  for (const [at, line] of LINES.entries()) {
    given[`三公.${line}.决算统计数`] = actual[at] ?? "";
    if (budget[at] !== "") given[`三公.${line}.预算数`] = budget[at] ?? "";
  }
  const [travel, cars, guests] = before.map((one) => decimal(one));
  const last: Record<string, string> = {
    "三公.2.决算统计数": fixed(sum([travel, cars, guests]), 2),
    "三公.3.决算统计数": before[0],
    "三公.4.决算统计数": before[1],
    "三公.6.决算统计数": before[1],
    "三公.7.决算统计数": before[2],
  };
  const session = workbookWith(given, last);
  const { paragraphs } = renderNarrative(TEMPLATE, session);
  const say = (id: string): string => textOf(paragraphs.find((one) => one.id === id) ?? { template: 0, runs: [] });
  return { execution: say("三公预算执行"), change: say("三公增减"), parts: say("三公构成") };
}

function sum(terms: readonly (Decimal | undefined)[]): Decimal {
  return terms.reduce<Decimal>((whole, term) => (term === undefined ? whole : whole.plus(term)), decimal("0"));
}

describe("whatever the three expenses, their budgets and last year's figures are", () => {
  test("a percentage never stands on a base of 0, and none is printed that is no number", () => {
    fc.assert(
      fc.property(THREE, (three) => {
        const { execution, change, parts } = texts(three);
        for (const [at, name] of ["因公出国（境）费", "公务用车购置及运行维护费", "公务接待费"].entries()) {
          const budget = three.budget[at] ?? "";
          const hasBudget = budget !== "" && !decimal(budget).isZero();
          const own = new RegExp(`${name}支出决算为[\\d,.]+万元(，完成预算的|（未安排预算）)`, "u").exec(execution);
          expect(own?.[1]).toBe(hasBudget ? "，完成预算的" : "（未安排预算）");
          const moved = new RegExp(`${name}支出决算(.*?)(；|。)`, "u").exec(change)?.[1] ?? "";
          expect(moved).toMatch(expectedChange(three.before[at] ?? "0", three.actual[at] ?? "0"));
        }
        expect(`${execution}${change}${parts}`).not.toMatch(/NaN|Infinity|undefined|无可比基数】|-\d/u);
      }),
      RUNS,
    );
  });

  test("a change is printed without sign, 增加 above and 减少 below last year, and never 增加0.00", () => {
    fc.assert(
      fc.property(THREE, (three) => {
        const { execution, change } = texts(three);
        expect(`${execution}${change}`).not.toMatch(/(增加|减少)0\.00万元|(增长|下降)-/u);
        const now = sum(three.actual.map((one) => decimal(one)));
        const then = sum(three.before.map((one) => decimal(one)));
        const word = now.gt(then) ? "比2019年增加" : now.lt(then) ? "比2019年减少" : "与上年持平";
        expect(change).toContain(word);
      }),
      RUNS,
    );
  });

  test("shares of a whole add to 100.00 but for the rounding of each", () => {
    fc.assert(
      fc.property(THREE, (three) => {
        const { parts } = texts(three);
        const shares = [...parts.matchAll(/占([\d.]+)%/gu)].map(([, share]) => decimal(share ?? ""));
        const whole = sum(three.actual.map((one) => decimal(one)));
        expect(shares).toHaveLength(whole.isZero() ? 0 : 3);
        if (!whole.isZero()) expect(sum(shares).minus(100).abs().lte(decimal("0.01"))).toBe(true);
      }),
      RUNS,
    );
  });
});

/** How one of the sentences must speak of a change. */
function expectedChange(before: string, now: string): RegExp {
  const [then, today] = [decimal(before), decimal(now)];
  if (then.eq(today)) return /^与上年持平，均为[\d,.]+万元$/u;
  const direction = today.gt(then) ? "增加" : "减少";
  if (then.isZero()) return new RegExp(`^${direction}[\\d,.]+万元，上年为零，无可比基数$`, "u");
  return new RegExp(`^${direction}[\\d,.]+万元，${today.gt(then) ? "增长" : "下降"}[\\d,.]+%$`, "u");
}
