import { describe, expect, it } from "vitest";
import { check, isNamed, lines, mutations, sampleSession } from "../support/existing-narrative.js";
import { OTHER_DEPARTMENTS } from "../support/other-departments.js";

const SESSION = sampleSession("sample");
const HEADING = /^(?:第.+部分|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/u;

describe("narratives of other departments", () => {
  it.each(Object.entries(OTHER_DEPARTMENTS))("have no error: %s", (_, texts) => {
    expect(lines(check(SESSION, texts)).filter((line) => line.startsWith("error"))).toEqual([]);
  });

  it("show at least 95 of 100 wrong digits in their place, and list every other figure that was changed", () => {
    const missed: string[] = [];
    let count = 0;
    for (const texts of Object.values(OTHER_DEPARTMENTS)) {
      for (const mutation of mutations(texts, (text) => !HEADING.test(text))) {
        count += 1;
        const findings = check(SESSION, mutation.texts);
        if (isNamed(findings, mutation)) continue;
        const place = `${mutation.before}→${mutation.after} ${mutation.texts[mutation.paragraph] ?? ""}`;
        missed.push(place);
        const isListed = findings.some(({ text }) => {
          const mark = text?.mark;
          return mark?.paragraph === mutation.paragraph && mark.start <= mutation.at + 1 && mark.end > mutation.at;
        });
        expect(isListed, place).toBe(true);
      }
    }
    expect(count).toBeGreaterThan(200);
    expect(missed.length, missed.join("\n")).toBeLessThanOrEqual(count * 0.05);
  }, 120_000);
});

describe("figures that are told in a list", () => {
  const UNDER = "（一）基本支出情况";

  it("belong to the names before, one to each", () => {
    const right = "人员经费、公用经费分别为2,123.00万元、252.99万元，分别占基本支出的89.35%和10.65%。";
    const wrong = "人员经费、公用经费分别为252.99万元、2,123.00万元，分别占基本支出的10.65%和89.35%。";
    expect(lines(check(SESSION, [UNDER, right]))).toEqual([]);
    expect(lines(check(SESSION, [UNDER, wrong])).filter((line) => line.startsWith("error"))).toHaveLength(4);
  });

  it("are not judged where there are fewer names than figures", () => {
    const found = lines(check(SESSION, [UNDER, "人员经费分别为2,000.00万元、123.00万元。"]));
    expect(found.filter((line) => line.startsWith("error"))).toEqual([]);
    expect(found.filter((line) => line.includes("text-not-checked"))).toHaveLength(2);
  });
});

describe("dates", () => {
  it.each([
    ["截至2020年12月31日，资产总额353.63万元。", []],
    ["截至2020年12月30日，资产总额353.63万元。", ["explain text-other-date 12月30日"]],
    ["截至2020年13月31日，资产总额353.63万元。", ["error text-date 13月31日"]],
  ])("of the year's end are the last day of a month there is: %s", (text, found) => {
    const said = lines(check(SESSION, ["二、国有资产占用情况", text]));
    expect(said.filter((line) => line.includes("date"))).toEqual(found);
  });
});
