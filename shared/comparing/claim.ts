import { isMoney } from "../amount.js";
import type { Session } from "../calc/session.js";
import { evaluate, type Scope } from "../expression/evaluate.js";
import { rounded, type Evaluated } from "../expression/evaluated.js";
import type { Expression } from "../expression/expression.js";
import { readingOf, type Loop } from "../narrative/reading.js";

/** What a figure or a word of a text says: an expression over the tables, at a row where the template repeats a sentence. */
export interface Claim {
  readonly expression: Expression;
  /** One text per claim; two mentions with one key speak of the same fact. */
  readonly key: string;
  readonly loop?: Loop;
}

/** Makes the claim of an expression as it is written in the template or the pack. */
export function claimOf(expression: Expression, source: string, loop?: Loop): Claim {
  const key = source.replaceAll(/\s+/gu, "");
  if (loop === undefined) return { expression, key };
  const row = loop.row.table.keys[loop.row.row] ?? "";
  return { expression, key: `${key}@${loop.row.table.table.id}.${row}`, loop };
}

/** What a claim is worth: with every digit the workbook has, and as the tables print it, with the interval that stands for. */
export interface Worth {
  readonly exact: Evaluated;
  readonly printed: Evaluated;
}

/** Evaluates a claim in a workbook. */
export function worthOf({ expression, loop }: Claim, session: Session): Worth {
  const exact = readingOf(session, loop);
  const printed = readingOf(session, loop, "printed");
  return {
    exact: evaluate(expression, exact.scope),
    printed: evaluate(expression, withRoundedElements(printed.scope)),
  };
}

/** Amounts that only people know were rounded before they were typed. */
function withRoundedElements(scope: Scope): Scope {
  return {
    set: (expression) => scope.set(expression),
    lastYear: (expression) => scope.lastYear(expression),
    name: (name) => scope.name(name),
    call: (name, args) => scope.call(name, args),
    cell: (expression) => scope.cell(expression),
    label: (variable, label) => scope.label(variable, label),
    element: (id) => {
      const found = scope.element(id);
      return found.kind === "value" && isMoney(found.unit)
        ? rounded(found.value, found.unit, found.places ?? 2, found.from)
        : found;
    },
  };
}
