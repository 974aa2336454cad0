import type { CellAddress, ColumnId, RowKey, TableId } from "./address.js";
import type { CellInput, DerivedMark, Profile, RemarkId, RowData, TableData, Workbook } from "./workbook.js";

/**
 * One change of a workbook, with what was there before and what comes after, so that its inverse needs no look at the
 * workbook. An absent `before` or `after` means blank.
 */
export type Change =
  | { readonly kind: "set-cell"; readonly at: CellAddress; readonly before?: CellInput; readonly after?: CellInput }
  | { readonly kind: "set-mark"; readonly at: CellAddress; readonly before?: DerivedMark; readonly after?: DerivedMark }
  | { readonly kind: "insert-row"; readonly table: TableId; readonly index: number; readonly row: RowData }
  | { readonly kind: "remove-row"; readonly table: TableId; readonly index: number; readonly row: RowData }
  | { readonly kind: "set-remark"; readonly id: RemarkId; readonly before?: string; readonly after?: string }
  | { readonly kind: "set-profile"; readonly before: Profile; readonly after: Profile };

/** Everything one gesture of the user does: a key, a paste of 2,000 cells, an import. Undo and redo move whole transactions. */
export interface Transaction {
  readonly origin: "typing" | "paste" | "rows" | "import" | "answer" | "profile" | "undo" | "redo";
  readonly changes: readonly Change[];
}

/** Whether a transaction takes a gesture back or does it again: then it says everything itself and nothing follows from it. */
export function isReplay({ origin }: Transaction): boolean {
  return origin === "undo" || origin === "redo";
}

/** The workbook after a transaction. A change that names a row or place the workbook does not have is a defect and throws. */
export function applyTransaction(workbook: Workbook, transaction: Transaction, guess: RowGuess = unknown): Workbook {
  return transaction.changes.reduce((before, change) => applyChange(before, change, guess), workbook);
}

/** Where a row probably stands, for callers that know; −1 where they do not. */
export type RowGuess = (table: TableId, key: RowKey) => number;

function unknown(): number {
  return -1;
}

/** The transaction that takes this one back: changes swapped and in reverse order. */
export function invert(transaction: Transaction): Transaction {
  return { origin: transaction.origin, changes: transaction.changes.map(invertChange).reverse() };
}

function invertChange(change: Change): Change {
  switch (change.kind) {
    case "insert-row":
      return { ...change, kind: "remove-row" };
    case "remove-row":
      return { ...change, kind: "insert-row" };
    case "set-profile":
      return { kind: change.kind, before: change.after, after: change.before };
    default: {
      const { before, after, ...rest } = change;
      return { ...rest, ...swapped(before, after) } as Change;
    }
  }
}

function swapped<Value>(before: Value | undefined, after: Value | undefined): { before?: Value; after?: Value } {
  return { ...(after === undefined ? {} : { before: after }), ...(before === undefined ? {} : { after: before }) };
}

function applyChange(workbook: Workbook, change: Change, guess: RowGuess): Workbook {
  switch (change.kind) {
    case "set-cell":
      return withRow(workbook, change.at, guess, (row) => ({
        ...row,
        inputs: withEntry(row.inputs, change.at.column, change.after),
      }));
    case "set-mark":
      return withRow(workbook, change.at, guess, (row) => ({
        ...row,
        marks: withEntry(row.marks, change.at.column, change.after),
      }));
    case "insert-row":
      return withRows(workbook, change.table, (rows) => [
        ...rows.slice(0, change.index),
        change.row,
        ...rows.slice(change.index),
      ]);
    case "remove-row":
      return withRows(workbook, change.table, (rows) => {
        if (rows[change.index]?.key !== change.row.key) throw new Error(`no row ${change.row.key} at ${change.index}`);
        return [...rows.slice(0, change.index), ...rows.slice(change.index + 1)];
      });
    case "set-remark":
      return { ...workbook, remarks: withEntry(workbook.remarks, change.id, change.after) };
    case "set-profile":
      return { ...workbook, profile: change.after };
  }
}

function withRow(
  workbook: Workbook,
  { table, row: key }: CellAddress,
  guess: RowGuess,
  edit: (row: RowData) => RowData,
): Workbook {
  return withRows(workbook, table, (rows) => {
    const guessed = guess(table, key);
    const index = rows[guessed]?.key === key ? guessed : rows.findIndex((row) => row.key === key);
    const row = rows[index];
    if (row === undefined) throw new Error(`table ${table} has no row ${key}`);
    const copy = rows.slice();
    copy[index] = edit(row);
    return copy;
  });
}

function withRows(workbook: Workbook, table: TableId, edit: (rows: TableData["rows"]) => TableData["rows"]): Workbook {
  const rows = edit(workbook.tables.get(table)?.rows ?? []);
  return { ...workbook, tables: withEntry(workbook.tables, table, { rows }) };
}

function withEntry<Key extends ColumnId, Value>(
  map: ReadonlyMap<Key, Value>,
  key: Key,
  value: Value | undefined,
): ReadonlyMap<Key, Value> {
  const copy = new Map(map);
  if (value === undefined) copy.delete(key);
  else copy.set(key, value);
  return copy;
}
