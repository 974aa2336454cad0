import type { Computed } from "../calc/computed.js";
import type { CellAddress } from "../model/address.js";
import type { Finding } from "../model/finding.js";
import { figureText, findingOf } from "./suspicion.js";

/** A score above its weight, where no rule of the pack compares the two: nobody can gain more than there is. */
export function checkScores(computed: Computed): readonly Finding[] {
  return computed.pack.plausibility.scores.flatMap(({ table, weight, score }) =>
    computed.rows(table).flatMap((row) => {
      const scoreCell: CellAddress = { table, row, column: score };
      const weightCell: CellAddress = { table, row, column: weight };
      const most = computed.figure(weightCell);
      if (most === undefined || computed.figure(scoreCell)?.gt(most) !== true) return [];
      const left = figureText(computed, scoreCell) ?? "";
      const right = figureText(computed, weightCell) ?? "";
      return [
        findingOf(computed, {
          check: "score-above-weight",
          severity: "error",
          cells: [scoreCell, weightCell],
          facts: { score: left, weight: right },
          left,
          right,
        }),
      ];
    }),
  );
}
