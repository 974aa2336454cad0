import { readRowSetReference } from "../expression/reference.js";
import { claim, type Filed } from "./check-tables.js";
import type { Element, LastYearFigure, Rule, RuleFormula, StructureCheck } from "./pack.js";
import { readFormula, type KnownNames } from "./read-formula.js";
import type { Report } from "./shape.js";
import type { TableNames } from "./table-names.js";

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
    if (content.requiredWhen !== undefined) readFormula(content.requiredWhen, `${path}.requiredWhen`, report, known);
  }
  const references = new Map<string, string>();
  for (const { content, path, report } of lastYear) {
    claim(references, content.reference, `${path}.reference`, report);
    const kind = readFormula(content.reference, `${path}.reference`, report, known)?.kind;
    if (kind !== undefined && kind !== "cell") {
      report(`${path}.reference`, "unknown-name", { value: content.reference, kind: "cell" });
    }
  }
}

function checkFormula(formula: RuleFormula, path: string, report: Report, known: KnownNames): void {
  readFormula(formula.require, `${path}.require`, report, known, formula.each.栏);
  if (formula.when !== undefined) readFormula(formula.when, `${path}.when`, report, known);
  const sets = [...(formula.each.行 ?? []), ...(typeof formula.derives === "string" ? [formula.derives] : [])];
  for (const source of sets) {
    const set = readRowSetReference(source);
    if (set === undefined) report(path, "bad-formula", { formula: source, problem: "row-set", position: "0" });
    else if (!known.byName.has(set.table)) report(path, "unknown-name", { value: set.table, kind: "table" });
  }
}

function checkStructure(check: StructureCheck, path: string, report: Report, known: KnownNames): void {
  const table = (id: string): TableNames | undefined => {
    const found = known.tables.get(id);
    if (found === undefined) report(path, "unknown-name", { value: id, kind: "table" });
    return found;
  };
  const hasColumn = (id: string, column: string): void => {
    if (table(id)?.columnIds.has(column) === false) {
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
      for (const source of check.zero) readFormula(source, `${path}.zero`, report, known);
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
      for (const source of [check.left, check.right]) readFormula(source, path, report, known);
  }
}
