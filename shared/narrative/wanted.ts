import { oneCell } from "../calc/term-cells.js";
import { addressOf } from "../calc/layout.js";
import { evaluate, positive } from "../expression/evaluate.js";
import type { CellExpression, Expression } from "../expression/expression.js";
import type { CellAddress } from "../model/address.js";
import { elementId, type Reading } from "./reading.js";
import { FUNCTION_WORDS } from "./wording.js";

/** Something the narrative needs and the workbook does not hold. */
export type Wanted =
  | { readonly kind: "element"; readonly id: string }
  /** Last year's figure of this cell. */
  | { readonly kind: "last-year"; readonly cell: CellAddress }
  /** A figure of this year. */
  | { readonly kind: "cell"; readonly cell: CellAddress };

/**
 * What an expression needs and lacks. Stricter than evaluating it: in a sum a blank counts as 0, but a change without last
 * year's figure, or a sum of counts of which one was not given, must not be printed. What stands in 有数( ) is not needed, and of
 * 若( ) only the branch that is chosen.
 */
export function wantedBy(expression: Expression, reading: Reading): readonly Wanted[] {
  switch (expression.kind) {
    case "element":
      return isMissing(expression, reading) ? [{ kind: "element", id: elementId(expression.id, reading.loop) }] : [];
    case "cell":
    case "sum":
      return wantedCells(expression, reading);
    case "negate":
    case "not":
      return wantedBy(expression.of, reading);
    case "arithmetic":
      return wantedInArithmetic(expression, reading);
    case "compare":
    case "logic":
      return [...wantedBy(expression.left, reading), ...wantedBy(expression.right, reading)];
    case "call":
      return wantedInCall(expression, reading);
    default:
      return [];
  }
}

/** Blank cells count as 0 in a sum of which one term holds a figure; elements and last year's figures never do. */
function wantedInArithmetic(
  expression: Extract<Expression, { kind: "arithmetic" }>,
  reading: Reading,
): readonly Wanted[] {
  const all = [...wantedBy(expression.left, reading), ...wantedBy(expression.right, reading)];
  return isMissing(expression, reading) ? all : all.filter((one) => one.kind !== "cell");
}

function wantedInCall(expression: Extract<Expression, { kind: "call" }>, reading: Reading): readonly Wanted[] {
  const [first, second, third] = expression.args;
  if (expression.name === FUNCTION_WORDS.filled || first === undefined) return [];
  if (expression.name === FUNCTION_WORDS.lastYear && first.kind === "cell") return wantedLastYear(first, reading);
  if (expression.name !== FUNCTION_WORDS.choice) return expression.args.flatMap((one) => wantedBy(one, reading));
  const chosen = positive(evaluate(first, reading.scope)) ? second : third;
  return [...wantedBy(first, reading), ...(chosen === undefined ? [] : wantedBy(chosen, reading))];
}

function wantedLastYear(cell: CellExpression, reading: Reading): readonly Wanted[] {
  if (reading.scope.lastYear(cell).kind !== "missing") return [];
  const address = addressIn(cell, reading);
  return address === undefined ? [] : [{ kind: "last-year", cell: address }];
}

function wantedCells(expression: Expression, reading: Reading): readonly Wanted[] {
  const found = evaluate(expression, reading.scope);
  return found.kind === "missing" ? found.cells.map((cell) => ({ kind: "cell", cell })) : [];
}

function isMissing(expression: Expression, reading: Reading): boolean {
  return evaluate(expression, reading.scope).kind === "missing";
}

function addressIn(expression: CellExpression, reading: Reading): CellAddress | undefined {
  const { layout } = reading.session.plan;
  const bindings = reading.loop === undefined ? {} : { row: reading.loop.row };
  const [cell] = oneCell(expression, bindings, layout) ?? [];
  return cell === undefined || cell >= layout.cells ? undefined : addressOf(layout, cell);
}
