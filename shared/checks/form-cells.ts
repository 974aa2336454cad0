import type { Computed } from "../calc/computed.js";
import type { CellAddress } from "../model/address.js";

/** The first cell for figures of a form, where people find an empty one; none for a form without figures or without rows. */
export function firstCell(form: string, computed: Computed): readonly CellAddress[] {
  const table = computed.pack.tables.find((one) => one.form === form);
  const column = table?.columns.find(({ kind }) => kind !== "text");
  if (table === undefined || column === undefined) return [];
  return computed
    .rows(table.id)
    .slice(0, 1)
    .map((row) => ({ table: table.id, row, column: column.id }));
}
