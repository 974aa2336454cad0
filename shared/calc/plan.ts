import type { Comparison } from "./comparison.js";
import type { CompiledFormula } from "./compiled-rules.js";
import { printedPlaces, tableOfCell, unitOf, type Layout } from "./layout.js";
import { calculationOrder, targets } from "./order.js";
import { findTable, rowsOfSet, type Bindings, type BoundRow } from "./row-names.js";
import { cellsRead, termFinder } from "./term-cells.js";
import { indexUsers } from "./users.js";

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
  /** The formulas that stand only under a condition. */
  readonly conditional: readonly CompiledFormula[];
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
  const conditional = formulas.filter(({ when }) => when !== undefined);
  const places = placesOfCells(layout);
  return { layout, comparisons, definedBy, target, order, rank, usersStart, users, places, conditional };
}

function planFormula(formula: CompiledFormula, layout: Layout, comparisons: Comparison[], definedBy: Int32Array): void {
  const derivedRows = rowsDerived(formula, layout);
  const planAt = planner(formula, layout);
  for (const row of loopRows(formula, layout)) {
    const derives = derivedRows === "all" || (row !== undefined && derivedRows.has(row.row));
    for (const column of formula.columns ?? [undefined]) {
      const comparison = planAt({ row, column });
      if (comparison === undefined) continue;
      const first = comparison.left[0];
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
function loopRows(formula: CompiledFormula, layout: Layout): readonly (BoundRow | undefined)[] {
  if (formula.rows === undefined) return [undefined];
  const seen = new Set<string>();
  const rows: BoundRow[] = [];
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

/** How a formula becomes a comparison at one loop position; undefined where it does not apply. */
function planner(formula: CompiledFormula, layout: Layout): (bindings: Bindings) => Comparison | undefined {
  if (formula.terms === undefined) return (bindings) => planGeneral(formula, bindings, layout);
  const leftAt = termFinder(formula.terms.left, layout);
  const rightAt = termFinder(formula.terms.right, layout);
  return (bindings) => {
    const left = leftAt(bindings);
    if (left === undefined || left.length === 0) return undefined;
    const right = rightAt(bindings);
    if (right === undefined) return undefined;
    const linear = !layout.hasYuan || oneUnit([...left, ...right], layout);
    return { formula, row: bindings.row, column: bindings.column, left, right, linear };
  };
}

/** A comparison that is more than a sum reads whatever its expressions name; its left cell, when it is one, comes first. */
function planGeneral(formula: CompiledFormula, bindings: Bindings, layout: Layout): Comparison | undefined {
  const left = cellsRead(formula.left, bindings, layout);
  const right = cellsRead(formula.right, bindings, layout);
  if (left === undefined || right === undefined) return undefined;
  if (left.length === 0 && right.length === 0) return undefined;
  const [signedLeft, signedRight] = [left, right].map((cells) => cells.map((cell) => cell + 1));
  return { formula, ...bindings, left: signedLeft ?? [], right: signedRight ?? [], linear: false };
}

/** Whether all terms are in one unit of money, so that they may be added without conversion. */
function oneUnit(signed: readonly number[], layout: Layout): boolean {
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

function placesOfCells(layout: Layout): Int8Array {
  const places = new Int8Array(layout.cells + layout.tables.length).fill(-1);
  for (const table of layout.tables) {
    for (const [at, column] of table.table.columns.entries()) {
      if (column.kind !== "amount" && column.kind !== "percent") continue;
      const usual = printedPlaces(layout, table, -1, column);
      for (let row = 0; row < table.keys.length; row += 1) {
        const isUsual = table.fixed[row]?.unit === undefined;
        places[table.base + row * table.width + at] = isUsual ? usual : printedPlaces(layout, table, row, column);
      }
    }
  }
  return places;
}
