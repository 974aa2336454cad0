import { describe, expect, test } from "vitest";
import { answerFinding, changeProfile, takeComputed } from "../../shared/editing/answers.js";
import { addLastYear } from "../../shared/editing/last-year.js";
import { addBlock, addListRows } from "../../shared/editing/list-rows.js";
import { splitMerge } from "../../shared/editing/split-merge.js";
import { removeRows } from "../../shared/editing/remove-rows.js";
import { parseDecimal } from "../../shared/decimal.js";
import type { Finding } from "../../shared/model/finding.js";
import { after, figure, published, reason, shown, workbookWith } from "../support/editing.js";

const editing = published();

describe("project blocks of 公开12", () => {
  test("come with the rows their form prints, behind the block they were asked for", () => {
    const next = after(editing, addBlock(editing, "12-projects", "p1"));
    const projects = next.computed.rows("12-projects");
    const key = projects[1] ?? "";
    expect(projects.slice(0, 3)).toEqual(["p1", key, "p2"]);
    expect(next.computed.children("12-funds", key)).toEqual(
      ["total", "current", "carryover", "other"].map((row) => `${key}/${row}`),
    );
    const funds = next.computed.rows("12-funds");
    expect(funds.slice(3, 6)).toEqual(["p1/other", `${key}/total`, `${key}/current`]);
    expect(next.computed.children("12-indicators", key)).toEqual([]);
  });

  test("go with their funds and indicators", () => {
    const next = after(editing, removeRows(editing, [{ table: "12-projects", row: "p2" }]));
    expect(next.computed.rows("12-projects")).not.toContain("p2");
    expect(next.computed.children("12-funds", "p2")).toEqual([]);
    expect(next.computed.children("12-indicators", "p2")).toEqual([]);
    expect(next.computed.rows("12-funds")).toHaveLength(editing.computed.rows("12-funds").length - 4);
  });
});

describe("rows of lists", () => {
  test("go behind the row they were asked for, and never take a key that is in use", () => {
    const rows = editing.computed.children("12-indicators", "p1");
    const next = after(editing, addListRows(editing, "12-indicators", { behind: rows[0] ?? "" }, 2));
    const own = next.computed.children("12-indicators", "p1");
    expect(own.slice(3)).toEqual(rows.slice(1));
    expect(new Set(own).size).toBe(rows.length + 2);
  });

  test("begin a list below a parent that has none", () => {
    const empty = workbookWith({ table: "12-projects", rows: [{ key: "p1", cells: { name: "甲" } }] });
    const next = after(empty, addListRows(empty, "12-indicators", { parent: "p1" }));
    expect(next.computed.rows("12-indicators")).toEqual(["p1/1"]);
  });
});

describe("a merged text of a list", () => {
  test("taken apart stands in each of its rows, to be typed over", () => {
    const sheet = shown(editing, "12");
    const at = sheet.positionOf({ table: "12-indicators", row: "p1/1", column: "level1" }) ?? { row: 0, column: 0 };
    const merge = sheet.merge(at.row, at.column);
    expect(merge === undefined ? 0 : merge.to.row - merge.from.row).toBeGreaterThan(0);
    const next = after(editing, splitMerge(editing, sheet, at));
    expect(shown(next, "12").merge(at.row, at.column)).toBeUndefined();
    const texts = ["p1/1", "p1/2"].map((row) => next.computed.text({ table: "12-indicators", row, column: "level1" }));
    expect(texts).toEqual(["产出指标", "产出指标"]);
    expect(reason(splitMerge(next, shown(next, "12"), at))).toBe("printed");
  });
});

describe("answers", () => {
  const workbook = workbookWith({
    table: "03",
    rows: [{ key: "208", name: "社会保障和就业支出", cells: { basic: "1.00", total: "5.00" } }],
  });

  test("take the computed figure in place of a stated one", () => {
    const at = { table: "03", row: "208", column: "total" };
    expect(figure(workbook, "03", "208", "total")).toBe("5.00");
    const next = after(workbook, takeComputed(workbook, [at]));
    expect(figure(next, "03", "208", "total")).toBe("1.00");
    expect(reason(takeComputed(next, [at]))).toBe("nothing-stated");
  });

  test("keep a reason under the finding's id, and a blank one takes it back", () => {
    const finding: Finding = {
      rule: "03-01",
      severity: "explain",
      kind: "violated",
      code: "rule-violated",
      cells: [],
      facts: {},
    };
    const answerable = { ...finding, remarkId: "03-01@208" };
    const next = after(workbook, answerFinding(workbook, answerable, "情况属实"));
    expect([...next.session.workbook.remarks]).toEqual([["03-01@208", "情况属实"]]);
    expect([...after(next, answerFinding(next, answerable, "  ")).session.workbook.remarks]).toEqual([]);
    expect(reason(answerFinding(workbook, finding, "情况属实"))).toBe("not-answerable");
  });

  test("change department and year", () => {
    const next = after(workbook, changeProfile(workbook, { department: " 某县某局 ", year: 2021 }));
    expect(next.session.workbook.profile).toEqual({ department: "某县某局", year: 2021 });
    expect(reason(changeProfile(workbook, { department: "某局", year: 20 }))).toBe("year-malformed year=20");
  });

  test("add a figure of last year by its reference", () => {
    const value = parseDecimal("3.25");
    if (value === undefined) throw new Error("no figure");
    const added = addLastYear(workbook, " 支出.208.基本支出 ", { kind: "amount", value });
    const next = after(workbook, added);
    expect(next.computed.lastYear({ table: "03", row: "208", column: "basic" })?.toString()).toBe("3.25");
    expect(reason(addLastYear(next, "支出.208.基本支出", { kind: "amount", value }))).toBe(
      "reference-exists reference=支出.208.基本支出",
    );
    expect(reason(addLastYear(workbook, "支出.哪里.基本支出", { kind: "amount", value }))).toBe(
      "reference-unknown reference=支出.哪里.基本支出",
    );
  });
});
