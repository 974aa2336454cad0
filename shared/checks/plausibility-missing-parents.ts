import type { Computed } from "../calc/computed.js";
import type { TableId } from "../model/address.js";
import type { Finding } from "../model/finding.js";
import type { StructureCheck } from "../template/pack.js";
import { codeNames } from "./code-names.js";
import { checkedByRules, codeTables, type CodeTable } from "./code-rows.js";
import { findingOf } from "./suspicion.js";

/**
 * A 款 without its 类 or a 项 without its 款 in the same table, where no rule of the pack says the same: what lies below is in
 * no sum but the total. One finding for each parent that is missing, at its first child.
 */
export function checkMissingParents(computed: Computed): readonly Finding[] {
  const ruled = checkedByRules(computed, tablesWithParents);
  return codeTables(computed)
    .filter((table) => !ruled.has(table.id))
    .flatMap((table) => missingParents(computed, table));
}

function tablesWithParents(structure: StructureCheck): readonly TableId[] {
  return structure.check === "codes-within" ? structure.parentsExist : [];
}

function missingParents(computed: Computed, table: CodeTable): readonly Finding[] {
  const present = new Set(table.rows.map((row) => row.code));
  const names = codeNames(computed, table.classification);
  const missing = [...new Set(table.rows.flatMap((row) => parentCode(row.code) ?? []))].filter(
    (code) => !present.has(code),
  );
  return missing.map((code) => {
    const children = table.rows.filter((row) => parentCode(row.code) === code);
    return findingOf(computed, {
      check: "missing-parent",
      severity: "error",
      cells: children.map((row) => row.cell),
      facts: {
        code,
        name: names.name(code) ?? "",
        child: children[0]?.code ?? "",
        childName: children[0]?.name ?? "",
      },
    });
  });
}

/** 2080101 lies below 20801, 20801 below 208; 类 have none. */
function parentCode(code: string): string | undefined {
  return code.length > SHORTEST ? code.slice(0, -2) : undefined;
}

/** The digits of a 类. */
const SHORTEST = 3;
