import { checkPercentFormat, isPercentWriting } from "../checks/structure-percent-format.js";
import type { Computed } from "../calc/computed.js";
import { addressKey, type CellAddress } from "../model/address.js";
import type { Finding } from "../model/finding.js";
import { fixed, HUNDRED } from "../decimal.js";
import type { Places } from "../reading/places.js";
import { numeric } from "../sheets/sheet-cells.js";
import type { SheetCell } from "../sheets/sheet-content.js";

/**
 * Percentages that read well but are written another way than `100.00%` in the file (100%, 100.00, 1): what only the file's own
 * number format shows. One finding (`percent-format`, facts written and expected) a cell, of the pack's rule about percentages;
 * none for cells of which the check of structure speaks already.
 */
export function percentWritings(computed: Computed, places: Places): readonly Finding[] {
  return computed.pack.rules.flatMap((rule) => {
    const { structure } = rule;
    if (structure?.check !== "percent-format") return [];
    const said = new Set(checkPercentFormat(rule, structure, computed).flatMap(({ cells }) => cells.map(addressKey)));
    return computed.rows(structure.table).flatMap((row) =>
      structure.columns.flatMap((column): readonly Finding[] => {
        const at: CellAddress = { table: structure.table, row, column };
        const figure = computed.figure(at);
        const written = figure === undefined ? undefined : writtenAs(places.cell(at)?.cell);
        if (figure === undefined || written === undefined || isPercentWriting(written) || said.has(addressKey(at))) {
          return [];
        }
        const right = computed.derived(at)?.computed ?? figure;
        const facts = { title: rule.title, written, expected: `${fixed(right, computed.places(at))}%` };
        return [{ rule: rule.id, severity: rule.severity, kind: "format", code: "percent-format", cells: [at], facts }];
      }),
    );
  });
}

/** How a cell shows its percentage: a text as it stands, a number by its format; undefined for blank cells. */
function writtenAs(cell: SheetCell | undefined): string | undefined {
  if (cell === undefined || cell.type === "blank") return undefined;
  const value = numeric(cell);
  if (cell.type !== "number" || value === undefined) return cell.text;
  const format = cell.numberFormat ?? "";
  const isPercent = format.includes("%");
  const decimals = /\.([0#?]+)/.exec(format)?.[1]?.length ?? (isPercent || format === "0" ? 0 : value.decimalPlaces());
  return isPercent ? `${fixed(value.times(HUNDRED), decimals)}%` : fixed(value, decimals);
}
