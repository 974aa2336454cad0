import { isMoney } from "../amount.js";
import { fixed, halfStep, lastPlace, roundTo, type Decimal } from "../decimal.js";
import type { Evaluated, Quantity } from "../expression/evaluated.js";
import type { CellAddress } from "../model/address.js";
import { amountIn, moneyPower, type ProseFigure } from "../prose/figures.js";
import type { Worth } from "./claim.js";

/** What became of one figure of a text. */
export type Verdict =
  | { readonly kind: "right" }
  /** Rounding explains the difference (domain, section 3). */
  | { readonly kind: "rounding"; readonly expected: string; readonly from: readonly CellAddress[] }
  | { readonly kind: "wrong"; readonly expected: string; readonly from: readonly CellAddress[] }
  /** The figure is right but for its unit of money: 元 for 万元. */
  | { readonly kind: "unit"; readonly expected: string; readonly unit: string; readonly from: readonly CellAddress[] }
  /** A percentage of a base of 0. */
  | { readonly kind: "no-base"; readonly from: readonly CellAddress[] }
  /** The tables do not hold what it would have to be compared with. */
  | { readonly kind: "unknown"; readonly from: readonly CellAddress[] };

/**
 * Holds a figure of a text against what it says. Signs are said by words and not compared here. `usual` is the unit of money most
 * amounts of the text are written in: a text in 元 throughout has no slip of units.
 */
export function judge(figure: ProseFigure, { exact, printed }: Worth, usual = ""): Verdict {
  if (exact.kind === "undefined") return { kind: "no-base", from: exact.from };
  if (exact.kind !== "value") return { kind: "unknown", from: exact.kind === "missing" ? exact.cells : [] };
  if (isMoney(exact.unit) && figure.kind !== "amount") return withoutUnit(figure, exact, printed);
  const unit = isMoney(exact.unit) ? (exact.unit ?? "") : figure.unit;
  const stated = figure.kind === "amount" ? amountIn(figure.value, figure.unit, unit) : figure.value;
  const places = figure.places + (figure.kind === "amount" ? moneyPower(unit) - moneyPower(figure.unit) : 0);
  const outcome = compare(stated, places, exact, printed);
  if (outcome === "right" && !isSlip(figure, exact, usual)) return { kind: "right" };
  const expected = fixed(magnitude(exact.value), exact.places ?? (exact.unit === "%" ? 2 : figure.places));
  // 0.00元 among 万元 is wrong although nought is nought: the unit was lost.
  if (isSlip(figure, exact, usual) || differsByUnit(figure, exact, printed)) {
    return { kind: "unit", expected, unit: exact.unit ?? "", from: exact.from };
  }
  return { kind: outcome === "rounding" ? "rounding" : "wrong", expected, from: exact.from };
}

type Outcome = "right" | "rounding" | "wrong";

function compare(stated: Decimal, places: number, exact: Quantity, printed: Evaluated): Outcome {
  const value = magnitude(exact.value);
  const coarse = Math.max(0, places);
  if (stated.eq(value) || roundTo(value, coarse).eq(stated)) return "right";
  if (printed.kind !== "value") return "wrong";
  if (roundTo(magnitude(printed.value), coarse).eq(stated)) return "right";
  const [low, high] = magnitudes(printed);
  const half = isCounted(exact) ? halfStep(30) : halfStep(coarse);
  if (stated.gte(low.minus(half)) && stated.lte(high.plus(half)) && !isCounted(exact)) return "rounding";
  // The same amount printed twice may differ by one last place.
  const isOneAmount = exact.unit !== "%" && !isCounted(exact) && exact.from.length <= 1;
  return isOneAmount &&
    stated
      .minus(value)
      .abs()
      .lte(lastPlace(exact.places ?? 2))
    ? "rounding"
    : "wrong";
}

/** Counts, years and scores stand for no interval. */
function isCounted({ unit }: Quantity): boolean {
  return unit !== "%" && !isMoney(unit);
}

/** An amount whose unit is missing, or that is written with a unit of something else. */
function withoutUnit(figure: ProseFigure, exact: Quantity, printed: Evaluated): Verdict {
  const expected = fixed(magnitude(exact.value), exact.places ?? 2);
  if (compare(figure.value, figure.places, exact, printed) === "wrong")
    return { kind: "wrong", expected, from: exact.from };
  return { kind: "unit", expected, unit: exact.unit ?? "", from: exact.from };
}

/** Whether the figure would be right in the unit of the tables and is not in its own. */
function differsByUnit(figure: ProseFigure, exact: Quantity, printed: Evaluated): boolean {
  if (figure.kind !== "amount" || figure.unit === exact.unit) return false;
  return compare(figure.value, figure.places, exact, printed) !== "wrong";
}

/** A nought is the same in every unit: only its unit shows the slip. */
function isSlip(figure: ProseFigure, exact: Quantity, usual: string): boolean {
  if (figure.unit === usual) return false;
  return figure.kind === "amount" && figure.value.isZero() && isMoney(exact.unit) && figure.unit !== exact.unit;
}

function magnitude(value: Decimal): Decimal {
  return value.abs();
}

function magnitudes({ low, high }: Quantity): readonly [Decimal, Decimal] {
  if (low.isNegative() && !high.isNegative()) {
    const [a, b] = [low.abs(), high.abs()];
    return [low.minus(low), a.gt(b) ? a : b];
  }
  const [a, b] = [low.abs(), high.abs()];
  return a.lt(b) ? [a, b] : [b, a];
}
