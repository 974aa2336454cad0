import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { computedOf } from "../../shared/calc/computed-session.js";
import { openSession } from "../../shared/calc/open.js";
import type { FailureCode } from "../../shared/failure.js";
import { exportNames } from "../../shared/messages/export-names.js";
import { failureText } from "../../shared/messages/failure-text.js";
import { grouped } from "../../shared/messages/figure-text.js";
import { findingText } from "../../shared/messages/finding-text.js";
import type { Finding } from "../../shared/model/finding.js";
import { READING_FINDINGS } from "../../shared/reading/reading-findings.js";
import { foundFrom, loadFormulas, loadPack, loadSeed } from "../support/seed.js";

const SHARED = path.join(import.meta.dirname, "..", "..", "shared");
const pack = loadPack("yunnan-2020");
const computed = computedOf(
  openSession(pack, loadFormulas(pack), foundFrom(pack, loadSeed("tables-01-09.json", "assets.json"))),
);

/** Codes of findings as the sources of checks, narrative and exchange write them: `code: "…"` and `check: "…"`. */
function codesInSources(): readonly string[] {
  const codes = new Set<string>(Object.keys(READING_FINDINGS));
  for (const folder of ["checks", "exchange"]) {
    for (const name of readdirSync(path.join(SHARED, folder))) {
      const text = readFileSync(path.join(SHARED, folder, name), "utf8");
      const written = name.startsWith("plausibility") ? /\bcheck: "([a-z-]+)"/g : /\bcode: "([a-z-]+)"/g;
      for (const [, code = ""] of text.matchAll(written)) codes.add(code);
      if (folder === "checks") for (const [, code = ""] of text.matchAll(/fault\("([a-z-]+)"/g)) codes.add(code);
    }
  }
  return [...codes].toSorted();
}

function finding(code: string): Finding {
  const cells = [
    { table: "03", row: "20801", column: "total" },
    { table: "03", row: "20801", column: "basic" },
  ];
  const facts = { form: "07", within: "03", title: "规则", op: "=", leftCells: "1", reason: "unknown-name" };
  return {
    rule: "03-01",
    severity: "error",
    kind: "violated",
    code,
    cells,
    left: "1.00",
    right: "2.00",
    difference: "-1.00",
    tolerance: "0.02",
    facts,
  };
}

describe("sentences", () => {
  it("exist for every code of a finding, in Chinese and with the place", () => {
    const codes = codesInSources();
    expect(codes.length).toBeGreaterThan(50);
    for (const code of codes) {
      const text = findingText(computed, finding(code));
      expect(text, code).toMatch(/[\u4e00-\u9fff]{4}/);
      expect(text, code).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it("refuse a code nobody has a sentence for, instead of saying nothing", () => {
    expect(() => findingText(computed, finding("no-such-code"))).toThrow("no sentence");
  });

  it("of figures that should differ say that they are equal, and no difference", () => {
    const facts = { ...finding("rule-violated").facts, op: "≠" };
    const equal = { left: "252.99", right: "252.99", difference: "0.00", severity: "explain" as const, facts };
    expect(findingText(computed, { ...finding("rule-violated"), ...equal })).toContain(
      "是252.99万元，与用来核对的252.99万元相等，一般不应相等（",
    );
  });

  it("name table, row, column, both figures and the rule", () => {
    const text = findingText(computed, {
      ...finding("rule-violated"),
      left: "2485.10",
      right: "2486.10",
      difference: "-1.00",
    });
    expect(text).toBe(
      "公开03表《支出决算表》20801 人力资源和社会保障管理事务“本年支出合计”栏是2,485.10万元，按勾稽关系应为2,486.10万元，相差-1.00万元（03-01：规则）。请核对原始数据，改正其中一方。",
    );
  });

  it.each<[FailureCode, Readonly<Record<string, string>>, string]>([
    ["legacy-workbook", {}, "另存为 .xlsx"],
    ["encrypted-workbook", {}, "去掉密码"],
    ["workbook-damaged", { part: "xl/workbook.xml" }, "xl/workbook.xml"],
    ["ambiguous-table", { title: "收入决算表", sheet: "甲", other: "乙" }, "“甲”和“乙”都是《收入决算表》"],
    [
      "other-year-form",
      { sheet: "公开01表", found: "收入支出决算表", expected: "收入支出决算总表" },
      "出现“收入支出决算表”，模板包里是“收入支出决算总表”",
    ],
    [
      "other-year-form",
      { sheet: "公开05表", found: "", expected: "本年收入 合计 合计, 本年支出 合计 合计, 合计, 类, 款" },
      "表头里没有“本年收入 合计”“本年支出 合计”“合计”等 5 处。",
    ],
    [
      "other-year-form",
      { sheet: "公开03表", found: "其他支出合计", expected: "" },
      "表头里多出“其他支出合计”，模板包里没有这一栏。",
    ],
    [
      "other-year-form",
      { sheet: "公开01表", found: "2019年度收入支出决算总表", expected: "2020" },
      "出现“2019年度收入支出决算总表”，模板包是 2020 年度的。",
    ],
    [
      "ambiguous-table",
      { title: "支出决算表", sheet: "公开03表", other: "公开03表续" },
      "一张表分在几张工作表里的，请接到同一张工作表里；重复的，请删去或清空其中一张。",
    ],
    [
      "workbook-bomb",
      { measure: "cells", sheet: "公开03表", limit: "400000" },
      "工作表“公开03表”的格子超过 400000 个，多半是给整行整列设过格式",
    ],
    ["workbook-bomb", { measure: "ratio", part: "a.xml", size: "340", limit: "200" }, "340 倍，上限 200 倍"],
    ["workbook-bomb", { measure: "depth", part: "a.xml", limit: "256" }, "套了超过 256 层"],
    ["workbook-bomb", { measure: "total", size: "150000000", limit: "100000000" }, "150000000 字节"],
  ])("say of a failure %s what happened and what to do", (code, facts, says) => {
    expect(failureText({ code, facts })).toContain(says);
  });

  it.each([
    ["8300.02", "8,300.02"],
    ["-1234567.8", "-1,234,567.8"],
    ["0.00", "0.00"],
    ["999", "999"],
  ])("group %s as %s", (figure, text) => {
    expect(grouped(figure)).toBe(text);
  });

  it.each([
    ["某某局", "某某局2020公开表.xlsx"],
    ["甲/乙:局*?", "甲乙局2020公开表.xlsx"],
    ["..", "未填部门2020公开表.xlsx"],
    ["", "未填部门2020公开表.xlsx"],
  ])("name the export of %s", (department, name) => {
    expect(exportNames({ department, year: 2020 }).workbook).toBe(name);
  });
});
