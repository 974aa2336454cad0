/** A piece of expression text with its place, for messages that point into it. */
export interface Token {
  readonly kind: "number" | "text" | "reference" | "operator" | "end";
  /** Operators are normalised (`*` → `×`, full-width → half); references and texts are verbatim. */
  readonly text: string;
  /** Offset of the first character in the expression. */
  readonly at: number;
}

/** Text that is not an expression; `at` is the offset of the first character that does not fit. */
export class ExpressionProblem extends Error {
  constructor(
    readonly code: "unexpected" | "unclosed" | "empty" | "unknown-function",
    readonly at: number,
    readonly found: string,
  ) {
    super(`${code} at ${at}: ${found}`);
  }
}

const OPERATORS: ReadonlyMap<string, string> = new Map([
  ["+", "+"],
  ["＋", "+"],
  ["-", "-"],
  ["－", "-"],
  ["−", "-"],
  ["×", "×"],
  ["*", "×"],
  ["÷", "÷"],
  ["/", "÷"],
  ["(", "("],
  ["（", "("],
  [")", ")"],
  ["）", ")"],
  [",", ","],
  ["，", ","],
  ["=", "="],
  ["＝", "="],
  ["≠", "≠"],
  ["<", "<"],
  [">", ">"],
  ["≤", "≤"],
  ["≥", "≥"],
  ["⇔", "⇔"],
  ["⇒", "⇒"],
]);

const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["“", "”"],
]);

const WORD = /[\p{L}\p{N}_%]/u;

/** Splits expression text into tokens; throws {@link ExpressionProblem} at the first character that belongs to none. */
export function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.length) {
    const token = tokenAt(source, at);
    if (token === undefined) {
      at += 1;
      continue;
    }
    tokens.push(token.token);
    at = token.next;
  }
  tokens.push({ kind: "end", text: "", at: source.length });
  return tokens;
}

function tokenAt(source: string, at: number): { token: Token; next: number } | undefined {
  const character = source.charAt(at);
  if (/\s/u.test(character)) return undefined;
  const number = /^\d+(\.\d+)?/.exec(source.slice(at))?.[0];
  if (number !== undefined) return take("number", number, at, at + number.length);
  const closing = QUOTES.get(character);
  if (closing !== undefined) {
    const end = source.indexOf(closing, at + 1);
    if (end < 0) throw new ExpressionProblem("unclosed", at, character);
    return take("text", source.slice(at + 1, end), at, end + 1);
  }
  const two = source.slice(at, at + 2);
  if (two === "<=" || two === ">=" || two === "<>") {
    return take("operator", two === "<=" ? "≤" : two === ">=" ? "≥" : "≠", at, at + 2);
  }
  const operator = OPERATORS.get(character);
  if (operator !== undefined) return take("operator", operator, at, at + 1);
  if (WORD.test(character) || character === "【" || character === "@" || character === "∑") {
    const next = referenceEnd(source, at);
    return take("reference", source.slice(at, next), at, next);
  }
  throw new ExpressionProblem("unexpected", at, character);
}

/** A reference runs over words, 【names】, [sets], @variables and the dots and the one slash that join them. */
function referenceEnd(source: string, from: number): number {
  let at = from;
  while (at < source.length) {
    const character = source.charAt(at);
    if (character === "【" || character === "[") {
      const end = source.indexOf(character === "[" ? "]" : "】", at);
      if (end < 0) throw new ExpressionProblem("unclosed", at, character);
      at = end + 1;
    } else if (WORD.test(character) || character === "." || character === "@" || character === "∑") {
      at += 1;
    } else if (character === "/" && /@[^.]*$/u.test(source.slice(from, at))) {
      at += 1;
    } else {
      break;
    }
  }
  return at;
}

function take(kind: Token["kind"], text: string, at: number, next: number): { token: Token; next: number } {
  return { token: { kind, text, at }, next };
}
