import { parseDecimal, powerOfTen, type Decimal } from "../decimal.js";
import { spelledDigits } from "./spelled-numbers.js";
import {
  DATE_PARTS,
  LIST_ITEM,
  MONEY,
  NAMING,
  PERCENT,
  PERCENT_POINTS,
  SAME_UNITS,
  SPELLED,
  UNITS,
  YEAR,
} from "./words.js";

/** What kind of statement a number makes. `bare` numbers carry no unit. */
export type FigureKind = "amount" | "percent" | "points" | "count" | "year" | "date" | "bare";

/** A number that a text states, with its place in the normal text. */
export interface ProseFigure {
  readonly kind: FigureKind;
  /** The number as written, in its own unit. */
  readonly value: Decimal;
  /** Decimal places as written. */
  readonly places: number;
  /** The unit as written; counts of persons have one name. */
  readonly unit: string;
  /** The digits, without sign. */
  readonly start: number;
  readonly end: number;
  /** Behind the unit. */
  readonly unitEnd: number;
}

const NUMBER = /(?<![\d.])\d+(?:\.\d+)?/gu;

/** The figures of a paragraph's normal text in their order, but for those that only number or name something. */
export function figuresIn(text: string): readonly ProseFigure[] {
  const spelled = spelledFigures(text);
  if (spelled.length === 0) return writtenFigures(text);
  const written = writtenFigures(text).filter(({ start, end }) =>
    spelled.every((one) => end <= one.start || start >= one.end),
  );
  return [...written, ...spelled].sort((a, b) => a.start - b.start);
}

/** Percentages and amounts in words: 百分之九十七点九九, 百分之97.99, 三十一万元. */
function spelledFigures(text: string): readonly ProseFigure[] {
  return [...text.matchAll(SPELLED)].flatMap(({ 0: whole, 1: percent, 2: amount, index }): readonly ProseFigure[] => {
    const number = percent ?? amount ?? "";
    const digits = spelledDigits(number);
    const value = digits === undefined ? undefined : parseDecimal(digits);
    if (digits === undefined || value === undefined) return [];
    const point = digits.indexOf(".");
    const places = point < 0 ? 0 : digits.length - point - 1;
    const unit = percent === undefined ? whole.slice(number.length) : PERCENT;
    const kind = percent === undefined ? "amount" : "percent";
    return [{ kind, value, places, unit, start: index, end: index + whole.length, unitEnd: index + whole.length }];
  });
}

function writtenFigures(text: string): readonly ProseFigure[] {
  const begin = LIST_ITEM.exec(text)?.[0].length ?? 0;
  return [...text.matchAll(NUMBER)].flatMap((found) => {
    const { 0: digits, index } = found;
    if (index < begin) return [];
    const end = index + digits.length;
    const value = parseDecimal(digits);
    if (value === undefined) return [];
    const written = UNITS.exec(text.slice(end, end + 6))?.[0] ?? "";
    const unit = SAME_UNITS[written] ?? written;
    const kind = kindOf(digits, unit);
    if (NAMING.test(text.slice(Math.max(0, index - 8), index)) && kind !== "amount" && kind !== "percent") return [];
    const point = digits.indexOf(".");
    const places = point < 0 ? 0 : digits.length - point - 1;
    return [{ kind, value, places, unit, start: index, end, unitEnd: end + written.length }];
  });
}

function kindOf(digits: string, unit: string): FigureKind {
  if (unit === YEAR) return /^\d{4}$/.test(digits) ? "year" : "count";
  if (MONEY[unit] !== undefined) return "amount";
  if (unit === PERCENT) return "percent";
  if (unit === PERCENT_POINTS) return "points";
  if (DATE_PARTS.has(unit)) return "date";
  return unit === "" ? "bare" : "count";
}

/** An amount in another unit of money than it is written in, such as 1.2亿元 in 万元. */
export function amountIn(value: Decimal, from: string, to: string): Decimal {
  const power = moneyPower(from) - moneyPower(to);
  return power === 0 ? value : value.times(powerOfTen(power));
}

/** The power of ten by which a unit of money is larger than 元. */
export function moneyPower(unit: string): number {
  return MONEY[unit] ?? 0;
}
