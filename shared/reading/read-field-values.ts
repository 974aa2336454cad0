import type { ColumnId, RowKey } from "../model/address.js";
import type { CellInput } from "../model/workbook.js";
import type { FixedRow, Table } from "../template/pack.js";
import type { LocatedFields, LocatedForm } from "../recognition/located.js";
import { trimmed } from "../recognition/printed-text.js";
import { placeOn, type Reading, unitsOf } from "./reading.js";
import { readingFinding } from "./reading-findings.js";
import { fixedRowsOf } from "../recognition/referenced-unit.js";

/**
 * Reads labelled values. They fill rows of their table that other regions may fill too: a block's row (p1), or the fixed row
 * each value names.
 */
export function readFieldValues(reading: Reading, form: LocatedForm, region: LocatedFields, table: Table): void {
  for (const label of region.missing) {
    const place = placeOn(form, { row: region.firstRow, column: 1 });
    reading.findings.push(readingFinding("label-missing", { form: form.form.title, label }, { place }));
  }
  if (region.parent !== undefined) touchRow(reading, table, region.parent);
  for (const value of region.values) {
    const key = value.row ?? region.parent;
    const column = table.columns.find(({ id }) => id === value.column);
    if (key === undefined || column === undefined) throw new Error(`no row or column for a value of ${table.id}`);
    const fixed = fixedRowsOf(table).find((row) => row.key === key);
    const address = { table: table.id, row: key, column: column.id };
    const { at, prefix } = value;
    reading.places.addValue(address, { form, at, ...(prefix === undefined ? {} : { prefix }) });
    const input = reading.readAt(form, address, value.at, column, unitsOf(form, column, fixed));
    put(reading, table, key, fixed, { column: column.id, input: withoutPrefix(input, value.prefix) });
  }
}

/** The value alone where the cell also prints what stands before it; nothing where it prints only that. */
function withoutPrefix(input: CellInput | undefined, prefix: string | undefined): CellInput | undefined {
  if (input?.kind !== "text" || prefix === undefined) return input;
  const text = trimmed(input.text);
  if (!text.startsWith(prefix)) return input;
  const rest = trimmed(text.slice(prefix.length));
  return rest === "" ? undefined : { kind: "text", text: rest };
}

function put(
  reading: Reading,
  table: Table,
  key: RowKey,
  fixed: FixedRow | undefined,
  { column, input }: { readonly column: ColumnId; readonly input: CellInput | undefined },
): void {
  const rows = reading.rowsOf(table.id);
  const index = touchRow(reading, table, key, fixed?.name);
  const row = rows[index];
  if (row === undefined || input === undefined) return;
  const namedBy = table.rows.kind === "list" ? table.rows.namedBy : undefined;
  const name = column === namedBy && input.kind === "text" ? trimmed(input.text) : row.name;
  rows[index] = { ...row, name, cells: new Map([...row.cells, [column, input]]) };
}

/** The index of a row of the table, made if there is none yet. */
function touchRow(reading: Reading, table: Table, key: RowKey, name = ""): number {
  const rows = reading.rowsOf(table.id);
  const known = rows.findIndex((row) => row.key === key);
  if (known >= 0) return known;
  rows.push({ key, name, cells: new Map() });
  return rows.length - 1;
}
