import { tablesBelow } from "../../shared/editing/list-rows.js";
import type { RowPlace } from "../../shared/editing/remove-rows.js";
import type { Editing } from "../../shared/editing/gesture.js";
import type { FormSheet, SheetPosition, SheetRange } from "../../shared/forms/form-sheet.js";
import type { RowKey, TableId } from "../../shared/model/address.js";

/** The row of a table at a position; a blank line has a table and perhaps a parent, but no row. */
export interface PlaceOnForm {
  readonly table: TableId;
  readonly row?: RowKey;
  readonly parent?: RowKey;
}

/** Whose row stands at a position; beside a table's cells, whatever row the line shows. */
export function placeAt(sheet: FormSheet, { row, column }: SheetPosition): PlaceOnForm | undefined {
  const cell = sheet.at(row, column);
  if (cell.kind === "cell") return cell.at;
  if (cell.kind === "new") {
    return { table: cell.table, ...(cell.parent === undefined ? {} : { parent: cell.parent }) };
  }
  if ((cell.kind === "label" || cell.kind === "dash") && cell.of !== undefined) return cell.of;
  return sheet.row(row).rows[0];
}

/** How many lines a selection may have to be looked through for rows. */
const MOST = 2000;

/** The rows of one table that a selection lies on, each once, in their order. */
export function rowsSelected(sheet: FormSheet, ranges: readonly SheetRange[], table: TableId): readonly RowPlace[] {
  const rows = new Map<RowKey, RowPlace>();
  for (const { from, to } of ranges) {
    for (let row = from.row; row <= Math.min(to.row, from.row + MOST); row += 1) {
      for (let column = from.column; column <= to.column; column += 1) {
        const place = placeAt(sheet, { row, column });
        if (place?.table === table && place.row !== undefined) rows.set(place.row, { table, row: place.row });
      }
    }
  }
  return [...rows.values()];
}

/** The table whose rows repeat a form's blocks, and the block a position lies in. */
export function blockAt(
  sheet: FormSheet,
  at: SheetPosition,
): { readonly table: TableId; readonly row?: RowKey } | undefined {
  const table = sheet.form.regions.find(({ repeatedBy }) => repeatedBy !== undefined)?.repeatedBy;
  if (table === undefined) return undefined;
  // A head or a label has no row of its own: the nearest line above that has one tells the block.
  for (let row = at.row; row >= 0; row -= 1) {
    const place = row === at.row ? placeAt(sheet, at) : sheet.row(row).rows[0];
    const key = place?.row ?? (place !== undefined && "parent" in place ? place.parent : undefined);
    if (key !== undefined) return { table, row: key.split("/")[0] ?? key };
    if (sheet.row(row).kind === "blank") break;
  }
  return { table };
}

/** The list that a new row goes to when somebody asks for one at this place: its own, or the open list of its block. */
export function listFor(
  editing: Editing,
  sheet: FormSheet,
  at: SheetPosition,
): { readonly table: TableId; readonly parent?: RowKey; readonly behind?: RowKey } | undefined {
  const place = placeAt(sheet, at);
  const rows = place === undefined ? undefined : tableRows(editing, place.table);
  if (place !== undefined && rows?.kind === "list" && rows.fixed === undefined && !isBlockTable(sheet, place.table)) {
    const parent = place.parent === undefined ? {} : { parent: place.parent };
    return { table: place.table, ...parent, ...(place.row === undefined ? {} : { behind: place.row }) };
  }
  const block = blockAt(sheet, at);
  if (block?.row === undefined) return undefined;
  const open = tablesBelow(editing, block.table).find(
    (table) => table.rows.kind === "list" && table.rows.fixed === undefined,
  );
  return open === undefined ? undefined : { table: open.id, parent: block.row };
}

function tableRows({ computed }: Editing, table: TableId): FormRows | undefined {
  return computed.pack.tables.find(({ id }) => id === table)?.rows;
}

type FormRows = Editing["computed"]["pack"]["tables"][number]["rows"];

function isBlockTable({ form }: FormSheet, table: TableId): boolean {
  return form.regions.some(({ repeatedBy }) => repeatedBy === table);
}
