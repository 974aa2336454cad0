import type { Decimal } from "../decimal.js";
import { addressKey, type CellAddress } from "../model/address.js";
import { LAST_YEAR_COLUMN, LAST_YEAR_TABLE, type Workbook } from "../model/workbook.js";
import { evaluate, positive } from "../expression/evaluate.js";
import { parseExpression } from "../expression/parse.js";
import { compare, type Outcome } from "./compare.js";
import type { CompiledFormula } from "./compiled-rules.js";
import type { Ground } from "./compute.js";
import { addressOf, layOut, type Layout } from "./layout.js";
import { planWorkbook, type Plan } from "./plan.js";
import type { Bindings } from "./row-names.js";
import { scopeOver, type ScopeSource } from "./scope.js";
import type { Figures } from "./state.js";
import { oneCell } from "./term-cells.js";
import { Vector } from "./vector.js";

/**
 * An open workbook with all that follows from it. Immutable: an edit gives another session that shares what did not change.
 */
export interface Session {
  readonly formulas: readonly CompiledFormula[];
  readonly plan: Plan;
  readonly workbook: Workbook;
  readonly figures: Figures;
  /** Outcome of each comparison that does not simply hold, by comparison number. */
  readonly outcomes: Vector<Outcome>;
  /** Last year's figures by the key of this year's cell. */
  readonly lastYear: ReadonlyMap<string, Decimal>;
  /** Derived cells that were blank in the opened file while their parts were filled. */
  readonly blanks: Vector<true>;
}

/** Lays a workbook's rows out and plans all formulas over them. */
export function planFor(formulas: readonly CompiledFormula[], workbook: Workbook, layoutOf: Layout["pack"]): Plan {
  return planWorkbook(formulas, layOut(layoutOf, workbook));
}

/** What formulas read besides figures of cells. */
export function groundOf(plan: Plan, workbook: Workbook, lastYear: ReadonlyMap<string, Decimal>): Ground {
  return { plan, workbook, lastYear: (address) => lastYear.get(addressKey(address)) };
}

/** A session's figures as a source for scopes: printed for rules, exact for the narrative. */
export function sourceOf(session: Session, mode: ScopeSource["mode"]): ScopeSource {
  const { standing } = session.figures;
  return { ...groundOf(session.plan, session.workbook, session.lastYear), read: (cell) => standing.at(cell), mode };
}

/** Compares everything, for a workbook just opened or planned anew. */
export function compareAll(
  plan: Plan,
  source: ScopeSource,
  figures: Figures,
  marked: ReadonlySet<number>,
): Vector<Outcome> {
  const trusted = trustedComparisons(plan, figures, marked);
  const standing = standingFormulas(plan, source);
  const outcomes = plan.comparisons.map((comparison, index) =>
    trusted(index) || !standing(comparison.formula) ? undefined : worthKeeping(compare(comparison, source)),
  );
  return Vector.from(outcomes);
}

/** Which formulas stand for this workbook at all: those whose `when` holds. A `when` over something blank does not hold. */
export function standingFormulas(plan: Plan, source: ScopeSource): (formula: CompiledFormula) => boolean {
  const out = new Set<CompiledFormula>();
  for (const formula of plan.conditional) {
    if (formula.when !== undefined && !positive(evaluate(formula.when, scopeOver(source, {})))) out.add(formula);
  }
  return (formula) => !out.has(formula);
}

/**
 * Which comparisons need no look: the defining one of an unmarked cell agrees in print by construction as long as no figure
 * of the workbook carries digits that are not printed.
 */
export function trustedComparisons(
  plan: Plan,
  figures: Figures,
  marked: ReadonlySet<number>,
): (comparison: number) => boolean {
  if (figures.overPrecise > 0) return () => false;
  return (index) => {
    const comparison = plan.comparisons[index];
    const first = comparison?.left[0];
    if (comparison === undefined || first === undefined || comparison.formula.op !== "=") return false;
    return plan.definedBy[first - 1] === index && !marked.has(first - 1);
  };
}

/** Only what is not plainly right is kept. */
export function worthKeeping(outcome: Outcome): Outcome | undefined {
  return outcome.kind === "holds" || outcome.kind === "blank" ? undefined : outcome;
}

/** Last year's figures by this year's cells, from the references written in the sheet 上年数; unknown references are left out. */
export function indexLastYear(layout: Layout, workbook: Workbook): ReadonlyMap<string, Decimal> {
  const figures = new Map<string, Decimal>();
  for (const row of workbook.tables.get(LAST_YEAR_TABLE)?.rows ?? []) {
    const input = row.inputs.get(LAST_YEAR_COLUMN);
    const address = resolveReference(layout, row.key);
    if (input?.kind === "amount" && address !== undefined) figures.set(addressKey(address), input.value);
  }
  return figures;
}

/** The cell a written reference `表.行.栏` names, or undefined when there is none; loop variables as bound. */
export function resolveReference(layout: Layout, text: string, bindings: Bindings = {}): CellAddress | undefined {
  const parsed = parseExpression(text);
  if (!parsed.ok || parsed.expression.kind !== "cell") return undefined;
  const [cell] = oneCell(parsed.expression, bindings, layout) ?? [];
  return cell === undefined || cell >= layout.cells ? undefined : addressOf(layout, cell);
}
