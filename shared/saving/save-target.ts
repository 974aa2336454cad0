import { computedOf } from "../calc/computed-session.js";
import type { Session } from "../calc/session.js";
import type { Computed } from "../calc/computed.js";
import type { Decimal } from "../decimal.js";
import type { ColumnId, RowKey, TableId } from "../model/address.js";
import {
  type CellInput,
  LAST_YEAR_COLUMN,
  LAST_YEAR_TABLE,
  NAME_COLUMN,
  type Profile,
  type RemarkId,
} from "../model/workbook.js";

/** Everything a saved workbook must say: every cell of every table, typed or computed, and the working sheets. */
export interface SaveTarget {
  readonly profile: Profile;
  readonly tables: ReadonlyMap<TableId, readonly SaveRow[]>;
  readonly remarks: ReadonlyMap<RemarkId, string>;
  /** Last year's figures by reference, each in the unit of the cell it names. */
  readonly lastYear: ReadonlyMap<string, Decimal>;
}

/** One row as it must stand in the file. */
export interface SaveRow {
  readonly key: RowKey;
  readonly name: string;
  readonly code?: string;
  /** What stands in its cells, in their columns' units; a blank cell is absent. */
  readonly cells: ReadonlyMap<ColumnId, CellInput>;
  /** Computed cells without a figure, because all their parts are blank: a zero or a dash in the file may stay. */
  readonly blankSums: ReadonlySet<ColumnId>;
  /** All computed cells: where a file has no place for one, it is computed again when the file is read. */
  readonly computed: ReadonlySet<ColumnId>;
}

/** What a session would have saved. */
export function saveTarget(session: Session): SaveTarget {
  const computed = computedOf(session);
  const { workbook } = session;
  const lastYear = new Map<string, Decimal>();
  for (const row of workbook.tables.get(LAST_YEAR_TABLE)?.rows ?? []) {
    const input = row.inputs.get(LAST_YEAR_COLUMN);
    if (input?.kind === "amount") lastYear.set(row.key, input.value);
  }
  return {
    profile: workbook.profile,
    tables: new Map(computed.pack.tables.map((table) => [table.id, saveRows(computed, table.id)])),
    remarks: workbook.remarks,
    lastYear,
  };
}

function saveRows(computed: Computed, table: TableId): readonly SaveRow[] {
  const names = new Map(
    (computed.workbook.tables.get(table)?.rows ?? []).flatMap(({ key, inputs }) => {
      const name = inputs.get(NAME_COLUMN);
      return name?.kind === "text" ? [[key, name.text] as const] : [];
    }),
  );
  // The name in the file where a row has one of its own, else the pack's.
  return computed
    .rows(table)
    .map((key) => saveRow(computed, table, key, names.get(key) ?? computed.rowName(table, key)));
}

function saveRow(computed: Computed, table: TableId, key: RowKey, name: string): SaveRow {
  const cells = new Map<ColumnId, CellInput>();
  const blankSums = new Set<ColumnId>();
  const derived = new Set<ColumnId>();
  for (const column of computed.table(table).columns) {
    const address = { table, row: key, column: column.id };
    const value = column.kind === "text" ? undefined : computed.figure(address);
    const text = value === undefined ? computed.text(address) : undefined;
    if (value !== undefined) cells.set(column.id, { kind: "amount", value });
    else if (text !== undefined) cells.set(column.id, { kind: "text", text });
    if (column.kind === "text" || computed.derived(address) === undefined) continue;
    derived.add(column.id);
    if (value === undefined) blankSums.add(column.id);
  }
  const code = computed.rowCode(table, key);
  return { key, name, cells, blankSums, computed: derived, ...(code === undefined ? {} : { code }) };
}
