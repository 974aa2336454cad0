import type { Computed } from "../calc/computed.js";
import type { Finding } from "../model/finding.js";
import type { Rule, StructureCheck } from "../template/pack.js";
import { codeNames, type CodeNames } from "./code-names.js";
import { codeTables, type CodeRow } from "./code-rows.js";
import { structureFinding } from "./structure-finding.js";
import { essence } from "../essence.js";

type SameNames = Extract<StructureCheck, { check: "same-names" }>;

/**
 * A code has its name of this year wherever it stands; a code the classification does not hold has at least the same name in
 * all tables (`names-differ`; facts code, name, first).
 */
export function checkSameNames(rule: Rule, check: SameNames, computed: Computed): readonly Finding[] {
  const names = codeNames(computed, check.classification);
  const rows = codeTables(computed).flatMap((table) => (check.tables.includes(table.id) ? table.rows : []));
  return [...misnamed(rule, computed, names, rows), ...disagreeing(rule, computed, names, rows)];
}

/**
 * Rows whose name is not their code's: `former-name` (facts code, name, expected, until) for a name that is out of force,
 * `code-name` (facts code, name, expected and, where the name belongs to another code, owner) for any other.
 */
export function misnamed(
  rule: Rule,
  computed: Computed,
  names: CodeNames,
  rows: readonly CodeRow[],
): readonly Finding[] {
  return rows.flatMap(({ code, name, cell }) => {
    const verdict = names.judge(code, name);
    if (verdict.kind === "fits") return [];
    const facts = { code, name, expected: verdict.expected };
    const cells = [cell];
    if (verdict.kind === "former") {
      const until = String(verdict.until);
      return [structureFinding(rule, computed, { code: "former-name", cells, facts: { ...facts, until } })];
    }
    const { owner } = verdict;
    const belongs = owner === undefined ? {} : { owner };
    return [structureFinding(rule, computed, { code: "code-name", cells, facts: { ...facts, ...belongs } })];
  });
}

function disagreeing(rule: Rule, computed: Computed, names: CodeNames, rows: readonly CodeRow[]): readonly Finding[] {
  const first = new Map<string, CodeRow>();
  const findings: Finding[] = [];
  for (const row of rows) {
    if (row.name === "" || names.name(row.code) !== undefined) continue;
    const before = first.get(row.code);
    if (before === undefined) first.set(row.code, row);
    else if (essence(before.name) !== essence(row.name)) {
      findings.push(
        structureFinding(rule, computed, {
          code: "names-differ",
          cells: [row.cell, before.cell],
          facts: { code: row.code, name: row.name, first: before.name },
        }),
      );
    }
  }
  return findings;
}
