import { describe, expect, it } from "vitest";
import { computedOf } from "../../shared/calc/computed-session.js";
import { annotatedContent } from "../../shared/messages/annotated-content.js";
import { checkReport } from "../../shared/messages/check-report.js";
import { PUBLISHED } from "../../shared/pages/page-options.js";
import { printable } from "../../shared/pages/printable.js";
import { check, sampleSession } from "../support/existing-narrative.js";

const SESSION = sampleSession("sample");
const COMPUTED = computedOf(SESSION);
const TEXTS = [
  "四、机关运行经费支出情况",
  "某部门2020年机关运行经费支出262.99万元，与上年对比减少了49.74万元，减少的主要原因是<人员>转隶。",
  "“三公”经费支出19.33万元，开展培训37期。",
];
const FINDINGS = check(SESSION, TEXTS);
const HEAD = { title: "批注文稿", lines: ["核对的说明：说明.txt"] };

function annotated(): ReturnType<typeof annotatedContent> {
  return annotatedContent(
    COMPUTED,
    { paragraphs: TEXTS.map((text, index) => ({ text, line: index + 1 })), findings: FINDINGS },
    HEAD,
  );
}

describe("a text with its findings beside it", () => {
  it("is whole, and cut where findings speak of it", () => {
    const { rows } = annotated();
    const texts = rows.slice(0, TEXTS.length).map(({ pieces }) => pieces.map(({ text }) => text).join(""));
    expect(texts).toEqual(TEXTS);
    const marked = rows[1]?.pieces.find(({ note }) => note?.severity === "error");
    expect(marked?.text).toBe("262.99万元");
    expect(marked?.note?.text).toMatch(/^\d+\. \[错误\] “262\.99万元”与表不符，.*应为 252\.99万元。请改正。$/u);
    expect(rows[2]?.notes.map(({ text }) => text)).toEqual([expect.stringContaining("[未核对]")]);
  });

  it("has every finding once, those of the whole text last", () => {
    const { rows } = annotated();
    const numbers = rows.flatMap(({ notes }) => notes.map(({ number }) => number));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(FINDINGS.map((_, index) => index + 1));
    expect(rows.at(-1)?.line).toBe("");
    expect(rows.at(-1)?.notes[0]?.text).toContain("因公出国（境）团组数");
  });

  it("goes to paper as text, never as markup", () => {
    const html = printable(COMPUTED, [{ kind: "annotated", content: annotated() }], PUBLISHED, "批注文稿");
    expect(html).toContain("&lt;人员&gt;转隶");
    expect(html).toContain('<u class="error">262.99万元</u><sup>');
  });
});

describe("the report on one page", () => {
  const report = (findings: typeof FINDINGS): ReturnType<typeof checkReport> =>
    checkReport(findings, { ...HEAD, full: "批注文稿" });

  it("has errors first, one line each, and counts what nobody could decide", () => {
    const { rows, foot } = report(FINDINGS);
    expect(rows[0]?.cells).toEqual(["2", "错误", "262.99万元", "252.99万元", "数字与表不符"]);
    expect(rows.every(({ cells }) => cells.every((cell) => cell.length <= 16))).toBe(true);
    expect(foot[0]).toMatch(/^有 1 处没能判断/u);
  });

  it("holds no more than a page does, and says how many are left", () => {
    const many = Array.from({ length: 40 }, () => FINDINGS).flat();
    const { rows, foot } = report(many);
    expect(rows.length).toBeLessThanOrEqual(32);
    expect(rows.every(({ severity }) => severity === "error")).toBe(true);
    expect(foot[0]).toMatch(/^另有 \d+ 条没有列出，见批注文稿。$/u);
  });
});
