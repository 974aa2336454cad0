import { parseReference } from "../sheets/cell-reference.js";
import { type CellWrite, checkWrite } from "./cell-markup.js";

/** One cell to be set. `keep` leaves its formula and refreshes the cached value; `drop` puts the value in its place. */
export interface CellSetting {
  readonly ref: string;
  readonly value: CellWrite;
  readonly formula: "keep" | "drop";
}

/** The settings of one row, by column. */
export type RowSettings = ReadonlyMap<number, CellSetting>;

/**
 * Sorts settings by row and column. Of several for one cell the last value counts, and its formula goes when any of them
 * drops it. A reference that is none, and a value that cannot be written, are defects and throw.
 */
export function byPlace(settings: readonly CellSetting[]): ReadonlyMap<number, RowSettings> {
  const rows = new Map<number, Map<number, CellSetting>>();
  for (const setting of settings) {
    const place = parseReference(setting.ref);
    if (place === undefined) throw new RangeError(`no cell: ${JSON.stringify(setting.ref)}`);
    checkWrite(setting.ref, setting.value);
    const row = rows.get(place.row) ?? new Map<number, CellSetting>();
    const dropped = row.get(place.column)?.formula === "drop";
    row.set(place.column, dropped ? { ...setting, formula: "drop" } : setting);
    rows.set(place.row, row);
  }
  return rows;
}
