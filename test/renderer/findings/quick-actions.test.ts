import { expect, test } from "vitest";
import { answerFinding, quickActions, takeComputed } from "../../../renderer/findings/quick-actions.js";
import { isAnswered } from "../../../renderer/findings/finding-kinds.js";
import { plain } from "../../../shared/decimal.js";
import { after, cell, openedSample, typed } from "../opened-sample.js";

const sample = openedSample();

test("a stated total offers the computed one, and takes it", () => {
  const total = cell(sample, "支出.合计.基本支出");
  const stated = typed(sample, total, "9999");
  const finding = stated.findings.find(
    ({ severity, cells }) => severity === "error" && cells[0]?.column === total.column,
  );
  if (finding === undefined) throw new Error("typing a wrong total is an error");
  const [action] = quickActions(stated.session, finding);
  expect(action).toEqual({ kind: "take-computed", at: total });
  const taken = after(stated, takeComputed(stated.session, total));
  expect(plain(taken.computed.figure(total) ?? fail())).toBe("2375.99");
  expect(taken.findings.filter(({ severity }) => severity === "error")).toEqual([]);
});

test("a kept 尾差 offers to be dropped, at the cell that keeps it only", () => {
  const total = cell(sample, "收入.合计.本年收入合计");
  const finding = sample.findings.find(
    ({ kind, cells, rule }) => kind === "rounding" && cells[0]?.row === total.row && rule === "02-03a",
  );
  if (finding === undefined) throw new Error("the sample's total keeps a residual");
  expect(quickActions(sample.session, finding)).toEqual([{ kind: "drop-residual", at: total }]);
  const dropped = after(sample, takeComputed(sample.session, total));
  expect(plain(dropped.computed.figure(total) ?? fail())).toBe("8300.01");
  const other = sample.findings.find(({ kind, rule }) => kind === "rounding" && rule === "02-01");
  expect(other && quickActions(sample.session, other)).toEqual([]);
});

test("a 核实性 finding is answered, stays listed, and the answer can be taken back", () => {
  const finding = sample.findings.find(({ severity, remarkId }) => severity === "explain" && remarkId !== undefined);
  if (finding?.remarkId === undefined) throw new Error("the sample has something to explain");
  const id = finding.remarkId;
  expect(quickActions(sample.session, finding)).toContainEqual({ kind: "answer", remark: id });
  const answered = after(sample, answerFinding(sample.session, id, " 因疫情减少出行 "));
  const same = answered.findings.find(({ remarkId }) => remarkId === id);
  expect(same?.remark).toBe("因疫情减少出行");
  expect(same && isAnswered(same)).toBe(true);
  const cleared = after(answered, answerFinding(answered.session, id, "  "));
  expect(cleared.findings.find(({ remarkId }) => remarkId === id)?.remark).toBeUndefined();
  expect(answerFinding(sample.session, id, "").changes).toEqual([]);
});

function fail(): never {
  throw new Error("the cell is blank");
}
