import { plain, roundTo, type Decimal } from "../../shared/decimal.js";
import { readFigure } from "../../shared/template/cell-input.js";

/** What a typed calculation gives: the text of its result, or why it is none. */
export type Calculated =
  | { readonly kind: "result"; readonly text: string }
  | { readonly kind: "problem"; readonly code: "not-a-calculation" | "division-by-zero" };

/**
 * Whether a text is meant as a calculation: it begins with = (of any width). A person adds up vouchers in the cell; nothing of
 * the calculation is kept, only its result.
 */
export function isCalculation(text: string): boolean {
  return /^\s*[=＝]/u.test(text);
}

/**
 * Works out `=12.3+4.5*(2-1)` exactly, with + − × ÷ in all their spellings, brackets, signs and separators of thousands.
 * A quotient that does not come out, such as =100/3, is rounded half up to `places`, the places its cell prints.
 */
export function calculate(text: string, places: number): Calculated {
  const tokens = tokensOf(text);
  if (tokens === undefined || tokens.length === 0) return { kind: "problem", code: "not-a-calculation" };
  const reader: Reader = { tokens, at: 0, isExact: true, dividesByZero: false };
  const value = sum(reader);
  if (reader.dividesByZero) return { kind: "problem", code: "division-by-zero" };
  if (value === undefined || reader.at < tokens.length) return { kind: "problem", code: "not-a-calculation" };
  return { kind: "result", text: plain(reader.isExact ? value : roundTo(value, places)) };
}

type Token = Decimal | "+" | "-" | "*" | "/" | "(" | ")";

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
  isExact: boolean;
  dividesByZero: boolean;
}

const SIGNS: ReadonlyMap<string, Token> = new Map([
  ["+", "+"],
  ["-", "-"],
  ["\u2212", "-"],
  ["\u2013", "-"],
  ["*", "*"],
  ["×", "*"],
  ["/", "/"],
  ["÷", "/"],
  ["(", "("],
  [")", ")"],
]);

function tokensOf(text: string): readonly Token[] | undefined {
  const narrow = text.normalize("NFKC").replaceAll(/\s/gu, "").replace(/^=/u, "").replaceAll("。", ".");
  const tokens: Token[] = [];
  for (const [piece] of narrow.matchAll(/[\d.,]+|./gu)) {
    const sign = SIGNS.get(piece);
    const figure = sign === undefined ? readFigure(piece) : undefined;
    const token = sign ?? (figure?.kind === "figure" ? figure.value : undefined);
    if (token === undefined) return undefined;
    tokens.push(token);
  }
  return tokens;
}

/** A sum of products; undefined for anything that is none. */
function sum(reader: Reader): Decimal | undefined {
  let value = product(reader);
  for (;;) {
    const sign = reader.tokens[reader.at];
    if (value === undefined || (sign !== "+" && sign !== "-")) return value;
    reader.at += 1;
    const next = product(reader);
    value = next === undefined ? undefined : sign === "+" ? value.plus(next) : value.minus(next);
  }
}

function product(reader: Reader): Decimal | undefined {
  let value = factor(reader);
  for (;;) {
    const sign = reader.tokens[reader.at];
    if (value === undefined || (sign !== "*" && sign !== "/")) return value;
    reader.at += 1;
    const next = factor(reader);
    value = next === undefined ? undefined : sign === "*" ? value.times(next) : quotient(reader, value, next);
  }
}

function quotient(reader: Reader, dividend: Decimal, divisor: Decimal): Decimal | undefined {
  if (divisor.isZero()) {
    reader.dividesByZero = true;
    return undefined;
  }
  const value = dividend.dividedBy(divisor);
  if (!value.times(divisor).equals(dividend)) reader.isExact = false;
  return value;
}

/** A figure, a sign before a factor, or a sum in brackets. */
function factor(reader: Reader): Decimal | undefined {
  const token = reader.tokens[reader.at];
  reader.at += 1;
  if (token === "-") return factor(reader)?.negated();
  if (token === "+") return factor(reader);
  if (token === "(") {
    const value = sum(reader);
    const closing = reader.tokens[reader.at];
    reader.at += 1;
    return closing === ")" ? value : undefined;
  }
  return typeof token === "object" ? token : undefined;
}
