import { decimal } from "../decimal.js";
import type { ArithmeticOperator, CompareOperator, Expression } from "./expression.js";
import { readReference } from "./reference.js";
import { ExpressionProblem, tokenize, type Token } from "./tokens.js";

/** A parsed expression, or where and why the text is none. */
export type Parsed =
  { readonly ok: true; readonly expression: Expression } | { readonly ok: false; readonly problem: ExpressionProblem };

const COMPARISONS = ["=", "≠", "<", "≤", ">", "≥"] as const satisfies readonly CompareOperator[];
const IMPLICATIONS = ["⇔", "⇒"] as const satisfies readonly CompareOperator[];

/**
 * Reads one expression of a pack, such as `收入.@行.本年收入合计 = 收入.@行.财政拨款收入 + 收入.@行.其他收入`.
 * Precedence from loose to tight: ⇔ ⇒ · 或 · 且 · comparison (one, not chained) · + − · × ÷ · sign. Names are not looked up here.
 */
export function parseExpression(source: string): Parsed {
  try {
    const reader = new TokenReader(tokenize(source));
    if (reader.peek().kind === "end") throw new ExpressionProblem("empty", 0, "");
    const expression = implication(reader);
    const rest = reader.peek();
    if (rest.kind !== "end") throw new ExpressionProblem("unexpected", rest.at, rest.text);
    return { ok: true, expression };
  } catch (problem) {
    if (problem instanceof ExpressionProblem) return { ok: false, problem };
    throw problem;
  }
}

class TokenReader {
  private next = 0;
  constructor(private readonly tokens: readonly Token[]) {}

  peek(): Token {
    return this.tokens[this.next] ?? { kind: "end", text: "", at: 0 };
  }

  take(): Token {
    const token = this.peek();
    this.next += 1;
    return token;
  }

  /** Takes the next token when it is one of these operators (or the words 且, 或). */
  accept(...operators: readonly string[]): string | undefined {
    const token = this.peek();
    const fits = (token.kind === "operator" || token.kind === "reference") && operators.includes(token.text);
    return fits ? this.take().text : undefined;
  }

  expect(operator: string): void {
    const token = this.peek();
    if (this.accept(operator) === undefined) {
      throw new ExpressionProblem(token.kind === "end" ? "unclosed" : "unexpected", token.at, token.text);
    }
  }
}

function implication(reader: TokenReader): Expression {
  const left = disjunction(reader);
  const found = reader.accept(...IMPLICATIONS);
  const op = IMPLICATIONS.find((candidate) => candidate === found);
  return op === undefined ? left : { kind: "compare", op, left, right: disjunction(reader) };
}

function disjunction(reader: TokenReader): Expression {
  let left = conjunction(reader);
  while (reader.accept("或") !== undefined) left = { kind: "logic", op: "或", left, right: conjunction(reader) };
  return left;
}

function conjunction(reader: TokenReader): Expression {
  let left = comparison(reader);
  while (reader.accept("且") !== undefined) left = { kind: "logic", op: "且", left, right: comparison(reader) };
  return left;
}

function comparison(reader: TokenReader): Expression {
  const left = additive(reader);
  const found = reader.accept(...COMPARISONS);
  const op = COMPARISONS.find((candidate) => candidate === found);
  return op === undefined ? left : { kind: "compare", op, left, right: additive(reader) };
}

function additive(reader: TokenReader): Expression {
  let left = multiplicative(reader);
  for (;;) {
    const op = reader.accept("+", "-");
    if (op === undefined) return left;
    left = arithmetic(op === "+" ? "+" : "-", left, multiplicative(reader));
  }
}

function multiplicative(reader: TokenReader): Expression {
  let left = signed(reader);
  for (;;) {
    const op = reader.accept("×", "÷");
    if (op === undefined) return left;
    left = arithmetic(op === "×" ? "×" : "÷", left, signed(reader));
  }
}

function signed(reader: TokenReader): Expression {
  return reader.accept("-") === undefined ? primary(reader) : { kind: "negate", of: signed(reader) };
}

function primary(reader: TokenReader): Expression {
  const token = reader.take();
  if (token.kind === "number") return { kind: "number", value: decimal(token.text) };
  if (token.kind === "text") return { kind: "text", text: token.text };
  if (token.kind === "operator" && token.text === "(") {
    const inner = disjunction(reader);
    reader.expect(")");
    return inner;
  }
  if (token.kind !== "reference") {
    throw new ExpressionProblem(token.kind === "end" ? "unclosed" : "unexpected", token.at, token.text);
  }
  return reader.accept("(") === undefined ? readReference(token) : call(token, reader);
}

/** Σ(表.[集].栏) and 个数(表.[集]) have forms of their own; every other function keeps its name for the evaluator. */
function call(token: Token, reader: TokenReader): Expression {
  if (token.text === "Σ" || token.text === "∑" || token.text === "个数") {
    const set = reader.take();
    const expression = readReference(set);
    const wanted = token.text === "个数" ? "count" : "sum";
    if (expression.kind !== "sum" && expression.kind !== "count") {
      throw new ExpressionProblem("unexpected", set.at, set.text);
    }
    reader.expect(")");
    return { ...expression, kind: wanted };
  }
  const args: Expression[] = [];
  if (reader.accept(")") !== undefined) return checked(token, args);
  do {
    args.push(disjunction(reader));
  } while (reader.accept(",") !== undefined);
  reader.expect(")");
  return checked(token, args);
}

/** The functions of the language and how many arguments each takes. */
const FUNCTIONS: ReadonlyMap<string, number> = new Map([
  ["百分比", 2],
  ["增长", 2],
  ["绝对值", 1],
  ["若", 3],
  ["上年", 1],
  ["有数", 1],
  ["非", 1],
  ["增减", 2],
  ["升降", 2],
  ["大小", 2],
]);

function checked(token: Token, args: readonly Expression[]): Expression {
  if (FUNCTIONS.get(token.text) !== args.length) {
    throw new ExpressionProblem("unknown-function", token.at, token.text);
  }
  const [only] = args;
  if (token.text === "非" && only !== undefined) return { kind: "not", of: only };
  return { kind: "call", name: token.text, args };
}

function arithmetic(op: ArithmeticOperator, left: Expression, right: Expression): Expression {
  return { kind: "arithmetic", op, left, right };
}
