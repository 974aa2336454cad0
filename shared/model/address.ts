/** A table of a pack, such as `03` or `12-funds`. */
export type TableId = string;

/**
 * A row of a table, never an index and never an Excel row: the code of a code row (`2080101`; a second row with the same
 * code is `2080101#2`), `r38` for a fixed row with the printed 行次 38, `total` for 合计, or an id of a free row (`p1/3`).
 */
export type RowKey = string;

/** A column of a table by its pack id, such as `basic`. */
export type ColumnId = string;

/** One cell of the workbook's tables. A1 references exist only in `shared/exchange`. */
export interface CellAddress {
  readonly table: TableId;
  readonly row: RowKey;
  readonly column: ColumnId;
}

/** One text per address, unique in the workbook, for maps and sets. */
export function addressKey(address: CellAddress): string {
  return `${address.table}!${address.row}!${address.column}`;
}
