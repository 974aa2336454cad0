import type { Computed } from "../calc/computed.js";
import type { CellAddress } from "../model/address.js";
import type { Finding } from "../model/finding.js";
import type { CopySettings } from "../template/plausibility-settings.js";
import { findingOf } from "./suspicion.js";
import { essence } from "../essence.js";
import { textsOf, type TextCell } from "./text-cells.js";

/**
 * Texts that were copied: what was reached in the very words of what was wanted, and one long text in several rows. Short
 * texts may be equal by themselves. Both may stand with a reason.
 */
export function checkCopiedTexts(computed: Computed): readonly Finding[] {
  const { copies } = computed.pack.plausibility;
  return [...goalsAsResults(computed, copies), ...sameTexts(computed, copies)];
}

function goalsAsResults(computed: Computed, { pairs, minimum }: CopySettings): readonly Finding[] {
  return pairs.flatMap(({ table, left, right }) =>
    computed.rows(table).flatMap((row) => {
      const wanted: CellAddress = { table, row, column: left };
      const reached: CellAddress = { table, row, column: right };
      const words = essence(computed.text(wanted) ?? "");
      if (words.length < minimum || words !== essence(computed.text(reached) ?? "")) return [];
      return [
        findingOf(computed, {
          check: "goal-as-result",
          severity: "explain",
          cells: [reached, wanted],
          facts: { text: beginning(computed.text(reached) ?? ""), name: computed.rowName(table, row) },
        }),
      ];
    }),
  );
}

function sameTexts(computed: Computed, { across, minimum }: CopySettings): readonly Finding[] {
  return across.flatMap(({ table, columns }) =>
    columns.flatMap((column) => {
      const groups = new Map<string, TextCell[]>();
      for (const cell of textsOf(computed, { table, columns: [column] })) {
        const words = essence(cell.text);
        if (words.length >= minimum) groups.set(words, [...(groups.get(words) ?? []), cell]);
      }
      return [...groups.values()]
        .filter((cells) => cells.length > 1)
        .map((cells) =>
          findingOf(computed, {
            check: "same-text",
            severity: "explain",
            cells: cells.map(({ address }) => address),
            facts: {
              text: beginning(cells[0]?.text ?? ""),
              names: cells.map(({ address }) => computed.rowName(table, address.row)).join("\n"),
            },
          }),
        );
    }),
  );
}

/** Enough of a text to recognise it by. */
function beginning(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST)}…`;
}

const LONGEST = 30;
