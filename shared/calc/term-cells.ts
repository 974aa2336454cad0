import type { CellExpression, Expression, SumExpression } from "../expression/expression.js";
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

/** Signed cell numbers of a sum's terms; undefined when a named row cannot exist; empty when every set is empty. */
export function termCells(
  terms: readonly LinearTerm[],
  bindings: Bindings,
  layout: Layout,
): readonly number[] | undefined {
  const cells: number[] = [];
  for (const { sign, of } of terms) {
    const found = of.kind === "cell" ? oneCell(of, bindings, layout) : setCells(of, bindings, layout);
    if (found === undefined) return undefined;
    for (const cell of found) cells.push(sign * (cell + 1));
  }
  return cells;
}

/** The cell an expression names: its number, the absent-row number of its table, or undefined. */
export function oneCell(expression: CellExpression, bindings: Bindings, layout: Layout): readonly number[] | undefined {
  const table = findTable(layout, expression.table);
  if (table === undefined) return undefined;
  const found = findRowPart(table, expression.row, bindings);
  if (found.kind === "unknown") return undefined;
  if (found.kind === "absent") return [absentCell(layout, table)];
  const column = findColumnPart(table, expression.column, bindings);
  return column === undefined ? undefined : existing(table, [found.row], column, true);
}

/** The cells of a summed row set in one column. */
export function setCells(expression: SumExpression, bindings: Bindings, layout: Layout): readonly number[] | undefined {
  const table = findTable(layout, expression.table);
  if (table === undefined) return undefined;
  const column = expression.column === undefined ? 0 : findColumnPart(table, expression.column, bindings);
  if (column === undefined) return undefined;
  return existing(table, rowsOfSet(table, expression.rows, bindings), column, false);
}

function existing(
  table: TableLayout,
  rows: readonly number[],
  column: number,
  needed: boolean,
): readonly number[] | undefined {
  const id = table.table.columns[column]?.id ?? "";
  const cells = rows.filter((row) => hasCell(table, row, id)).map((row) => table.base + row * table.width + column);
  return needed && cells.length === 0 ? undefined : cells;
}
