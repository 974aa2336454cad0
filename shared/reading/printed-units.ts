import { columnKey, type Workbook } from "../model/workbook.js";
import type { AmountUnit } from "../template/pack.js";
import type { ReadWorkbook } from "./read-excel.js";
import { unitsOf } from "./reading.js";
import { slotOf } from "./places.js";

/**
 * The columns whose sheet prints another unit of money than the pack's. A column that stands in several blocks (公开12) counts
 * with the unit of the first block that prints one.
 */
export function printedUnitsOf(read: Pick<ReadWorkbook, "pack" | "tables" | "places">): Workbook["printedUnits"] {
  const units = new Map<string, AmountUnit>();
  for (const table of read.pack.tables) {
    const [row] = (read.tables.get(table.id)?.rows ?? []).filter(
      ({ key }) => read.places.row(table.id, key) !== undefined,
    );
    const place = row === undefined ? undefined : read.places.row(table.id, row.key);
    if (place === undefined) continue;
    for (const column of table.columns) {
      const { unit, printed } = unitsOf(place.form, column, undefined, place.panel, slotOf(place.panel, column.id));
      if (printed !== undefined && printed !== unit) units.set(columnKey(table.id, column.id), printed);
    }
  }
  return units;
}
