import { fixedRows } from "../../shared/calc/layout.js";
import type { FoundRow, FoundWorkbook } from "../../shared/calc/open.js";
import { parseDecimal } from "../../shared/decimal.js";
import { parseExpression } from "../../shared/expression/parse.js";
import type { CellAddress, ColumnId, RowKey, TableId } from "../../shared/model/address.js";
import type { CellInput } from "../../shared/model/workbook.js";
import type { Pack, RuleExample, Table } from "../../shared/template/pack.js";

/** A workbook that holds what an example of a rule gives and nothing else, as if it had been found in a file. */
export function workbookOf(pack: Pack, example: RuleExample): FoundWorkbook {
  const draft = new DraftWorkbook(pack);
  for (const [reference, text] of Object.entries(example.given)) draft.put(reference, text);
  for (const [table, names] of Object.entries(example.names ?? {})) {
    for (const [row, name] of Object.entries(names)) draft.name(table, row, name);
  }
  return {
    profile: { department: "某局", year: pack.years[0] ?? 2020 },
    tables: draft.tables(),
    remarks: draft.remarks,
    emptySentences: new Map(Object.entries(example.emptySentences ?? {})),
    lastYear: new Map(),
  };
}

interface DraftRow {
  name?: string;
  readonly cells: Map<ColumnId, CellInput>;
}

class DraftWorkbook {
  readonly remarks = new Map<string, string>();
  private readonly drafts = new Map<TableId, Map<RowKey, DraftRow>>();

  constructor(private readonly pack: Pack) {}

  /** Puts the text of one cell (`表.行.栏`) or element (`要素.编号`). */
  put(reference: string, text: string): void {
    const parsed = parseExpression(reference);
    if (!parsed.ok) throw new Error(`no reference: ${reference}`);
    if (parsed.expression.kind === "element") {
      this.remarks.set(parsed.expression.id, text);
      return;
    }
    if (parsed.expression.kind !== "cell" || parsed.expression.row.kind !== "named")
      throw new Error(`no cell: ${reference}`);
    const { table: tableName, row, column } = parsed.expression;
    const table = this.pack.tables.find((one) => one.name === tableName || one.aliases.includes(tableName));
    if (table === undefined) throw new Error(`no table in ${reference}`);
    const spec = table.columns.find((one) => one.name === column.name || one.id === column.name);
    if (spec === undefined) throw new Error(`no column in ${reference}`);
    const amount = spec.kind === "text" ? undefined : parseDecimal(text.replace(/%$/, ""));
    const input: CellInput = amount === undefined ? { kind: "text", text } : { kind: "amount", value: amount };
    this.row({ table: table.id, row: rowKey(table, row.name), column: spec.id }).cells.set(spec.id, input);
  }

  name(table: TableId, row: RowKey, name: string): void {
    this.row({ table, row, column: "" }).name = name;
  }

  tables(): ReadonlyMap<TableId, { rows: readonly FoundRow[] }> {
    return new Map(
      [...this.drafts].map(([table, rows]) => [
        table,
        {
          rows: [...rows]
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, { name, cells }]) => ({ key, ...(name === undefined ? {} : { name }), cells })),
        },
      ]),
    );
  }

  private row({ table, row }: CellAddress): DraftRow {
    const spec = this.pack.tables.find(({ id }) => id === table)?.rows;
    if (spec?.kind === "list" && spec.parent !== undefined) {
      this.row({ table: spec.parent, row: row.slice(0, row.indexOf("/")), column: "" });
    }
    const rows = this.drafts.get(table) ?? new Map<RowKey, DraftRow>();
    this.drafts.set(table, rows);
    const found = rows.get(row) ?? { cells: new Map<ColumnId, CellInput>() };
    rows.set(row, found);
    return found;
  }
}

/** The key of a row named as rules name it: 行次, short name, printed name or code; `p1/年度资金总额` below a list's row. */
function rowKey(table: Table, name: string): RowKey {
  const slash = name.indexOf("/");
  const own = name.slice(slash + 1);
  for (const [key, row] of fixedRows(table)) {
    const isNamed = [key, row.short, row.name, row.code, row.no === undefined ? undefined : String(row.no)].includes(
      own,
    );
    if (isNamed) return name.slice(0, slash + 1) + key;
  }
  if (table.rows.kind === "fixed") throw new Error(`no row ${name} in ${table.id}`);
  return name;
}
