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

const TWO_SIGNS: ReadonlyMap<string, string> = new Map([
  ["<=", "≤"],
  [">=", "≥"],
  ["<>", "≠"],
]);

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

/** What an expression is mostly made of is looked for first. */
function tokenAt(source: string, at: number): { token: Token; next: number } | undefined {
  const character = source.charAt(at);
  if (character === " ") return undefined;
  if (character >= "0" && character <= "9") {
    const end = runEnd(/\d+(?:\.\d+)?/y, source, at);
    return take("number", source.slice(at, end), at, end);
  }
  const operator = operatorAt(source, at);
  if (operator !== undefined) return take("operator", operator.text, at, at + operator.length);
  const closing = QUOTES.get(character);
  if (closing !== undefined) {
    const end = source.indexOf(closing, at + 1);
    if (end < 0) throw new ExpressionProblem("unclosed", at, character);
    return take("text", source.slice(at + 1, end), at, end + 1);
  }
  if (/\s/u.test(character)) return undefined;
  if (character === "." || character === "[") throw new ExpressionProblem("unexpected", at, character);
  const next = referenceEnd(source, at);
  if (next === at) throw new ExpressionProblem("unexpected", at, character);
  return take("reference", source.slice(at, next), at, next);
}

function operatorAt(source: string, at: number): { readonly text: string; readonly length: number } | undefined {
  const text = OPERATORS.get(source.charAt(at));
  if (text === undefined) return undefined;
  const two = text === "<" || text === ">" ? TWO_SIGNS.get(source.slice(at, at + 2)) : undefined;
  return two === undefined ? { text, length: 1 } : { text: two, length: 2 };
}

/** A reference runs over words, 【names】, [sets], @variables and the dots and the one slash that join them. */
function referenceEnd(source: string, from: number): number {
  const run = /(?:[\p{L}\p{N}_%.@∑]|【[^】]*】|\[[^\]]*\])+/uy;
  for (let at = from; ; at += 1) {
    at = runEnd(run, source, at);
    const next = source.charAt(at);
    if (next === "【" || next === "[") throw new ExpressionProblem("unclosed", at, next);
    if (next !== "/" || !/@[^.]*$/u.test(source.slice(from, at))) return at;
  }
}

/** Where a run of what a sticky pattern takes ends, which is its beginning when there is none. */
function runEnd(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex : at;
}

function take(kind: Token["kind"], text: string, at: number, next: number): { token: Token; next: number } {
  return { token: { kind, text, at }, next };
}
