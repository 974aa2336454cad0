import type { Computed } from "../calc/computed.js";
import type { Finding } from "../model/finding.js";
import type { Rule, StructureCheck } from "../template/pack.js";
import { codeNames, type CodeNames } from "./code-names.js";
import { codeTables, type CodeRow } from "./code-rows.js";
import { structureFinding } from "./structure-finding.js";
import { misnamed } from "./structure-same-names.js";

type UniqueCodes = Extract<StructureCheck, { check: "unique-codes" }>;

/**
 * Every code of the table stands once: one finding for a code that stands more often, with all its rows and, where the
 * printed name belongs to another code, that code (`duplicate-code`; facts code, name, first, times, owner). Codes
 * that stand once are held against their names of this year, where the rule names a classification.
 */
export function checkUniqueCodes(rule: Rule, check: UniqueCodes, computed: Computed): readonly Finding[] {
  const names = check.classification === undefined ? undefined : codeNames(computed, check.classification);
  const byCode = new Map<string, CodeRow[]>();
  const rows = codeTables(computed).find(({ id }) => id === check.table)?.rows ?? [];
  for (const row of rows) byCode.set(row.code, [...(byCode.get(row.code) ?? []), row]);
  return [...byCode.values()].flatMap((same) => {
    if (same.length > 1) return [duplicate(rule, computed, same, names)];
    return names === undefined ? [] : misnamed(rule, computed, names, same);
  });
}

function duplicate(rule: Rule, computed: Computed, rows: readonly CodeRow[], names: CodeNames | undefined): Finding {
  const ownerOf = (row: CodeRow): string | undefined => {
    const code = names?.code(row.name);
    return code === row.code ? undefined : code;
  };
  // The row whose name belongs to another code is the one to correct, so it stands in front.
  const wrong = rows.find((row) => ownerOf(row) !== undefined) ?? rows[rows.length - 1];
  const owner = wrong === undefined ? undefined : ownerOf(wrong);
  const ordered = [...(wrong === undefined ? [] : [wrong]), ...rows.filter((row) => row !== wrong)];
  return structureFinding(rule, computed, {
    code: "duplicate-code",
    cells: ordered.map(({ cell }) => cell),
    facts: {
      code: wrong?.code ?? "",
      name: wrong?.name ?? "",
      first: ordered[1]?.name ?? "",
      times: String(rows.length),
      ...(owner === undefined ? {} : { owner }),
    },
  });
}
