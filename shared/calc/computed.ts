import type { Decimal } from "../decimal.js";
import type { CellAddress, ColumnId, RowKey, TableId } from "../model/address.js";
import type { Workbook } from "../model/workbook.js";
import type { Column, Pack, Table, Unit } from "../template/pack.js";

/**
 * A workbook with everything computed, as checks, narrative, messages and exports read it. Immutable: an edit gives
 * another one. Asking for a table or column the pack does not have is a defect and throws; a row that is not there is
 * simply blank. The cells of the working sheets 上年数 and 说明要素 answer too, under LAST_YEAR_TABLE and REMARKS_TABLE.
 */
export interface Computed {
  readonly pack: Pack;
  readonly workbook: Workbook;
  table(table: TableId): Table;
  column(table: TableId, column: ColumnId): Column;
  /** Row keys in printed order; empty for a table without rows. */
  rows(table: TableId): readonly RowKey[];
  /** The exact figure that stands in the cell — typed, computed, computed + residual, or stated — or undefined when blank. */
  figure(address: CellAddress): Decimal | undefined;
  /** The figure rounded once, half up, to the cell's printed places. Rules compare these. */
  printed(address: CellAddress): Decimal | undefined;
  /** The cell's text where it holds text (names, indicators, an amount cell with unreadable content), else undefined. */
  text(address: CellAddress): string | undefined;
  /** Unit and places of one cell; a row may override its column (公开09 mixes amounts and counts). */
  unit(address: CellAddress): Unit | undefined;
  places(address: CellAddress): number;
  /** The unit the cell's sheet prints; the pack's unit where the sheet says no other. Figures here are in {@link unit}. */
  printedUnit(address: CellAddress): Unit | undefined;
  /** The row's printed name: the name in the file for code rows, the pack's for fixed rows, the name column of lists. */
  rowName(table: TableId, row: RowKey): string;
  /** The classification code of a row (without a `#2`), or undefined. */
  rowCode(table: TableId, row: RowKey): string | undefined;
  /** Rows directly below in the code tree, or below a list's parent row. */
  children(table: TableId, row: RowKey): readonly RowKey[];
  /** The row directly above, or undefined. */
  parent(table: TableId, row: RowKey): RowKey | undefined;
  /** Whether the program computes the cell; asks less than {@link derived}. */
  isDerived(address: CellAddress): boolean;
  /** For a derived cell: the computed figure (undefined when its parts are blank); undefined for an input cell. */
  derived(address: CellAddress): { readonly computed: Decimal | undefined } | undefined;
  /**
   * The cell a written reference `表.行.栏` names, or undefined when there is none. `@行` in it stands for the row `at`, as in
   * the loops of rules.
   */
  resolve(reference: string, at?: { readonly table: TableId; readonly row: RowKey }): CellAddress | undefined;
  /** Last year's figure of a cell of this year, or undefined. */
  lastYear(address: CellAddress): Decimal | undefined;
  /** An element of 说明要素 as text, or undefined when it is not filled. */
  element(id: string): string | undefined;
}
