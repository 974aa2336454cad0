import { describe, expect, test } from "vitest";
import type { Session } from "../../shared/calc/session.js";
import { computedOf } from "../../shared/calc/computed-session.js";
import { findingText } from "../../shared/messages/finding-text.js";
import { checkNarrative } from "../../shared/narrative/check.js";
import { checkAgainstTemplate } from "../../shared/narrative/template-findings.js";
import { renderNarrative } from "../../shared/narrative/render.js";
import { render, seedTexts, seedWorkbook, templateParagraphs, workbookWith } from "../support/narrative.js";

/** Findings as `rule severity kind code what`. */
function findings(session: Session): readonly string[] {
  return checkNarrative(session).map(({ rule, severity, kind, code, facts, cells }) => {
    const [at] = cells;
    const what = facts["element"] ?? (at === undefined ? "" : `${at.table}!${at.row}!${at.column}`);
    return `${rule} ${severity} ${kind} ${code} ${what}`;
  });
}

/** Last year's figures as the seed's own sentences imply them, but for one that cannot be true. */
const POSSIBLE: Readonly<Record<string, string>> = { ...seedTexts("last-year.json"), "资产.合计.固定资产": "100.00" };

/** The same but for one figure that is not known. */
function without(reference: string): Readonly<Record<string, string>> {
  expect(POSSIBLE).toHaveProperty([reference]);
  return Object.fromEntries(Object.entries(POSSIBLE).filter(([one]) => one !== reference));
}

describe("what the narrative lacks", () => {
  test("nothing, where everything is given and last year's figures are possible", () => {
    expect(findings(seedWorkbook({}, POSSIBLE))).toEqual([]);
  });

  test("a reason that the figures call for is to be explained; its answer is the element itself", () => {
    const session = seedWorkbook({ 收入增减原因: "", 用途208: " " }, POSSIBLE);
    expect(findings(session)).toEqual([
      "N-reason explain missing element-missing 收入增减原因",
      "N-reason explain missing element-missing 用途208",
    ]);
    expect(checkNarrative(session).map(({ remarkId }) => remarkId)).toEqual(["收入增减原因", "用途208"]);
  });

  test("a reason that the figures do not call for is not asked for", () => {
    const unchanged = { ...POSSIBLE, "收入.合计.本年收入合计": "8300.02" };
    expect(findings(seedWorkbook({ 收入增减原因: "", 用途201: "", 出国费用途: "" }, unchanged))).toEqual([]);
  });

  test("nor is one for a change that nobody can know yet", () => {
    expect(findings(seedWorkbook({ 收入增减原因: "" }, without("收入.合计.本年收入合计")))).toEqual([
      "N-06 explain missing last-year-missing 02!total!total",
    ]);
  });

  test("a text where a number is wanted is no answer", () => {
    expect(findings(seedWorkbook({ 退休人员: "八十三" }, POSSIBLE))).toEqual([
      "N-reason explain missing element-not-a-number 退休人员",
    ]);
  });

  test("a figure of last year is asked for where this year's table holds figures", () => {
    expect(findings(seedWorkbook({}, without("三公.22.决算统计数")))).toEqual([
      "N-06 explain missing last-year-missing 09!r22!actual",
    ]);
    const asked = findings(workbookWith({ "资产.合计.流动资产": "1.00" })).filter((line) => line.startsWith("N-06"));
    expect(asked).toEqual([
      "N-06 explain missing last-year-missing assets!r1!total",
      "N-06 explain missing last-year-missing assets!r1!fixed",
    ]);
  });

  test("an answer to a missing figure of last year comes with its finding", () => {
    const session = seedWorkbook({ "N-06@09.r22.actual": "上年机构尚未设立" }, without("三公.22.决算统计数"));
    expect(checkNarrative(session).map(({ remark }) => remark)).toEqual(["上年机构尚未设立"]);
  });
});

describe("last year's figures", () => {
  test("the seed's own sentences imply fixed assets larger than all assets", () => {
    const [finding, ...others] = checkNarrative(seedWorkbook());
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      rule: "N-06",
      severity: "explain",
      kind: "narrative",
      code: "last-year-part",
      left: "173.14",
      right: "363.79",
      difference: "-190.65",
      facts: { formula: "国资-01" },
    });
  });

  test.each([
    // 支出 6571.31 = 基本 2687.77 + 项目 3883.55 (+ parts nobody gave): 0.01 is rounding.
    ["支出.合计.基本支出", "2687.77", []],
    ["支出.合计.基本支出", "2687.78", ["last-year-part 03!total!total 6571.31 6571.33"]],
    ["支出.合计.基本支出", "2000.00", []],
    // 三公 21.69 = 0.00 + 13.05 + 8.64, all parts given.
    ["三公.7.决算统计数", "8.65", []],
    ["三公.7.决算统计数", "8.66", ["last-year-sum 09!r2!actual 21.69 21.71"]],
    ["三公.7.决算统计数", "8.00", ["last-year-sum 09!r2!actual 21.69 21.05"]],
    ["三公.4.决算统计数", "13.04", []],
  ])("with %s %s", (reference, figure, expected) => {
    const found = checkNarrative(seedWorkbook({}, { ...POSSIBLE, [reference]: figure }));
    const lines = found.map(({ code, cells, left, right }) => {
      const [at] = cells;
      return `${code} ${at?.table ?? ""}!${at?.row ?? ""}!${at?.column ?? ""} ${left ?? ""} ${right ?? ""}`;
    });
    expect(lines).toEqual(expected);
  });
});

describe("what only a template shows", () => {
  const session = workbookWith({ "三公.6.决算统计数": "13.04" }, {}, { "段.旧段落": "甲" });

  test("is listed once each, in the order of the document", () => {
    const narrative = render(
      session,
      "{三公.12.决算统计数}个，{三公.12.决算统计数}个",
      "{#段 比例}{百分比(三公.6.决算统计数, 三公.5.决算统计数)}%{/段}",
      "{要素.主要职能}{上年(三公.6.决算统计数)}",
    );
    expect(
      checkAgainstTemplate(narrative, session).map(({ rule, severity, code }) => `${rule} ${severity} ${code}`),
    ).toEqual([
      "N-rewording hint rewording-without-paragraph",
      "N-figure hint narrative-figure-missing",
      "N-base explain narrative-without-base",
      "N-reason explain element-missing",
      "N-06 explain last-year-missing",
    ]);
  });

  test("problems of the template are errors with their paragraph", () => {
    const found = checkAgainstTemplate(render(session, "好", "{占比(1)}"), session);
    expect(found.map(({ severity, code, facts }) => [severity, code, facts["paragraph"], facts["found"]])).toEqual(
      [
        ["hint", "rewording-without-paragraph", undefined, undefined],
        ["error", "template-unknown-function", "2", "占比"],
      ].reverse(),
    );
  });

  test("every finding has a sentence", () => {
    const broken = [
      "{占比(1)}",
      "{1 +}",
      "{年份}",
      "{年度|两位}",
      "{#如果 1}",
      "{#遍历 一般}",
      "}",
      "{#若 年度 = 1}甲",
      "{/若}乙",
    ];
    const all = [
      ...checkNarrative(
        seedWorkbook({ 退休人员: "八十三", 用途208: "" }, { "资产.合计.资产总额": "1", "资产.合计.固定资产": "2" }),
      ),
      ...checkNarrative(seedWorkbook({}, { ...POSSIBLE, "三公.7.决算统计数": "8.00" })),
      ...checkAgainstTemplate(render(session, "{#段 甲}{/段}", "{#段 甲}{#若 年度 = 1}{/否}{/段}", ...broken), session),
      ...checkAgainstTemplate(
        render(session, "{三公.12.决算统计数}{百分比(1, 0)}", "{百分比(1, 三公.5.决算统计数)}"),
        session,
      ),
    ];
    const computed = computedOf(session);
    for (const finding of all) expect(findingText(computed, finding)).toMatch(/^[^{}]{12,}。$|标记/u);
    expect(new Set(all.map(({ code }) => code)).size).toBe(19);
  });
});

describe("the pack's elements and its template ask for the same", () => {
  /** Everything missing but figures of this year: what the template marks is what the check asks for. */
  test.each([
    ["the published figures", seedWorkbook(emptied(), POSSIBLE)],
    ["the published figures without last year's", seedWorkbook(emptied(), {})],
  ])("with %s", (_, session) => {
    const narrative = renderNarrative(templateParagraphs(), session);
    const marked = checkAgainstTemplate(narrative, session).map(({ facts }) => facts["element"] ?? facts["item"]);
    const asked = checkNarrative(session).map(({ facts }) => facts["element"] ?? facts["item"]);
    const reasons = marked.filter((one) => !asked.includes(one));
    // A reason for a change nobody can know yet is marked in the text and not asked for.
    expect(reasons.every((one) => one?.endsWith("增减原因"))).toBe(true);
    expect(asked.filter((one) => !marked.includes(one))).toEqual([]);
  });

  test("no element the template uses is unknown to 说明要素, and none is left unused but switches", () => {
    const text = templateParagraphs()
      .map((paragraph) => paragraph.text)
      .join("\n");
    const used = new Set([...text.matchAll(/要素\.([\p{L}\p{N}]+)/gu)].map(([, id]) => id));
    const unused = seedWorkbook().plan.layout.pack.elements.filter(
      ({ id }) => !used.has(id) && !/^用途\d{3}$/u.test(id),
    );
    expect(unused.map(({ id }) => id)).toEqual(["年度", "重点任务覆盖全部项目"]);
  });

  function emptied(): Readonly<Record<string, string>> {
    return Object.fromEntries(Object.keys(seedTexts("elements.json")).map((id) => [id, ""]));
  }
});
