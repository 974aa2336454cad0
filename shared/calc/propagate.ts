import { ZERO, type Decimal } from "../decimal.js";
import type { Comparison } from "./comparison.js";
import { computeCell, standingFigure, type Mark } from "./compute.js";
import { absentCell, tableOfCell } from "./layout.js";
import type { Plan } from "./plan.js";
import type { ScopeSource } from "./scope.js";
import { isOverPrecise, type Figures } from "./state.js";

/** What an edit of figures leads to. */
export interface Propagation {
  readonly figures: Figures;
  /** New standing figures by cell number, only where they changed. */
  readonly changed: ReadonlyMap<number, Decimal | undefined>;
  /** Marks the engine itself dropped: a stated figure that the computed one now equals, a residual without parts. */
  readonly dropped: readonly number[];
}

/** Sums of more terms than this are moved by their parts' change instead of being added anew; both are exact. */
const LONG_SUM = 32;

/**
 * Carries changed inputs and marks through the derived cells that depend on them, parts before wholes.
 * `inputs`: new figures of input cells; `remarked`: derived cells whose mark was set or cleared; `markOf`: the marks after it.
 */
export function propagate(
  base: Omit<ScopeSource, "read">,
  before: Figures,
  inputs: ReadonlyMap<number, Decimal | undefined>,
  remarked: ReadonlySet<number>,
  markOf: (cell: number) => Mark | undefined,
): Propagation {
  const { plan } = base;
  const changed = new Map<number, Decimal | undefined>();
  const read = (cell: number): Decimal | undefined =>
    changed.has(cell) ? changed.get(cell) : before.standing.at(cell);
  const source: ScopeSource = { ...base, read };
  for (const [cell, figure] of inputs) if (!same(figure, before.standing.at(cell))) changed.set(cell, figure);
  const filled = refill(plan, before, changed, remarked, markOf);

  const dropped: number[] = [];
  for (const cell of affected(plan, [...changed.keys()], remarked)) {
    const comparison = plan.comparisons[plan.definedBy[cell] ?? -1];
    if (comparison === undefined) continue;
    const mark = markOf(cell);
    const computed = recompute(comparison, cell, mark, remarked.has(cell), source, before, changed);
    const isDropped = mark !== undefined && turns(mark, computed, comparison, read);
    if (isDropped) dropped.push(cell);
    const figure = standingFigure(computed, isDropped ? undefined : mark);
    if (!same(figure, before.standing.at(cell))) changed.set(cell, figure);
  }
  let { overPrecise } = before;
  for (const [cell, figure] of changed) {
    if (isOverPrecise(plan, cell, figure)) overPrecise += 1;
    if (isOverPrecise(plan, cell, before.standing.at(cell))) overPrecise -= 1;
  }
  return { figures: { standing: before.standing.with(changed), filled, overPrecise }, changed, dropped };
}

/** Derived cells that depend on changed ones, and those whose mark changed, in calculation order. */
function affected(plan: Plan, changed: readonly number[], remarked: ReadonlySet<number>): readonly number[] {
  const found = new Set<number>(remarked);
  const open = [...changed, ...remarked];
  for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
    for (let at = plan.usersStart[cell] ?? 0; at < (plan.usersStart[cell + 1] ?? 0); at += 1) {
      const whole = plan.target[plan.users[at] ?? -1] ?? -1;
      if (whole < 0 || found.has(whole)) continue;
      found.add(whole);
      open.push(whole);
    }
  }
  return [...found].sort((a, b) => (plan.rank[a] ?? 0) - (plan.rank[b] ?? 0));
}

function recompute(
  comparison: Comparison,
  cell: number,
  mark: Mark | undefined,
  isRemarked: boolean,
  source: ScopeSource,
  before: Figures,
  changed: ReadonlyMap<number, Decimal | undefined>,
): Decimal | undefined {
  const old = before.standing.at(cell);
  const canMove = comparison.linear && comparison.right.length > LONG_SUM && mark === undefined && !isRemarked;
  if (!canMove || old === undefined) return computeCell(comparison, cell, source);
  let sum = old;
  for (const [part, figure] of changed) {
    const sign = comparison.right.includes(part + 1) ? 1 : comparison.right.includes(-part - 1) ? -1 : 0;
    if (sign === 0) continue;
    const was = before.standing.at(part);
    if (figure === undefined || was === undefined) return computeCell(comparison, cell, source);
    sum = sign > 0 ? sum.plus(figure).minus(was) : sum.minus(figure).plus(was);
  }
  return sum;
}

/**
 * Whether a mark has outlived its reason (architecture, “Turning” and “Life”): a stated figure turns when the computed one
 * equals it; a residual is dropped when no non-zero part is left.
 */
function turns(mark: Mark, computed: Decimal | undefined, comparison: Comparison, read: ScopeSource["read"]): boolean {
  if (mark.kind === "stated") return computed === undefined ? mark.value.isZero() : computed.equals(mark.value);
  return comparison.right.every((term) => read(Math.abs(term) - 1)?.isZero() ?? true);
}

/** Keeps the count of filled cells a table, and turns its absent rows from blank to 0 or back. */
function refill(
  plan: Plan,
  before: Figures,
  changed: Map<number, Decimal | undefined>,
  remarked: ReadonlySet<number>,
  markOf: (cell: number) => Mark | undefined,
): readonly number[] {
  const filled = before.filled.slice();
  const count = (cell: number, step: number): void => {
    const { number } = tableOfCell(plan.layout, cell);
    filled[number] = (filled[number] ?? 0) + step;
  };
  for (const [cell, figure] of changed) {
    if (figure !== undefined) count(cell, 1);
    if (before.standing.at(cell) !== undefined) count(cell, -1);
  }
  for (const cell of remarked) if (markOf(cell) !== undefined) count(cell, 1);
  for (const table of plan.layout.tables) {
    const cell = absentCell(plan.layout, table);
    const figure = (filled[table.number] ?? 0) > 0 ? ZERO : undefined;
    if (!same(figure, before.standing.at(cell))) changed.set(cell, figure);
  }
  return filled;
}

function same(a: Decimal | undefined, b: Decimal | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.equals(b));
}
