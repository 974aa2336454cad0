import { fixedRows } from "../calc/layout.js";
import type { RowKey, TableId } from "../model/address.js";
import { codeOfKey } from "../calc/row-tree.js";
import { gesture, refuse, type Editing, type Gesture } from "./gesture.js";
import { tablesBelow } from "./list-rows.js";
import { RowDraft } from "./row-draft.js";

/** A row of a table. */
export interface RowPlace {
  readonly table: TableId;
  readonly row: RowKey;
}

/**
 * Removes rows. Rows the form prints by itself stay. A 类 or 款 with rows below it goes only together with them: when they are
 * among the rows, or `withChildren` says so; never silently. A row of a list takes the rows of its own block along, for a project's funds
 * and indicators are nothing without it.
 */
export function removeRows(
  editing: Editing,
  rows: readonly RowPlace[],
  { withChildren = false }: { readonly withChildren?: boolean } = {},
): Gesture {
  const chosen = new Map<TableId, Set<RowKey>>();
  for (const { table, row } of rows) chosen.set(table, (chosen.get(table) ?? new Set()).add(row));
  for (const { table, row } of rows) {
    const fixed = fixedRow(editing, table, row);
    if (fixed !== undefined) return refuse("row-printed", { name: fixed });
    const below = descendants(editing, table, row);
    const staying = below.filter((key) => chosen.get(table)?.has(key) !== true);
    if (staying.length === 0) continue;
    if (!withChildren) {
      const name = editing.computed.rowName(table, row);
      return refuse("has-children", { code: codeOfKey(row), name, count: String(staying.length) });
    }
    for (const key of staying) chosen.get(table)?.add(key);
  }
  const draft = new RowDraft(editing.session.workbook);
  for (const [table, keys] of chosen) for (const key of keys) removeWithBlock(editing, draft, table, key);
  return gesture("rows", draft.changes);
}

function removeWithBlock(editing: Editing, draft: RowDraft, table: TableId, row: RowKey): void {
  for (const below of tablesBelow(editing, table)) {
    for (const key of editing.computed.children(below.id, row)) draft.remove(below.id, key);
  }
  draft.remove(table, row);
}

function fixedRow({ computed }: Editing, table: TableId, row: RowKey): string | undefined {
  const fixed = fixedRows(computed.table(table));
  return (fixed.get(row) ?? fixed.get(row.slice(row.lastIndexOf("/") + 1)))?.name;
}

/** All rows below a code's, at any depth. */
function descendants({ computed }: Editing, table: TableId, row: RowKey): readonly RowKey[] {
  if (computed.table(table).rows.kind !== "codes") return [];
  const all: RowKey[] = [];
  const walk = (key: RowKey): void => {
    for (const child of computed.children(table, key)) {
      all.push(child);
      walk(child);
    }
  };
  walk(row);
  return all;
}
