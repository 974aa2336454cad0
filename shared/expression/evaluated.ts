import { halfStep, powerOfTen, ZERO, type Decimal } from "../decimal.js";
import { unitPower } from "../amount.js";
import type { CellAddress } from "../model/address.js";

/**
 * A number with what is known of it: the interval it stands for (a figure printed to d places stands for ±0.5·10⁻ᵈ, domain 3),
 * its unit and printed places, and the cells it came from.
 */
export interface Quantity {
  readonly kind: "value";
  readonly value: Decimal;
  /** Closed interval of what the exact figure may have been; both ends are `value` for exact kinds. */
  readonly low: Decimal;
  readonly high: Decimal;
  readonly unit: string | undefined;
  readonly places: number | undefined;
  readonly from: readonly CellAddress[];
}

/** What an expression gives. Blank, zero, missing and impossible are four things; none of them is null or NaN. */
export type Evaluated =
  | Quantity
  | { readonly kind: "text"; readonly text: string; readonly from: readonly CellAddress[] }
  | { readonly kind: "truth"; readonly holds: boolean; readonly from: readonly CellAddress[] }
  /** Blank: the cells that would have to be filled, or the names of elements and last-year figures in `wanted`. */
  | { readonly kind: "missing"; readonly cells: readonly CellAddress[]; readonly wanted: readonly string[] }
  /** A share or growth of a base of 0. */
  | { readonly kind: "undefined"; readonly reason: "zero-base"; readonly from: readonly CellAddress[] }
  /** A name the workbook cannot resolve: a misspelt table, column, row, element or function. */
  | { readonly kind: "unknown"; readonly name: string };

/** A figure that is exactly what it says: counts, years, constants. */
export function exactly(value: Decimal, unit?: string, places?: number, from: readonly CellAddress[] = []): Quantity {
  return { kind: "value", value, low: value, high: value, unit, places, from };
}

/** A printed figure: it stands for half a last place to either side, unless it is 0 (a printed 0.00 of an empty cell is exact). */
export function rounded(
  value: Decimal,
  unit: string | undefined,
  places: number,
  from: readonly CellAddress[],
): Quantity {
  const half = value.isZero() ? ZERO : halfStep(places);
  return { kind: "value", value, low: value.minus(half), high: value.plus(half), unit, places, from };
}

/** Left + right or left − right, in the left side's unit of money. */
export function add(left: Quantity, right: Quantity, sign: 1 | -1): Quantity {
  const other = inUnit(right, left.unit);
  const value = sign === 1 ? left.value.plus(other.value) : left.value.minus(other.value);
  const [low, high] =
    isExact(left) && isExact(other)
      ? [value, value]
      : sign === 1
        ? [left.low.plus(other.low), left.high.plus(other.high)]
        : [left.low.minus(other.high), left.high.minus(other.low)];
  const places =
    left.places === undefined && other.places === undefined ? undefined : Math.max(left.places ?? 0, other.places ?? 0);
  return { kind: "value", value, low, high, unit: left.unit ?? other.unit, places, from: joined(left, other) };
}

/** Left × right; the unit is the one that is known. */
export function multiply(left: Quantity, right: Quantity): Quantity {
  const value = left.value.times(right.value);
  const corners =
    isExact(left) && isExact(right)
      ? [value]
      : ends(left).flatMap((one) => ends(right).map((other) => one.times(other)));
  const [low, high] = [least(corners), greatest(corners)];
  return {
    kind: "value",
    value,
    low,
    high,
    unit: left.unit ?? right.unit,
    places: undefined,
    from: joined(left, right),
  };
}

/** Left ÷ right; a base of 0 has no quotient. Where the base's interval reaches 0 only the plain quotient is known. */
export function divide(left: Quantity, right: Quantity): Evaluated {
  const from = joined(left, right);
  const base = inUnit(right, left.unit);
  if (base.value.isZero()) return { kind: "undefined", reason: "zero-base", from };
  const value = left.value.div(base.value);
  const reachesZero = base.low.lessThanOrEqualTo(ZERO) && base.high.greaterThanOrEqualTo(ZERO);
  const isPlain = reachesZero || (isExact(left) && isExact(base));
  const [low, high] = isPlain ? [value, value] : quotientEnds(left, base);
  return { kind: "value", value, low, high, unit: undefined, places: undefined, from };
}

/** The ends of a quotient whose base does not reach 0: the lower one divides a positive figure by the largest base. */
function quotientEnds(left: Quantity, base: Quantity): readonly [Decimal, Decimal] {
  const [lower, upper] = base.high.isNegative() ? [left.high, left.low] : [left.low, left.high];
  return [lower.div(lower.isNegative() ? base.low : base.high), upper.div(upper.isNegative() ? base.high : base.low)];
}

/** Exact figures share one number for value and both ends. */
function isExact({ value, low, high }: Quantity): boolean {
  return low === value && high === value;
}

function ends(quantity: Quantity): readonly Decimal[] {
  return isExact(quantity) ? [quantity.value] : [quantity.low, quantity.high];
}

function joined(left: Quantity, right: Quantity): readonly CellAddress[] {
  if (left.from.length === 0) return right.from;
  return right.from.length === 0 ? left.from : [...left.from, ...right.from];
}

/** The same quantity in another unit of money (元 ↔ 万元); other units are left as they are. */
export function inUnit(quantity: Quantity, unit: string | undefined): Quantity {
  const power = unitPower(quantity.unit, unit);
  if (power === 0) return quantity;
  const factor = powerOfTen(-power);
  const value = quantity.value.times(factor);
  return {
    ...quantity,
    value,
    low: isExact(quantity) ? value : quantity.low.times(factor),
    high: isExact(quantity) ? value : quantity.high.times(factor),
    unit,
    places: quantity.places === undefined ? undefined : quantity.places + power,
  };
}

function least(values: readonly Decimal[]): Decimal {
  return values.reduce((a, b) => (b.lessThan(a) ? b : a));
}

function greatest(values: readonly Decimal[]): Decimal {
  return values.reduce((a, b) => (b.greaterThan(a) ? b : a));
}
