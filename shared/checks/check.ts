import { fixed, isFiner, plain, roundTo, type Decimal } from "../decimal.js";
import { addressOf } from "../calc/layout.js";
import type { Comparison } from "../calc/comparison.js";
import type { Outcome } from "../calc/compare.js";
import type { Session } from "../calc/session.js";
import { Vector } from "../calc/vector.js";
import type { CellAddress } from "../model/address.js";
import type { Finding, Severity } from "../model/finding.js";

/**
 * Every rule's findings in pack order (rules as the pack lists them, then rows and columns as tables print them). A defining
 * equation gives its finding here like any other rule: residual → `rounding`, stated beyond the tolerance → `violated`.
 */
export function checkRules(session: Session): readonly Finding[] {
  return recheckRules(session).findings.items();
}

/** The findings of a session's rules by comparison number; {@link Vector.items} lists them in pack order. */
export interface CheckedRules {
  readonly session: Session;
  readonly findings: Vector<Finding>;
}

/**
 * The findings after an edit, made anew only for comparisons whose outcome it changed. `before` is what was checked last; where
 * it is absent, or rows or remarks have changed since, everything is made anew.
 */
export function recheckRules(session: Session, before?: CheckedRules): CheckedRules {
  const { plan, outcomes, workbook } = session;
  const isNear = before?.session.plan === plan && before.session.workbook.remarks === workbook.remarks;
  const known = isNear ? before.findings : Vector.blank<Finding>(outcomes.size);
  const touched = isNear ? outcomes.differences(before.session.outcomes) : outcomes.indexes();
  const fresh = new Map<number, Finding | undefined>();
  for (const index of touched) {
    const comparison = plan.comparisons[index];
    const outcome = outcomes.at(index);
    const isFound = comparison !== undefined && outcome !== undefined;
    fresh.set(index, isFound ? findingOf(session, comparison, outcome, known.at(index)) : undefined);
  }
  return { session, findings: known.with(fresh) };
}

/** The finding of an outcome; `earlier`, one of the same comparison in the same plan, lends what no figure changes. */
function findingOf(session: Session, comparison: Comparison, outcome: Outcome, earlier: Finding | undefined): Finding {
  const { rule, number } = comparison.formula;
  const { severity, kind } = gradeOf(outcome, rule.formulas[number]?.severity ?? rule.severity);
  const places = placesOf(session, comparison);
  const { left, right, tolerance } = outcome;
  const cells = earlier?.cells ?? cellsOf(session, comparison);
  const facts = earlier?.facts ?? factsOf(comparison);
  const finding: Writable<Finding> = { rule: rule.id, severity, kind, code: CODES[kind], cells, facts };
  if (left !== undefined) finding.left = figure(left, places);
  if (right !== undefined) finding.right = figure(right, places);
  if (left !== undefined && right !== undefined) finding.difference = figure(left.minus(right), places);
  if (tolerance !== undefined) finding.tolerance = plainTolerance(tolerance, places);
  if (severity === "explain") addRemark(finding, session);
  return finding;
}

function factsOf({ formula, left }: Comparison): Finding["facts"] {
  return {
    title: formula.rule.title,
    formula: String(formula.number),
    op: formula.op,
    leftCells: String(new Set(left).size),
  };
}

/** A finding while it is made; field by field, because thousands are made anew while somebody types. */
type Writable<Record> = { -readonly [Field in keyof Record]: Record[Field] };

const CODES = {
  rounding: "rule-rounding",
  "not-checked": "rule-not-checked",
  violated: "rule-violated",
} as const;

/** Where the answer to a finding of 核实性 is kept, and the answer if there is one. */
function addRemark(finding: Writable<Finding>, { workbook }: Session): void {
  const [first] = finding.cells;
  if (first === undefined) return;
  finding.remarkId = `${finding.rule}@${first.table}.${first.row}.${first.column}`;
  const remark = workbook.remarks.get(finding.remarkId);
  if (remark !== undefined && remark.trim() !== "") finding.remark = remark;
}

/** A tolerance with at most three places more than its figures. */
function plainTolerance(tolerance: Decimal, places: number): string {
  const most = Math.max(places, 0) + 3;
  return plain(isFiner(tolerance, most) ? roundTo(tolerance, most) : tolerance);
}

function gradeOf(
  outcome: Outcome,
  severity: Severity,
): { severity: Severity; kind: "violated" | "rounding" | "not-checked" } {
  if (outcome.kind === "rounding") return { severity: "hint", kind: "rounding" };
  if (outcome.kind === "not-checked") return { severity: "hint", kind: "not-checked" };
  return { severity, kind: "violated" };
}

function figure(value: Decimal, places: number): string {
  return places < 0 ? plain(value) : fixed(value, Math.max(places, value.decimalPlaces()));
}

/** The places of the comparison's first cell that prints any; −1 where all are exact kinds. */
function placesOf(session: Session, comparison: Comparison): number {
  for (const side of [comparison.left, comparison.right]) {
    for (const term of side) {
      const places = session.plan.places[Math.abs(term) - 1] ?? -1;
      if (places >= 0) return places;
    }
  }
  return -1;
}

/** The cells of both sides, left first, each once; rows a table lacks have no cell. */
function cellsOf(session: Session, { left, right }: Comparison): readonly CellAddress[] {
  const { layout } = session.plan;
  const numbers = new Set<number>();
  for (const side of [left, right]) for (const term of side) numbers.add(Math.abs(term) - 1);
  const cells: CellAddress[] = [];
  for (const cell of numbers) if (cell < layout.cells) cells.push(addressOf(layout, cell));
  return cells;
}
