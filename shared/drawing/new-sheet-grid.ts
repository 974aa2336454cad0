import type { ColumnId, RowKey } from "../model/address.js";
import type { GridRegion, Pack, Panel, PanelColumn, Table } from "../template/pack.js";
import type { NewContent } from "./new-content.js";
import { chosenColumns } from "../forms/panel-columns.js";
import { headCells, headDepth } from "../forms/head-cells.js";
import { bodyRows, type BodyRow } from "./new-sheet-rows.js";
import { runsDown, type Run } from "../forms/list-runs.js";
import { BLANK_VALUE, textValue, type Look, type SheetBuilder } from "./new-sheet.js";

/** What the regions of a form are made from. */
export interface RegionSource {
  readonly pack: Pack;
  readonly content: NewContent;
  /** The row of the repeating table this block stands for; absent in a blank block and outside of blocks. */
  readonly block?: RowKey;
}

/** The head rows of a grid on its sheet. */
export interface HeadRows {
  readonly first: number;
  readonly last: number;
}

/** Writes a grid: caption, head, 栏次, body. Gives its head rows, 栏次 included. */
export function addGrid(sheet: SheetBuilder, region: GridRegion, source: RegionSource): HeadRows {
  if (region.caption !== undefined) addCaption(sheet, region.caption);
  const panels = region.panels.map((panel) => chosenPanel(region, panel, source));
  const columns = panels.flatMap((panel) => panel.columns);
  const bodies = panels.map((panel) => bodyOf(panel, source));
  const first = sheet.row;
  addHead(sheet, columns);
  if (region.officialNumbers) addOfficialNumbers(sheet, bodies, source);
  const last = sheet.row - 1;
  const count = Math.max(1, ...bodies.map(({ rows }) => rows.length));
  for (let index = 0; index < count; index += 1) addBodyRow(sheet, bodies, index);
  addSideLabels(sheet, columns, first);
  return { first, last };
}

/** A line of its own above a grid, from edge to edge. */
export function addCaption(sheet: SheetBuilder, caption: string): void {
  const look: Look = { face: "body", size: sheet.size, horizontal: "left", wrap: true, border: true, bold: true };
  sheet.put(1, sheet.widths.length, textValue(caption), look);
  sheet.endRow(sheet.size * 2);
}

interface Body {
  readonly panel: Panel;
  readonly rows: readonly BodyRow[];
  /** Of the panel's text columns from the left, how their cells are merged down; only lists merge. */
  readonly runs: readonly (readonly Run[])[];
}

function bodyOf(panel: Panel, source: RegionSource): Body {
  const table = tableOf(source.pack, panel);
  const rows = bodyRows(panel, table, source);
  if (table.rows.kind !== "list") return { panel, rows, runs: [] };
  const texts = panel.columns.filter(({ role }) => role === "text");
  return { panel, rows, runs: runsDown(texts.map(({ column }) => rows.map((row) => textOf(row, column)))) };
}

function textOf(row: BodyRow, column: ColumnId | undefined): string {
  const value = column === undefined ? undefined : row.figure(column)?.value;
  return value?.kind === "text" ? value.text : "";
}

function tableOf(pack: Pack, panel: Panel): Table {
  const table = pack.tables.find(({ id }) => id === panel.table);
  if (table === undefined) throw new RangeError(`no table ${panel.table}`);
  return table;
}

/** The panel with its own columns, or with the other head that has a place for everything its rows hold. */
function chosenPanel(region: GridRegion, panel: Panel, source: RegionSource): Panel {
  const rows = (source.content.tables.get(panel.table) ?? []).filter(({ key }) => isInBlock(key, source.block));
  const held = new Set(rows.flatMap(({ cells }) => Object.keys(cells)));
  return { ...panel, columns: chosenColumns(region, panel, held) };
}

/** Whether a row belongs to a block, or the block is none. */
function isInBlock(key: RowKey, block: RowKey | undefined): boolean {
  return block === undefined || key.startsWith(`${block}/`);
}

function headLook(size: number): Look {
  return { face: "body", size, horizontal: "center", wrap: true, border: true };
}

function addHead(sheet: SheetBuilder, columns: readonly PanelColumn[]): void {
  const first = sheet.row;
  const cells = headCells(columns);
  const look = headLook(sheet.size);
  for (let level = 0; level < headDepth(columns); level += 1) {
    const starting = cells.filter((cell) => cell.level === level);
    for (const cell of starting) {
      sheet.put(cell.column + 1, cell.columns, textValue(cell.text), look, cell.levels);
    }
    const needed = cells
      .filter((cell) => cell.level <= level && cell.level + cell.levels > level)
      .map((cell) => sheet.heightOf(cell.text, cell.column + 1, cell.columns) / cell.levels);
    sheet.endRow(Math.max(sheet.size * 2, ...needed));
  }
  if (sheet.row === first) throw new RangeError("a grid without a head");
}

/** The row of printed column numbers. The parts of a code head stand beside it: the whole head repeats on every page. */
function addOfficialNumbers(sheet: SheetBuilder, bodies: readonly Body[], source: RegionSource): void {
  const look = headLook(sheet.size);
  let column = 1;
  for (const { panel } of bodies) {
    const table = tableOf(source.pack, panel);
    for (const each of panel.columns) {
      const span = each.span ?? 1;
      const no = table.columns.find(({ id }) => id === each.column)?.no ?? "";
      if (each.parts === undefined) {
        sheet.put(column, span, textValue(each.role === "name" ? source.pack.frame.officialNumbers : no), look);
      }
      for (const [index, part] of (each.parts ?? []).entries()) {
        sheet.put(column + index, 1, textValue(part), look);
      }
      column += span;
    }
  }
  sheet.endRow(sheet.rowHeight);
}

function addBodyRow(sheet: SheetBuilder, bodies: readonly Body[], index: number): void {
  let column = 1;
  let height = sheet.rowHeight;
  for (const { panel, rows, runs } of bodies) {
    const row = rows[index];
    const texts = panel.columns.filter(({ role }) => role === "text");
    for (const each of panel.columns) {
      const at: At = { column, span: each.span ?? 1, run: runs[texts.indexOf(each)]?.[index] ?? 1 };
      if (each.role !== "side") height = Math.max(height, addBodyCell(sheet, each, row, at));
      column += at.span;
    }
    for (const [at, text] of (row?.beside ?? []).entries()) {
      const look: Look = { face: "body", size: sheet.size, horizontal: "left", wrap: false, border: false };
      sheet.put(sheet.widths.length + 1 + at, 1, textValue(text), look);
    }
  }
  sheet.endRow(height);
}

/** Where a body cell stands and how far it reaches. */
interface At {
  readonly column: number;
  readonly span: number;
  readonly run: Run;
}

/** Writes one cell of the body and gives the height it needs. */
function addBodyCell(sheet: SheetBuilder, column: PanelColumn, row: BodyRow | undefined, at: At): number {
  const body: Look = { face: "body", size: sheet.size, horizontal: "left", wrap: true, border: true };
  if (column.role === "code") {
    sheet.put(at.column, at.span, textValue(row?.code ?? ""), { ...body, format: "@" });
    return 0;
  }
  if (column.role === "number") {
    sheet.put(at.column, at.span, textValue(row?.number ?? ""), { ...body, horizontal: "center" });
    return 0;
  }
  if (column.role === "name") {
    const { name = "", indent = 0, isTotal = false } = row ?? {};
    sheet.put(at.column, at.span, textValue(name), { ...body, horizontal: isTotal ? "center" : "left", indent });
    return sheet.heightOf(name, at.column, at.span, sheet.size, indent);
  }
  if (at.run === 0) return 0;
  const figure = row === undefined || column.column === undefined ? undefined : row.figure(column.column);
  const { value = BLANK_VALUE, format = "General", horizontal = "left" } = figure ?? {};
  sheet.put(at.column, at.span, value, { ...body, horizontal, format, wrap: column.role === "text" }, at.run);
  return column.role === "text" && value.kind === "text" ? sheet.heightOf(value.text, at.column, at.span) / at.run : 0;
}

/** Labels left of a grid, merged from the first row of its head to the last of its body. */
function addSideLabels(sheet: SheetBuilder, columns: readonly PanelColumn[], first: number): void {
  let column = 1;
  for (const each of columns) {
    const span = each.span ?? 1;
    if (each.role === "side") {
      sheet.putAt(first, column, span, textValue(each.head[0] ?? ""), headLook(sheet.size), sheet.row - first);
    }
    column += span;
  }
}
