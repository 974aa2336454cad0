import { plain } from "../decimal.js";
import type { ColumnId, RowKey } from "../model/address.js";
import type { CellInput } from "../model/workbook.js";
import type { Column, FixedRow, Table } from "../template/pack.js";
import type { LocatedForm, LocatedGrid, LocatedPanel, Slot } from "../recognition/located.js";
import { displayText } from "../sheets/cell-display.js";
import { slotCell } from "./places.js";
import { normalised, trimmed } from "../recognition/printed-text.js";
import { placeOn, type Reading, strayFigure, unitsOf } from "./reading.js";
import { type ReadingCode, readingFinding } from "./reading-findings.js";

/** A panel of a grid on its sheet, with all that reading its rows needs. */
export interface PanelReading {
  readonly reading: Reading;
  readonly form: LocatedForm;
  readonly region: LocatedGrid;
  readonly panel: LocatedPanel;
  readonly table: Table;
  /** The columns that hold figures and texts, where the sheet prints them. */
  readonly columns: readonly { readonly column: Column; readonly slot: Slot }[];
}

/** Makes a panel ready to be read row by row. */
export function panelReading(
  reading: Reading,
  form: LocatedForm,
  region: LocatedGrid,
  panel: LocatedPanel,
): PanelReading {
  const table = reading.table(panel.panel.table);
  const columns = panel.columns.flatMap(({ spec, slot }) => {
    if (slot === undefined || spec.column === undefined) return [];
    const column = table.columns.find(({ id }) => id === spec.column);
    if (column === undefined) throw new Error(`no column ${spec.column} in table ${table.id}`);
    return [{ column, slot }];
  });
  return { reading, form, region, panel, table, columns };
}

/** Reads the figures and texts of one sheet row into a row of the panel's table, and notes where they stand. */
export function readColumns(
  { reading, form, region, panel, table, columns }: PanelReading,
  row: number,
  key: RowKey,
  fixed: FixedRow | undefined,
): ReadonlyMap<ColumnId, CellInput> {
  reading.places.addRow(table.id, key, { form, region, panel, row });
  const cells = new Map<ColumnId, CellInput>();
  for (const { column, slot } of columns) {
    const at = slotCell(form.grid, row, slot);
    if (!hasCell(fixed, column.id)) {
      noteStray({ reading, form }, at.row, at.column, "misplaced-figure", {});
      continue;
    }
    const address = { table: table.id, row: key, column: column.id };
    const input = reading.readAt(form, address, at, column, unitsOf(form, column, fixed, panel, slot));
    if (input !== undefined) cells.set(column.id, input);
  }
  return cells;
}

/** Notes the figures of a sheet row that belongs to no row of the table. Zeros and dashes say nothing. */
export function noteStrayRow(
  { reading, form, panel }: PanelReading,
  row: number,
  code: ReadingCode,
  facts: Readonly<Record<string, string>>,
): void {
  for (const { spec, slot } of panel.columns) {
    if (slot === undefined || spec.role !== "figure") continue;
    const at = slotCell(form.grid, row, slot);
    if (noteStray({ reading, form }, at.row, at.column, code, facts)) return;
  }
}

/**
 * Whether a sheet row prints the heads or the 栏次 of its grid once more, as on the next page of a long table. What stands there
 * belongs to no row.
 */
export function repeatsHeads({ reading, form, panel }: PanelReading, row: number): boolean {
  const { grid } = form;
  const numbers = normalised(reading.pack.frame.officialNumbers);
  if (grid.filled(row).some((cell) => cell.type === "text" && grid.textOf(cell) === numbers)) return true;
  const heads = panel.columns.filter(({ spec, slot }) => {
    const head = normalised(spec.head.at(-1) ?? "");
    return slot !== undefined && head !== "" && grid.own(row, slot.first) === head;
  });
  return heads.length > 1;
}

/** Whether a fixed row has a cell in a column: a printed — and an empty row have none. */
export function hasCell(fixed: FixedRow | undefined, column: ColumnId): boolean {
  return (fixed?.columns?.includes(column) ?? true) && !(fixed?.dashes?.includes(column) ?? false);
}

/** The filled cells of a label column in a sheet row, from left to right; none where the sheet prints no such label. */
export function labelCells(
  { reading, form, panel }: PanelReading,
  row: number,
  role: "name" | "number" | "code",
): readonly LabelCell[] {
  const slot = panel.columns.find(({ spec }) => spec.role === role)?.slot;
  const labels: LabelCell[] = [];
  if (slot === undefined) return labels;
  for (const cell of form.grid.filled(row)) {
    if (cell.column < slot.first || slot.last < cell.column) continue;
    // A number is what people see of it: a code of a year, a month and a day is a date.
    const text = cell.type === "number" ? displayText(cell, reading.date1904) : cell.text;
    labels.push({ text, offset: cell.column - slot.first });
  }
  return labels;
}

/** A label, and how many sheet columns right of its head's first one it stands. */
export interface LabelCell {
  readonly text: string;
  readonly offset: number;
}

/** What a row's label column says as a whole. */
export function labelText(at: PanelReading, row: number, role: "name" | "number" | "code"): string {
  return trimmed(
    labelCells(at, row, role)
      .map((cell) => cell.text)
      .join(""),
  );
}

function noteStray(
  { reading, form }: Pick<PanelReading, "reading" | "form">,
  row: number,
  column: number,
  code: ReadingCode,
  facts: Readonly<Record<string, string>>,
): boolean {
  const figure = strayFigure(form.grid.content.cell(row, column));
  if (figure === undefined) return false;
  const place = placeOn(form, { row, column });
  reading.findings.push(readingFinding(code, { ...facts, text: plain(figure) }, { place }));
  return true;
}
