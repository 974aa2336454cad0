import type { Decimal } from "../decimal.js";
import type { ColumnId, RowKey, TableId } from "./address.js";

/** What a cell holds: an exact number in its column's unit, or a text. A blank cell is absent. */
export type CellInput =
  { readonly kind: "amount"; readonly value: Decimal } | { readonly kind: "text"; readonly text: string };

/**
 * How a figure that stands in a derived cell relates to the computed one (architecture, “Derived cells”):
 * - `residual`: file figure − computed figure, within the rounding tolerance; the cell shows computed + residual;
 * - `stated`: the file's or the user's own figure, beyond the tolerance or against blank parts; it stands still.
 */
export type DerivedMark =
  { readonly kind: "residual"; readonly value: Decimal } | { readonly kind: "stated"; readonly value: Decimal };

/** The column of code rows that holds the printed name as a text input. */
export const NAME_COLUMN: ColumnId = "name";

/** The table of last year's figures: one row per reference, its figure in {@link LAST_YEAR_COLUMN}. */
export const LAST_YEAR_TABLE: TableId = "last-year";

/** The amount column of {@link LAST_YEAR_TABLE}, in the unit of the cell the reference names. */
export const LAST_YEAR_COLUMN: ColumnId = "amount";

/**
 * Under which table the entries of 说明要素 are shown like rows of a table: one row an id, its text in {@link REMARK_COLUMN}. Only
 * an address for views: the entries themselves are {@link Workbook.remarks}.
 */
export const REMARKS_TABLE: TableId = "remarks";

/** The text column of {@link REMARKS_TABLE}. */
export const REMARK_COLUMN: ColumnId = "content";

/** One row: its key and what the user or the file put into its cells. Rows are shared between versions of a workbook. */
export interface RowData {
  readonly key: RowKey;
  /** Inputs of ordinary cells, by column. Derived cells have none. */
  readonly inputs: ReadonlyMap<ColumnId, CellInput>;
  /** Marks of derived cells, by column; absent where the computed figure stands as it is. */
  readonly marks: ReadonlyMap<ColumnId, DerivedMark>;
}

/** One table: its rows in printed order. */
export interface TableData {
  readonly rows: readonly RowData[];
}

/** Who publishes and for which fiscal year. Years in texts come from here only. */
export interface Profile {
  readonly department: string;
  readonly year: number;
}

/** An element of 说明要素 by its id (a reason, a use, a count only people know) or an answer to a 核实性 finding. */
export type RemarkId = string;

/** Everything the user entered; nothing computed. */
export interface Workbook {
  readonly packId: string;
  readonly profile: Profile;
  readonly tables: ReadonlyMap<TableId, TableData>;
  readonly remarks: ReadonlyMap<RemarkId, string>;
  /** The sentence found below an empty form, by form id; absent where there is none. */
  readonly emptySentences: ReadonlyMap<string, string>;
  /**
   * Columns whose sheet prints another unit of money than the pack's, by {@link columnKey}. Their amounts are kept in the pack's
   * unit here; but they are printed, rounded and compared in the unit of their sheet: in 元 to two places, in 万元 to six.
   */
  readonly printedUnits: ReadonlyMap<string, "元" | "万元">;
}

/** The key of a column among {@link Workbook.printedUnits}. */
export function columnKey(table: TableId, column: ColumnId): string {
  return `${table}!${column}`;
}
