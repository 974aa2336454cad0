import type { ColumnId, RowKey, TableId } from "../model/address.js";
import type { Change } from "../model/transaction.js";
import type { CellInput, DerivedMark, RowData, Workbook } from "../model/workbook.js";

/**
 * Rows of a workbook while a gesture puts some in and takes others out. Every change notes its place as it is when its turn comes,
 * so that the list of changes can be carried out, and taken back, one after the other.
 */
export class RowDraft {
  readonly changes: Change[] = [];
  private readonly tables = new Map<TableId, RowData[]>();

  constructor(private readonly workbook: Workbook) {}

  /** The rows of a table as they stand now. */
  rows(table: TableId): readonly RowData[] {
    return this.own(table);
  }

  /** Where a row stands now, or −1. */
  indexOf(table: TableId, key: RowKey): number {
    return this.own(table).findIndex((row) => row.key === key);
  }

  insert(table: TableId, index: number, row: RowData): void {
    this.own(table).splice(index, 0, row);
    this.changes.push({ kind: "insert-row", table, index, row });
  }

  /** Takes a row out, if it is there. */
  remove(table: TableId, key: RowKey): void {
    const index = this.indexOf(table, key);
    const row = this.own(table)[index];
    if (row === undefined) return;
    this.own(table).splice(index, 1);
    this.changes.push({ kind: "remove-row", table, index, row });
  }

  private own(table: TableId): RowData[] {
    const known = this.tables.get(table);
    if (known !== undefined) return known;
    const rows = (this.workbook.tables.get(table)?.rows ?? []).slice();
    this.tables.set(table, rows);
    return rows;
  }
}

/** A row that holds these inputs; its derived cells are computed, but where marks say otherwise. */
export function newRow(
  key: RowKey,
  inputs: Iterable<readonly [ColumnId, CellInput]> = [],
  marks: Iterable<readonly [ColumnId, DerivedMark]> = [],
): RowData {
  return { key, inputs: new Map(inputs), marks: new Map(marks) };
}
