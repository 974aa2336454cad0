import type { Computed } from "../calc/computed.js";
import type { Finding } from "../model/finding.js";
import { codeNames } from "./code-names.js";
import { codeTables, type CodeRow } from "./code-rows.js";
import { findingOf } from "./suspicion.js";

/**
 * A code the classification does not know. Only a hint, once for each code with all its places: the pack's list holds the
 * codes somebody has seen, and the user may load the year's own. Codes that no year can have are another check's.
 */
export function checkUnknownCodes(computed: Computed): readonly Finding[] {
  const unknown = new Map<string, CodeRow[]>();
  for (const table of codeTables(computed)) {
    const names = codeNames(computed, table.classification);
    const lengths = new Set(names.lengths());
    for (const row of table.rows) {
      if (names.name(row.code) !== undefined || !lengths.has(row.code.length)) continue;
      const place = `${table.classification} ${row.code}`;
      unknown.set(place, [...(unknown.get(place) ?? []), row]);
    }
  }
  return [...unknown.values()].map((rows) =>
    findingOf(computed, {
      check: "unknown-code",
      severity: "hint",
      cells: rows.map((row) => row.cell),
      facts: { code: rows[0]?.code ?? "", name: rows.find((row) => row.name !== "")?.name ?? "" },
    }),
  );
}
