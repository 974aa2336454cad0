import type { Computed } from "../calc/computed.js";
import type { CellAddress } from "../model/address.js";
import type { Finding } from "../model/finding.js";
import { figureText, findingOf } from "./suspicion.js";

/**
 * A percentage of nothing: a rate beside a base that is 0 or blank, which should be a dash. A printed 0 beside an empty row is
 * what a template's formula leaves there and says nothing.
 */
export function checkZeroBases(computed: Computed): readonly Finding[] {
  return computed.pack.plausibility.shares.flatMap(({ table, rate, base }) =>
    computed.rows(table).flatMap((row) => {
      const rateCell: CellAddress = { table, row, column: rate };
      const baseCell: CellAddress = { table, row, column: base };
      const stated = computed.figure(rateCell);
      const whole = computed.figure(baseCell);
      if (stated === undefined || stated.isZero() || whole?.isZero() === false) return [];
      const left = figureText(computed, rateCell) ?? "";
      return [
        findingOf(computed, {
          check: "zero-base",
          severity: "explain",
          cells: [rateCell, baseCell],
          facts: { rate: left, base: figureText(computed, baseCell) ?? "" },
          left,
        }),
      ];
    }),
  );
}
