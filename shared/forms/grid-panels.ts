import type { ColumnId, RowKey } from "../model/address.js";
import type { FixedRow, GridRegion, PanelColumn, Table } from "../template/pack.js";
import { fixedRows } from "../calc/layout.js";
import { bodyKeys, type BodyKeys } from "./body-keys.js";
import { runsDown, type Run } from "./list-runs.js";
import { chosenColumns } from "./panel-columns.js";
import { blockRow, type SectionSource } from "./section.js";

/** One panel of a grid, with its rows and how its list's texts are merged down. */
export interface GridPanel {
  readonly table: Table;
  readonly columns: readonly PanelColumn[];
  readonly body: BodyKeys;
  fixed(row: RowKey): FixedRow | undefined;
  /** Row by key, the first where one stands twice. */
  rowOf(key: RowKey): number | undefined;
  /** Of a text column, how many rows each row's cell reaches over; undefined where the column is not merged. */
  runs(column: PanelColumn): readonly Run[] | undefined;
}

/** What stands in one sheet column of a grid. */
export interface GridSlot {
  readonly panel: GridPanel;
  readonly column: PanelColumn;
  /** The first sheet column of the panel column, and which of its columns this is. */
  readonly first: number;
  readonly part: number;
}

/** The panels of a grid, left to right. */
export function gridPanels(region: GridRegion, source: SectionSource): readonly GridPanel[] {
  return region.panels.map((panel) => {
    const table = source.computed.table(panel.table);
    const body = bodyKeys(region, panel, table, source);
    const held = region.variants === undefined ? new Set<ColumnId>() : heldColumns(table, body, source);
    const columns = chosenColumns(region, panel, held);
    const fixed = fixedRows(table);
    return {
      table,
      columns,
      body,
      fixed: (key) => fixed.get(key) ?? fixed.get(key.slice(key.lastIndexOf("/") + 1)),
      rowOf: rowFinder(body),
      runs: runFinder(table, columns, body, source),
    };
  });
}

/** The slots of all sheet columns the panels cover. */
export function gridSlots(panels: readonly GridPanel[]): readonly GridSlot[] {
  const slots: GridSlot[] = [];
  for (const panel of panels) {
    for (const column of panel.columns) {
      const first = slots.length;
      for (let part = 0; part < (column.span ?? 1); part += 1) slots.push({ panel, column, first, part });
    }
  }
  return slots;
}

/** The columns that hold anything in the rows shown; a block that holds nothing is headed like the table's other blocks. */
function heldColumns(table: Table, body: BodyKeys, { computed }: SectionSource): ReadonlySet<ColumnId> {
  const heldIn = (keys: readonly (RowKey | undefined)[]): ReadonlySet<ColumnId> => {
    const ids = table.columns.map(({ id }) => id);
    const holds = (column: ColumnId): boolean =>
      keys.some((row) => {
        if (row === undefined) return false;
        const at = { table: table.id, row, column };
        return computed.text(at) !== undefined || computed.figure(at) !== undefined;
      });
    return new Set(ids.filter(holds));
  };
  const own = heldIn(body.keys);
  return own.size > 0 ? own : heldIn(computed.rows(table.id));
}

function rowFinder({ keys }: BodyKeys): GridPanel["rowOf"] {
  let rows: Map<RowKey, number> | undefined;
  return (key) => {
    if (rows === undefined) {
      rows = new Map();
      for (const [row, each] of keys.entries()) if (each !== undefined && !rows.has(each)) rows.set(each, row);
    }
    return rows.get(key);
  };
}

/** Only lists are merged down, from their first text column on. */
function runFinder(
  table: Table,
  columns: readonly PanelColumn[],
  { keys }: BodyKeys,
  source: SectionSource,
): GridPanel["runs"] {
  if (table.rows.kind !== "list") return () => undefined;
  const texts = columns.filter(({ role }) => role === "text");
  let runs: readonly (readonly Run[])[] | undefined;
  return (column) => {
    runs ??= runsDown(texts.map((each) => keys.map((row) => textAt(source, table, row, each.column))));
    return runs[texts.indexOf(column)];
  };
}

function textAt(
  { computed }: SectionSource,
  table: Table,
  row: RowKey | undefined,
  column: ColumnId | undefined,
): string {
  if (row === undefined || column === undefined) return "";
  return computed.text({ table: table.id, row, column }) ?? "";
}

/** The row a blank line of a list or block stands below: the block's. */
export function parentOfNew(table: Table, source: SectionSource): RowKey | undefined {
  return table.rows.kind === "list" && table.rows.parent !== undefined ? blockRow(source) : undefined;
}
