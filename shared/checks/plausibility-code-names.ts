import type { Computed } from "../calc/computed.js";
import type { TableId } from "../model/address.js";
import type { Finding } from "../model/finding.js";
import type { Classification, StructureCheck } from "../template/pack.js";
import { checkedByRules, classificationOf, codeTables, type CodeRow } from "./code-rows.js";
import { findingOf } from "./suspicion.js";
import { essence } from "./text-cells.js";

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
      const classification = classificationOf(computed, table.classification);
      if (classification === undefined) return [];
      return table.rows.flatMap((row) => nameFinding(computed, classification, row));
    });
}

function tablesWithNames(structure: StructureCheck): readonly TableId[] {
  if (structure.check === "same-names") return structure.tables;
  return structure.check === "unique-codes" && structure.classification !== undefined ? [structure.table] : [];
}

function nameFinding(
  computed: Computed,
  classification: Classification,
  { code, name, cell }: CodeRow,
): readonly Finding[] {
  const expected = classification.entries.find((entry) => entry.code === code)?.name;
  const printed = essence(name);
  if (expected === undefined || printed === "" || printed === essence(expected)) return [];
  const { year } = computed.workbook.profile;
  const former = classification.former.filter((old) => old.code === code && essence(old.name) === printed);
  if (former.some((old) => year <= old.until)) return [];
  const [old] = former;
  const owner = classification.entries.find((entry) => essence(entry.name) === printed)?.code;
  return [
    findingOf(computed, {
      check: old === undefined ? "code-name" : "former-name",
      severity: "explain",
      cells: [cell],
      facts: {
        code,
        name,
        expected,
        ...(old === undefined ? {} : { until: String(old.until) }),
        ...(owner === undefined ? {} : { owner }),
      },
    }),
  ];
}
