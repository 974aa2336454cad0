import type { RowKey } from "../model/address.js";
import type { Table } from "../template/pack.js";
import type { LocatedForm, LocatedGrid, Slot } from "../recognition/located.js";
import { normalised, trimmed } from "../recognition/printed-text.js";
import { noteStrayRow, panelReading, readColumns, repeatsHeads } from "./read-columns.js";
import type { Reading } from "./reading.js";
import { SUM_ROW } from "../recognition/words.js";

/**
 * Reads a list of any length: each sheet row below the heads that holds anything is a row, blank ones are passed over. Rows are
 * keyed by their number, `1`, `2` …, and in a block below the block's row, `p3/1`. A row of sums is no row of the list, and
 * neither are repeated heads.
 */
export function readListRows(reading: Reading, form: LocatedForm, region: LocatedGrid, table: Table): void {
  const prefix = region.parent === undefined ? "" : `${region.parent}/`;
  const list = reading.rowsOf(table.id);
  const namedBy = table.rows.kind === "list" ? table.rows.namedBy : undefined;
  let count = 0;
  for (const panel of region.panels) {
    if (panel.panel.table !== table.id) continue;
    const at = panelReading(reading, form, region, panel);
    const slots = at.columns.map(({ slot }) => slot);
    for (let row = region.bodyRow; row <= region.lastRow; row += 1) {
      const holds = form.grid
        .filled(row)
        .some((cell) => slots.some((slot) => slot.first <= cell.column && cell.column <= slot.last));
      if (!holds || repeatsHeads(at, row)) continue;
      const sum = sumName(form, slots, row);
      if (sum !== undefined) {
        noteStrayRow(at, row, "sum-row", { name: sum });
        continue;
      }
      count += 1;
      const key: RowKey = `${prefix}${count}`;
      const cells = readColumns(at, row, key, undefined);
      const name = namedBy === undefined ? undefined : cells.get(namedBy);
      list.push({ key, name: name?.kind === "text" ? trimmed(name.text) : "", cells });
    }
  }
}

/** What a row of sums calls itself in its first text, or undefined for every other row. */
function sumName(form: LocatedForm, slots: readonly Slot[], row: number): string | undefined {
  const first = form.grid
    .filled(row)
    .find((cell) => slots.some((slot) => slot.first <= cell.column && cell.column <= slot.last));
  return first?.type === "text" && SUM_ROW.test(normalised(first.text)) ? trimmed(first.text) : undefined;
}
