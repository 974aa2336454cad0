import { convert } from "../amount.js";
import { parseDecimal, type Decimal } from "../decimal.js";
import type { CellInput } from "../model/workbook.js";
import type { AmountUnit, Column, Unit } from "./pack.js";

/** Why a text is no figure for its cell. `text` is what was typed or found. */
export interface InputProblem {
  readonly kind: "problem";
  readonly code: "not-a-number" | "misplaced-separator" | "percent-sign" | "foreign-unit" | "too-large";
  readonly text: string;
}

/** A figure as written: its value, and the unit written behind it. */
export interface WrittenFigure {
  readonly kind: "figure";
  readonly value: Decimal;
  readonly unit?: Unit;
}

/**
 * How a dash is kept in a cell that could take a figure: as this text. It counts as blank (“nothing here”), is no figure and no
 * mistake, and prints again as it stood. A cell that the pack itself prints with — holds nothing at all.
 */
export const DASH = "—";

/**
 * Reads what somebody typed into a cell or what a text cell of a file holds. Figures may have full-width digits and points,
 * separators of thousands, blanks, ¥, a minus of any width, parentheses for minus, and a unit behind them: 元 and 万元 are
 * converted into `unit`, the unit of this very cell. Gives undefined for a blank text, and a problem for everything that is no
 * plain number — exponents, hexadecimal digits and `NaN` among it. Text columns keep the text as it is.
 */
export function readCellInput(
  text: string,
  column: Column,
  unit: Unit | undefined,
): CellInput | InputProblem | undefined {
  if (isBlank(text)) return undefined;
  if (column.kind === "text") return { kind: "text", text };
  if (isDash(text)) return { kind: "text", text: DASH };
  const figure = readFigure(text);
  if (figure.kind === "problem") return figure;
  const value = inUnit(figure, column, unit);
  if (value === undefined) return { kind: "problem", code: unitProblem(figure.unit), text };
  return isTooLarge(value) ? { kind: "problem", code: "too-large", text } : { kind: "amount", value };
}

/** Whether a figure is beyond every account, and beyond being printed: what Excel holds as 1E+300 is a slip. */
export function isTooLarge(value: Decimal): boolean {
  return !value.isZero() && value.e >= MOST_DIGITS;
}

const MOST_DIGITS = 30;

/** Reads a figure and the unit behind it without knowing its cell; blanks and dashes are problems here. */
export function readFigure(text: string): WrittenFigure | InputProblem {
  const squeezed = squeeze(text);
  const [, open, sign, currency, digits, unit, close] = FIGURE.exec(squeezed) ?? [];
  if (digits === undefined || !/\d/.test(digits)) return { kind: "problem", code: "not-a-number", text };
  const bracketed = open === "(" && close === ")";
  if ((open === "(") !== (close === ")") || (bracketed && sign !== "") || (currency !== "" && unit === "%")) {
    return { kind: "problem", code: "not-a-number", text };
  }
  if (!GROUPED.test(digits)) return { kind: "problem", code: "misplaced-separator", text };
  const magnitude = parseDecimal(completed(digits.replaceAll(",", "")));
  if (magnitude === undefined) return { kind: "problem", code: "not-a-number", text };
  const value = bracketed || sign === "-" ? magnitude.negated() : magnitude;
  const written = WRITTEN_UNITS.find(([name]) => name === unit)?.[1];
  return written === undefined ? { kind: "figure", value } : { kind: "figure", value, unit: written };
}

/** Whether a unit is one of money. */
export function isAmountUnit(unit: Unit | undefined): unit is AmountUnit {
  return unit === "元" || unit === "万元";
}

/** Whether a text shows nothing: blanks of any width, line breaks, zero-width characters. */
export function isBlank(text: string): boolean {
  return INVISIBLE.test(text);
}

/** Whether a text is one of those that stand for “no figure here”: —, -, － or ——, a stroke (/), and the word 无. */
export function isDash(text: string): boolean {
  return DASHES.test(squeeze(text));
}

const INVISIBLE = /^[\s\u00AD\u200B-\u200F\u2060\uFEFF]*$/u;
const BLANKS = /[\s\u00AD\u200B-\u200F\u2060\uFEFF]+/gu;
const DASH_CHARACTERS = /[\u2010-\u2015\u2212\u2500\u2501\u30FC\uFE58\uFE63\uFF0D]/gu;
const DASHES = /^(?:-{1,4}|[/\\]|无)$/u;
const FIGURE =
  /^(\(?)([+-]?)((?:¥|RMB|CNY|人民币)?)([\d,]*\.?\d*)(万元|元|万|%|个|人次|人|辆|批次|分|年|平方米|项)?(\)?)$/u;
const GROUPED = /^(\d+|\d{1,3}(,\d{3})+)?(\.\d*)?$/;

/** Longer names stand first in {@link FIGURE}; 万 alone is 万元. */
const WRITTEN_UNITS: readonly (readonly [string, Unit])[] = [
  ["万元", "万元"],
  ["万", "万元"],
  ["元", "元"],
  ["%", "%"],
  ["个", "个"],
  ["人", "人"],
  ["人次", "人次"],
  ["辆", "辆"],
  ["批次", "批次"],
  ["分", "分"],
  ["年", "年"],
  ["平方米", "平方米"],
  ["项", "项"],
];

/**
 * Narrow, without blanks and without the apostrophe that makes Excel keep a text, one kind of dash, and the full stop of a Chinese
 * keyboard before digits as a point.
 */
function squeeze(text: string): string {
  return text
    .normalize("NFKC")
    .replace(BLANKS, (blanks, at: number, all: string) => (isBetweenFigures(blanks, at, all) ? "\n" : ""))
    .replace(DASH_CHARACTERS, "-")
    .replace(/^['‘’`](?=[\d.,(+-])/u, "")
    .replace(/(?<![^\d(+¥-])。(?=\d)/gu, ".");
}

/** A line break between digits parts two figures; joined they would be a third. */
function isBetweenFigures(blanks: string, at: number, all: string): boolean {
  return /[\r\n]/u.test(blanks) && /\d/u.test(all.charAt(at - 1)) && /[\d.]/u.test(all.charAt(at + blanks.length));
}

/** Digits as {@link parseDecimal} takes them: `.5` is 0.5, `5.` is 5. */
function completed(digits: string): string {
  const whole = digits.startsWith(".") ? `0${digits}` : digits;
  return whole.endsWith(".") ? whole.slice(0, -1) : whole;
}

/** The figure in the cell's own unit, or undefined when the unit behind it does not fit the cell. */
function inUnit(figure: WrittenFigure, column: Column, unit: Unit | undefined): Decimal | undefined {
  const { value, unit: written } = figure;
  if (written === undefined || written === unit) return value;
  if (isAmountUnit(written) && isAmountUnit(unit)) return convert(value, written, unit);
  if (written === "%") return column.kind === "percent" ? value : undefined;
  if (unit === undefined) return isAmountUnit(written) ? undefined : value;
  // People count visits and visitors with several words (人, 人次; 个, 批次): the word behind a count says nothing wrong.
  return isAmountUnit(unit) || isAmountUnit(written) || unit === "%" ? undefined : value;
}

function unitProblem(unit: Unit | undefined): InputProblem["code"] {
  return unit === "%" ? "percent-sign" : "foreign-unit";
}
