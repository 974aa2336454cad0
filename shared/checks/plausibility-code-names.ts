import type { Computed } from "../calc/computed.js";
import type { TableId } from "../model/address.js";
import type { Finding } from "../model/finding.js";
import type { StructureCheck } from "../template/pack.js";
import { codeNames, type CodeNames } from "./code-names.js";
import { checkedByRules, codeTables, type CodeRow } from "./code-rows.js";
import { findingOf } from "./suspicion.js";

/**
 * A code whose printed name is not the one the classification gives it, where no rule of the pack says the same. The finding
 * tells a name of an earlier year (with the new one) from the name of another code and from a name nobody knows.
 * Full-width and half-width signs, blanks and punctuation make no difference.
 */
export function checkCodeNames(computed: Computed): readonly Finding[] {
  const ruled = checkedByRules(computed, tablesWithNames);
  return codeTables(computed)
    .filter((table) => !ruled.has(table.id))
    .flatMap((table) => {
      const names = codeNames(computed, table.classification);
      return table.rows.flatMap((row) => nameFinding(computed, names, row));
    });
}

function tablesWithNames(structure: StructureCheck): readonly TableId[] {
  if (structure.check === "same-names") return structure.tables;
  return structure.check === "unique-codes" && structure.classification !== undefined ? [structure.table] : [];
}

function nameFinding(computed: Computed, names: CodeNames, { code, name, cell }: CodeRow): readonly Finding[] {
  const verdict = names.judge(code, name);
  if (verdict.kind === "fits") return [];
  const former = verdict.kind === "former" ? { until: String(verdict.until) } : {};
  const owner = verdict.kind === "other" && verdict.owner !== undefined ? { owner: verdict.owner } : {};
  const check = verdict.kind === "former" ? "former-name" : "code-name";
  const facts = { code, name, expected: verdict.expected, ...former, ...owner };
  return [findingOf(computed, { check, severity: "explain", cells: [cell], facts })];
}
