import { decimal } from "../decimal.js";
import type { ArithmeticOperator, CompareOperator, Expression } from "./expression.js";
import { readReference } from "./reference.js";
import { ExpressionProblem, tokenize, type Token } from "./tokens.js";

/** A parsed expression, or where and why the text is none. */
export type Parsed =
  { readonly ok: true; readonly expression: Expression } | { readonly ok: false; readonly problem: ExpressionProblem };

/** The operators between two parts, from loose (1) to tight (6), and what they make. */
const BINARY: ReadonlyMap<string, Binary> = new Map<string, Binary>([
  ...(["⇔", "⇒"] as const).map((op) => [op, comparing(op, 1)] as const),
  ["或", { level: 2, repeats: true, join: (left, right) => ({ kind: "logic", op: "或", left, right }) }],
  ["且", { level: 3, repeats: true, join: (left, right) => ({ kind: "logic", op: "且", left, right }) }],
  ...(["=", "≠", "<", "≤", ">", "≥"] as const).map((op) => [op, comparing(op, 4)] as const),
  ...(["+", "-"] as const).map((op) => [op, calculating(op, 5)] as const),
  ...(["×", "÷"] as const).map((op) => [op, calculating(op, 6)] as const),
]);

interface Binary {
  readonly level: number;
  /** Whether a row of them is read from left to right; comparisons stand alone. */
  readonly repeats: boolean;
  readonly join: (left: Expression, right: Expression) => Expression;
}

function comparing(op: CompareOperator, level: number): Binary {
  return { level, repeats: false, join: (left, right) => ({ kind: "compare", op, left, right }) };
}

function calculating(op: ArithmeticOperator, level: number): Binary {
  return { level, repeats: true, join: (left, right) => ({ kind: "arithmetic", op, left, right }) };
}

const IMPLICATION = 1;
const DISJUNCTION = 2;
const TIGHTEST = 6;

/**
 * Reads one expression of a pack, such as `收入.@行.本年收入合计 = 收入.@行.财政拨款收入 + 收入.@行.其他收入`.
 * Precedence from loose to tight: ⇔ ⇒ · 或 · 且 · comparison (one, not chained) · + − · × ÷ · sign. Names are not looked up here.
 */
export function parseExpression(source: string): Parsed {
  try {
    const reader = new TokenReader(tokenize(source));
    if (reader.peek().kind === "end") throw new ExpressionProblem("empty", 0, "");
    const expression = joined(reader, IMPLICATION);
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

  /** Takes the next token when it is this operator. */
  accept(operator: string): boolean {
    const { kind, text } = this.peek();
    if (kind !== "operator" || text !== operator) return false;
    this.next += 1;
    return true;
  }

  /** What the next token (the words 且 and 或 too) joins, without taking it. */
  binary(): Binary | undefined {
    const { kind, text } = this.peek();
    return kind === "operator" || kind === "reference" ? BINARY.get(text) : undefined;
  }

  expect(operator: string): void {
    const token = this.peek();
    if (!this.accept(operator)) {
      throw new ExpressionProblem(token.kind === "end" ? "unclosed" : "unexpected", token.at, token.text);
    }
  }
}

/**
 * Everything that operators of a level and of tighter ones join. One loop for all levels, because a pack's formulas are read at
 * every start, when calling through a function for each level costs most.
 */
function joined(reader: TokenReader, loosest: number): Expression {
  let left = signed(reader);
  let most = TIGHTEST;
  for (;;) {
    const binary = reader.binary();
    if (binary === undefined || binary.level < loosest || binary.level > most) return left;
    reader.take();
    left = binary.join(left, joined(reader, binary.level + 1));
    most = binary.repeats ? binary.level : binary.level - 1;
  }
}

function signed(reader: TokenReader): Expression {
  return reader.accept("-") ? { kind: "negate", of: signed(reader) } : primary(reader);
}

function primary(reader: TokenReader): Expression {
  const token = reader.take();
  if (token.kind === "number") return { kind: "number", value: decimal(token.text) };
  if (token.kind === "text") return { kind: "text", text: token.text };
  if (token.kind === "operator" && token.text === "(") {
    const inner = joined(reader, DISJUNCTION);
    reader.expect(")");
    return inner;
  }
  if (token.kind !== "reference") {
    throw new ExpressionProblem(token.kind === "end" ? "unclosed" : "unexpected", token.at, token.text);
  }
  return reader.accept("(") ? call(token, reader) : readReference(token);
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
  if (reader.accept(")")) return checked(token, args);
  do {
    args.push(joined(reader, DISJUNCTION));
  } while (reader.accept(","));
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
