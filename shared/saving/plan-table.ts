import type { RowKey } from "../model/address.js";
import type { CellInput } from "../model/workbook.js";
import type { Column, FixedRow, Table } from "../template/pack.js";
import type { CellPosition } from "../sheets/cell-reference.js";
import type { LocatedForm, LocatedPanel, Slot } from "../recognition/located.js";
import { mayStay, type PendingCell, sameInput, writeOf } from "./pending-cells.js";
import { slotCell } from "../reading/places.js";
import type { ClearedRow, PlannedRow } from "./plan-rows.js";
import { hasCell } from "../reading/read-columns.js";
import { storedScale } from "../reading/read-cell.js";
import { unitsOf } from "../reading/reading.js";
import { fixedRowsOf } from "../recognition/referenced-unit.js";
import type { SheetCell } from "../sheets/sheet-content.js";

/** The cells of one planned row: those that change, and those whose formula must be looked at. */
export function rowCells(form: LocatedForm, table: Table, planned: PlannedRow): readonly PendingCell[] {
  const { row, panel, spot, now } = planned;
  const fixed = fixedRowOf(table, row.key);
  const cells = now === undefined ? [...labelCells(form, planned, fixed)] : [];
  for (const { spec, slot } of panel.columns) {
    const column = table.columns.find(({ id }) => id === spec.column);
    if (slot === undefined || column === undefined || !hasCell(fixed, column.id)) continue;
    const at = modelCell(form, planned, slot);
    if (isCovered(form, at)) continue;
    const origin = form.grid.content.cell(at.row, at.column);
    const wanted = row.cells.get(column.id);
    const before = now?.cells.get(column.id);
    const stays = sameInput(before, wanted) || mayStay(before, wanted, row.blankSums.has(column.id));
    const isFresh = now === undefined && spot.kind === "new";
    if (stays && !isFresh && origin?.formula === undefined) continue;
    if (isFresh && wanted === undefined && origin?.formula === undefined) continue;
    const scale = storedScale(origin, { column, ...unitsOf(form, column, fixed, panel, slot) });
    cells.push({
      sheet: form.sheet.name,
      spot,
      column: at.column,
      value: writeOf(stays && before !== undefined ? before : wanted, scale),
      changed: !stays || isFresh,
      address: { table: table.id, row: row.key, column: column.id },
      ...(origin === undefined ? {} : { origin }),
    });
  }
  return cells;
}

/** The blanks of a row that goes while its sheet row stays. */
export function clearedCells(form: LocatedForm, { panel, row }: ClearedRow): readonly PendingCell[] {
  return panel.columns.flatMap(({ spec, slot }) => {
    if (slot === undefined || spec.role === "side") return [];
    return form.grid
      .filled(row)
      .filter((cell) => slot.first <= cell.column && cell.column <= slot.last)
      .map((origin) => blanked(form, row, origin));
  });
}

/** The labelled values of a fields region that change. */
export function valueCell(
  form: LocatedForm,
  table: Table,
  value: { readonly key: RowKey; readonly column: Column; readonly at: CellPosition; readonly prefix?: string },
  inputs: { readonly now: CellInput | undefined; readonly wanted: CellInput | undefined; readonly isBlankSum: boolean },
): readonly PendingCell[] {
  const { key, column, at, prefix = "" } = value;
  const origin = form.grid.content.cell(at.row, at.column);
  const stays = sameInput(inputs.now, inputs.wanted) || mayStay(inputs.now, inputs.wanted, inputs.isBlankSum);
  if (stays && origin?.formula === undefined) return [];
  const scale = storedScale(origin, { column, ...unitsOf(form, column, fixedRowOf(table, key)) });
  const pending: PendingCell = {
    sheet: form.sheet.name,
    spot: { kind: "old", row: at.row },
    column: at.column,
    value: writeOf(stays && inputs.now !== undefined ? inputs.now : inputs.wanted, scale, prefix),
    changed: !stays,
    address: { table: table.id, row: key, column: column.id },
    ...(origin === undefined ? {} : { origin }),
  };
  return [pending];
}

/** The fixed row a key stands for, in a block too. */
export function fixedRowOf(table: Table, key: RowKey): FixedRow | undefined {
  const own = key.slice(key.lastIndexOf("/") + 1);
  return fixedRowsOf(table).find((row) => row.key === key || row.key === own);
}

/** The cell a planned one stands on, or on an inserted row the one it is made like. */
function modelCell(form: LocatedForm, { spot }: PlannedRow, slot: Slot): CellPosition {
  return slotCell(form.grid, spot.kind === "old" ? spot.row : spot.like, slot);
}

/** A cell inside a merged area that begins elsewhere can hold nothing. */
function isCovered(form: LocatedForm, { row, column }: CellPosition): boolean {
  const area = form.grid.area(row, column);
  return area.firstRow !== row || area.firstColumn !== column;
}

function blanked(form: LocatedForm, row: number, origin: SheetCell): PendingCell {
  return {
    sheet: form.sheet.name,
    spot: { kind: "old", row },
    column: origin.column,
    value: { kind: "blank" },
    changed: true,
    origin,
  };
}

/** Code, name and printed number of a row that is new to the sheet, written as its neighbours have them. */
function labelCells(form: LocatedForm, { row, panel, spot }: PlannedRow, fixed: FixedRow | undefined): PendingCell[] {
  const cells: PendingCell[] = [];
  const write = (role: "code" | "name" | "number", text: string): void => {
    const slot = panel.columns.find(({ spec }) => spec.role === role)?.slot;
    if (slot === undefined || text === "") return;
    const model = spot.kind === "old" ? spot.row : spot.like;
    const at = { row: model, column: form.grid.area(model, slot.first).firstColumn };
    const origin = form.grid.content.cell(at.row, at.column);
    const isNumber = /^[1-9]\d*$/.test(text) && (role === "number" || numbersIn(form, slot));
    cells.push({
      sheet: form.sheet.name,
      spot,
      column: Math.max(at.column, slot.first),
      value: isNumber ? { kind: "number", text } : { kind: "text", text },
      changed: true,
      ...(origin === undefined ? {} : { origin }),
    });
  };
  if (fixed === undefined) write("code", row.code ?? "");
  else write("number", fixed.no === undefined ? "" : String(fixed.no));
  const name = fixed?.name ?? row.name;
  if (row.code !== undefined || fixed !== undefined) write("name", indentOf(form, panel, row.code) + name);
  return cells;
}

/** Whether the sheet writes its codes as numbers. */
function numbersIn(form: LocatedForm, slot: Slot): boolean {
  return form.grid.content.cells.some(
    (cell) => cell.type === "number" && cell.column === slot.first && /^\d{3,7}$/.test(cell.text),
  );
}

/** The blanks by which the sheet indents names of codes of this length. */
function indentOf(form: LocatedForm, panel: LocatedPanel, code: string | undefined): string {
  const [codes, names] = (["code", "name"] as const).map(
    (role) => panel.columns.find(({ spec }) => spec.role === role)?.slot,
  );
  if (code === undefined || codes === undefined || names === undefined) return "";
  for (const cell of form.grid.content.cells) {
    if (cell.column !== names.first || cell.type !== "text") continue;
    if (form.grid.text(cell.row, codes.first).length === code.length) return /^[\s\u3000]*/u.exec(cell.text)?.[0] ?? "";
  }
  return "";
}
