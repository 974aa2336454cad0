import { ZERO, type Decimal } from "../decimal.js";
import type { ColumnId, RowKey, TableId } from "../model/address.js";
import {
  LAST_YEAR_TABLE,
  NAME_COLUMN,
  type CellInput,
  type DerivedMark,
  type Profile,
  type RowData,
  type TableData,
  type Workbook,
} from "../model/workbook.js";
import type { FixedRow, Pack, Table } from "../template/pack.js";
import type { CompiledFormula } from "./compiled-rules.js";
import { computeFigures, type Mark } from "./compute.js";
import { addressOf, fixedRows, type Layout } from "./layout.js";
import { parentKey } from "./row-tree.js";
import { compareAll, groundOf, indexLastYear, planFor, sourceOf, type Session } from "./session.js";
import { Vector } from "./vector.js";

/** A row as found in a file: every cell it holds, derived ones included, and the name printed in it. */
export interface FoundRow {
  readonly key: RowKey;
  readonly name?: string;
  readonly cells: ReadonlyMap<ColumnId, CellInput>;
}

/** A workbook as found in a file, before anything is computed. */
export interface FoundWorkbook {
  readonly profile: Profile;
  readonly tables: ReadonlyMap<TableId, { readonly rows: readonly FoundRow[] }>;
  readonly remarks: ReadonlyMap<string, string>;
  readonly emptySentences: ReadonlyMap<string, string>;
  /** As in {@link Workbook}; none when absent. */
  readonly printedUnits?: Workbook["printedUnits"];
  /** Last year's figures by their written reference 表.行.栏, each in the unit of the cell it names. */
  readonly lastYear: ReadonlyMap<string, Decimal>;
}

/**
 * Opens what a file holds: figures found in derived cells become residuals or stated figures, everything else is input.
 * Rows a table always prints are there even when the file lacks them.
 */
export function openSession(pack: Pack, formulas: readonly CompiledFormula[], found: FoundWorkbook): Session {
  const raw: Workbook = {
    packId: pack.id,
    profile: found.profile,
    tables: new Map([
      ...pack.tables.map((table) => [table.id, completeRows(table, found)] as const),
      [LAST_YEAR_TABLE, lastYearRows(found.lastYear)],
    ]),
    remarks: found.remarks,
    emptySentences: found.emptySentences,
    printedUnits: found.printedUnits ?? new Map(),
  };
  const plan = planFor(formulas, raw, pack);
  const lastYear = indexLastYear(plan.layout, raw);
  const { inputs, inDerived } = figuresFound(plan.layout, raw, plan.definedBy);
  const computation = computeFigures(groundOf(plan, raw, lastYear), inputs, inDerived, new Map(), true);
  const workbook = withMarks(raw, plan.layout, plan.definedBy, computation.marks);
  const session: Session = {
    formulas,
    plan,
    workbook,
    figures: computation.figures,
    outcomes: Vector.from([]),
    lastYear,
    blanks: computation.blanks,
  };
  const marked = new Set(computation.marks.keys());
  return { ...session, outcomes: compareAll(plan, sourceOf(session, "printed"), session.figures, marked) };
}

/** All rows of a table in order: the rows it always prints, and those found. */
function completeRows(table: Table, found: FoundWorkbook): TableData {
  const rows = found.tables.get(table.id)?.rows ?? [];
  const fixed = fixedRows(table);
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const printed = (spec: FixedRow, key = spec.key): RowData => toRowData(byKey.get(key) ?? { key, cells: new Map() });
  const { rows: spec } = table;
  if (spec.kind === "fixed") return { rows: spec.rows.map((row) => printed(row)) };
  if (spec.kind === "codes") {
    const total = spec.total === undefined ? [] : [printed(spec.total)];
    const codes = rows.filter((row) => !fixed.has(row.key)).map(toRowData);
    return { rows: [...total, ...codes, ...spec.footer.map((row) => printed(row))] };
  }
  if (spec.parent !== undefined && spec.fixed !== undefined) {
    const parents = found.tables.get(spec.parent)?.rows ?? [];
    return {
      rows: parents.flatMap((parent) => (spec.fixed ?? []).map((row) => printed(row, `${parent.key}/${row.key}`))),
    };
  }
  const order = new Map((found.tables.get(spec.parent ?? "")?.rows ?? []).map((row, index) => [row.key, index]));
  const place = (row: FoundRow): number => order.get(parentKey(row.key) ?? "") ?? 0;
  return { rows: [...rows].sort((a, b) => place(a) - place(b)).map(toRowData) };
}

function toRowData(row: FoundRow): RowData {
  const inputs = new Map(row.cells);
  if (row.name !== undefined && row.name !== "" && !inputs.has(NAME_COLUMN)) {
    inputs.set(NAME_COLUMN, { kind: "text", text: row.name });
  }
  return { key: row.key, inputs, marks: new Map() };
}

function lastYearRows(figures: ReadonlyMap<string, Decimal>): TableData {
  const rows = [...figures].map(([key, value]): RowData => {
    return { key, inputs: new Map([["amount", { kind: "amount", value }]]), marks: new Map() };
  });
  return { rows };
}

/** Splits the figures of a workbook into those of input cells and those found in derived cells; a text there, such as —, is 0. */
export function figuresFound(
  layout: Layout,
  workbook: Workbook,
  definedBy: Int32Array,
): { readonly inputs: (Decimal | undefined)[]; readonly inDerived: ReadonlyMap<number, Decimal> } {
  const inputs = new Array<Decimal | undefined>(layout.cells + layout.tables.length);
  const inDerived = new Map<number, Decimal>();
  for (const table of layout.tables) {
    const rows = workbook.tables.get(table.table.id)?.rows ?? [];
    for (const [row, { inputs: cells }] of rows.entries()) {
      for (const [column, input] of cells) {
        const at = table.columnIndex.get(column);
        if (at === undefined || table.table.columns[at]?.kind === "text") continue;
        const cell = table.base + row * table.width + at;
        const isDerived = (definedBy[cell] ?? -1) >= 0;
        if (input.kind === "amount") {
          if (isDerived) inDerived.set(cell, input.value);
          else inputs[cell] = input.value;
        } else if (isDerived && isDash(input.text)) inDerived.set(cell, ZERO);
      }
    }
  }
  return { inputs, inDerived };
}

/** A printed dash of any length and width stands for “nothing”; other text in a figure's cell is unreadable and reported by the reader. */
function isDash(text: string): boolean {
  return /^[-\u2010-\u2015\u2212\uFF0D\u2500]+$/u.test(text.trim());
}

/** The workbook with derived cells' figures taken out of the inputs and their marks put in. */
function withMarks(raw: Workbook, layout: Layout, definedBy: Int32Array, marks: ReadonlyMap<number, Mark>): Workbook {
  const marksByRow = new Map<string, Map<ColumnId, DerivedMark>>();
  for (const [cell, mark] of marks) {
    const { table, row, column } = addressOf(layout, cell);
    const key = `${table}!${row}`;
    marksByRow.set(key, (marksByRow.get(key) ?? new Map<ColumnId, DerivedMark>()).set(column, mark));
  }
  const tables = new Map(raw.tables);
  for (const table of layout.tables) {
    const rows = (raw.tables.get(table.table.id)?.rows ?? []).map((row, index) => {
      const inputs = new Map(row.inputs);
      for (const [at, column] of table.table.columns.entries()) {
        if ((definedBy[table.base + index * table.width + at] ?? -1) >= 0) inputs.delete(column.id);
      }
      return {
        key: row.key,
        inputs,
        marks: marksByRow.get(`${table.table.id}!${row.key}`) ?? new Map<ColumnId, DerivedMark>(),
      };
    });
    tables.set(table.table.id, { rows });
  }
  return { ...raw, tables };
}
