import { describe, expect, it } from "vitest";
import { check, isNamed, lines, mutations, sampleSession } from "../support/existing-narrative.js";
import { unseenNarratives } from "../support/unseen-narratives.js";

const SESSION = sampleSession("sample");
const HEADING = /^(?:第.+部分|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）[^，。]*$)/u;

/** As they were written; what they taught was mended in general, and they stay as they are. */
const FILES = ["texts-1.txt", "texts-2.txt", "texts-3.txt", "texts-held.txt"];

const TEXTS = FILES.flatMap((file) => unseenNarratives(SESSION, file));

describe("narratives written before they were ever checked", () => {
  it.each(TEXTS)("that say the truth have no error: %s", (_, texts) => {
    expect(lines(check(SESSION, texts)).filter((line) => line.startsWith("error"))).toEqual([]);
  });

  it("leave at most every tenth figure undecided", () => {
    const undecided = TEXTS.map(
      ([, texts]) => check(SESSION, texts).filter(({ kind }) => kind === "not-checked").length,
    );
    const figures = TEXTS.map(([, texts]) => mutations(texts, (text) => !HEADING.test(text)).length);
    expect(sum(undecided)).toBeLessThanOrEqual(sum(figures) * 0.1);
  });

  it("show at least 85 of 100 wrong digits in their place, and list every other figure that was changed", () => {
    const wrong = TEXTS.flatMap(([, texts]) => mutations(texts, (text) => !HEADING.test(text), 3));
    const missed = wrong.filter((mutation) => {
      const findings = check(SESSION, mutation.texts);
      const isListed = findings.some(({ text }) => {
        const mark = text?.mark;
        return mark?.paragraph === mutation.paragraph && mark.start <= mutation.at + 1 && mark.end > mutation.at;
      });
      expect(isListed, mutation.texts[mutation.paragraph]).toBe(true);
      return !isNamed(findings, mutation);
    });
    expect(wrong.length).toBeGreaterThan(100);
    expect(missed.length, missed.map(({ before, after }) => `${before}→${after}`).join(" ")).toBeLessThanOrEqual(
      wrong.length * 0.15,
    );
  }, 120_000);
});

describe("a difference from the budget whose figure stands before it", () => {
  it.each([
    ["“三公”经费支出19.33万元，较预算数31.00万元减少11.67万元。", []],
    ["“三公”经费支出19.33万元，较预算数31.00万元增加11.67万元。", ["error text-direction 增加"]],
    ["“三公”经费支出19.33万元，较预算数31.00万元减少2.36万元。", ["error text-figure 2.36万元"]],
  ])("is none from last year: %s", (text, wrong) => {
    const errors = lines(check(SESSION, ["五、“三公”经费支出情况", text])).filter((line) => line.startsWith("error"));
    expect(errors.map((line) => line.split(" → ")[0])).toEqual(wrong);
  });
});

function sum(counts: readonly number[]): number {
  return counts.reduce((total, one) => total + one, 0);
}
