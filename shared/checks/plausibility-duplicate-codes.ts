import type { Computed } from "../calc/computed.js";
import type { TableId } from "../model/address.js";
import type { Finding } from "../model/finding.js";
import type { StructureCheck } from "../template/pack.js";
import { checkedByRules, codeTables, type CodeRow } from "./code-rows.js";
import { findingOf } from "./suspicion.js";

/** A code that stands in two rows of one table, where no rule of the pack says the same: its figures count twice. */
export function checkDuplicateCodes(computed: Computed): readonly Finding[] {
  const ruled = checkedByRules(computed, tablesWithUniqueCodes);
  return codeTables(computed)
    .filter((table) => !ruled.has(table.id))
    .flatMap((table) => [...byCode(table.rows).values()])
    .flatMap((rows) => {
      const [first, second] = rows;
      if (first === undefined || second === undefined) return [];
      return [
        findingOf(computed, {
          check: "duplicate-code",
          severity: "error",
          cells: [second.cell, first.cell, ...rows.slice(2).map((row) => row.cell)],
          facts: { code: first.code, name: second.name, first: first.name, times: String(rows.length) },
        }),
      ];
    });
}

function tablesWithUniqueCodes(structure: StructureCheck): readonly TableId[] {
  return structure.check === "unique-codes" ? [structure.table] : [];
}

function byCode(rows: readonly CodeRow[]): ReadonlyMap<string, readonly CodeRow[]> {
  const groups = new Map<string, CodeRow[]>();
  for (const row of rows) {
    const group = groups.get(row.code);
    if (group === undefined) groups.set(row.code, [row]);
    else group.push(row);
  }
  return groups;
}
