import { halfStep, lastPlace, roundTo, ZERO, type Decimal } from "../decimal.js";
import { evaluate, positive } from "../expression/evaluate.js";
import { inUnit, type Evaluated, type Quantity } from "../expression/evaluated.js";
import type { CompareOperator } from "../expression/expression.js";
import type { Comparison } from "./comparison.js";
import { placesKnown } from "./known-places.js";
import type { Plan } from "./plan.js";
import { scopeOver, type ScopeSource } from "./scope.js";
import { asPrinted, type FigureReader } from "./state.js";
import { sumOf } from "./sum.js";

/**
 * What a comparison gave. `blank`: nothing to compare (both sides blank, or 0 against blank); `not-checked`: one side is
 * blank or has no value; `rounding`: 尾差, a miss within the tolerance.
 */
export interface Outcome {
  readonly kind: "holds" | "blank" | "not-checked" | "rounding" | "violated";
  /** Figures as printed, in the left side's unit; absent where a side has none. */
  readonly left?: Decimal;
  readonly right?: Decimal;
  /** The largest miss that is 尾差. */
  readonly tolerance?: Decimal;
}

const HOLDS: Outcome = { kind: "holds" };
const BLANK: Outcome = { kind: "blank" };

/** Compares one comparison's sides as printed (domain 3). */
export function compare(comparison: Comparison, source: ScopeSource): Outcome {
  return comparison.linear ? compareSums(comparison, source.plan, source.read) : compareFormulas(comparison, source);
}

function compareSums(comparison: Comparison, plan: Plan, read: FigureReader): Outcome {
  const printed: FigureReader = (cell) => {
    const figure = read(cell);
    return figure === undefined ? undefined : asPrinted(plan, cell, figure);
  };
  const left = sumOf(comparison.left, printed);
  const right = sumOf(comparison.right, printed);
  if (left === undefined || right === undefined) return oneSided(left, right);
  if (isStrict(comparison.formula.op)) return compareStrictly(comparison.formula.op, left, right);
  const miss = missOf(comparison.formula.op, left, right);
  if (miss.isZero() || missAsPrinted(comparison, plan, left, right)?.isZero() === true) return HOLDS;
  const tolerance = toleranceOf(comparison, plan, printed);
  return { kind: miss.lessThanOrEqualTo(tolerance) ? "rounding" : "violated", left, right, tolerance };
}

/** 0 or nothing against a blank side agrees with it; any other figure cannot be checked. */
function oneSided(left: Decimal | undefined, right: Decimal | undefined): Outcome {
  const figure = left ?? right;
  if (figure === undefined || figure.isZero()) return BLANK;
  return { kind: "not-checked", ...(left === undefined ? {} : { left }), ...(right === undefined ? {} : { right }) };
}

function isStrict(op: CompareOperator): boolean {
  return op === "≠" || op === "<" || op === ">";
}

/** ≠, < and > speak of the printed figures themselves: there is no 尾差 in being different. */
function compareStrictly(op: CompareOperator, left: Decimal, right: Decimal): Outcome {
  const order = left.comparedTo(right);
  const holds = op === "≠" ? order !== 0 : op === "<" ? order < 0 : order > 0;
  return holds ? HOLDS : { kind: "violated", left, right, tolerance: ZERO };
}

/**
 * The miss of both sides at the coarser of their places: a sum of 元 and its 万元 agree when they print the same. Undefined
 * where all print alike.
 */
function missAsPrinted(comparison: Comparison, plan: Plan, left: Decimal, right: Decimal): Decimal | undefined {
  const { op } = comparison.formula;
  if (plan.layout.printedUnits.size === 0) return undefined;
  const places = [...comparison.left, ...comparison.right]
    .map((term) => plan.places[Math.abs(term) - 1] ?? -1)
    .filter((one) => one >= 0);
  if (places.length === 0) return undefined;
  const coarsest = Math.min(...places);
  return missOf(op, roundTo(left, coarsest), roundTo(right, coarsest));
}

/** By how much a comparison fails: 0 where it holds. */
function missOf(op: CompareOperator, left: Decimal, right: Decimal): Decimal {
  const over = left.minus(right);
  if (op === "≤") return over.greaterThan(ZERO) ? over : ZERO;
  if (op === "≥") return over.lessThan(ZERO) ? over.abs() : ZERO;
  return over.abs();
}

/**
 * Half a last place for each non-zero printed term; a side that is one cell is a total and always counts. The same fact
 * printed twice may differ by one last place. Exact kinds have no interval.
 */
function toleranceOf(comparison: Comparison, plan: Plan, printed: FigureReader): Decimal {
  const { formula } = comparison;
  if (formula.exact) return ZERO;
  if (formula.same) return sameTolerance(comparison, plan, printed);
  const sides = [
    [comparison.left, formula.left.kind === "cell"],
    [comparison.right, formula.right.kind === "cell"],
  ] as const;
  const known = placesKnown(comparison, plan, printed);
  const counts = new Map<number, number>();
  for (const [terms, isTotal] of sides) {
    for (const term of terms) {
      const cell = Math.abs(term) - 1;
      const places = known(cell);
      if (places < 0 || (!isTotal && (printed(cell)?.isZero() ?? true))) continue;
      counts.set(places, (counts.get(places) ?? 0) + 1);
    }
  }
  let tolerance = ZERO;
  for (const [places, count] of counts) tolerance = tolerance.plus(halfStep(places).times(count));
  return tolerance;
}

/** One last place of the coarsest cell that prints places at all. */
function sameTolerance(comparison: Comparison, plan: Plan, printed: FigureReader): Decimal {
  const known = placesKnown(comparison, plan, printed);
  let coarsest = Infinity;
  for (const side of [comparison.left, comparison.right]) {
    for (const term of side) {
      const places = known(Math.abs(term) - 1);
      if (places >= 0 && places < coarsest) coarsest = places;
    }
  }
  return coarsest === Infinity ? ZERO : lastPlace(coarsest);
}

function compareFormulas(comparison: Comparison, source: ScopeSource): Outcome {
  const { formula } = comparison;
  const scope = scopeOver(source, comparison);
  const left = evaluate(formula.left, scope);
  const right = evaluate(formula.right, scope);
  for (const side of [left, right]) {
    if (side.kind === "unknown") throw new Error(`rule ${formula.rule.id}: no such name ${side.name}`);
  }
  if (formula.op === "⇔" || formula.op === "⇒") return compareTruths(formula.op, left, right);
  if (left.kind !== "value" || right.kind !== "value") return compareOddities(left, right);
  return compareQuantities(comparison, left, inUnit(right, left.unit));
}

function compareTruths(op: "⇔" | "⇒", left: Evaluated, right: Evaluated): Outcome {
  if (left.kind === "missing" && right.kind === "missing") return BLANK;
  const [a, b] = [positive(left), positive(right)];
  return (op === "⇔" ? a === b : !a || b) ? HOLDS : { kind: "violated" };
}

function compareOddities(left: Evaluated, right: Evaluated): Outcome {
  const figure = left.kind === "value" ? left.value : right.kind === "value" ? right.value : undefined;
  if (left.kind === "text" && right.kind === "text") return left.text === right.text ? HOLDS : { kind: "violated" };
  if (left.kind === "truth" && right.kind === "truth") return left.holds === right.holds ? HOLDS : { kind: "violated" };
  return left.kind === "value" ? oneSided(figure, undefined) : oneSided(undefined, figure);
}

function compareQuantities(comparison: Comparison, left: Quantity, right: Quantity): Outcome {
  const { formula } = comparison;
  const places = coarser(left.places, right.places);
  const [a, b] =
    places === undefined ? [left.value, right.value] : [roundTo(left.value, places), roundTo(right.value, places)];
  if (isStrict(formula.op)) return compareStrictly(formula.op, a, b);
  if (a.equals(b) || missOf(formula.op, a, b).isZero()) return HOLDS;
  const slack = formula.exact
    ? ZERO
    : slackOf(left, formula.left.kind === "cell").plus(slackOf(right, formula.right.kind === "cell"));
  const trueMiss = missOf(formula.op, left.value, right.value);
  const kind = trueMiss.lessThanOrEqualTo(slack) ? "rounding" : "violated";
  return { kind, left: a, right: b, tolerance: slack };
}

function coarser(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
}

/** How far a side's interval reaches towards the other; a total printed 0.00 still counts half a place. */
function slackOf(side: Quantity, isCell: boolean): Decimal {
  const reach = side.high.minus(side.low).div(2);
  return isCell && reach.isZero() && side.value.isZero() && (side.places ?? 0) > 0 ? halfStep(side.places ?? 0) : reach;
}
