import { evaluate, positive } from "../expression/evaluate.js";
import type { Expression, LogicOperator } from "../expression/expression.js";
import { DECIDING_ANSWER, orderAsPrinted } from "./wording.js";
import { wantedBy } from "./wanted.js";
import type { Reading } from "./reading.js";

/**
 * Whether a condition of the template holds; undefined when that cannot be known because something is missing (a section
 * 若 then stands, so that the gap shows as a mark, and its 否 does not). Figures are compared as printed: what prints as 0.00 is
 * 0. 且 and 或 know an answer as soon as one side decides it.
 */
export function conditionHolds(condition: Expression, reading: Reading): boolean | undefined {
  switch (condition.kind) {
    case "logic":
      return joined(condition.op, conditionHolds(condition.left, reading), conditionHolds(condition.right, reading));
    case "not": {
      const of = conditionHolds(condition.of, reading);
      return of === undefined ? undefined : !of;
    }
    case "compare":
      return condition.op === "⇔" || condition.op === "⇒" ? truthOf(condition, reading) : compared(condition, reading);
    default:
      return truthOf(condition, reading);
  }
}

function joined(op: LogicOperator, left: boolean | undefined, right: boolean | undefined): boolean | undefined {
  const decides = DECIDING_ANSWER[op];
  if (left === decides || right === decides) return decides;
  return left === undefined || right === undefined ? undefined : !decides;
}

function compared(condition: Extract<Expression, { kind: "compare" }>, reading: Reading): boolean | undefined {
  if (wantedBy(condition, reading).length > 0) return undefined;
  const left = evaluate(condition.left, reading.scope);
  const right = evaluate(condition.right, reading.scope);
  if (left.kind !== "value" || right.kind !== "value") return truthOf(condition, reading);
  const order = orderAsPrinted(left, right);
  const outcomes = {
    "=": order === 0,
    "≠": order !== 0,
    "<": order < 0,
    "≤": order <= 0,
    ">": order > 0,
    "≥": order >= 0,
  };
  return condition.op === "⇔" || condition.op === "⇒" ? undefined : outcomes[condition.op];
}

function truthOf(condition: Expression, reading: Reading): boolean | undefined {
  const found = evaluate(condition, reading.scope);
  return found.kind === "missing" || found.kind === "unknown" ? undefined : positive(found);
}
