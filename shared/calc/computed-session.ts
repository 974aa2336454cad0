import { addressKey, type CellAddress, type TableId } from "../model/address.js";
import type { Column } from "../template/pack.js";
import { isMoney } from "../amount.js";
import { columnKey } from "../model/workbook.js";
import type { Computed } from "./computed.js";
import { cellNumber, unitOf, type TableLayout } from "./layout.js";
import { computeCell } from "./compute.js";
import { parentKey } from "./row-tree.js";
import type { Bindings } from "./row-names.js";
import { resolveReference, sourceOf, type Session } from "./session.js";
import { asPrinted } from "./state.js";

/** A session as everything outside the engine reads it. */
export function computedOf(session: Session): Computed {
  const { plan, workbook, figures, lastYear } = session;
  const { layout } = plan;
  const tableOf = (id: TableId): TableLayout => {
    const table = layout.byId.get(id);
    if (table === undefined) throw new Error(`the pack has no table ${id}`);
    return table;
  };
  const columnOf = (id: TableId, column: string): Column => {
    const table = tableOf(id);
    const found = table.table.columns[table.columnIndex.get(column) ?? -1];
    if (found === undefined) throw new Error(`table ${id} has no column ${column}`);
    return found;
  };
  const input = (address: CellAddress) => {
    const row = tableOf(address.table).indexOf.get(address.row);
    return row === undefined ? undefined : workbook.tables.get(address.table)?.rows[row]?.inputs.get(address.column);
  };
  const figure: Computed["figure"] = (address) => {
    const cell = cellNumber(layout, address);
    return cell === undefined ? undefined : figures.standing.at(cell);
  };
  return {
    pack: layout.pack,
    workbook,
    table: (id) => tableOf(id).table,
    column: columnOf,
    rows: (id) => tableOf(id).keys,
    figure,
    printed: (address) => {
      const cell = cellNumber(layout, address);
      const value = figure(address);
      return cell === undefined || value === undefined ? undefined : asPrinted(plan, cell, value);
    },
    text: (address) => {
      const found = input(address);
      return found?.kind === "text" ? found.text : undefined;
    },
    unit: (address) => {
      const table = tableOf(address.table);
      return unitOf(table, table.indexOf.get(address.row) ?? -1, columnOf(address.table, address.column));
    },
    places: (address) => {
      const cell = cellNumber(layout, address);
      const places = cell === undefined ? -1 : (plan.places[cell] ?? -1);
      return places >= 0 ? places : (columnOf(address.table, address.column).places ?? 0);
    },
    printedUnit: (address) => {
      const table = tableOf(address.table);
      const own = unitOf(table, table.indexOf.get(address.row) ?? -1, columnOf(address.table, address.column));
      return isMoney(own) ? (layout.printedUnits.get(columnKey(address.table, address.column)) ?? own) : own;
    },
    rowName: (id, row) => tableOf(id).names[tableOf(id).indexOf.get(row) ?? -1] ?? "",
    rowCode: (id, row) => tableOf(id).codes[tableOf(id).indexOf.get(row) ?? -1],
    children: (id, row) => childrenOf(tableOf(id), row),
    parent: (id, row) => parentOf(tableOf(id), row),
    derived: (address) => {
      const cell = cellNumber(layout, address);
      const comparison = cell === undefined ? undefined : plan.comparisons[plan.definedBy[cell] ?? -1];
      if (cell === undefined || comparison === undefined) return undefined;
      return { computed: computeCell(comparison, cell, sourceOf(session, "exact")) };
    },
    resolve: (reference, at) =>
      resolveReference(layout, reference, at === undefined ? {} : boundTo(tableOf(at.table), at.row)),
    lastYear: (address) => lastYear.get(addressKey(address)),
    element: (id) => {
      const text = workbook.remarks.get(id)?.trim();
      return text === "" ? undefined : text;
    },
  };
}

function boundTo(table: TableLayout, key: string): Bindings {
  const row = table.indexOf.get(key);
  return row === undefined ? {} : { row: { table, row } };
}

function childrenOf(table: TableLayout, row: string): readonly string[] {
  if (table.table.rows.kind !== "codes") return table.keys.filter((key) => parentKey(key) === row);
  const children = table.tree.children[table.indexOf.get(row) ?? -1] ?? [];
  return children.map((child) => table.keys[child] ?? "");
}

function parentOf(table: TableLayout, row: string): string | undefined {
  if (table.table.rows.kind !== "codes") return parentKey(row);
  return table.keys[table.tree.parent[table.indexOf.get(row) ?? -1] ?? -1];
}
