import { isMoney } from "../amount.js";
import type { Session } from "../calc/session.js";
import { evaluate, type Scope } from "../expression/evaluate.js";
import { rounded, type Evaluated } from "../expression/evaluated.js";
import type { Expression } from "../expression/expression.js";
import { plain, type Decimal } from "../decimal.js";
import { readingOf, type Loop, type Reading } from "../narrative/reading.js";
import { wantedBy } from "../narrative/wanted.js";

/** What a figure or a word of a text says: an expression over the tables, at a row where the template repeats a sentence. */
export interface Claim {
  readonly expression: Expression;
  /** One text per claim; two mentions with one key speak of the same fact. */
  readonly key: string;
  readonly loop?: Loop;
  /** The element of 说明要素 that tells it, for figures no table holds. */
  readonly told?: string;
}

/** The claim of a figure that a person wrote into 说明要素. */
export function toldClaim(element: string, value: Decimal, place: number): Claim {
  return { expression: { kind: "number", value }, key: `${element}#${place}#${plain(value)}`, told: element };
}

/** A tag's format says how a fact is printed and not which it is. */
const FORMAT = /[|\uFF5C][^|\uFF5C()]*$/u;

/** Makes the claim of an expression as it is written in the template or the pack. */
export function claimOf(expression: Expression, source: string, loop?: Loop): Claim {
  const key = source.replace(FORMAT, "").replaceAll(/\s+/gu, "");
  if (loop === undefined) return { expression, key };
  const row = loop.row.table.keys[loop.row.row] ?? "";
  return { expression, key: `${key}@${loop.row.table.table.id}.${row}`, loop };
}

/** What a claim is worth: with every digit the workbook has, and as the tables print it, with the interval that stands for. */
export interface Worth {
  readonly exact: Evaluated;
  readonly printed: Evaluated;
}

/** What claims are worth in one workbook; each is worked out once. */
export type Worths = (claim: Claim) => Worth;

/** Evaluates claims in a workbook. */
export function worthsIn(session: Session): Worths {
  const known = new Map<string, Worth>();
  const readings = new Map<string, { readonly exact: Reading; readonly printed: Scope }>();
  const readingsOf = (loop: Loop | undefined): { readonly exact: Reading; readonly printed: Scope } => {
    const key = loop === undefined ? "" : `${loop.row.table.table.id}.${loop.row.row}`;
    const made = readings.get(key) ?? {
      exact: readingOf(session, loop),
      printed: withRoundedElements(readingOf(session, loop, "printed").scope),
    };
    readings.set(key, made);
    return made;
  };
  return ({ key, expression, loop }) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const { exact, printed } = readingsOf(loop);
    // Stricter than evaluating: a change without last year's figure is not the figure itself.
    const wanted = wantedBy(expression, exact);
    const missing = {
      kind: "missing",
      cells: wanted.flatMap((one) => ("cell" in one ? [one.cell] : [])),
      wanted: [],
    } as const;
    const worth: Worth =
      wanted.length > 0
        ? { exact: missing, printed: missing }
        : { exact: evaluate(expression, exact.scope), printed: evaluate(expression, printed) };
    known.set(key, worth);
    return worth;
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
