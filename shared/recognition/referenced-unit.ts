import type { FixedRow, Pack, Table, Unit } from "../template/pack.js";

/** The unit of the cell that a reference such as 收入.合计.本年收入合计 names, or undefined where it names none of the pack. */
export function referencedUnit(pack: Pack, reference: string): Unit | undefined {
  const [tableName, rowName, columnName] = referenceParts(reference);
  if (tableName === undefined || rowName === undefined || columnName === undefined) return undefined;
  const table = pack.tables.find(
    ({ id, name, aliases }) => id === tableName || name === tableName || aliases.includes(tableName),
  );
  const column = table?.columns.find(
    ({ id, name, aliases }) => id === columnName || name === columnName || aliases.includes(columnName),
  );
  if (table === undefined || column === undefined) return undefined;
  const row = fixedRowsOf(table).find(
    ({ key, no, name, short, code }) =>
      key === rowName || String(no) === rowName || name === rowName || short === rowName || code === rowName,
  );
  return column.kind === "amount" || column.kind === "count" ? (row?.unit ?? column.unit) : column.unit;
}

/** The rows a table prints by itself, whatever kind it is. */
export function fixedRowsOf(table: Table): readonly FixedRow[] {
  const { rows } = table;
  if (rows.kind === "fixed") return rows.rows;
  if (rows.kind === "codes") return [...(rows.total === undefined ? [] : [rows.total]), ...rows.footer];
  return rows.fixed ?? [];
}

/** The parts of 表.行.栏; a part that is not a bare word stands in lenticular brackets and may hold points. */
function referenceParts(reference: string): readonly string[] {
  const parts = reference.match(/\u3010[^\u3011]*\u3011|[^.]+/gu) ?? [];
  return parts.map((part) => part.replaceAll(/[\u3010\u3011]/gu, ""));
}
