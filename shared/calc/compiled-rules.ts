import type { CellExpression, CompareOperator, Expression, RowSet, SumExpression } from "../expression/expression.js";
import { parseExpression } from "../expression/parse.js";
import { readRowSetReference } from "../expression/reference.js";
import type { Pack, Rule } from "../template/pack.js";

/** A row set of one table, a loop's source. */
export interface RowSource {
  readonly table: string;
  readonly rows: RowSet;
}

/** One equation of a rule, parsed. */
export interface CompiledFormula {
  readonly rule: Rule;
  /** Which of the rule's formulas it is, from 0. */
  readonly number: number;
  readonly op: CompareOperator;
  readonly left: Expression;
  readonly right: Expression;
  /** The loop over rows, or undefined where there is none. */
  readonly rows: readonly RowSource[] | undefined;
  readonly columns: readonly string[] | undefined;
  readonly when: Expression | undefined;
  /** The rows whose left cell this formula derives. */
  readonly derives: "all" | "none" | RowSource;
  readonly exact: boolean;
  /** Both sides as signed cell terms, or undefined where the formula is more than a sum. */
  readonly terms: { readonly left: readonly LinearTerm[]; readonly right: readonly LinearTerm[] } | undefined;
  /** A single cell on each side: the same fact printed twice (domain 3). */
  readonly same: boolean;
}

/** One signed term of a sum. */
export interface LinearTerm {
  readonly sign: 1 | -1;
  readonly of: CellExpression | SumExpression;
}

/** A rule text that cannot be compiled. `read-pack` reports it; the engine refuses such a pack. */
export interface RuleProblem {
  readonly rule: string;
  readonly formula: number;
  readonly field: "require" | "when" | "each" | "derives";
  readonly text: string;
}

/** All formulas of a pack in pack order, or every text that is no formula. */
export type CompiledRules =
  | { readonly ok: true; readonly formulas: readonly CompiledFormula[] }
  | { readonly ok: false; readonly problems: readonly RuleProblem[] };

/**
 * Parses every formula of a pack once; planning for a workbook's rows comes after, and again when rows change. `read` holds formulas
 * that have been read already, by their texts.
 */
export function compileRules(pack: Pack, read: ReadonlyMap<string, Expression> = new Map()): CompiledRules {
  const formulas: CompiledFormula[] = [];
  const problems: RuleProblem[] = [];
  for (const rule of pack.rules) {
    for (const number of rule.formulas.keys()) {
      const compiled = compileFormula(rule, number, read);
      if ("field" in compiled) problems.push(compiled);
      else formulas.push(compiled);
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, formulas };
}

function compileFormula(
  rule: Rule,
  number: number,
  read: ReadonlyMap<string, Expression>,
): CompiledFormula | RuleProblem {
  const formula = rule.formulas[number];
  if (formula === undefined) throw new RangeError(`rule ${rule.id} has no formula ${number}`);
  const problem = (field: RuleProblem["field"], text: string): RuleProblem => ({
    rule: rule.id,
    formula: number,
    field,
    text,
  });

  const required = expressionOf(formula.require, read);
  if (required?.kind !== "compare") return problem("require", formula.require);
  const when = formula.when === undefined ? undefined : expressionOf(formula.when, read);
  if (when === undefined && formula.when !== undefined) return problem("when", formula.when);
  const rows = formula.each.行?.map((text) => readRowSetReference(text));
  const missing = rows?.findIndex((source) => source === undefined) ?? -1;
  if (missing >= 0) return problem("each", formula.each.行?.[missing] ?? "");
  const derives = readDerives(formula.derives);
  if (derives === undefined) return problem("derives", String(formula.derives));

  const { left, right, op } = required;
  const leftTerms = linearTerms(left);
  const rightTerms = linearTerms(right);
  const isSum = leftTerms !== undefined && rightTerms !== undefined && op !== "⇔" && op !== "⇒" && op !== "≠";
  return {
    rule,
    number,
    op,
    left,
    right,
    rows: rows?.filter((source) => source !== undefined),
    columns: formula.each.栏,
    when,
    derives,
    exact: formula.exact ?? false,
    terms: isSum ? { left: leftTerms, right: rightTerms } : undefined,
    same: left.kind === "cell" && right.kind === "cell",
  };
}

function expressionOf(text: string, read: ReadonlyMap<string, Expression>): Expression | undefined {
  const known = read.get(text);
  if (known !== undefined) return known;
  const parsed = parseExpression(text);
  return parsed.ok ? parsed.expression : undefined;
}

function readDerives(text: string | true | undefined): CompiledFormula["derives"] | undefined {
  if (text === undefined) return "none";
  return text === true ? "all" : readRowSetReference(text);
}

/** A sum of cells as signed terms; undefined for anything with numbers, products or functions in it. */
function linearTerms(expression: Expression, sign: 1 | -1 = 1): readonly LinearTerm[] | undefined {
  switch (expression.kind) {
    case "cell":
    case "sum":
      return [{ sign, of: expression }];
    case "negate":
      return linearTerms(expression.of, sign === 1 ? -1 : 1);
    case "arithmetic": {
      if (expression.op !== "+" && expression.op !== "-") return undefined;
      const left = linearTerms(expression.left, sign);
      const right = linearTerms(expression.right, expression.op === "+" ? sign : sign === 1 ? -1 : 1);
      return left === undefined || right === undefined ? undefined : [...left, ...right];
    }
    default:
      return undefined;
  }
}
