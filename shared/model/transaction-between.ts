import type { ColumnId, TableId } from "./address.js";
import type { Change, Transaction } from "./transaction.js";
import { cellText } from "./transaction-text.js";
import type { CellInput, DerivedMark, RowData, Workbook } from "./workbook.js";

/**
 * What makes one workbook of a pack out of another: differing cells, marks, remarks and the profile. A table whose rows have other keys
 * or stand in another order is emptied and filled anew. It says everything itself, like a redo; no changes where both are the same.
 */
export function transactionBetween(before: Workbook, after: Workbook): Transaction {
  const changes: Change[] = [];
  for (const [id, { rows }] of after.tables) changes.push(...betweenRows(id, before.tables.get(id)?.rows ?? [], rows));
  for (const id of new Set([...before.remarks.keys(), ...after.remarks.keys()])) {
    const [was, is] = [before.remarks.get(id), after.remarks.get(id)];
    if (was !== is) changes.push({ kind: "set-remark", id, ...ends(was, is) });
  }
  const { department, year } = after.profile;
  if (before.profile.department !== department || before.profile.year !== year) {
    changes.push({ kind: "set-profile", before: before.profile, after: after.profile });
  }
  return { origin: "redo", changes };
}

function betweenRows(table: TableId, before: readonly RowData[], after: readonly RowData[]): readonly Change[] {
  const isSame = before.length === after.length && before.every((row, index) => row.key === after[index]?.key);
  if (!isSame) {
    return [
      ...before.map((row, index): Change => ({ kind: "remove-row", table, index, row })).reverse(),
      ...after.map((row, index): Change => ({ kind: "insert-row", table, index, row })),
    ];
  }
  return before.flatMap((row, index) => {
    const now = after[index];
    return now === undefined || now === row ? [] : betweenCells(table, row, now);
  });
}

function betweenCells(table: TableId, before: RowData, after: RowData): readonly Change[] {
  const changes: Change[] = [];
  for (const column of columnsOf(before, after)) {
    const at = { table, row: after.key, column };
    const [was, is] = [before.inputs.get(column), after.inputs.get(column)];
    if (textOf(was) !== textOf(is)) changes.push({ kind: "set-cell", at, ...ends(was, is) });
    const [marked, marks] = [before.marks.get(column), after.marks.get(column)];
    if (!sameMark(marked, marks)) changes.push({ kind: "set-mark", at, ...ends(marked, marks) });
  }
  return changes;
}

function columnsOf(...rows: readonly RowData[]): ReadonlySet<ColumnId> {
  return new Set(rows.flatMap(({ inputs, marks }) => [...inputs.keys(), ...marks.keys()]));
}

function textOf(input: CellInput | undefined): string {
  return input === undefined ? "" : cellText(input);
}

function sameMark(a: DerivedMark | undefined, b: DerivedMark | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.kind === b.kind && a.value.equals(b.value);
}

function ends<Value>(before: Value | undefined, after: Value | undefined): { before?: Value; after?: Value } {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}
