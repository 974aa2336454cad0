import { columnKey, type Workbook } from "../model/workbook.js";
import type { Table } from "../template/pack.js";

/** A table and its number in the layout. */
interface NumberedTable {
  readonly table: Table;
  readonly number: number;
}

/** Fewer figures than this say nothing about how a sheet came about. */
const FEWEST = 5;

/**
 * Tables whose sheet prints 元 but whose figures were rounded in the pack's 万元 before: nearly all end in hundreds of 元, and
 * most in no rounder sum, as budgets would. Such a sheet carries the 尾差 of 万元, so its figures are known only to the pack's
 * places. By table number.
 */
export function coarseTables(tables: readonly NumberedTable[], workbook: Workbook): ReadonlySet<number> {
  if (workbook.printedUnits.size === 0) return NONE;
  return new Set(tables.filter((table) => isCoarse(table, workbook)).map(({ number }) => number));
}

const NONE: ReadonlySet<number> = new Set();

function isCoarse({ table }: NumberedTable, { printedUnits, tables }: Workbook): boolean {
  const columns = table.columns.filter(({ id }) => printedUnits.get(columnKey(table.id, id)) === "元");
  const spare = columns.flatMap(({ id, places }) =>
    (tables.get(table.id)?.rows ?? []).flatMap(({ inputs }) => {
      const input = inputs.get(id);
      return input?.kind !== "amount" || input.value.isZero() ? [] : [input.value.decimalPlaces() - (places ?? 2)];
    }),
  );
  const rounded = spare.filter((digits) => digits <= 0).length;
  const toTheLast = spare.filter((digits) => digits === 0).length;
  return spare.length >= FEWEST && rounded * 10 >= spare.length * 9 && toTheLast * 2 >= spare.length;
}
