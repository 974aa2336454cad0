import type { CellExpression, ColumnPart, Expression, RowSet, SumExpression } from "../expression/expression.js";
import type { LinearTerm } from "./compiled-rules.js";
import { absentCell, hasCell, type Layout, type TableLayout } from "./layout.js";
import { findColumnPart, findRowPart, findTable, rowsOfSet, type Bindings } from "./row-names.js";

/**
 * The numbers of all cells of this year that an expression reads, in reading order; undefined when it names a row that
 * cannot exist here. Figures of last year and elements of 说明要素 are no cells.
 */
export function cellsRead(expression: Expression, bindings: Bindings, layout: Layout): readonly number[] | undefined {
  switch (expression.kind) {
    case "cell":
      return oneCell(expression, bindings, layout);
    case "sum": {
      const cells = setCells(expression, bindings, layout);
      return cells?.length === 0 ? undefined : cells;
    }
    case "negate":
    case "not":
      return cellsRead(expression.of, bindings, layout);
    case "arithmetic":
    case "compare":
    case "logic":
      return joined([expression.left, expression.right], bindings, layout);
    case "call":
      return expression.name === "上年" ? [] : joined(expression.args, bindings, layout);
    default:
      return [];
  }
}

function joined(parts: readonly Expression[], bindings: Bindings, layout: Layout): readonly number[] | undefined {
  const cells: number[] = [];
  for (const part of parts) {
    const found = cellsRead(part, bindings, layout);
    if (found === undefined) return undefined;
    cells.push(...found);
  }
  return cells;
}

/**
 * Signed cell numbers of a sum's terms at one loop position; undefined when a named row cannot exist; empty when every set
 * is empty.
 */
export type TermFinder = (bindings: Bindings) => readonly number[] | undefined;

/** Looks a sum's tables, columns and loop-free rows up once, for a formula that is repeated over many rows and columns. */
export function termFinder(terms: readonly LinearTerm[], layout: Layout): TermFinder {
  const finders = terms.map((term) => finderOf(term, layout));
  const cells = finders.map(({ cell }) => cell).filter((cell) => cell !== undefined);
  if (cells.length === finders.length) return (bindings) => findCells(cells, bindings);
  return (finders.length === 1 ? finders[0]?.set : undefined) ?? ((bindings) => findAll(finders, bindings));
}

/** How one term is found: a cell as its signed number, 0 where it cannot exist; or a set of rows. */
type Finder =
  { readonly cell: CellFinder; readonly set?: undefined } | { readonly cell?: undefined; readonly set: TermFinder };
type CellFinder = (bindings: Bindings) => number;

function finderOf({ sign, of }: LinearTerm, layout: Layout): Finder {
  const table = findTable(layout, of.table);
  if (table === undefined) return { cell: () => 0 };
  return of.kind === "cell" ? { cell: cellFinder(of, sign, table, layout) } : { set: setFinder(of, sign, table) };
}

function findCells(finders: readonly CellFinder[], bindings: Bindings): readonly number[] | undefined {
  const cells = new Array<number>(finders.length);
  for (let at = 0; at < finders.length; at += 1) {
    const cell = finders[at]?.(bindings) ?? 0;
    if (cell === 0) return undefined;
    cells[at] = cell;
  }
  return cells;
}

function findAll(finders: readonly Finder[], bindings: Bindings): readonly number[] | undefined {
  const all: number[] = [];
  for (const { cell, set } of finders) {
    const found = set === undefined ? findCells([cell], bindings) : set(bindings);
    if (found === undefined) return undefined;
    all.push(...found);
  }
  return all;
}

function cellFinder(term: CellExpression, sign: 1 | -1, table: TableLayout, layout: Layout): CellFinder {
  const known = term.row.kind === "named" ? findRowPart(table, term.row, {}) : undefined;
  const columnAt = columnFinder(term.column, table);
  return (bindings) => {
    const found = known ?? findRowPart(table, term.row, bindings);
    if (found.kind === "unknown") return 0;
    if (found.kind === "absent") return sign * (absentCell(layout, table) + 1);
    const column = columnAt(bindings);
    if (column === undefined || !has(table, found.row, column)) return 0;
    return sign * (table.base + found.row * table.width + column + 1);
  };
}

function setFinder(term: SumExpression, sign: 1 | -1, table: TableLayout): TermFinder {
  const known = standsStill(term.rows) ? rowsOfSet(table, term.rows, {}) : undefined;
  const columnAt = term.column === undefined ? () => 0 : columnFinder(term.column, table);
  return (bindings) => {
    const column = columnAt(bindings);
    if (column === undefined) return undefined;
    const rows = rowsWithCell(table, known ?? rowsOfSet(table, term.rows, bindings), column);
    return rows.map((row) => sign * (table.base + row * table.width + column + 1));
  };
}

function columnFinder(part: ColumnPart, table: TableLayout): (bindings: Bindings) => number | undefined {
  if (part.kind === "variable") return (bindings) => findColumnPart(table, part, bindings);
  const known = findColumnPart(table, part, {});
  return () => known;
}

/** Whether a row set is the same wherever a loop stands. */
function standsStill({ members }: RowSet): boolean {
  return members.every((member) => member.kind !== "children" || member.of.kind === "named");
}

/** Like {@link cellNamed}, as a list of one. */
export function oneCell(expression: CellExpression, bindings: Bindings, layout: Layout): readonly number[] | undefined {
  const cell = cellNamed(expression, bindings, layout);
  return cell === undefined ? undefined : [cell];
}

/** The cell an expression names: its number, the absent-row number of its table, or undefined. */
export function cellNamed(expression: CellExpression, bindings: Bindings, layout: Layout): number | undefined {
  const table = findTable(layout, expression.table);
  if (table === undefined) return undefined;
  const found = findRowPart(table, expression.row, bindings);
  if (found.kind === "unknown") return undefined;
  if (found.kind === "absent") return absentCell(layout, table);
  return cellAt(table, found.row, expression.column, bindings);
}

/** The cells of a summed row set in one column. */
export function setCells(expression: SumExpression, bindings: Bindings, layout: Layout): readonly number[] | undefined {
  const table = findTable(layout, expression.table);
  if (table === undefined) return undefined;
  const column = expression.column === undefined ? 0 : findColumnPart(table, expression.column, bindings);
  if (column === undefined) return undefined;
  return rowsWithCell(table, rowsOfSet(table, expression.rows, bindings), column).map(
    (row) => table.base + row * table.width + column,
  );
}

/** The rows that have a cell in a column; the same list where all have. */
function rowsWithCell(table: TableLayout, rows: readonly number[], column: number): readonly number[] {
  return rows.every((row) => has(table, row, column)) ? rows : rows.filter((row) => has(table, row, column));
}

function cellAt(
  table: TableLayout,
  row: number,
  part: CellExpression["column"],
  bindings: Bindings,
): number | undefined {
  const column = findColumnPart(table, part, bindings);
  return column === undefined || !has(table, row, column) ? undefined : table.base + row * table.width + column;
}

function has(table: TableLayout, row: number, column: number): boolean {
  return table.fixed[row] === undefined || hasCell(table, row, table.table.columns[column]?.id ?? "");
}
