import type { CellAddress, ColumnId, RowKey, TableId } from "../model/address.js";
import { isMoney, unitPower } from "../amount.js";
import { columnKey, NAME_COLUMN, type TableData, type Workbook } from "../model/workbook.js";
import type { Column, FixedRow, Pack, Table, Unit } from "../template/pack.js";
import { coarseTables } from "./coarse-tables.js";
import { codeOfKey, codeTree, flatTree, parentKey, type RowTree } from "./row-tree.js";

/** One table's rows and columns, and where its cells lie in the workbook's numbering of all cells. */
export interface TableLayout {
  readonly table: Table;
  readonly number: number;
  readonly keys: readonly RowKey[];
  readonly indexOf: ReadonlyMap<RowKey, number>;
  /** Classification codes by row; undefined for 合计-like rows and lists. */
  readonly codes: readonly (string | undefined)[];
  readonly names: readonly string[];
  readonly fixed: readonly (FixedRow | undefined)[];
  /** First row by code, short name or printed name. */
  readonly labels: ReadonlyMap<string, number>;
  /** Row by printed 行次. */
  readonly numbers: ReadonlyMap<number, number>;
  readonly tree: RowTree;
  /** For lists: the rows below each row of the parent's table, by its key. */
  readonly below: ReadonlyMap<RowKey, readonly number[]>;
  /** First cell number; cell (row, column) is base + row × width + column. */
  readonly base: number;
  readonly width: number;
  readonly columnIndex: ReadonlyMap<ColumnId, number>;
  /** Columns by short name, id and alias. */
  readonly columnNames: ReadonlyMap<string, number>;
}

/**
 * All cells of a workbook, numbered. Made anew only when a row comes, goes or is renamed; edits of figures share it.
 * Behind the last cell, one number per table stands for “a row this table does not have” ({@link absentCell}).
 */
export interface Layout {
  readonly pack: Pack;
  readonly tables: readonly TableLayout[];
  readonly byId: ReadonlyMap<TableId, TableLayout>;
  /** By short name and alias. */
  readonly byName: ReadonlyMap<string, TableLayout>;
  readonly cells: number;
  readonly printedUnits: Workbook["printedUnits"];
  /** Numbers of tables in 元 that were rounded in 万元 before, see `coarseTables`. */
  readonly coarse: ReadonlySet<number>;
  /** Whether a column of the pack is in 元, so that the terms of a sum may have to be converted. */
  readonly hasYuan: boolean;
}

/** Numbers every cell of the workbook's tables, in pack order. */
export function layOut(pack: Pack, workbook: Workbook): Layout {
  const tables: TableLayout[] = [];
  let base = 0;
  for (const [number, table] of pack.tables.entries()) {
    const layout = layOutTable(table, number, base, workbook.tables.get(table.id));
    tables.push(layout);
    base += layout.keys.length * layout.width;
  }
  const byName = new Map<string, TableLayout>();
  for (const layout of tables) for (const name of layout.table.aliases) byName.set(name, layout);
  for (const layout of tables) byName.set(layout.table.name, layout);
  const byId = new Map(tables.map((layout) => [layout.table.id, layout]));
  const hasYuan = pack.tables.some((table) => table.columns.some((column) => column.unit === "元"));
  const { printedUnits } = workbook;
  const coarse = coarseTables(tables, workbook);
  return { pack, tables, byId, byName, cells: base, printedUnits, coarse, hasYuan };
}

/** The number that stands for any row the table does not have: 0 where the table holds figures, blank where it holds none. */
export function absentCell(layout: Layout, table: TableLayout): number {
  return layout.cells + table.number;
}

/** The number of a cell, or undefined when the row is not there or does not have that column. */
export function cellNumber(layout: Layout, address: CellAddress): number | undefined {
  const table = layout.byId.get(address.table);
  const row = table?.indexOf.get(address.row);
  const column = table?.columnIndex.get(address.column);
  if (table === undefined || row === undefined || column === undefined) return undefined;
  return hasCell(table, row, address.column) ? table.base + row * table.width + column : undefined;
}

/** The address of a numbered cell; a number outside is a defect and throws. */
export function addressOf(layout: Layout, cell: number): CellAddress {
  const table = tableOfCell(layout, cell);
  const within = cell - table.base;
  const row = table.keys[Math.floor(within / table.width)];
  const column = table.table.columns[within % table.width];
  if (row === undefined || column === undefined) throw new RangeError(`no cell ${cell}`);
  return { table: table.table.id, row, column: column.id };
}

/** The table a cell number lies in, found by halving. */
export function tableOfCell(layout: Layout, cell: number): TableLayout {
  let low = 0;
  let high = layout.tables.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((layout.tables[middle]?.base ?? 0) <= cell) low = middle;
    else high = middle - 1;
  }
  const found = layout.tables[low];
  if (found === undefined) throw new RangeError(`no cell ${cell}`);
  return found;
}

/** Whether a row has a cell in a column: fixed rows may name theirs, and a printed — is no cell. */
export function hasCell(table: TableLayout, row: number, column: ColumnId): boolean {
  const fixed = table.fixed[row];
  if (fixed === undefined) return true;
  return (fixed.columns?.includes(column) ?? true) && !(fixed.dashes?.includes(column) ?? false);
}

/** A cell's unit: its row's where the row overrides it, else its column's. */
export function unitOf(table: TableLayout, row: number, column: Column): Unit | undefined {
  return column.kind === "amount" || column.kind === "count" ? (table.fixed[row]?.unit ?? column.unit) : column.unit;
}

/**
 * The decimal places to which a cell's figure, kept in the pack's unit, is printed; −1 for exact kinds (counts, scores, texts).
 * A sheet in 元 prints two places of 元, that is six of 万元.
 */
export function printedPlaces(layout: Layout, table: TableLayout, row: number, column: Column): number {
  if (column.kind !== "amount" && column.kind !== "percent") return -1;
  const unit = unitOf(table, row, column);
  if (unit !== undefined && unit !== "%" && !isMoney(unit)) return -1;
  const printed = layout.printedUnits.get(columnKey(table.table.id, column.id));
  return Math.max(0, (column.places ?? 2) + unitPower(printed, unit));
}

function layOutTable(table: Table, number: number, base: number, data: TableData | undefined): TableLayout {
  const rows = data?.rows ?? [];
  const keys = rows.map((row) => row.key);
  const specs = fixedRows(table);
  const fixed = keys.map((key) => specs.get(key) ?? specs.get(key.slice(key.lastIndexOf("/") + 1)));
  const isCode = table.rows.kind === "codes";
  const codes = keys.map(
    (key, index) => fixed[index]?.code ?? (isCode && fixed[index] === undefined ? codeOfKey(key) : undefined),
  );
  const nameColumn = table.rows.kind === "list" ? (table.rows.namedBy ?? NAME_COLUMN) : NAME_COLUMN;
  const names = rows.map((row, index) => {
    const input = row.inputs.get(nameColumn);
    return fixed[index]?.name ?? (input?.kind === "text" ? input.text : "");
  });
  return {
    table,
    number,
    keys,
    indexOf: numbered(keys),
    codes,
    names,
    fixed,
    labels: labelRows(codes, names, fixed),
    numbers: officialNumbers(fixed),
    tree: isCode ? codeTree(codes) : flatTree(keys.length),
    below: table.rows.kind === "list" ? rowsBelow(keys) : new Map(),
    base,
    width: table.columns.length,
    columnIndex: numbered(table.columns.map(({ id }) => id)),
    columnNames: nameColumns(table.columns),
  };
}

/** Columns by everything a reference may call them; of two that bear one name, the first. */
function nameColumns(columns: readonly Column[]): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const [index, { name, id, aliases }] of columns.entries()) {
    for (const text of [name, id, ...aliases]) if (!names.has(text)) names.set(text, index);
  }
  return names;
}

function officialNumbers(fixed: readonly (FixedRow | undefined)[]): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>();
  for (const [row, spec] of fixed.entries()) if (spec?.no !== undefined) numbers.set(spec.no, row);
  return numbers;
}

/** The place of each text; of two equal ones, the last. */
function numbered(texts: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (let place = 0; place < texts.length; place += 1) places.set(texts[place] ?? "", place);
  return places;
}

function rowsBelow(keys: readonly RowKey[]): ReadonlyMap<RowKey, readonly number[]> {
  const below = new Map<RowKey, number[]>();
  for (const [row, key] of keys.entries()) {
    const above = parentKey(key);
    const rows = above === undefined ? undefined : below.get(above);
    if (rows !== undefined) rows.push(row);
    else if (above !== undefined) below.set(above, [row]);
  }
  return below;
}

function labelRows(
  codes: readonly (string | undefined)[],
  names: readonly string[],
  fixed: readonly (FixedRow | undefined)[],
): ReadonlyMap<string, number> {
  const labels = new Map<string, number>();
  const label = (text: string | undefined, row: number): void => {
    if (text !== undefined && text !== "" && !labels.has(text)) labels.set(text, row);
  };
  codes.forEach((code, row) => {
    label(code, row);
  });
  fixed.forEach((spec, row) => {
    label(spec?.short, row);
  });
  names.forEach((name, row) => {
    label(name, row);
  });
  return labels;
}

/** The rows a table prints by themselves, by key: fixed rows, 合计 and footer rows of code tables, rows below each parent. */
export function fixedRows(table: Table): ReadonlyMap<RowKey, FixedRow> {
  const { rows } = table;
  const list =
    rows.kind === "fixed"
      ? rows.rows
      : rows.kind === "codes"
        ? [...(rows.total === undefined ? [] : [rows.total]), ...rows.footer]
        : (rows.fixed ?? []);
  return new Map(list.map((row) => [row.key, row]));
}
