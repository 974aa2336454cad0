import { ZERO, type Decimal } from "../decimal.js";
import type { Comparison } from "./comparison.js";
import { computeCell, standingFigure, turns, type Mark } from "./compute.js";
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

/** The marks an edit sets and clears. */
export interface MarkChanges {
  /** Whether marks that outlived their reason are dropped; not when something is undone or redone, which says all itself. */
  readonly turning: boolean;
  /** Derived cells whose mark was set or cleared. */
  readonly cells: ReadonlySet<number>;
  before(cell: number): Mark | undefined;
  after(cell: number): Mark | undefined;
}

/**
 * Carries changed inputs (`inputs`: new figures of input cells) and marks through the derived cells that depend on them, parts
 * before wholes. Where dropping a mark empties a table, what reads its missing rows is carried on once more.
 */
export function propagate(
  base: Omit<ScopeSource, "read">,
  before: Figures,
  inputs: ReadonlyMap<number, Decimal | undefined>,
  marks: MarkChanges,
): Propagation {
  const { plan } = base;
  const changed = new Map<number, Decimal | undefined>();
  const put = (cell: number, figure: Decimal | undefined): void => {
    if (same(figure, before.standing.at(cell))) changed.delete(cell);
    else changed.set(cell, figure);
  };
  const read = (cell: number): Decimal | undefined =>
    changed.has(cell) ? changed.get(cell) : before.standing.at(cell);
  const source: ScopeSource = { ...base, read };
  for (const [cell, figure] of inputs) put(cell, figure);
  const filled = countAfter(plan, before, changed, marks);

  const dropped = new Set<number>();
  let starts: readonly number[] = [...changed.keys(), ...absentRows(plan, filled, read, put)];
  let remarked = marks.cells;
  while (starts.length > 0 || remarked.size > 0) {
    for (const cell of affected(plan, starts, remarked)) {
      const comparison = plan.comparisons[plan.definedBy[cell] ?? -1];
      if (comparison === undefined) continue;
      const mark = dropped.has(cell) ? undefined : marks.after(cell);
      const computed = recompute(comparison, cell, marks, source, before, changed);
      const isDropped = marks.turning && mark !== undefined && turns(mark, computed, comparison, read);
      if (isDropped) {
        dropped.add(cell);
        count(plan, filled, cell, -1);
      }
      put(cell, standingFigure(computed, isDropped ? undefined : mark));
    }
    starts = absentRows(plan, filled, read, put);
    remarked = NONE;
  }
  const { overPrecise } = before;
  const figures = {
    standing: before.standing.with(changed),
    filled,
    overPrecise: overPrecise + gained(plan, before, changed),
  };
  return { figures, changed, dropped: [...dropped] };
}

const NONE: ReadonlySet<number> = new Set();

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
  marks: MarkChanges,
  source: ScopeSource,
  before: Figures,
  changed: ReadonlyMap<number, Decimal | undefined>,
): Decimal | undefined {
  const old = before.standing.at(cell);
  const wasComputed = marks.after(cell) === undefined && !marks.cells.has(cell);
  const canMove = comparison.linear && comparison.right.length > LONG_SUM && wasComputed;
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

/** How many inputs and marks each table holds after the edit. */
function countAfter(
  plan: Plan,
  before: Figures,
  inputs: ReadonlyMap<number, Decimal | undefined>,
  marks: MarkChanges,
): number[] {
  const filled = before.filled.slice();
  for (const [cell, figure] of inputs) {
    if (figure !== undefined) count(plan, filled, cell, 1);
    if (before.standing.at(cell) !== undefined) count(plan, filled, cell, -1);
  }
  for (const cell of marks.cells) {
    if (marks.after(cell) !== undefined) count(plan, filled, cell, 1);
    if (marks.before(cell) !== undefined) count(plan, filled, cell, -1);
  }
  return filled;
}

function count(plan: Plan, filled: number[], cell: number, step: number): void {
  const { number } = tableOfCell(plan.layout, cell);
  filled[number] = (filled[number] ?? 0) + step;
}

/** Turns the absent rows of tables from blank to 0 or back, and says which turned. */
function absentRows(
  plan: Plan,
  filled: readonly number[],
  read: (cell: number) => Decimal | undefined,
  put: (cell: number, figure: Decimal | undefined) => void,
): readonly number[] {
  const turned: number[] = [];
  for (const table of plan.layout.tables) {
    const cell = absentCell(plan.layout, table);
    const figure = (filled[table.number] ?? 0) > 0 ? ZERO : undefined;
    if (same(figure, read(cell))) continue;
    put(cell, figure);
    turned.push(cell);
  }
  return turned;
}

/** By how many figures with unprinted digits the workbook grew. */
function gained(plan: Plan, before: Figures, changed: ReadonlyMap<number, Decimal | undefined>): number {
  let more = 0;
  for (const [cell, figure] of changed) {
    if (isOverPrecise(plan, cell, figure)) more += 1;
    if (isOverPrecise(plan, cell, before.standing.at(cell))) more -= 1;
  }
  return more;
}

function same(a: Decimal | undefined, b: Decimal | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.equals(b));
}
