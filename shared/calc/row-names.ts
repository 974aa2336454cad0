import type { ColumnPart, RowPart, RowSet, RowSetMember } from "../expression/expression.js";
import type { Layout, TableLayout } from "./layout.js";
import { parentKey } from "./row-tree.js";

/** The row a loop stands at. */
export interface BoundRow {
  readonly table: TableLayout;
  readonly row: number;
}

/** Loop variables: `@行` is a row, `@栏` a column name. */
export interface Bindings {
  readonly row?: BoundRow | undefined;
  readonly column?: string | undefined;
}

/** Where a row part leads: a row, a row the table merely does not have, or nothing such a table could ever have. */
export type FoundRow =
  { readonly kind: "row"; readonly row: number } | { readonly kind: "absent" } | { readonly kind: "unknown" };

const UNKNOWN: FoundRow = { kind: "unknown" };

/**
 * Finds the row of a table that a row part names: by key, by classification code, by printed 行次 (one or two digits), by
 * short name or printed name. `@行` is the same row in its own table, the parent in the parent's table, and elsewhere the
 * row with the same code (or the same key, so that 合计 meets 合计); a code's second row meets none.
 */
export function findRowPart(table: TableLayout, part: RowPart, bindings: Bindings): FoundRow {
  if (part.kind === "named") return byName(table, part.name);
  const bound = bindings.row;
  if (part.name !== "行" || bound === undefined) return UNKNOWN;
  const key = bound.table.keys[bound.row] ?? "";
  if (part.below !== undefined) return below(table, key, part.below);
  if (bound.table.number === table.number) return { kind: "row", row: bound.row };
  const above = parentKey(key);
  if (
    above !== undefined &&
    bound.table.table.rows.kind === "list" &&
    bound.table.table.rows.parent === table.table.id
  ) {
    return byName(table, above);
  }
  const code = bound.table.codes[bound.row];
  return isRepeated(bound, key, code) ? UNKNOWN : byName(table, code ?? key);
}

/** A code's second row has no counterpart elsewhere: the first one has it, and the second is a finding of its own. */
function isRepeated(bound: BoundRow, key: string, code: string | undefined): boolean {
  return code !== undefined && code !== key && bound.table.fixed[bound.row] === undefined;
}

/** The column a column part names, by short name, alias or id. */
export function findColumnPart(table: TableLayout, part: ColumnPart, bindings: Bindings): number | undefined {
  const name = part.kind === "named" ? part.name : part.name === "栏" ? bindings.column : undefined;
  if (name === undefined) return undefined;
  return table.columnNames.get(name);
}

/** The rows of a set, in row order, each once. */
export function rowsOfSet(table: TableLayout, set: RowSet, bindings: Bindings): readonly number[] {
  const only = set.members[0];
  if (only?.kind === "children" && set.members.length === 1) return childRows(table, only.of, bindings);
  const chosen = new Set<number>();
  for (const member of set.members) for (const row of rowsOfMember(table, member, bindings)) chosen.add(row);
  return [...chosen].sort((a, b) => a - b);
}

/** The table a reference names, by short name or alias. */
export function findTable(layout: Layout, name: string): TableLayout | undefined {
  return layout.byName.get(name) ?? layout.byId.get(name);
}

function rowsOfMember(table: TableLayout, member: RowSetMember, bindings: Bindings): readonly number[] {
  switch (member.kind) {
    case "row": {
      const found = byName(table, member.name);
      return found.kind === "row" ? [found.row] : [];
    }
    case "children":
      return childRows(table, member.of, bindings);
    case "below-all":
      return rowsWhere(table, (row) => table.fixed[row] !== undefined && named(table, row, member.name));
    case "containing":
      return rowsWhere(table, (row) => (table.names[row] ?? "").includes(member.text));
    case "numbers":
      return rowsWhere(table, (row) => {
        const no = table.fixed[row]?.no;
        return no !== undefined && no >= member.from && no <= member.to;
      });
    default:
      return rowsWhere(table, (row) => isOfKind(table, row, member.kind));
  }
}

type PlainKind = "all" | "codes" | "category" | "section" | "item" | "leaves" | "parents" | "roots";

function isOfKind(table: TableLayout, row: number, kind: PlainKind): boolean {
  if (kind === "all") return true;
  const code = table.codes[row];
  if (code === undefined) return false;
  const hasChildren = (table.tree.children[row]?.length ?? 0) > 0;
  switch (kind) {
    case "codes":
      return true;
    case "category":
      return code.length === 3;
    case "section":
      return code.length === 5;
    case "item":
      return code.length === 7;
    case "leaves":
      return !hasChildren;
    case "parents":
      return hasChildren;
    case "roots":
      return table.tree.parent[row] === -1;
  }
}

function childRows(table: TableLayout, of: RowPart, bindings: Bindings): readonly number[] {
  const bound = bindings.row;
  const { rows } = table.table;
  if (of.kind === "variable" && bound !== undefined && rows.kind === "list" && rows.parent === bound.table.table.id) {
    return table.below.get(bound.table.keys[bound.row] ?? "") ?? [];
  }
  const found = findRowPart(table, of, bindings);
  return found.kind === "row" ? (table.tree.children[found.row] ?? []) : [];
}

function byName(table: TableLayout, name: string): FoundRow {
  const direct = table.indexOf.get(name);
  if (direct !== undefined) return { kind: "row", row: direct };
  const row =
    name.length <= 2 && /^\d+$/.test(name) ? table.numbers.get(Number.parseInt(name, 10)) : table.labels.get(name);
  if (row !== undefined) return { kind: "row", row };
  return table.table.rows.kind === "codes" && /^\d{3,}$/.test(name) ? { kind: "absent" } : UNKNOWN;
}

function named(table: TableLayout, row: number, name: string): boolean {
  const fixed = table.fixed[row];
  if (fixed !== undefined) return fixed.short === name || fixed.name === name || fixed.code === name;
  return table.codes[row] === name || table.names[row] === name;
}

function below(table: TableLayout, parent: string, name: string): FoundRow {
  const row = table.below.get(parent)?.find((one) => named(table, one, name));
  return row === undefined ? UNKNOWN : { kind: "row", row };
}

function rowsWhere(table: TableLayout, holds: (row: number) => boolean): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < table.keys.length; row += 1) if (holds(row)) rows.push(row);
  return rows;
}
