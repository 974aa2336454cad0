import type { CellExpression, Expression, RowSet, SumExpression } from "../expression/expression.js";
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
  const appenders = terms.map(({ sign, of }) => {
    const table = findTable(layout, of.table);
    if (table === undefined) return () => false;
    return of.kind === "cell" ? cellAppender(of, sign, table, layout) : setAppender(of, sign, table);
  });
  return (bindings) => {
    const cells: number[] = [];
    for (const append of appenders) if (!append(bindings, cells)) return undefined;
    return cells.slice();
  };
}

/** Appends a term's signed cells; says false where it names a row or column that cannot exist. */
type Appender = (bindings: Bindings, cells: number[]) => boolean;

function cellAppender(term: CellExpression, sign: 1 | -1, table: TableLayout, layout: Layout): Appender {
  const known = term.row.kind === "named" ? findRowPart(table, term.row, {}) : undefined;
  return (bindings, cells) => {
    const found = known ?? findRowPart(table, term.row, bindings);
    if (found.kind === "unknown") return false;
    const cell = found.kind === "absent" ? absentCell(layout, table) : cellAt(table, found.row, term.column, bindings);
    if (cell !== undefined) cells.push(sign * (cell + 1));
    return cell !== undefined;
  };
}

function setAppender(term: SumExpression, sign: 1 | -1, table: TableLayout): Appender {
  const known = standsStill(term.rows) ? rowsOfSet(table, term.rows, {}) : undefined;
  return (bindings, cells) => {
    const column = term.column === undefined ? 0 : findColumnPart(table, term.column, bindings);
    if (column === undefined) return false;
    for (const row of known ?? rowsOfSet(table, term.rows, bindings)) {
      if (has(table, row, column)) cells.push(sign * (table.base + row * table.width + column + 1));
    }
    return true;
  };
}

/** Whether a row set is the same wherever a loop stands. */
function standsStill({ members }: RowSet): boolean {
  return members.every((member) => member.kind !== "children" || member.of.kind === "named");
}

/** The cell an expression names: its number, the absent-row number of its table, or undefined. */
export function oneCell(expression: CellExpression, bindings: Bindings, layout: Layout): readonly number[] | undefined {
  const table = findTable(layout, expression.table);
  if (table === undefined) return undefined;
  const found = findRowPart(table, expression.row, bindings);
  if (found.kind === "unknown") return undefined;
  if (found.kind === "absent") return [absentCell(layout, table)];
  const cell = cellAt(table, found.row, expression.column, bindings);
  return cell === undefined ? undefined : [cell];
}

/** The cells of a summed row set in one column. */
export function setCells(expression: SumExpression, bindings: Bindings, layout: Layout): readonly number[] | undefined {
  const table = findTable(layout, expression.table);
  if (table === undefined) return undefined;
  const column = expression.column === undefined ? 0 : findColumnPart(table, expression.column, bindings);
  if (column === undefined) return undefined;
  const rows = rowsOfSet(table, expression.rows, bindings).filter((row) => has(table, row, column));
  return rows.map((row) => table.base + row * table.width + column);
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
