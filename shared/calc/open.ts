import { ZERO, type Decimal } from "../decimal.js";
import type { ColumnId, RowKey, TableId } from "../model/address.js";
import {
  LAST_YEAR_COLUMN,
  LAST_YEAR_TABLE,
  NAME_COLUMN,
  type CellInput,
  type DerivedMark,
  type Profile,
  type RowData,
  type TableData,
  type Workbook,
} from "../model/workbook.js";
import type { Pack, Table } from "../template/pack.js";
import type { CompiledFormula } from "./compiled-rules.js";
import { computeFigures } from "./compute.js";
import { fixedRows, type Layout } from "./layout.js";
import { parentKey } from "./row-tree.js";
import { compareAll, groundOf, indexLastYear, planFor, sourceOf, type Session } from "./session.js";
import { Vector } from "./vector.js";
import { withMarks } from "./with-marks.js";

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
  const { inputs, inDerived, covered } = figuresFound(plan.layout, raw, plan.definedBy);
  const computation = computeFigures(groundOf(plan, raw, lastYear), inputs, inDerived, new Map(), false);
  const workbook = withMarks(raw, plan.layout, covered, computation.marks);
  const session: Session = {
    formulas,
    plan,
    workbook,
    figures: computation.figures,
    outcomes: Vector.from([]),
    lastYear,
    blanks: Vector.marking(plan.layout.cells, computation.blanks),
  };
  const marked = new Set(computation.marks.keys());
  return { ...session, outcomes: compareAll(plan, sourceOf(session, "printed"), session.figures, marked) };
}

/** All rows of a table in order: the rows it always prints, and those found. */
function completeRows(table: Table, found: FoundWorkbook): TableData {
  const rows = found.tables.get(table.id)?.rows ?? [];
  const { rows: spec } = table;
  if (spec.kind === "codes") {
    const fixed = fixedRows(table);
    const printed = printer(rows.filter((row) => fixed.has(row.key)));
    const total = spec.total === undefined ? [] : [printed(spec.total.key)];
    const codes = rows.filter((row) => !fixed.has(row.key)).map(toRowData);
    return { rows: [...total, ...codes, ...spec.footer.map((row) => printed(row.key))] };
  }
  if (spec.kind === "fixed") {
    const printed = printer(rows);
    return { rows: spec.rows.map((row) => printed(row.key)) };
  }
  const parents = found.tables.get(spec.parent ?? "")?.rows ?? [];
  const { fixed } = spec;
  if (spec.parent !== undefined && fixed !== undefined) {
    const printed = printer(rows);
    return { rows: parents.flatMap((parent) => fixed.map((row) => printed(`${parent.key}/${row.key}`))) };
  }
  const order = new Map(parents.map((row, index) => [row.key, index]));
  const place = (row: FoundRow): number => order.get(parentKey(row.key) ?? "") ?? 0;
  return { rows: [...rows].sort((a, b) => place(a) - place(b)).map(toRowData) };
}

/** Gives the row a table prints by itself: as found, or empty. */
function printer(rows: readonly FoundRow[]): (key: RowKey) => RowData {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return (key) => toRowData(byKey.get(key) ?? { key, cells: new Map() });
}

function toRowData({ key, name, cells }: FoundRow): RowData {
  if (name === undefined || name === "" || cells.has(NAME_COLUMN)) return { key, inputs: cells, marks: UNMARKED };
  return { key, inputs: new Map(cells).set(NAME_COLUMN, { kind: "text", text: name }), marks: UNMARKED };
}

/** The marks of all rows that have none. */
const UNMARKED: ReadonlyMap<ColumnId, DerivedMark> = new Map();

function lastYearRows(figures: ReadonlyMap<string, Decimal>): TableData {
  const rows = [...figures].map(([key, value]): RowData => {
    return { key, inputs: new Map([[LAST_YEAR_COLUMN, { kind: "amount", value }]]), marks: UNMARKED };
  });
  return { rows };
}

/** The figures of a workbook's tables, by cell number. */
export interface FoundFigures {
  readonly inputs: readonly (Decimal | undefined)[];
  /** Figures found in derived cells; a text there, such as —, is 0. */
  readonly inDerived: ReadonlyMap<number, Decimal>;
  /** Derived cells in which anything was found. */
  readonly covered: readonly number[];
}

/** Splits the figures of a workbook into those of input cells and those found in derived cells. */
export function figuresFound(layout: Layout, workbook: Workbook, definedBy: Int32Array): FoundFigures {
  const inputs = new Array<Decimal | undefined>(layout.cells + layout.tables.length);
  const inDerived = new Map<number, Decimal>();
  const covered: number[] = [];
  for (const table of layout.tables) {
    const rows = workbook.tables.get(table.table.id)?.rows ?? [];
    let base = table.base;
    for (const { inputs: cells } of rows) {
      const first = base;
      cells.forEach((input, column) => {
        const at = table.columnIndex.get(column);
        if (at === undefined) return;
        const cell = first + at;
        const isDerived = (definedBy[cell] ?? -1) >= 0;
        if (isDerived) covered.push(cell);
        if (table.table.columns[at]?.kind === "text") return;
        if (input.kind === "amount") {
          if (isDerived) inDerived.set(cell, input.value);
          else inputs[cell] = input.value;
        } else if (isDerived && isDash(input.text)) inDerived.set(cell, ZERO);
      });
      base += table.width;
    }
  }
  return { inputs, inDerived, covered };
}

/** A printed dash of any length and width stands for “nothing”; other text in a figure's cell is unreadable and reported by the reader. */
function isDash(text: string): boolean {
  return /^[-\u2010-\u2015\u2212\uFF0D\u2500]+$/u.test(text.trim());
}
