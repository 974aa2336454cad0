import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal, fixed, type Decimal } from "../../shared/decimal.js";
import { renderNarrative, textOf } from "../../shared/narrative/render.js";
import { templateParagraphs, workbookWith } from "../support/narrative.js";

/** Amounts as they come: nothing, the least, ordinary, so large that a fen is a growth of 0.00%, and below zero. */
const AMOUNT = fc.oneof(
  fc.constantFrom("0.00", "0.01", "8133.60", "999999.99", "1000000.00"),
  fc.integer({ min: 0, max: 999_999 }).map(text),
);
const SIGNED = fc.oneof(AMOUNT, fc.integer({ min: -99_999, max: -1 }).map(text));

function text(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The figures whose change against last year the template tells, by the paragraph that tells it. */
const CHANGES: readonly (readonly [id: string, figure: string])[] = [
  ["收入合计", "收入.合计.本年收入合计"],
  ["支出合计", "支出.合计.本年支出合计"],
  ["基本支出", "支出.合计.基本支出"],
  ["项目支出", "支出.合计.项目支出"],
  ["一般公共预算支出", "一般.合计.支出合计"],
  ["机关运行经费", "三公.22.决算统计数"],
  ["国有资产", "资产.合计.资产总额"],
];

/** Wholes that the template parts in shares, with all their parts. */
const WHOLES: readonly (readonly [id: string, whole: string, parts: readonly string[]])[] = [
  [
    "收入合计",
    "收入.合计.本年收入合计",
    ["财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"].map(
      (part) => `收入.合计.${part}`,
    ),
  ],
  ["支出合计", "支出.合计.本年支出合计", ["支出.合计.基本支出", "支出.合计.项目支出", "支出.合计.经营支出"]],
];

const TEMPLATE = templateParagraphs();
const RUNS = { seed: 2020, numRuns: 30 };

function said(
  given: Readonly<Record<string, string>>,
  last: Readonly<Record<string, string>> = {},
): (id: string) => string {
  const { paragraphs, problems } = renderNarrative(TEMPLATE, workbookWith(given, last));
  expect(problems).toEqual([]);
  return (id) =>
    paragraphs
      .filter((one) => one.id === id)
      .map(textOf)
      .join("\n");
}

function sum(terms: readonly Decimal[]): Decimal {
  return terms.reduce<Decimal>((whole, term) => whole.plus(term), decimal("0"));
}

describe("every sentence that tells a change", () => {
  test.each(CHANGES)("%s: its word and amount follow the figures, a change of nothing is 持平", (id, figure) => {
    fc.assert(
      fc.property(SIGNED, SIGNED, (now, before) => {
        // A total of 0 in a table without any figure is a blank one; 三公 has a count beside it.
        fc.pre(!decimal(now).isZero() || figure.startsWith("三公"));
        const sentence = said({ "三公.16.决算统计数": "1", [figure]: now }, { [figure]: before })(id);
        const change = decimal(now).minus(before);
        const told = [...sentence.matchAll(/(增加|减少)了?([\d,]+\.\d{2})万元/gu)][0];
        if (change.isZero()) expect([told, sentence.includes("持平")]).toEqual([undefined, true]);
        else {
          expect(told?.[1]).toBe(change.isNegative() ? "减少" : "增加");
          expect(decimal((told?.[2] ?? "").replaceAll(",", "")).eq(change.abs())).toBe(true);
        }
        expect(sentence).not.toMatch(/NaN|Infinity|undefined|(增加|减少)了?0\.00万元|(增长|下降)-/u);
      }),
      RUNS,
    );
  });
});

describe("every sentence that parts a whole in shares", () => {
  test.each(WHOLES)(
    "%s: each share is exactly rounded, and all add to 100.00 but for the rounding of each",
    (id, whole, parts) => {
      const amounts = fc.array(AMOUNT, { minLength: parts.length, maxLength: parts.length });
      fc.assert(
        fc.property(amounts, (figures) => {
          const total = sum(figures.map((one) => decimal(one)));
          const given = Object.fromEntries(parts.map((part, at) => [part, figures[at] ?? "0.00"]));
          const sentence = said({ ...given, [whole]: fixed(total, 2) })(id);
          const shares = [...sentence.matchAll(/占[^，；。]*?([\d.]+)%/gu)].map(([, share]) => decimal(share ?? ""));
          if (total.isZero()) expect(shares).toEqual([]);
          else {
            expect(shares).toHaveLength(id === "收入合计" ? 6 : 3);
            for (const [at, share] of shares.entries()) {
              const exact = decimal(figures[at] ?? "0")
                .times(100)
                .div(total);
              expect(share.minus(exact).abs().lte("0.005")).toBe(true);
            }
            expect(sum(shares).minus(100).abs().lte(decimal("0.005").times(shares.length))).toBe(true);
          }
        }),
        RUNS,
      );
    },
  );

  test("classes have no share of nothing", () => {
    const sentence = said({ "财拨.40.一般公共预算": "0.00", "一般.合计.支出合计": "0.00" })("一般公共预算分类");
    expect(sentence).not.toMatch(/占一般公共预算财政拨款总支出的[\d.]+%/u);
  });
});
