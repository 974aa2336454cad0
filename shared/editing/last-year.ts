import { LAST_YEAR_COLUMN, LAST_YEAR_TABLE, type CellInput } from "../model/workbook.js";
import type { RowKey } from "../model/address.js";
import type { Change } from "../model/transaction.js";
import { gesture, refuse, type Editing, type Gesture } from "./gesture.js";
import { newRow } from "./row-draft.js";

/** The change that puts a figure of last year under its reference, or takes it away; undefined when nothing would change. */
export function lastYearChange(
  { session }: Editing,
  reference: RowKey,
  input: CellInput | undefined,
): Change | undefined {
  const rows = session.workbook.tables.get(LAST_YEAR_TABLE)?.rows ?? [];
  const index = rows.findIndex(({ key }) => key === reference);
  const row = rows[index];
  if (row === undefined) {
    if (input === undefined) return undefined;
    return {
      kind: "insert-row",
      table: LAST_YEAR_TABLE,
      index: rows.length,
      row: newRow(reference, [[LAST_YEAR_COLUMN, input]]),
    };
  }
  // A row without a figure would not be in the file: the sheet lists what the pack asks for by itself.
  if (input === undefined) return { kind: "remove-row", table: LAST_YEAR_TABLE, index, row };
  const before = row.inputs.get(LAST_YEAR_COLUMN);
  if (before?.kind === "amount" && input.kind === "amount" && before.value.equals(input.value)) return undefined;
  const at = { table: LAST_YEAR_TABLE, row: reference, column: LAST_YEAR_COLUMN };
  return { kind: "set-cell", at, ...(before === undefined ? {} : { before }), after: input };
}

/**
 * Adds a row to 上年数 for a figure the pack does not ask for, by its reference 表.行.栏. The figure comes along, for a row without one
 * is nothing that could be kept.
 */
export function addLastYear(editing: Editing, reference: string, input: CellInput): Gesture {
  const key = reference.trim();
  if (editing.computed.resolve(key) === undefined) return refuse("reference-unknown", { reference: key });
  const rows = editing.session.workbook.tables.get(LAST_YEAR_TABLE)?.rows ?? [];
  if (rows.some((row) => row.key === key)) return refuse("reference-exists", { reference: key });
  const change = lastYearChange(editing, key, input);
  return gesture("rows", change === undefined ? [] : [change]);
}
