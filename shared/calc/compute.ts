import { roundTo, ZERO, type Decimal } from "../decimal.js";
import { evaluate } from "../expression/evaluate.js";
import { inUnit } from "../expression/evaluated.js";
import { compare } from "./compare.js";
import type { Comparison } from "./comparison.js";
import { absentCell, tableOfCell, type TableLayout } from "./layout.js";
import { describeCell, scopeOver, type ScopeSource } from "./scope.js";
import { isOverPrecise, type FigureReader, type Figures } from "./state.js";
import { sumOf } from "./sum.js";
import { Vector } from "./vector.js";

/** What stands in a derived cell besides the computed figure. */
export type Mark =
  { readonly kind: "residual"; readonly value: Decimal } | { readonly kind: "stated"; readonly value: Decimal };

/** A workbook's source of names without figures; computing adds the reader. */
export type Ground = Omit<ScopeSource, "read" | "mode">;

/** All figures, and what was decided for each figure found in a derived cell. */
export interface Computation {
  readonly figures: Figures;
  readonly marks: ReadonlyMap<number, Mark>;
  /** Derived cells that are blank in the file while their parts are filled. */
  readonly blanks: readonly number[];
}

/**
 * Computes every derived cell, parts before wholes, over the parts' figures as they stand (residuals and stated figures
 * included). `found` holds the figures a file has in derived cells (a printed — is 0 there); without an entry the computed
 * figure stands. `kept` holds marks that are known already; with `turning` those that outlived their reason are dropped.
 */
export function computeFigures(
  ground: Ground,
  inputs: readonly (Decimal | undefined)[],
  found: ReadonlyMap<number, Decimal>,
  kept: ReadonlyMap<number, Mark>,
  turning: boolean,
): Computation {
  const { plan } = ground;
  const standing = inputs.slice();
  const filled = countFilled(ground, inputs, found, kept);
  for (const table of plan.layout.tables) {
    standing[absentCell(plan.layout, table)] = (filled[table.number] ?? 0) > 0 ? ZERO : undefined;
  }
  const source: ScopeSource = { ...ground, read: (cell) => standing[cell], mode: "printed" };
  const marks = new Map<number, Mark>();
  const blanks: number[] = [];
  for (let at = 0; at < plan.order.length; at += 1) {
    const cell = plan.order[at] ?? 0;
    const comparison = plan.comparisons[plan.definedBy[cell] ?? -1];
    if (comparison === undefined) continue;
    const computed = computeCell(comparison, cell, source);
    const known = kept.get(cell);
    const isDropped = turning && known !== undefined && turns(known, computed, comparison, source.read);
    const mark = isDropped ? undefined : (known ?? classify(comparison, cell, computed, found.get(cell), source));
    if (mark !== undefined) marks.set(cell, mark);
    else if (computed !== undefined && !found.has(cell)) blanks.push(cell);
    standing[cell] = standingFigure(computed, mark);
  }
  let overPrecise = 0;
  for (let cell = 0; cell < standing.length; cell += 1) if (isOverPrecise(plan, cell, standing[cell])) overPrecise += 1;
  const held = countFilled(ground, inputs, NO_FIGURES, marks);
  const isEmptied = held.some((count, number) => count === 0 && (filled[number] ?? 0) > 0);
  if (isEmptied && marks.size < kept.size) return computeFigures(ground, inputs, found, marks, turning);
  return { figures: { standing: Vector.from(standing), filled: held, overPrecise }, marks, blanks };
}

/** The computed figure of a derived cell: exact for sums; a quotient is rounded to the cell's printed places. */
export function computeCell(comparison: Comparison, cell: number, source: ScopeSource): Decimal | undefined {
  if (comparison.linear) return sumOf(comparison.right, source.read);
  const exact = scopeOver({ ...source, mode: "exact" }, comparison);
  const result = evaluate(comparison.formula.right, exact);
  if (result.kind === "unknown") throw new Error(`rule ${comparison.formula.rule.id}: no such name ${result.name}`);
  if (result.kind !== "value") return undefined;
  const { column, unit } = describeCell(source.plan.layout, cell);
  const { value } = inUnit(result, unit);
  return column.kind === "percent" ? roundTo(value, column.places ?? 2) : value;
}

/** The figure that stands: computed + residual, or what was stated. */
export function standingFigure(computed: Decimal | undefined, mark: Mark | undefined): Decimal | undefined {
  if (mark === undefined) return computed;
  if (mark.kind === "stated") return mark.value;
  return (computed ?? ZERO).plus(mark.value);
}

/**
 * What a figure found in a derived cell is (architecture, “Opening”): nothing when it equals the computed one or is 0 against
 * a blank side; a residual when it prints within the rounding tolerance; stated beyond it or against a blank side.
 */
export function classify(
  comparison: Comparison,
  cell: number,
  computed: Decimal | undefined,
  found: Decimal | undefined,
  source: ScopeSource,
): Mark | undefined {
  if (found === undefined) return undefined;
  if (computed === undefined) return found.isZero() ? undefined : { kind: "stated", value: found };
  if (found.equals(computed)) return undefined;
  const read: FigureReader = (one) => (one === cell ? found : source.read(one));
  const { kind } = compare(comparison, { ...source, read });
  if (kind !== "holds" && kind !== "rounding") return { kind: "stated", value: found };
  const residual: Mark = { kind: "residual", value: found.minus(computed) };
  return turns(residual, computed, comparison, source.read) ? undefined : residual;
}

/**
 * Whether a mark has outlived its reason (architecture, “Turning” and “Life”): a stated figure turns when the computed one
 * equals it; a residual is dropped when no non-zero part is left.
 */
export function turns(
  mark: Mark,
  computed: Decimal | undefined,
  comparison: Comparison,
  read: ScopeSource["read"],
): boolean {
  if (mark.kind === "stated") return computed === undefined ? mark.value.isZero() : computed.equals(mark.value);
  return comparison.right.every((term) => read(Math.abs(term) - 1)?.isZero() ?? true);
}

const NO_FIGURES: ReadonlyMap<number, Decimal> = new Map();

function countFilled(
  ground: Ground,
  inputs: readonly (Decimal | undefined)[],
  found: ReadonlyMap<number, Decimal>,
  kept: ReadonlyMap<number, Mark>,
): readonly number[] {
  const { tables } = ground.plan.layout;
  const counts = tables.map((table) => countInputs(table, inputs));
  const count = (cell: number): void => {
    const { number } = tableOfCell(ground.plan.layout, cell);
    counts[number] = (counts[number] ?? 0) + 1;
  };
  for (const [cell, figure] of found) if (!figure.isZero()) count(cell);
  for (const cell of kept.keys()) count(cell);
  return counts;
}

function countInputs(table: TableLayout, inputs: readonly (Decimal | undefined)[]): number {
  let count = 0;
  const end = table.base + table.keys.length * table.width;
  for (let cell = table.base; cell < end; cell += 1) if (inputs[cell] !== undefined) count += 1;
  return count;
}
