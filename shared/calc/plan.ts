import type { CompiledFormula } from "./compiled-rules.js";
import { printedPlaces, tableOfCell, unitOf, type Layout } from "./layout.js";
import { calculationOrder, targets } from "./order.js";
import { findTable, rowsOfSet, type Bindings } from "./row-names.js";
import { cellsRead, termCells } from "./term-cells.js";

/**
 * One comparison: a formula at one loop row and column. `left` and `right` are signed cell numbers (number + 1, negative to
 * subtract) for sums; a comparison that is more than a sum is evaluated from its formula with the bindings.
 */
export interface Comparison {
  readonly formula: CompiledFormula;
  readonly bindings: Bindings;
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly linear: boolean;
}

/** What has to be computed and compared in a workbook of these rows. Shared by all edits that change no row. */
export interface Plan {
  readonly layout: Layout;
  readonly comparisons: readonly Comparison[];
  /** For each cell the comparison whose left cell it is and which derives it, or −1. */
  readonly definedBy: Int32Array;
  /** The other way round: for each comparison the cell it derives, or −1. */
  readonly target: Int32Array;
  /** Derived cells, parts before wholes. */
  readonly order: Int32Array;
  /** Place of a derived cell in {@link order}, −1 for inputs. */
  readonly rank: Int32Array;
  /** Comparisons that read a cell: those of cell c are users[usersStart[c]] … users[usersStart[c + 1] − 1]. */
  readonly usersStart: Int32Array;
  readonly users: Int32Array;
  /** Decimal places a cell is rounded to when printed, or −1 for exact kinds (counts, scores, texts). */
  readonly places: Int8Array;
}

/**
 * Plans a workbook: every formula at every row and column it applies to. A comparison is left out where a row it names
 * could not exist (a fixed row, a list row) or where it sums over no row at all, unless it derives its left cell: the 合计 of
 * a table without rows is a sum of blanks. Rows a code table merely lacks count as described at {@link Layout}. A cycle or a cell with two defining formulas is a broken pack and throws.
 */
export function planWorkbook(formulas: readonly CompiledFormula[], layout: Layout): Plan {
  const cells = layout.cells + layout.tables.length;
  const comparisons: Comparison[] = [];
  const definedBy = new Int32Array(cells).fill(-1);
  for (const formula of formulas) planFormula(formula, layout, comparisons, definedBy);
  const { usersStart, users } = indexUsers(comparisons, cells);
  const target = targets(comparisons, definedBy);
  const { order, rank } = calculationOrder(comparisons, target, definedBy, usersStart, users);
  return { layout, comparisons, definedBy, target, order, rank, usersStart, users, places: placesOfCells(layout) };
}

function planFormula(formula: CompiledFormula, layout: Layout, comparisons: Comparison[], definedBy: Int32Array): void {
  const derivedRows = rowsDerived(formula, layout);
  for (const row of loopRows(formula, layout)) {
    for (const column of formula.columns ?? [undefined]) {
      const bindings: Bindings = { ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }) };
      const comparison = planComparison(formula, bindings, layout);
      if (comparison === undefined) continue;
      const [first] = comparison.left;
      const derives = derivedRows === "all" || (row !== undefined && derivedRows.has(row.row));
      if (formula.terms !== undefined && comparison.right.length === 0 && !derives) continue;
      if (derives && first !== undefined && first - 1 < layout.cells) {
        if (definedBy[first - 1] !== -1)
          throw new Error(`${formula.rule.id}: cell ${first - 1} has two defining formulas`);
        definedBy[first - 1] = comparisons.length;
      }
      comparisons.push(comparison);
    }
  }
}

function rowsDerived(formula: CompiledFormula, layout: Layout): "all" | ReadonlySet<number> {
  if (formula.derives === "all") return "all";
  if (formula.derives === "none") return new Set();
  const table = findTable(layout, formula.derives.table);
  return new Set(table === undefined ? [] : rowsOfSet(table, formula.derives.rows, {}));
}

/** The rows a formula is repeated over; rows of several tables are united by code. One undefined entry stands for “no loop”. */
function loopRows(formula: CompiledFormula, layout: Layout): readonly (Bindings["row"] | undefined)[] {
  if (formula.rows === undefined) return [undefined];
  const seen = new Set<string>();
  const rows: NonNullable<Bindings["row"]>[] = [];
  for (const source of formula.rows) {
    const table = findTable(layout, source.table);
    if (table === undefined) throw new Error(`${formula.rule.id}: no table ${source.table}`);
    for (const row of rowsOfSet(table, source.rows, {})) {
      const key = table.codes[row] ?? table.keys[row] ?? "";
      if (formula.rows.length > 1 && seen.has(key)) continue;
      seen.add(key);
      rows.push({ table, row });
    }
  }
  return rows;
}

function planComparison(formula: CompiledFormula, bindings: Bindings, layout: Layout): Comparison | undefined {
  if (formula.terms === undefined) return planGeneral(formula, bindings, layout);
  const left = termCells(formula.terms.left, bindings, layout);
  const right = termCells(formula.terms.right, bindings, layout);
  if (left === undefined || right === undefined || left.length === 0) return undefined;
  return { formula, bindings, left, right, linear: oneUnit([...left, ...right], layout) };
}

/** A comparison that is more than a sum reads whatever its expressions name; its left cell, when it is one, comes first. */
function planGeneral(formula: CompiledFormula, bindings: Bindings, layout: Layout): Comparison | undefined {
  const left = cellsRead(formula.left, bindings, layout);
  const right = cellsRead(formula.right, bindings, layout);
  if (left === undefined || right === undefined) return undefined;
  if (left.length === 0 && right.length === 0) return undefined;
  return { formula, bindings, left: left.map((cell) => cell + 1), right: right.map((cell) => cell + 1), linear: false };
}

/** Whether all terms are in one unit of money, so that they may be added without conversion. */
function oneUnit(signed: readonly number[], layout: Layout): boolean {
  if (!layout.pack.tables.some((table) => table.columns.some((column) => column.unit === "元"))) return true;
  const units = new Set<string>();
  for (const term of signed) {
    const cell = Math.abs(term) - 1;
    if (cell >= layout.cells) continue;
    const table = tableOfCell(layout, cell);
    const column = table.table.columns[(cell - table.base) % table.width];
    if (column === undefined) continue;
    const unit = unitOf(table, Math.floor((cell - table.base) / table.width), column);
    if (unit !== undefined) units.add(unit);
  }
  return units.size <= 1;
}

function indexUsers(comparisons: readonly Comparison[], cells: number): { usersStart: Int32Array; users: Int32Array } {
  const usersStart = new Int32Array(cells + 1);
  for (const { left, right } of comparisons) {
    for (const term of left) bump(usersStart, Math.abs(term));
    for (const term of right) bump(usersStart, Math.abs(term));
  }
  for (let cell = 0; cell < cells; cell += 1)
    usersStart[cell + 1] = (usersStart[cell + 1] ?? 0) + (usersStart[cell] ?? 0);
  const next = usersStart.slice();
  const users = new Int32Array(usersStart[cells] ?? 0);
  const place = (term: number, comparison: number): void => {
    const cell = Math.abs(term) - 1;
    const at = next[cell] ?? 0;
    users[at] = comparison;
    next[cell] = at + 1;
  };
  for (const [index, { left, right }] of comparisons.entries()) {
    for (const term of left) place(term, index);
    for (const term of right) place(term, index);
  }
  return { usersStart, users };
}

function bump(counts: Int32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

function placesOfCells(layout: Layout): Int8Array {
  const places = new Int8Array(layout.cells + layout.tables.length).fill(-1);
  for (const table of layout.tables) {
    for (const [at, column] of table.table.columns.entries()) {
      if (column.kind !== "amount" && column.kind !== "percent") continue;
      for (let row = 0; row < table.keys.length; row += 1) {
        places[table.base + row * table.width + at] = printedPlaces(layout, table, row, column);
      }
    }
  }
  return places;
}
