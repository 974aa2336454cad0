import type { ColumnId, RowKey } from "../model/address.js";
import type { Classification, FixedRow, Pack, Panel, Table } from "../template/pack.js";
import type { NewContent, NewRow } from "./new-content.js";
import { newFigure, type NewFigure } from "./new-sheet-value.js";

/** A row of a grid's body as one panel shows it. */
export interface BodyRow {
  readonly name: string;
  readonly indent: number;
  readonly code?: string;
  /** The printed 行次. */
  readonly number?: string;
  readonly isTotal: boolean;
  readonly beside: readonly string[];
  figure(column: ColumnId): NewFigure | undefined;
}

/** Where the rows come from. */
export interface RowSource {
  readonly pack: Pack;
  readonly content: NewContent;
  readonly block?: RowKey;
}

/** The rows one panel shows from top to bottom; undefined leaves a sheet row empty. */
export function bodyRows(panel: Panel, table: Table, source: RowSource): readonly BodyRow[] {
  const rows = source.content.tables.get(table.id) ?? [];
  if (table.rows.kind === "codes") return codeRows(panel, table, table.rows, rows, source.pack);
  if (table.rows.kind === "fixed") return fixedRows(panel, table, table.rows.rows, rows, source.pack);
  const { block } = source;
  if (table.rows.fixed !== undefined) {
    return table.rows.fixed.map((row) => {
      const key = `${block ?? ""}/${row.key}`;
      return fixedRow(
        table,
        row,
        rows.find((each) => each.key === key),
        source.pack,
      );
    });
  }
  const own = rows.filter(({ key }) => block === undefined || key.startsWith(`${block}/`));
  return own.length > 0 ? own.map((row) => freeRow(table, row)) : blankRows(panel, table);
}

function codeRows(
  panel: Panel,
  table: Table,
  spec: Extract<Table["rows"], { kind: "codes" }>,
  rows: readonly NewRow[],
  pack: Pack,
): readonly BodyRow[] {
  const classification = pack.classifications.find(({ id }) => id === spec.classification);
  const printed = new Set([spec.total, ...spec.footer].map((row) => row?.key));
  const codes = rows.filter(({ key }) => !printed.has(key));
  const all = codes.length === 0 && spec.complete ? everyCode(classification) : codes;
  const shown = panel.categories?.flatMap((category) => all.filter((row) => codeOf(row).startsWith(category))) ?? all;
  const total = spec.total;
  return [
    ...(total === undefined ? [] : [{ ...fixedRow(table, total, rowOf(rows, total.key), pack), isTotal: true }]),
    ...(shown.length > 0 ? shown.map((row) => codeRow(table, row, classification)) : blankRows(panel, table)),
  ];
}

function everyCode(classification: Classification | undefined): readonly NewRow[] {
  return (classification?.entries ?? []).map(({ code }) => ({ key: code, cells: {} }));
}

function codeRow(table: Table, row: NewRow, classification: Classification | undefined): BodyRow {
  const code = codeOf(row);
  const deepest = Math.max(0, ...(classification?.entries ?? []).map((entry) => entry.code.length));
  return {
    ...freeRow(table, row),
    name: row.name ?? classification?.entries.find((entry) => entry.code === code)?.name ?? "",
    // As the forms print it: only the deepest level of the classification is set in.
    indent: code.length === deepest ? 1 : 0,
    code,
  };
}

/** The code of a row; a second row with the same code has `#2` behind it in its key. */
function codeOf(row: NewRow): string {
  return row.code ?? row.key.replace(/#\d+$/, "");
}

function rowOf(rows: readonly NewRow[], key: RowKey): NewRow | undefined {
  return rows.find((row) => row.key === key);
}

function fixedRows(
  panel: Panel,
  table: Table,
  fixed: readonly FixedRow[],
  rows: readonly NewRow[],
  pack: Pack,
): readonly BodyRow[] {
  const keys = panel.rows ?? fixed.map(({ key }) => key);
  return keys.map((key) => {
    const row = fixed.find((each) => each.key === key);
    return row === undefined ? blankRow(table) : fixedRow(table, row, rowOf(rows, row.key), pack);
  });
}

function fixedRow(table: Table, row: FixedRow, given: NewRow | undefined, pack: Pack): BodyRow {
  return {
    name: row.name,
    indent: row.level,
    ...(row.no === undefined ? {} : { number: String(row.no) }),
    isTotal: false,
    beside: given?.beside ?? [],
    figure(id) {
      const column = table.columns.find((each) => each.id === id);
      if (column === undefined || row.columns?.includes(id) === false) return undefined;
      const dash = row.dashes?.includes(id) === true ? pack.frame.dash : undefined;
      return newFigure(dash ?? given?.cells[id], column, row.unit ?? column.unit);
    },
  };
}

function freeRow(table: Table, row: NewRow): BodyRow {
  return {
    name: row.name ?? "",
    indent: 0,
    isTotal: false,
    beside: row.beside ?? [],
    figure(id) {
      const column = table.columns.find((each) => each.id === id);
      return column === undefined ? undefined : newFigure(row.cells[id], column, column.unit);
    },
  };
}

function blankRows(panel: Panel, table: Table): readonly BodyRow[] {
  return Array.from({ length: panel.blankRows ?? 0 }, () => blankRow(table));
}

function blankRow(table: Table): BodyRow {
  return freeRow(table, { key: "", cells: {} });
}
