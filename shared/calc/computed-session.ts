import { isMoney } from "../amount.js";
import type { Decimal } from "../decimal.js";
import { addressKey, type ColumnId, type RowKey, type TableId } from "../model/address.js";
import { columnKey } from "../model/workbook.js";
import type { Column } from "../template/pack.js";
import { computeCell } from "./compute.js";
import type { Computed } from "./computed.js";
import { cellNumber, unitOf, type Layout, type TableLayout } from "./layout.js";
import type { Plan } from "./plan.js";
import type { Bindings } from "./row-names.js";
import { parentKey } from "./row-tree.js";
import { resolveReference, sourceOf, type Session } from "./session.js";
import { asPrinted } from "./state.js";
import { withWorkingSheets, type Part } from "./working-sheet-cells.js";

/** A session as everything outside the engine reads it. */
export function computedOf(session: Session): Computed {
  const { plan, workbook, lastYear } = session;
  const { layout } = plan;
  return {
    pack: layout.pack,
    workbook,
    ...rowsAndColumns(layout),
    ...withWorkingSheets(layout, workbook, { ...cellContents(session), ...unitsAndPlaces(plan) }),
    resolve: (reference, at) =>
      resolveReference(layout, reference, at === undefined ? {} : boundTo(tableOf(layout, at.table), at.row)),
    lastYear: (address) => lastYear.get(addressKey(address)),
    element: (id) => {
      const text = workbook.remarks.get(id)?.trim();
      return text === "" ? undefined : text;
    },
  };
}

function rowsAndColumns(
  layout: Layout,
): Part<"table" | "column" | "rows" | "rowName" | "rowCode" | "children" | "parent"> {
  const at = (id: TableId, row: RowKey): { readonly table: TableLayout; readonly index: number } => {
    const table = tableOf(layout, id);
    return { table, index: table.indexOf.get(row) ?? -1 };
  };
  return {
    table: (id) => tableOf(layout, id).table,
    column: (id, column) => columnOf(tableOf(layout, id), column),
    rows: (id) => tableOf(layout, id).keys,
    rowName: (id, row) => {
      const { table, index } = at(id, row);
      return table.names[index] ?? "";
    },
    rowCode: (id, row) => {
      const { table, index } = at(id, row);
      return table.codes[index];
    },
    children: (id, row) => childrenOf(tableOf(layout, id), row),
    parent: (id, row) => parentOf(tableOf(layout, id), row),
  };
}

function cellContents(session: Session): Part<"figure" | "printed" | "text" | "derived" | "isDerived"> {
  const { plan, workbook, figures } = session;
  const { layout } = plan;
  const figureAt = (cell: number | undefined): Decimal | undefined =>
    cell === undefined ? undefined : figures.standing.at(cell);
  return {
    figure: (address) => figureAt(cellNumber(layout, address)),
    printed: (address) => {
      const cell = cellNumber(layout, address);
      const value = figureAt(cell);
      return cell === undefined || value === undefined ? undefined : asPrinted(plan, cell, value);
    },
    text: ({ table, row, column }) => {
      const index = tableOf(layout, table).indexOf.get(row);
      const found = index === undefined ? undefined : workbook.tables.get(table)?.rows[index]?.inputs.get(column);
      return found?.kind === "text" ? found.text : undefined;
    },
    isDerived: (address) => {
      const cell = cellNumber(layout, address);
      return cell !== undefined && (plan.definedBy[cell] ?? -1) >= 0;
    },
    derived: (address) => {
      const cell = cellNumber(layout, address);
      const comparison = cell === undefined ? undefined : plan.comparisons[plan.definedBy[cell] ?? -1];
      if (cell === undefined || comparison === undefined) return undefined;
      return { computed: computeCell(comparison, cell, sourceOf(session, "exact")) };
    },
  };
}

function unitsAndPlaces({ layout, places }: Plan): Part<"unit" | "printedUnit" | "places"> {
  const unit: Computed["unit"] = (address) => {
    const table = tableOf(layout, address.table);
    return unitOf(table, table.indexOf.get(address.row) ?? -1, columnOf(table, address.column));
  };
  return {
    unit,
    printedUnit: (address) => {
      const own = unit(address);
      return isMoney(own) ? (layout.printedUnits.get(columnKey(address.table, address.column)) ?? own) : own;
    },
    places: (address) => {
      const cell = cellNumber(layout, address);
      const printed = cell === undefined ? -1 : (places[cell] ?? -1);
      return printed >= 0 ? printed : (columnOf(tableOf(layout, address.table), address.column).places ?? 0);
    },
  };
}

function tableOf(layout: Layout, id: TableId): TableLayout {
  const table = layout.byId.get(id);
  if (table === undefined) throw new Error(`the pack has no table ${id}`);
  return table;
}

function columnOf(table: TableLayout, column: ColumnId): Column {
  const found = table.table.columns[table.columnIndex.get(column) ?? -1];
  if (found === undefined) throw new Error(`table ${table.table.id} has no column ${column}`);
  return found;
}

function boundTo(table: TableLayout, key: string): Bindings {
  const row = table.indexOf.get(key);
  return row === undefined ? {} : { row: { table, row } };
}

function childrenOf(table: TableLayout, row: string): readonly string[] {
  const isCode = table.table.rows.kind === "codes";
  const children = isCode ? table.tree.children[table.indexOf.get(row) ?? -1] : table.below.get(row);
  return children?.map((child) => table.keys[child] ?? "") ?? [];
}

function parentOf(table: TableLayout, row: string): string | undefined {
  if (table.table.rows.kind !== "codes") return parentKey(row);
  return table.keys[table.tree.parent[table.indexOf.get(row) ?? -1] ?? -1];
}
