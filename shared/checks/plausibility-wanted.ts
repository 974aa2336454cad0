import type { Computed } from "../calc/computed.js";
import type { CellAddress } from "../model/address.js";
import type { Finding } from "../model/finding.js";
import { findingOf } from "./suspicion.js";

/** A blank in a row that holds something else, where the form always wants a text, such as a project's 主管部门. */
export function checkWantedTexts(computed: Computed): readonly Finding[] {
  return computed.pack.plausibility.wanted.flatMap(({ table, columns }) =>
    computed.rows(table).flatMap((row) => {
      const name = computed.rowName(table, row);
      if (name.trim() === "") return [];
      return columns
        .map((column): CellAddress => ({ table, row, column }))
        .filter((cell) => (computed.text(cell) ?? "").trim() === "")
        .map((cell) =>
          findingOf(computed, {
            check: "wanted-text",
            severity: "hint",
            kind: "missing",
            cells: [cell],
            facts: { name },
          }),
        );
    }),
  );
}
