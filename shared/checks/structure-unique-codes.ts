import type { Computed } from "../calc/computed.js";
import type { Finding } from "../model/finding.js";
import type { Rule, StructureCheck } from "../template/pack.js";
import { codeNames, codeRows, type CodeNames, type CodeRow } from "./code-names.js";
import { rowCell, structureFinding } from "./structure-finding.js";
import { misnamed } from "./structure-same-names.js";

type UniqueCodes = Extract<StructureCheck, { check: "unique-codes" }>;

/**
 * Every code of the table stands once: one finding for a code that stands more often, with all its rows and, where the
 * printed name belongs to another code, that code (`duplicate-code`; facts code, name, otherName, count, suggested). Codes
 * that stand once are held against their names of this year, where the rule names a classification.
 */
export function checkUniqueCodes(rule: Rule, check: UniqueCodes, computed: Computed): readonly Finding[] {
  const names = check.classification === undefined ? undefined : codeNames(computed, check.classification);
  const byCode = new Map<string, CodeRow[]>();
  for (const row of codeRows(computed, check.table)) byCode.set(row.code, [...(byCode.get(row.code) ?? []), row]);
  return [...byCode.values()].flatMap((rows) => {
    if (rows.length > 1) return [duplicate(rule, computed, rows, names)];
    return names === undefined ? [] : misnamed(rule, computed, names, rows);
  });
}

function duplicate(rule: Rule, computed: Computed, rows: readonly CodeRow[], names: CodeNames | undefined): Finding {
  const suggestion = (row: CodeRow): string | undefined => {
    const code = names?.code(row.name);
    return code === row.code ? undefined : code;
  };
  // The row whose name belongs to another code is the one to correct, so it stands in front.
  const wrong = rows.find((row) => suggestion(row) !== undefined) ?? rows[rows.length - 1];
  const suggested = wrong === undefined ? undefined : suggestion(wrong);
  const ordered = [...(wrong === undefined ? [] : [wrong]), ...rows.filter((row) => row !== wrong)];
  return structureFinding(rule, computed, {
    code: "duplicate-code",
    cells: ordered.map((row) => rowCell(computed, row.table, row.row)),
    facts: {
      code: wrong?.code ?? "",
      name: wrong?.name ?? "",
      otherName: ordered[1]?.name ?? "",
      count: String(rows.length),
      ...(suggested === undefined ? {} : { suggested }),
    },
  });
}
