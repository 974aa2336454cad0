import { describe, expect, test } from "vitest";
import { cardText } from "../../../renderer/findings/finding-card-text.js";
import { findingKey, groupFindings } from "../../../renderer/findings/finding-groups.js";
import { countFindings, KINDS, kindOf, type FindingKindName } from "../../../renderer/findings/finding-kinds.js";
import { neighbour } from "../../../renderer/findings/finding-steps.js";
import { cell, openedSample, typed } from "../opened-sample.js";

const sample = openedSample();
const all = new Set<FindingKindName>(KINDS);

describe("the list of findings", () => {
  test("the sample has no error, 34 times 尾差, and reasons to give", () => {
    expect(countFindings(sample.findings)).toMatchObject({ error: 0, rounding: 34 });
  });

  test("the gravest kind comes first, each by form in printed order, and none is lost", () => {
    const wrong = typed(sample, cell(sample, "支出.合计.基本支出"), "9999");
    const groups = groupFindings(wrong.findings, sample.computed.pack, all);
    expect(groups[0]?.kind).toBe("error");
    const forms = sample.computed.pack.forms.map(({ id }) => id);
    const order = groups.map(({ kind, form }) => KINDS.indexOf(kind) * 100 + (form ? forms.indexOf(form.id) : 99));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(groups.flatMap(({ findings }) => findings)).toHaveLength(wrong.findings.length);
  });

  test("a filter shows its kinds only", () => {
    const groups = groupFindings(sample.findings, sample.computed.pack, new Set(["explain"]));
    expect(new Set(groups.flatMap(({ findings }) => findings.map(kindOf)))).toEqual(new Set(["explain"]));
  });

  test("keys tell all findings apart, as far as the list must", () => {
    const keys = sample.findings.map(findingKey);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("the steps go round through what is listed, in the list's order", () => {
    const wrong = typed(sample, cell(sample, "支出.合计.基本支出"), "9999");
    const groups = groupFindings(wrong.findings, sample.computed.pack, new Set(["error", "explain"]));
    const listed = groups.flatMap(({ findings }) => findings);
    const first = neighbour(groups, undefined, 1);
    expect(first && kindOf(first)).toBe("error");
    const last = neighbour(groups, undefined, -1);
    expect(last).toBe(listed.at(-1));
    expect(neighbour(groups, last && findingKey(last), 1)).toBe(first);
    expect(neighbour([], undefined, 1)).toBeUndefined();
  });

  test("a missing element of the narrative is stepped to like a cell", () => {
    const missing = { rule: "N", severity: "explain", kind: "missing", code: "element-missing", cells: [] } as const;
    const finding = { ...missing, facts: { element: "收入增减原因" } };
    const groups = groupFindings([{ ...missing, facts: {} }, finding], sample.computed.pack, all);
    expect(neighbour(groups, undefined, 1)).toBe(finding);
  });
});

describe("a finding's card", () => {
  test("says both figures, the difference and the rule, and names cells by what tells them apart", () => {
    const total = cell(sample, "支出.合计.基本支出");
    const wrong = typed(sample, total, "9999");
    const finding = wrong.findings.find(
      ({ severity, cells }) => severity === "error" && cells[0]?.column === total.column,
    );
    if (finding === undefined) throw new Error("typing a wrong total is an error");
    const text = cardText(wrong.computed, finding);
    expect(text.figures.map(({ label, text: figure }) => `${label} ${figure}`)[0]).toBe("表中 9,999.00万元");
    expect(text.figures).toHaveLength(3);
    expect(text.rule).toContain(finding.rule);
    expect(text.place).toContain("合计");
  });
});
