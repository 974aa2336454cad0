import { addressKey, type CellAddress, type RowKey, type TableId } from "../model/address.js";
import { formatReference, type CellPosition } from "../sheets/cell-reference.js";
import type { LocatedForm, LocatedGrid, LocatedPanel, Slot } from "../recognition/located.js";
import type { SheetCell } from "../sheets/sheet-content.js";
import type { SheetGrid } from "../recognition/sheet-grid.js";

/** A cell of a table in the file. */
export interface CellPlace {
  readonly sheet: string;
  /** Its A1 reference; of a merged area the first cell. */
  readonly ref: string;
  readonly at: CellPosition;
  /** The `<c>` that stands there, if any. */
  readonly cell?: SheetCell;
  /** The form whose sheet it is. */
  readonly form: LocatedForm;
  /** What the pack prints in the cell before a labelled value. */
  readonly prefix?: string;
  /** The panel it stands in, with the unit its heads name; absent for labelled values. */
  readonly panel?: LocatedPanel;
}

/** A row of a table in a grid: the sheet row, and the panel it stands in. */
export interface RowPlace {
  readonly form: LocatedForm;
  readonly region: LocatedGrid;
  readonly panel: LocatedPanel;
  readonly row: number;
}

/** The sheet rows a table's region takes up, heads included. */
export interface TablePlace {
  readonly sheet: string;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** Where the tables stand in the opened file: for messages (sheet and A1 reference) and for saving. */
export interface Places {
  /** The place of a cell, or undefined where its row or column does not stand in any sheet. */
  cell(address: CellAddress): CellPlace | undefined;
  /** The place of a grid's row, or undefined for rows of labelled values and rows that do not exist. */
  row(table: TableId, key: RowKey): RowPlace | undefined;
  /** The stretches of sheets that show a table, from top to bottom. */
  regions(table: TableId): readonly TablePlace[];
  /** The form that shows a table, where the workbook has it. */
  form(table: TableId): LocatedForm | undefined;
}

/** Where a labelled value stands. */
export interface LabelledPlace {
  readonly form: LocatedForm;
  readonly at: CellPosition;
  readonly prefix?: string;
}

/** Collects places while a workbook is read. */
export class PlaceCollector implements Places {
  private readonly rows = new Map<TableId, Map<RowKey, RowPlace>>();
  private readonly values = new Map<string, LabelledPlace>();
  private readonly stretches = new Map<TableId, TablePlace[]>();
  private readonly forms = new Map<TableId, LocatedForm>();

  /** Notes where a row of a grid stands. */
  addRow(table: TableId, key: RowKey, place: RowPlace): void {
    const rows = this.rows.get(table) ?? new Map<RowKey, RowPlace>();
    rows.set(key, place);
    this.rows.set(table, rows);
  }

  /** Notes where a labelled value stands. */
  addValue(address: CellAddress, place: LabelledPlace): void {
    this.values.set(addressKey(address), place);
  }

  /** Notes which rows of a sheet show a table. */
  addRegion(table: TableId, form: LocatedForm, firstRow: number, lastRow: number): void {
    const list = this.stretches.get(table) ?? [];
    list.push({ sheet: form.sheet.name, firstRow, lastRow });
    this.stretches.set(table, list);
    this.forms.set(table, form);
  }

  cell(address: CellAddress): CellPlace | undefined {
    const value = this.values.get(addressKey(address));
    if (value !== undefined) {
      const place = placeAt(value.form, value.at);
      return value.prefix === undefined ? place : { ...place, prefix: value.prefix };
    }
    const place = this.row(address.table, address.row);
    const slot = place === undefined ? undefined : slotOf(place.panel, address.column);
    if (place === undefined || slot === undefined) return undefined;
    return { ...placeAt(place.form, slotCell(place.form.grid, place.row, slot)), panel: place.panel };
  }

  row(table: TableId, key: RowKey): RowPlace | undefined {
    return this.rows.get(table)?.get(key);
  }

  regions(table: TableId): readonly TablePlace[] {
    return this.stretches.get(table) ?? [];
  }

  form(table: TableId): LocatedForm | undefined {
    return this.forms.get(table);
  }
}

/** The sheet columns of a table's column in a panel. */
export function slotOf(panel: LocatedPanel, column: string): Slot | undefined {
  return panel.columns.find(({ spec }) => spec.column === column && (spec.role === "figure" || spec.role === "text"))
    ?.slot;
}

/** The cell of a sheet row below a head: of several columns below one head the first that holds anything, else the first. */
export function slotCell(grid: SheetGrid, row: number, slot: Slot): CellPosition {
  if (slot.first === slot.last) return { row, column: slot.first };
  const filled = grid.filled(row).find((cell) => slot.first <= cell.column && cell.column <= slot.last);
  const column = filled?.column ?? slot.first;
  const area = grid.area(row, column);
  // An area that begins outside this row or head belongs to another cell.
  const isOwn = area.firstRow === row && area.firstColumn >= slot.first;
  return isOwn ? { row, column: area.firstColumn } : { row, column };
}

function placeAt(form: LocatedForm, at: CellPosition): CellPlace {
  const cell = form.grid.content.cell(at.row, at.column);
  const place = { sheet: form.sheet.name, ref: formatReference(at.row, at.column), at, form };
  return cell === undefined ? place : { ...place, cell };
}
