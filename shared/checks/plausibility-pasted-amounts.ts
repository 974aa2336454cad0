import type { Computed } from "../calc/computed.js";
import { decimal } from "../decimal.js";
import type { CellAddress, ColumnId, RowKey } from "../model/address.js";
import type { Finding } from "../model/finding.js";
import type { PastedAmountSettings } from "../template/plausibility-settings.js";
import { figureText, findingOf } from "./suspicion.js";

/**
 * An amount that was pasted across the weight, rate and score of its row: a weight or score above full marks. A rate may be
 * any number, so it is named only beside such a weight or score and when it equals it.
 */
export function checkPastedAmounts(computed: Computed): readonly Finding[] {
  return computed.pack.plausibility.pastedAmounts.flatMap((settings) =>
    computed.rows(settings.table).flatMap((row) => pastedInRow(computed, settings, row)),
  );
}

function pastedInRow(computed: Computed, settings: PastedAmountSettings, row: RowKey): readonly Finding[] {
  const fullMark = decimal(settings.fullMark);
  const at = (column: ColumnId): CellAddress => ({ table: settings.table, row, column });
  const over = [at(settings.weight), at(settings.score)].filter((cell) => computed.figure(cell)?.gt(fullMark) === true);
  const [first] = over;
  const pasted = first === undefined ? undefined : computed.figure(first);
  if (first === undefined || pasted === undefined) return [];
  const same = (cell: CellAddress): boolean => computed.figure(cell)?.eq(pasted) === true;
  const rate = same(at(settings.rate)) ? [at(settings.rate)] : [];
  const sources = settings.amounts.map(at).filter(same);
  return [
    findingOf(computed, {
      check: "pasted-amount",
      severity: "error",
      cells: [...over, ...rate, ...sources],
      facts: {
        amount: figureText(computed, first) ?? "",
        fullMark: settings.fullMark,
        columns: [...over, ...rate].map(({ table, column }) => computed.column(table, column).name).join(","),
        source: sources.length > 0 ? "same-row" : "unknown",
      },
      ...left(figureText(computed, first)),
      right: settings.fullMark,
    }),
  ];
}

function left(text: string | undefined): { readonly left?: string } {
  return text === undefined ? {} : { left: text };
}
