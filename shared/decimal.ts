import { Decimal as Library } from "decimal.js";

/**
 * The only door to decimal.js. Every amount, count, score and percentage in the program is a {@link Decimal};
 * nothing in it ever passes through a binary float.
 */
const Exact = Library.clone({ precision: 60, rounding: Library.ROUND_HALF_UP, toExpNeg: -1000, toExpPos: 1000 });

/** An exact decimal number. Its methods (plus, minus, times, cmp …) come from decimal.js and never change it. */
export type Decimal = Library;

const PLAIN = /^-?\d+(\.\d+)?$/;

/** The exact zero. */
export const ZERO: Decimal = new Exact(0);

/** One hundred, the factor of percentages. */
export const HUNDRED: Decimal = new Exact(100);

/**
 * Reads plain decimal text such as `-1234.50`. Refuses signs of other notations (exponents, separators, blanks, hex,
 * `NaN`, `Infinity`) by returning undefined, because decimal.js itself would accept some of them.
 */
export function parseDecimal(text: string): Decimal | undefined {
  return PLAIN.test(text) ? new Exact(text) : undefined;
}

/** Reads plain decimal text that the program itself wrote; anything else is a defect of the program and throws. */
export function decimal(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === undefined) throw new TypeError(`not a plain decimal: ${JSON.stringify(text)}`);
  return value;
}

/** The decimal of a whole number such as a row count or a year; a fraction is a defect and throws. */
export function whole(count: number): Decimal {
  if (!Number.isSafeInteger(count)) throw new TypeError(`not a whole number: ${count}`);
  return new Exact(count);
}

/**
 * Rounds half up, away from zero, to the given decimal places: 1.005 → 1.01, −1.005 → −1.01 at two places
 * (domain: each printed figure is rounded once, half up, from an exact amount).
 */
export function roundTo(value: Decimal, places: number): Decimal {
  return value.toDecimalPlaces(places, Library.ROUND_HALF_UP);
}

/** Half a unit of the last printed place: 0.005 for two places. */
export function halfStep(places: number): Decimal {
  return new Exact(5).times(new Exact(10).pow(-places - 1));
}

/** One unit of the last printed place: 0.01 for two places. */
export function lastPlace(places: number): Decimal {
  return new Exact(10).pow(-places);
}

/** Ten to a whole power, for changing units (元 ↔ 万元 is the power 4). */
export function powerOfTen(exponent: number): Decimal {
  return new Exact(10).pow(exponent);
}

/**
 * Rounds to significant digits, half up. Excel shows 15 significant digits and stores binary doubles, so the text of a
 * cell such as `8300.0200000000004` stands for 8300.02.
 */
export function significant(value: Decimal, digits: number): Decimal {
  return value.isZero() ? value : value.toSignificantDigits(digits, Library.ROUND_HALF_UP);
}

/** Plain text with exactly the given places and no separators: 8300.02 → `8300.02`; never exponents, never `-0.00`. */
export function fixed(value: Decimal, places: number): string {
  const rounded = roundTo(value, places);
  return rounded.isZero() ? ZERO.toFixed(places) : rounded.toFixed(places);
}

/** Plain text with every digit the value has and no more: 16.00 → `16`, 8300.0249 → `8300.0249`. */
export function plain(value: Decimal): string {
  return value.isZero() ? "0" : value.toFixed();
}
