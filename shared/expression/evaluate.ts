import type { CellAddress } from "../model/address.js";
import { HUNDRED, ZERO, whole } from "../decimal.js";
import { add, divide, exactly, multiply, type Evaluated, type Quantity } from "./evaluated.js";
import type { CellExpression, CompareOperator, Expression, SumExpression } from "./expression.js";

/**
 * Where an expression finds its names. One scope stands for one workbook, one set of loop variables, and one way to read
 * figures: as printed (rules) or exact (the narrative, which rounds once).
 */
export interface Scope {
  cell(expression: CellExpression): Evaluated;
  /** Terms of a row set in one column, to be added by the evaluator; unknown names as a single `unknown`. */
  set(expression: SumExpression): readonly Evaluated[];
  lastYear(expression: CellExpression): Evaluated;
  element(id: string): Evaluated;
  name(name: string): Evaluated;
  label(variable: string, label: string): Evaluated;
  /** Functions that are not arithmetic: the narrative's words. */
  call(name: string, args: readonly Evaluated[]): Evaluated;
}

/**
 * Evaluates an expression. Blank terms of a sum count as exact 0 as soon as one term holds a figure (architecture, “Derived
 * cells: Blank”); any other operation on something blank is missing. Never throws for what a workbook holds.
 */
export function evaluate(expression: Expression, scope: Scope): Evaluated {
  switch (expression.kind) {
    case "number":
      return exactly(expression.value);
    case "text":
      return { kind: "text", text: expression.text, from: [] };
    case "cell":
      return scope.cell(expression);
    case "sum":
      return total(scope.set(expression));
    case "count":
      return exactly(whole(scope.set(expression).length), undefined, 0);
    case "name":
      return scope.name(expression.name);
    case "element":
      return scope.element(expression.id);
    case "label":
      return scope.label(expression.variable, expression.label);
    case "negate":
      return onQuantity(evaluate(expression.of, scope), (of) => add(exactly(ZERO, of.unit), of, -1));
    case "not":
      return negation(evaluate(expression.of, scope));
    case "arithmetic":
      return arithmetic(expression, scope);
    case "compare":
      return compare(expression.op, evaluate(expression.left, scope), evaluate(expression.right, scope));
    case "logic":
      return logic(expression, scope);
    case "call":
      return call(expression, scope);
  }
}

function arithmetic(expression: Extract<Expression, { kind: "arithmetic" }>, scope: Scope): Evaluated {
  const left = evaluate(expression.left, scope);
  const right = evaluate(expression.right, scope);
  if (expression.op === "+" || expression.op === "-") return plus(left, right, expression.op === "+" ? 1 : -1);
  return onQuantity(left, (a) => onQuantity(right, (b) => (expression.op === "×" ? multiply(a, b) : divide(a, b))));
}

function total(terms: readonly Evaluated[]): Evaluated {
  const [first, ...rest] = terms;
  if (first === undefined) return { kind: "missing", cells: [], wanted: [] };
  return rest.reduce<Evaluated>((sum, term) => plus(sum, term, 1), first);
}

function plus(left: Evaluated, right: Evaluated, sign: 1 | -1): Evaluated {
  if (left.kind === "missing" && right.kind === "missing") {
    return { kind: "missing", cells: [...left.cells, ...right.cells], wanted: [...left.wanted, ...right.wanted] };
  }
  if (right.kind === "missing") return left;
  if (left.kind === "missing")
    return onQuantity(right, (b) => (sign === 1 ? b : add(exactly(ZERO, b.unit, b.places), b, -1)));
  return onQuantity(left, (a) => onQuantity(right, (b) => add(a, b, sign)));
}

function call(expression: Extract<Expression, { kind: "call" }>, scope: Scope): Evaluated {
  const [first, second, third] = expression.args;
  if (expression.name === "上年" && first?.kind === "cell") return scope.lastYear(first);
  if (expression.name === "若" && first !== undefined) return choice(evaluate(first, scope), second, third, scope);
  const args = expression.args.map((arg) => evaluate(arg, scope));
  const [a, b] = args;
  if (a === undefined) return { kind: "unknown", name: expression.name };
  switch (expression.name) {
    case "有数":
      return { kind: "truth", holds: a.kind !== "missing" && a.kind !== "unknown", from: [] };
    case "绝对值":
      return onQuantity(a, (of) => (of.value.isNegative() ? add(exactly(ZERO, of.unit, of.places), of, -1) : of));
    case "百分比":
      return b === undefined ? a : percent(a, b);
    case "增长":
      return b === undefined ? a : percent(plus(a, b, -1), b);
    default:
      return scope.call(expression.name, args);
  }
}

/** Only the branch that counts is worked out. */
function choice(
  condition: Evaluated,
  then: Expression | undefined,
  otherwise: Expression | undefined,
  scope: Scope,
): Evaluated {
  if (condition.kind !== "truth") return condition;
  const chosen = condition.holds ? then : otherwise;
  return chosen === undefined ? condition : evaluate(chosen, scope);
}

function percent(part: Evaluated, base: Evaluated): Evaluated {
  return onQuantity(part, (a) =>
    onQuantity(base, (b) => onQuantity(divide(a, b), (ratio) => ({ ...multiply(ratio, exactly(HUNDRED)), unit: "%" }))),
  );
}

/** Compares as they stand; rules look at intervals themselves. A blank side has no answer, except that nothing is positive in it. */
function compare(op: CompareOperator, left: Evaluated, right: Evaluated): Evaluated {
  if (op === "⇔" || op === "⇒") {
    const [a, b] = [positive(left), positive(right)];
    return { kind: "truth", holds: op === "⇔" ? a === b : !a || b, from: [...sources(left), ...sources(right)] };
  }
  if (left.kind === "text" && right.kind === "text") {
    const same = left.text === right.text;
    return { kind: "truth", holds: op === "=" ? same : !same, from: [...left.from, ...right.from] };
  }
  return onQuantity(left, (a) =>
    onQuantity(right, (b) => {
      const order = add(a, b, -1).value.comparedTo(ZERO);
      const holds = {
        "=": order === 0,
        "≠": order !== 0,
        "<": order < 0,
        "≤": order <= 0,
        ">": order > 0,
        "≥": order >= 0,
      };
      return { kind: "truth", holds: holds[op], from: [...a.from, ...b.from] };
    }),
  );
}

/** A truth holds, a figure is above 0; anything blank or impossible is neither. */
export function positive(of: Evaluated): boolean {
  return of.kind === "truth" ? of.holds : of.kind === "value" && of.value.greaterThan(ZERO);
}

function logic(expression: Extract<Expression, { kind: "logic" }>, scope: Scope): Evaluated {
  const left = evaluate(expression.left, scope);
  const right = evaluate(expression.right, scope);
  const holds = expression.op === "且" ? positive(left) && positive(right) : positive(left) || positive(right);
  return { kind: "truth", holds, from: [...sources(left), ...sources(right)] };
}

function negation(of: Evaluated): Evaluated {
  return { kind: "truth", holds: !positive(of), from: sources(of) };
}

/** The cells a result came from. */
export function sources(of: Evaluated): readonly CellAddress[] {
  return of.kind === "missing" ? of.cells : of.kind === "unknown" ? [] : of.from;
}

function onQuantity(of: Evaluated, then: (quantity: Quantity) => Evaluated): Evaluated {
  if (of.kind === "value") return then(of);
  return of.kind === "text" || of.kind === "truth" ? { kind: "unknown", name: of.kind } : of;
}
