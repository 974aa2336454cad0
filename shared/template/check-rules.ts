import type { Expression, RowPart } from "../expression/expression.js";
import { parseExpression } from "../expression/parse.js";
import { readRowSetReference } from "../expression/reference.js";
import { claim, ownRows, type Filed } from "./check-tables.js";
import type { Element, LastYearFigure, Rule, RuleFormula, StructureCheck, Table } from "./pack.js";
import type { Report } from "./shape.js";

/** What formulas may speak of. */
export interface KnownNames {
  readonly tables: ReadonlyMap<string, Table>;
  readonly byName: ReadonlyMap<string, Table>;
  readonly forms: ReadonlySet<string>;
  readonly classifications: ReadonlySet<string>;
  readonly elements: ReadonlySet<string>;
}

/**
 * Checks that every formula can be read and speaks only of tables, rows, columns and elements of the pack. The examples are
 * not looked at: the tests run them.
 */
export function checkRules(rules: readonly Filed<Rule>[], known: KnownNames): void {
  const ids = new Map<string, string>();
  for (const { content: rule, path, report } of rules) {
    claim(ids, rule.id, `${path}.id`, report);
    for (const [index, formula] of rule.formulas.entries()) {
      checkFormula(formula, `${path}.formulas[${index}]`, report, known);
    }
    if (rule.structure !== undefined) checkStructure(rule.structure, `${path}.structure`, report, known);
  }
}

/** Checks the conditions under which elements are wanted, and which of last year's figures are. */
export function checkWanted(
  elements: readonly Filed<Element>[],
  lastYear: readonly Filed<LastYearFigure>[],
  known: KnownNames,
): void {
  const ids = new Map<string, string>();
  for (const { content, path, report } of elements) {
    claim(ids, content.id, `${path}.id`, report);
    if (content.requiredWhen !== undefined) readChecked(content.requiredWhen, `${path}.requiredWhen`, report, known);
  }
  const references = new Map<string, string>();
  for (const { content, path, report } of lastYear) {
    claim(references, content.reference, `${path}.reference`, report);
    const kind = readChecked(content.reference, `${path}.reference`, report, known)?.kind;
    if (kind !== undefined && kind !== "cell") {
      report(`${path}.reference`, "unknown-name", { value: content.reference, kind: "cell" });
    }
  }
}

function checkFormula(formula: RuleFormula, path: string, report: Report, known: KnownNames): void {
  const required = readChecked(formula.require, `${path}.require`, report, known);
  for (const column of formula.each.栏 ?? []) checkLoopColumn(required, column, `${path}.each`, report, known);
  if (formula.when !== undefined) readChecked(formula.when, `${path}.when`, report, known);
  const sets = [...(formula.each.行 ?? []), ...(typeof formula.derives === "string" ? [formula.derives] : [])];
  for (const source of sets) {
    const set = readRowSetReference(source);
    if (set === undefined) report(path, "bad-formula", { formula: source, problem: "row-set", position: "0" });
    else if (!known.byName.has(set.table)) report(path, "unknown-name", { value: set.table, kind: "table" });
  }
}

/** A name that `@栏` runs over has to be a column wherever `@栏` stands. */
function checkLoopColumn(
  required: Expression | undefined,
  column: string,
  path: string,
  report: Report,
  known: KnownNames,
): void {
  for (const part of required === undefined ? [] : partsOf(required)) {
    if ((part.kind !== "cell" && part.kind !== "sum") || part.column?.kind !== "variable") continue;
    const table = known.byName.get(part.table);
    if (table !== undefined && !hasColumn(table, column)) {
      report(path, "unknown-name", { value: `${part.table}…${column}`, kind: "column" });
    }
  }
}

function checkStructure(check: StructureCheck, path: string, report: Report, known: KnownNames): void {
  const table = (id: string): Table | undefined => {
    const found = known.tables.get(id);
    if (found === undefined) report(path, "unknown-name", { value: id, kind: "table" });
    return found;
  };
  const hasColumn = (id: string, column: string): void => {
    if (table(id)?.columns.some((each) => each.id === column) === false) {
      report(path, "unknown-name", { value: column, kind: "column" });
    }
  };
  const classification = (id: string): void => {
    if (!known.classifications.has(id)) report(path, "unknown-name", { value: id, kind: "classification" });
  };
  switch (check.check) {
    case "unique-codes":
      table(check.table);
      if (check.classification !== undefined) classification(check.classification);
      break;
    case "empty-iff-zero":
      if (!known.forms.has(check.form)) report(path, "unknown-name", { value: check.form, kind: "form" });
      for (const source of check.zero) readChecked(source, `${path}.zero`, report, known);
      break;
    case "codes-within":
      for (const pair of check.pairs) {
        hasColumn(pair.table, pair.column);
        table(pair.within);
      }
      for (const id of check.parentsExist) table(id);
      break;
    case "same-names":
      for (const id of check.tables) table(id);
      classification(check.classification);
      break;
    case "percent-format":
      for (const column of check.columns) hasColumn(check.table, column);
      break;
    case "same-named-rows":
      for (const source of [check.left, check.right]) readChecked(source, path, report, known);
  }
}

/** Reads a formula and looks its names up; undefined, and reported, when it cannot be read. */
function readChecked(source: string, path: string, report: Report, known: KnownNames): Expression | undefined {
  const parsed = parseExpression(source);
  if (!parsed.ok) {
    const { problem } = parsed;
    report(path, "bad-formula", { formula: source, problem: problem.code, position: String(problem.at) });
    return undefined;
  }
  for (const part of partsOf(parsed.expression)) checkNames(part, path, report, known);
  return parsed.expression;
}

function checkNames(part: Expression, path: string, report: Report, known: KnownNames): void {
  if (part.kind === "element" && !known.elements.has(part.id)) {
    report(path, "unknown-name", { value: part.id, kind: "element" });
  }
  if (part.kind !== "cell" && part.kind !== "sum" && part.kind !== "count") return;
  const table = known.byName.get(part.table);
  if (table === undefined) return report(path, "unknown-name", { value: part.table, kind: "table" });
  const { column } = part;
  if (column?.kind === "named" && !hasColumn(table, column.name)) {
    report(path, "unknown-name", { value: `${part.table}…${column.name}`, kind: "column" });
  }
  if (part.kind === "cell" && table.rows.kind === "fixed" && !hasRow(table, part.row)) {
    report(path, "unknown-name", { value: `${part.table}.${rowName(part.row)}`, kind: "row" });
  }
}

function hasRow(table: Table, row: RowPart): boolean {
  if (row.kind === "variable") return true;
  return ownRows(table).some(
    ({ key, short, name, no, code }) =>
      [key, short, name, code].includes(row.name) || (no !== undefined && String(no) === row.name),
  );
}

function rowName(row: RowPart): string {
  return row.kind === "variable" ? `@${row.name}` : row.name;
}

function hasColumn(table: Table, wanted: string): boolean {
  return table.columns.some(({ id, name, aliases }) => wanted === name || wanted === id || aliases.includes(wanted));
}

/** The expression and everything inside it. */
function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "negate":
    case "not":
      return [expression, ...partsOf(expression.of)];
    case "arithmetic":
    case "compare":
    case "logic":
      return [expression, ...partsOf(expression.left), ...partsOf(expression.right)];
    case "call":
      return [expression, ...expression.args.flatMap(partsOf)];
    default:
      return [expression];
  }
}
