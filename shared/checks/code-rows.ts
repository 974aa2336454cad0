import type { Computed } from "../calc/computed.js";
import { codeOfKey } from "../calc/row-tree.js";
import { NAME_COLUMN } from "../model/workbook.js";
import type { CellAddress, ColumnId, RowKey, TableId } from "../model/address.js";
import type { StructureCheck, Table } from "../template/pack.js";

/** A row of a code table as it is printed. */
export interface CodeRow {
  readonly row: RowKey;
  readonly code: string;
  readonly name: string;
  /** Where people look for the row: its first column. */
  readonly cell: CellAddress;
}

/** A table whose rows are codes of a classification. */
export interface CodeTable {
  readonly id: TableId;
  readonly classification: string;
  readonly rows: readonly CodeRow[];
}

/** The code tables of a workbook in the pack's order, without 合计 and other rows that have no code. */
export function codeTables(computed: Computed): readonly CodeTable[] {
  return computed.pack.tables.flatMap((table) =>
    table.rows.kind === "codes"
      ? [{ id: table.id, classification: table.rows.classification, rows: codeRows(computed, table) }]
      : [],
  );
}

/** The tables that the rules of the pack already check in this way, so that nothing is reported twice. */
export function checkedByRules(
  computed: Computed,
  tablesOf: (structure: StructureCheck) => readonly TableId[],
): ReadonlySet<TableId> {
  return new Set(computed.pack.rules.flatMap(({ structure }) => (structure === undefined ? [] : tablesOf(structure))));
}

function codeRows(computed: Computed, table: Table): readonly CodeRow[] {
  const column: ColumnId = table.columns[0]?.id ?? NAME_COLUMN;
  return computed.rows(table.id).flatMap((row) => {
    const code = computed.rowCode(table.id, row);
    if (code === undefined) return [];
    return [
      { row, code: codeOfKey(code), name: computed.rowName(table.id, row), cell: { table: table.id, row, column } },
    ];
  });
}
