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
  return parseShort(text) ?? (PLAIN.test(text) ? new Exact(text) : undefined);
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

/** Whether a figure has a digit behind the given decimal places, so that printing would round it. */
export function isFiner(value: Decimal, places: number): boolean {
  const { e: exponent, d: words } = value;
  const wordsBehindPoint = words.length - 1 - Math.floor(exponent / WORD);
  if (wordsBehindPoint <= 0) return false;
  if (wordsBehindPoint > 1 || places > WORD) return value.decimalPlaces() > places;
  return (words[words.length - 1] ?? 0) % 10 ** (WORD - places) !== 0;
}

/** Half a unit of the last printed place: 0.005 for two places. */
export function halfStep(places: number): Decimal {
  return HALF_STEPS[places] ?? scaled(5, -places - 1);
}

/** One unit of the last printed place: 0.01 for two places. */
export function lastPlace(places: number): Decimal {
  return LAST_PLACES[places] ?? scaled(1, -places);
}

/** Ten to a whole power, for changing units (元 ↔ 万元 is the power 4). */
export function powerOfTen(exponent: number): Decimal {
  return scaled(1, exponent);
}

const HALF_STEPS: readonly Decimal[] = [0, 1, 2, 3, 4, 5, 6].map((places) => scaled(5, -places - 1));
const LAST_PLACES: readonly Decimal[] = [0, 1, 2, 3, 4, 5, 6].map((places) => scaled(1, -places));

/** A digit with a power of ten, read as a literal because that is far cheaper than raising ten to the power. */
function scaled(digit: number, power: number): Decimal {
  return new Exact(`${digit}e${power}`);
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
  const short = shortText(value, places);
  if (short !== undefined) return short;
  const rounded = roundTo(value, places);
  return rounded.isZero() ? ZERO.toFixed(places) : rounded.toFixed(places);
}

/** The text of a figure below 10¹⁴ that needs no rounding, straight from its words; undefined for others. */
function shortText({ s: sign, e: exponent, d: words }: Decimal, places: number): string | undefined {
  if (exponent < -WORD || exponent >= 2 * WORD || places < 1 || places > WORD) return undefined;
  const wholeWords = exponent < 0 ? 0 : exponent < WORD ? 1 : 2;
  if (words.length > wholeWords + 1) return undefined;
  const [first = 0, second = 0, third = 0] = words;
  const wholes = wholeWords === 0 ? 0 : wholeWords === 1 ? first : first * WORD_SIZE + second;
  const parts = wholeWords === 0 ? first : wholeWords === 1 ? second : third;
  const step = 10 ** (WORD - places);
  if (parts % step !== 0) return undefined;
  const isNegative = sign < 0 && first !== 0;
  return `${isNegative ? "-" : ""}${wholes}.${String(parts / step).padStart(places, "0")}`;
}

/** Plain text with every digit the value has and no more: 16.00 → `16`, 8300.0249 → `8300.0249`. */
export function plain(value: Decimal): string {
  return value.isZero() ? "0" : value.toFixed();
}

/**
 * Adds signed figures exactly. As long as figures have at most seven decimal places and the sum less than sixteen digits
 * before the point, it counts in whole numbers, which is several times faster; everything else goes through decimal.js.
 */
export class ExactSum {
  private wholes = 0;
  private parts = 0;
  private rest: Decimal | undefined;

  /** Adds a figure, or takes it away where `sign` is negative. */
  add(figure: Decimal, sign: number): void {
    const { d: words, e: exponent, s } = figure;
    const direction = sign < 0 ? -s : s;
    if (exponent >= 0 && exponent < WORD && words.length <= 2) {
      this.wholes += direction * (words[0] ?? 0);
      this.parts += direction * (words[1] ?? 0);
    } else if (exponent >= -WORD && exponent < 0 && words.length === 1) {
      this.parts += direction * (words[0] ?? 0);
    } else if (exponent >= WORD && exponent < 2 * WORD && words.length <= 3 && Math.abs(this.wholes) < MOST_WHOLES) {
      this.wholes += direction * ((words[0] ?? 0) * WORD_SIZE + (words[1] ?? 0));
      this.parts += direction * (words[2] ?? 0);
    } else {
      this.rest = sign < 0 ? (this.rest ?? ZERO).minus(figure) : (this.rest ?? ZERO).plus(figure);
    }
  }

  /** The sum so far; 0 when nothing was added. */
  total(): Decimal {
    const carried = Math.floor(this.parts / WORD_SIZE);
    const wholes = this.wholes + carried;
    const parts = this.parts - carried * WORD_SIZE;
    const isNegative = wholes < 0;
    const counted =
      isNegative && parts > 0
        ? fromWords(-1, -wholes - 1, WORD_SIZE - parts)
        : fromWords(isNegative ? -1 : 1, Math.abs(wholes), parts);
    return this.rest === undefined ? counted : counted.plus(this.rest);
  }
}

/** decimal.js keeps a number as words of seven decimal digits, aligned to the point, without zero words at the end. */
const WORD = 7;
const WORD_SIZE = 1e7;
const MOST_WHOLES = 1e15;

/** A number of wholes (below 10¹⁶) and ten-millionths. */
function fromWords(sign: 1 | -1, wholes: number, parts: number): Decimal {
  if (wholes === 0 || wholes >= WORD_SIZE * WORD_SIZE) {
    const text = `${wholes}.${String(parts).padStart(WORD, "0")}`;
    return new Exact(sign < 0 ? `-${text}` : text);
  }
  const high = Math.floor(wholes / WORD_SIZE);
  const figure = new Exact(sign * (high === 0 ? wholes : high));
  const words: { d: number[]; e: number } = figure;
  if (high > 0) {
    const low = wholes % WORD_SIZE;
    words.e += WORD;
    if (parts > 0) words.d = [high, low, parts];
    else if (low > 0) words.d = [high, low];
  } else if (parts > 0) words.d = [wholes, parts];
  return figure;
}

/** The number that plain text of up to seven digits before and after the point stands for; undefined for any other text. */
function parseShort(text: string): Decimal | undefined {
  const sign = text.charCodeAt(0) === MINUS ? -1 : 1;
  const begin = sign < 0 ? 1 : 0;
  let point = text.indexOf(".", begin);
  if (point < 0) point = text.length;
  const places = Math.max(text.length - point - 1, 0);
  if (point === begin || point - begin > WORD || places > WORD || point === text.length - 1) return undefined;
  const wholes = digits(text, begin, point);
  const parts = digits(text, point + 1, text.length);
  return wholes > 0 && parts >= 0 ? fromWords(sign, wholes, parts * 10 ** (WORD - places)) : undefined;
}

const MINUS = 0x2d;
const NOUGHT = 0x30;

/** The whole number that some characters stand for, −1 when one of them is no digit. */
function digits(text: string, begin: number, end: number): number {
  let value = 0;
  for (let at = begin; at < end; at += 1) {
    const digit = text.charCodeAt(at) - NOUGHT;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
