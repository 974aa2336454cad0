import type { FixedRow, Table } from "./pack.js";

/** Everything a table's columns and own rows are called, for looking up what formulas and forms speak of. */
export interface TableNames {
  readonly table: Table;
  readonly columnIds: ReadonlySet<string>;
  /** Ids, names and aliases. */
  readonly columns: ReadonlySet<string>;
  readonly rowKeys: ReadonlySet<string>;
  /** Keys, codes, printed numbers, short and printed names. */
  readonly rows: ReadonlySet<string>;
}

/** Gathers a table's names. */
export function tableNames(table: Table): TableNames {
  const own = ownRows(table);
  return {
    table,
    columnIds: new Set(table.columns.map(({ id }) => id)),
    columns: new Set(table.columns.flatMap(({ id, name, aliases }) => [id, name, ...aliases])),
    rowKeys: new Set(own.map(({ key }) => key)),
    rows: new Set(own.flatMap(namesOfRow)),
  };
}

/** The rows a table prints by itself: fixed rows, 合计 and footer rows of code tables, the rows below each parent. */
export function ownRows(table: Table): readonly FixedRow[] {
  const { rows } = table;
  if (rows.kind === "fixed") return rows.rows;
  if (rows.kind === "list") return rows.fixed ?? [];
  return rows.total === undefined ? rows.footer : [rows.total, ...rows.footer];
}

function namesOfRow({ key, short, name, no, code }: FixedRow): readonly string[] {
  const optional = [short, code, no === undefined ? undefined : String(no)];
  return [key, name, ...optional.filter((text) => text !== undefined)];
}
