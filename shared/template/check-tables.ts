import type { Column, Table } from "./pack.js";
import type { Report } from "./shape.js";
import { ownRows } from "./table-names.js";

/** What stands in one file, with the way to report about it. */
export interface Filed<Content> {
  readonly content: Content;
  readonly path: string;
  readonly report: Report;
}

/** Checks that names are unique where expressions look them up, and that tables refer to what exists. */
export function checkTables(
  tables: readonly Filed<Table>[],
  forms: ReadonlySet<string>,
  codes: ReadonlyMap<string, ReadonlySet<string>>,
): void {
  const ids = new Map<string, string>();
  const names = new Map<string, string>();
  const byId = new Map(tables.map(({ content }) => [content.id, content]));
  const known = new Set([...codes.values()].flatMap((each) => [...each]));
  for (const { content: table, path, report } of tables) {
    claim(ids, table.id, `${path}.id`, report);
    for (const [index, label] of [table.name, ...table.aliases].entries()) {
      claim(names, label, index === 0 ? `${path}.name` : `${path}.aliases[${index - 1}]`, report);
    }
    if (!forms.has(table.form)) report(`${path}.form`, "unknown-name", { value: table.form, kind: "form" });
    checkColumns(table.columns, path, report);
    checkRowsSpec(table, path, report, byId, codes);
    checkOwnRows(table, path, report, known);
  }
}

/** Notes that a name is taken, or reports that it is taken already. */
export function claim(taken: Map<string, string>, value: string, path: string, report: Report): void {
  const first = taken.get(value);
  if (first === undefined) taken.set(value, path);
  else report(path, "duplicate", { value, first });
}

function checkColumns(columns: readonly Column[], path: string, report: Report): void {
  const ids = new Map<string, string>();
  const names = new Map<string, string>();
  for (const [index, column] of columns.entries()) {
    const place = `${path}.columns[${index}]`;
    claim(ids, column.id, `${place}.id`, report);
    claim(names, column.name, `${place}.name`, report);
    for (const [at, alias] of column.aliases.entries()) claim(names, alias, `${place}.aliases[${at}]`, report);
  }
}

function checkRowsSpec(
  table: Table,
  path: string,
  report: Report,
  byId: ReadonlyMap<string, Table>,
  codes: ReadonlyMap<string, ReadonlySet<string>>,
): void {
  const { rows } = table;
  const columns = new Set(table.columns.map(({ id }) => id));
  if (rows.kind === "codes" && !codes.has(rows.classification)) {
    report(`${path}.rows.classification`, "unknown-name", { value: rows.classification, kind: "classification" });
  }
  if (rows.kind === "list") {
    const parent = rows.parent === undefined ? undefined : byId.get(rows.parent)?.rows;
    if (rows.parent !== undefined && (parent?.kind !== "list" || parent.parent !== undefined)) {
      report(`${path}.rows.parent`, "unknown-name", { value: rows.parent, kind: "parent-table" });
    }
    if (rows.namedBy !== undefined && !columns.has(rows.namedBy)) {
      report(`${path}.rows.namedBy`, "unknown-name", { value: rows.namedBy, kind: "column" });
    }
  }
}

function checkOwnRows(table: Table, path: string, report: Report, codes: ReadonlySet<string>): void {
  const columns = new Set(table.columns.map(({ id }) => id));
  const keys = new Map<string, string>();
  const labels = new Map<string, string>();
  const numbers = new Map<string, string>();
  for (const row of ownRows(table)) {
    const place = `${path}.rows.${row.key}`;
    claim(keys, row.key, place, report);
    const label = row.short ?? row.name;
    if (label !== "") claim(labels, label, place, report);
    if (row.no !== undefined) claim(numbers, String(row.no), `${place}.no`, report);
    if (row.code !== undefined && !codes.has(row.code)) {
      report(`${place}.code`, "unknown-name", { value: row.code, kind: "code" });
    }
    for (const column of [...(row.columns ?? []), ...(row.dashes ?? [])]) {
      if (!columns.has(column)) report(place, "unknown-name", { value: column, kind: "column" });
    }
  }
}
