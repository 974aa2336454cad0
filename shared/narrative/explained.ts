import type { Session } from "../calc/session.js";
import { evaluate } from "../expression/evaluate.js";
import type { Expression } from "../expression/expression.js";
import { parseExpression } from "../expression/parse.js";
import { addressKey, type CellAddress } from "../model/address.js";
import type { Element } from "../template/pack.js";
import { formatFigure } from "./format.js";
import { readingOf, type Reading } from "./reading.js";
import { FUNCTION_WORDS } from "./wording.js";

/** A figure that calls for an element: this year's or last year's of a cell. */
export interface ExplainedFigure {
  readonly at: CellAddress;
  readonly isLastYear: boolean;
  /** As printed, without its unit. */
  readonly text: string;
  /** Its unit; absent for bare numbers. */
  readonly unit?: string;
}

/**
 * The figures an element must explain: those its condition compares, each once, in the condition's order. Nothing for an element that is
 * always asked for; figures that are missing are left out.
 */
export function figuresToExplain(element: Element, session: Session): readonly ExplainedFigure[] {
  const parsed = element.requiredWhen === undefined ? undefined : parseExpression(element.requiredWhen);
  if (parsed === undefined || !parsed.ok) return [];
  const found = new Map<string, ExplainedFigure>();
  for (const figure of figuresIn(parsed.expression, readingOf(session))) {
    found.set(`${addressKey(figure.at)} ${String(figure.isLastYear)}`, figure);
  }
  return [...found.values()];
}

function figuresIn(expression: Expression, reading: Reading): readonly ExplainedFigure[] {
  switch (expression.kind) {
    case "cell":
      return figureOf(expression, false, reading);
    case "negate":
    case "not":
      return figuresIn(expression.of, reading);
    case "arithmetic":
    case "compare":
    case "logic":
      return [...figuresIn(expression.left, reading), ...figuresIn(expression.right, reading)];
    case "call":
      return expression.name === FUNCTION_WORDS.lastYear
        ? figureOf(expression, true, reading)
        : expression.args.flatMap((one) => figuresIn(one, reading));
    default:
      return [];
  }
}

function figureOf(expression: Expression, isLastYear: boolean, { scope }: Reading): readonly ExplainedFigure[] {
  const found = evaluate(expression, scope);
  const [at] = found.kind === "value" ? found.from : [];
  if (found.kind !== "value" || at === undefined) return [];
  const unit = found.unit === undefined ? {} : { unit: found.unit };
  return [{ at, isLastYear, text: formatFigure(found, undefined), ...unit }];
}
