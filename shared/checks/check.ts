import { fixed, plain, roundTo, type Decimal } from "../decimal.js";
import { addressOf } from "../calc/layout.js";
import type { Comparison } from "../calc/comparison.js";
import type { Outcome } from "../calc/compare.js";
import type { Session } from "../calc/session.js";
import type { CellAddress } from "../model/address.js";
import type { Finding, Severity } from "../model/finding.js";

/**
 * Every rule's findings in pack order (rules as the pack lists them, then rows and columns as tables print them). A defining
 * equation gives its finding here like any other rule: residual → `rounding`, stated beyond the tolerance → `violated`.
 */
export function checkRules(session: Session): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [index, outcome] of session.outcomes.filled()) {
    const comparison = session.plan.comparisons[index];
    if (comparison !== undefined) findings.push(findingOf(session, comparison, outcome));
  }
  return findings;
}

function findingOf(session: Session, comparison: Comparison, outcome: Outcome): Finding {
  const { rule, number } = comparison.formula;
  const cells = cellsOf(session, comparison);
  const { severity, kind } = gradeOf(outcome, rule.formulas[number]?.severity ?? rule.severity);
  const [first] = cells;
  const remarkId =
    severity === "explain" && first !== undefined
      ? `${rule.id}@${first.table}.${first.row}.${first.column}`
      : undefined;
  const remark = remarkId === undefined ? undefined : session.workbook.remarks.get(remarkId);
  const places = placesOf(session, comparison);
  const { left, right, tolerance } = outcome;
  return {
    rule: rule.id,
    severity,
    kind,
    code: `rule-${kind}`,
    cells,
    ...figure("left", left, places),
    ...figure("right", right, places),
    ...figure("difference", left === undefined || right === undefined ? undefined : left.minus(right), places),
    ...(tolerance === undefined ? {} : { tolerance: plain(roundTo(tolerance, Math.max(places, 0) + 3)) }),
    facts: {
      title: rule.title,
      formula: String(number),
      op: comparison.formula.op,
      leftCells: String(new Set(comparison.left).size),
    },
    ...(remarkId === undefined ? {} : { remarkId }),
    ...(remark === undefined || remark.trim() === "" ? {} : { remark }),
  };
}

function gradeOf(
  outcome: Outcome,
  severity: Severity,
): { severity: Severity; kind: "violated" | "rounding" | "not-checked" } {
  if (outcome.kind === "rounding") return { severity: "hint", kind: "rounding" };
  if (outcome.kind === "not-checked") return { severity: "hint", kind: "not-checked" };
  return { severity, kind: "violated" };
}

function figure(name: "left" | "right" | "difference", value: Decimal | undefined, places: number): Partial<Finding> {
  if (value === undefined) return {};
  return { [name]: places < 0 ? plain(value) : fixed(value, Math.max(places, value.decimalPlaces())) };
}

/** The places of the comparison's first cell that prints any; −1 where all are exact kinds. */
function placesOf(session: Session, comparison: Comparison): number {
  for (const term of [...comparison.left, ...comparison.right]) {
    const places = session.plan.places[Math.abs(term) - 1] ?? -1;
    if (places >= 0) return places;
  }
  return -1;
}

/** The cells of both sides, left first, each once; rows a table lacks have no cell. */
function cellsOf(session: Session, comparison: Comparison): readonly CellAddress[] {
  const { layout } = session.plan;
  const numbers = new Set([...comparison.left, ...comparison.right].map((term) => Math.abs(term) - 1));
  return [...numbers].filter((cell) => cell < layout.cells).map((cell) => addressOf(layout, cell));
}
