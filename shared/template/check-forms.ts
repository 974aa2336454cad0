import { claim, type Filed } from "./check-tables.js";
import type { FieldsRegion, Form, GridRegion, Panel, PanelColumn } from "./pack.js";
import type { Report } from "./shape.js";
import { ownRows, type TableNames } from "./table-names.js";

/** Checks that forms show existing tables, rows and columns, that nothing of a table is left out, and that lines fill the sheet. */
export function checkForms(
  forms: readonly Filed<Form>[],
  tables: ReadonlyMap<string, TableNames>,
  codes: ReadonlyMap<string, ReadonlySet<string>>,
): void {
  const sheets = new Map<string, string>();
  const titles = new Map<string, string>();
  for (const { content: form, report } of forms) {
    claim(sheets, form.sheet, `${form.id}.sheet`, report);
    for (const title of [form.title, ...form.titleAliases]) claim(titles, title, `${form.id}.title`, report);
    const shown = new Shown(form, tables, report);
    for (const [index, region] of form.regions.entries()) {
      const path = `regions[${index}]`;
      if (region.repeatedBy !== undefined) shown.table(region.repeatedBy, `${path}.repeatedBy`);
      if (region.kind === "fields") checkFields(region, path, shown);
      else checkGrid(region, path, shown, codes);
    }
    shown.reportMissing();
  }
}

/** Which rows and columns of a form's tables its regions have a place for. */
class Shown {
  private readonly columns = new Map<string, Set<string>>();
  private readonly rows = new Map<string, Set<string>>();

  constructor(
    readonly form: Form,
    private readonly tables: ReadonlyMap<string, TableNames>,
    readonly report: Report,
  ) {
    for (const { table } of tables.values()) {
      if (table.form !== form.id) continue;
      this.columns.set(table.id, new Set());
      this.rows.set(table.id, new Set());
    }
  }

  table(id: string, path: string): TableNames | undefined {
    const table = this.columns.has(id) ? this.tables.get(id) : undefined;
    if (table === undefined) this.report(path, "unknown-name", { value: id, kind: "table" });
    return table;
  }

  column({ table, columnIds }: TableNames, column: string | undefined, path: string): void {
    if (column !== undefined && columnIds.has(column)) this.columns.get(table.id)?.add(column);
    else this.report(path, "unknown-name", { value: column ?? "", kind: "column" });
  }

  row({ table, rowKeys }: TableNames, row: string, path: string): void {
    if (rowKeys.has(row)) this.rows.get(table.id)?.add(row);
    else this.report(path, "unknown-name", { value: row, kind: "row" });
  }

  width(expected: number, found: number, path: string): void {
    if (expected !== found) {
      this.report(path, "wrong-width", { expected: String(expected), found: String(found) });
    }
  }

  reportMissing(): void {
    for (const [id, columns] of this.columns) {
      const table = this.tables.get(id)?.table;
      for (const column of table?.columns ?? []) {
        if (!columns.has(column.id)) this.report("regions", "not-shown", { value: column.id, table: id });
      }
      for (const { key } of table === undefined ? [] : ownRows(table)) {
        if (this.rows.get(id)?.has(key) !== true) this.report("regions", "not-shown", { value: key, table: id });
      }
    }
  }
}

function checkGrid(
  region: GridRegion,
  path: string,
  shown: Shown,
  codes: ReadonlyMap<string, ReadonlySet<string>>,
): void {
  const width = shown.form.print.widths.length;
  shown.width(width, spanOf(region.panels.flatMap(({ columns }) => columns)), `${path}.panels`);
  for (const [index, panel] of region.panels.entries()) {
    const place = `${path}.panels[${index}]`;
    const table = shown.table(panel.table, `${place}.table`);
    if (table === undefined) continue;
    checkPanelRows(panel, table, place, shown, codes);
    checkPanelColumns(panel.columns, table, `${place}.columns`, shown);
    for (const [at, columns] of (region.variants ?? []).entries()) {
      shown.width(width, spanOf(columns), `${path}.variants[${at}]`);
      checkPanelColumns(columns, table, `${path}.variants[${at}]`, shown);
    }
  }
}

function checkPanelRows(
  panel: Panel,
  names: TableNames,
  path: string,
  shown: Shown,
  codes: ReadonlyMap<string, ReadonlySet<string>>,
): void {
  const { rows } = names.table;
  for (const [index, row] of (panel.rows ?? []).entries()) {
    if (row !== null) shown.row(names, row, `${path}.rows[${index}]`);
  }
  if (panel.rows === undefined && rows.kind !== "codes") {
    for (const { key } of ownRows(names.table)) shown.row(names, key, path);
  }
  if (rows.kind !== "codes") return;
  if (rows.total !== undefined) shown.row(names, rows.total.key, path);
  const known = codes.get(rows.classification);
  for (const [index, category] of (panel.categories ?? []).entries()) {
    if (known?.has(category) === false) {
      shown.report(`${path}.categories[${index}]`, "unknown-name", { value: category, kind: "code" });
    }
  }
}

function checkPanelColumns(columns: readonly PanelColumn[], table: TableNames, path: string, shown: Shown): void {
  for (const [index, column] of columns.entries()) {
    const place = `${path}[${index}]`;
    if (column.role === "figure" || column.role === "text") shown.column(table, column.column, place);
    if (column.parts !== undefined) shown.width(column.span ?? 1, column.parts.length, `${place}.parts`);
  }
}

/** Every line fills the sheet from edge to edge, together with the labels that reach down from above. */
function checkFields(region: FieldsRegion, path: string, shown: Shown): void {
  const table = shown.table(region.table, `${path}.table`);
  const reach = new Map<number, number>();
  for (const [index, line] of region.lines.entries()) {
    let width = reach.get(index) ?? 0;
    for (const [at, cell] of line.cells.entries()) {
      width += cell.span;
      if (cell.kind === "label") {
        for (let below = 1; below < (cell.rows ?? 1); below += 1) {
          reach.set(index + below, (reach.get(index + below) ?? 0) + cell.span);
        }
        continue;
      }
      const place = `${path}.lines[${index}].cells[${at}]`;
      if (table === undefined) continue;
      shown.column(table, cell.column, place);
      if (cell.row !== undefined) shown.row(table, cell.row, place);
    }
    shown.width(shown.form.print.widths.length, width, `${path}.lines[${index}]`);
  }
}

function spanOf(columns: readonly PanelColumn[]): number {
  return columns.reduce((width, column) => width + (column.span ?? 1), 0);
}
