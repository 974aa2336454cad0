import { parentKey } from "../calc/row-tree.js";
import type { ColumnId, RowKey, TableId } from "../model/address.js";
import type { CellInput, RowData } from "../model/workbook.js";
import type { Table } from "../template/pack.js";
import { gesture, type Editing, type Gesture } from "./gesture.js";
import { newRow, RowDraft } from "./row-draft.js";

/** Where a new row of a list goes: behind a row, or at the end of its list (of its parent's rows, in a list with parents). */
export interface ListPlace {
  readonly parent?: RowKey;
  readonly behind?: RowKey;
}

/** Adds blank rows to a list. Gives their keys, too, for the selection to go there. */
export function addListRows(editing: Editing, table: TableId, place: ListPlace, count = 1): Gesture {
  const draft = new RowDraft(editing.session.workbook);
  let behind = place.behind;
  for (let added = 0; added < count; added += 1) {
    behind = insertListRow(draft, table, behind === undefined ? place : { ...place, behind });
  }
  return gesture("rows", draft.changes);
}

/** Puts a row into a draft and gives its key. */
export function insertListRow(
  draft: RowDraft,
  table: TableId,
  { parent, behind }: ListPlace,
  inputs: Iterable<readonly [ColumnId, CellInput]> = [],
): RowKey {
  const rows = draft.rows(table);
  const above = parent ?? (behind === undefined ? undefined : parentKey(behind));
  const key = `${above === undefined ? "" : `${above}/`}${freeNumber(rows, above)}`;
  const found = behind === undefined ? -1 : draft.indexOf(table, behind);
  draft.insert(table, found >= 0 ? found + 1 : endOf(rows, above), newRow(key, inputs));
  return key;
}

/** Adds a block of a repeating table — a project — behind another or at the end, with the rows its form prints in every block. */
export function addBlock(editing: Editing, table: TableId, behind?: RowKey): Gesture {
  const draft = new RowDraft(editing.session.workbook);
  insertBlock(editing, draft, table, behind);
  return gesture("rows", draft.changes);
}

/** Puts a block into a draft and gives the key of its row. */
export function insertBlock(
  editing: Editing,
  draft: RowDraft,
  table: TableId,
  behind?: RowKey,
  inputs: Iterable<readonly [ColumnId, CellInput]> = [],
): RowKey {
  const rows = draft.rows(table);
  const key = `${BLOCK}${freeNumber(rows, undefined)}`;
  const found = behind === undefined ? -1 : draft.indexOf(table, behind);
  const index = found >= 0 ? found + 1 : rows.length;
  draft.insert(table, index, newRow(key, inputs));
  const before = new Set([...rows.slice(0, index).map((row) => row.key), key]);
  for (const below of tablesBelow(editing, table)) {
    const fixed = below.rows.kind === "list" ? (below.rows.fixed ?? []) : [];
    for (const row of fixed) insertBelow(draft, below.id, `${key}/${row.key}`, before);
  }
  return key;
}

/** The lists whose rows stand below the rows of a table. */
export function tablesBelow({ computed }: Editing, table: TableId): readonly Table[] {
  return computed.pack.tables.filter(({ rows }) => rows.kind === "list" && rows.parent === table);
}

/** The letter before the number in the keys of blocks, as the reader keys them. */
const BLOCK = "p";

function insertBelow(draft: RowDraft, table: TableId, key: RowKey, parents: ReadonlySet<RowKey>): void {
  const last = draft.rows(table).findLastIndex((row) => parents.has(parentKey(row.key) ?? ""));
  draft.insert(table, last + 1, newRow(key));
}

/** The first number behind all that are in use below a parent, so that no two rows ever share a key. */
function freeNumber(rows: readonly RowData[], parent: RowKey | undefined): number {
  let highest = 0;
  for (const { key } of rows) {
    if (parentKey(key) !== parent) continue;
    const number = Number.parseInt(key.slice(key.lastIndexOf("/") + 1).replace(/^\D+/, ""), 10);
    if (number > highest) highest = number;
  }
  return highest + 1;
}

/** The end of a list; in one with parents, the end of the parent's rows, or of the table while it has none. */
function endOf(rows: readonly RowData[], parent: RowKey | undefined): number {
  if (parent === undefined) return rows.length;
  const last = rows.findLastIndex(({ key }) => parentKey(key) === parent);
  return last < 0 ? rows.length : last + 1;
}
