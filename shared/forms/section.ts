import type { Computed } from "../calc/computed.js";
import type { CellAddress, RowKey, TableId } from "../model/address.js";
import type { Column, FixedRow, Form, Table } from "../template/pack.js";
import type { SheetCell, SheetPosition, SheetRange, SheetRow } from "./form-sheet.js";

/** A stretch of a form's rows: one region, in a block of repeated regions or by itself. Rows count from its own first one. */
export interface Section {
  readonly rowCount: number;
  /** How many of them, from the first on, are the head of a grid. */
  readonly headRows: number;
  row(row: number): SheetRow;
  at(row: number, column: number): SheetCell;
  merge(row: number, column: number): SheetRange | undefined;
  positionOf(address: CellAddress): SheetPosition | undefined;
}

/** What a region is laid out from. */
export interface SectionSource {
  readonly form: Form;
  readonly computed: Computed;
  /** How many columns the form's sheet has. */
  readonly width: number;
  /** Blank rows kept for typing below a list or code table that holds rows. */
  readonly spareRows: number;
  /** The row of the repeating table this block stands for; `none`: it has no row yet and one blank block is shown. Absent outside of blocks. */
  readonly block?:
    { readonly table: TableId; readonly row: RowKey } | { readonly table: TableId; readonly row: "none" };
}

/** The key of the block, or undefined outside of blocks and in a blank one. */
export function blockRow({ block }: SectionSource): RowKey | undefined {
  return block === undefined || block.row === "none" ? undefined : block.row;
}

/** Whether the regions stand for a row that is not there yet. */
export function isBlankBlock({ block }: SectionSource): boolean {
  return block?.row === "none";
}

/** The position where nothing stands. */
export const EMPTY: SheetCell = { kind: "empty" };

/** Positions `rows` × `columns` from one on; undefined for a single one. */
export function rangeFrom(row: number, column: number, rows: number, columns: number): SheetRange | undefined {
  if (rows <= 1 && columns <= 1) return undefined;
  return { from: { row, column }, to: { row: row + rows - 1, column: column + columns - 1 } };
}

/** A cell of a table as it stands on the form. */
export function tableCell(
  computed: Computed,
  table: Table,
  row: RowKey,
  column: Column,
  more: { readonly fixed?: FixedRow | undefined; readonly prefix?: string | undefined } = {},
): SheetCell {
  const at: CellAddress = { table: table.id, row, column: column.id };
  const { fixed, prefix } = more;
  if (fixed?.columns?.includes(column.id) === false) return EMPTY;
  if (fixed?.dashes?.includes(column.id) === true) return { kind: "dash", of: { table: table.id, row } };
  const unit = column.kind === "text" ? undefined : computed.printedUnit(at);
  const places = printedPlaces(column, unit);
  return {
    kind: "cell",
    at,
    content: column.kind === "text" ? "text" : "figure",
    derived: computed.isDerived(at),
    level: 0,
    ...(unit === undefined ? {} : { unit }),
    ...(places === undefined ? {} : { places }),
    ...(prefix === undefined ? {} : { prefix }),
  };
}

/** Two places of money and percentages, none of counts; scores and texts print as they are. */
function printedPlaces({ kind, places }: Column, unit: string | undefined): number | undefined {
  if (kind === "text" || kind === "score") return places;
  const isExact = kind === "count" || (unit !== undefined && unit !== "元" && unit !== "万元" && unit !== "%");
  return isExact ? 0 : (places ?? 2);
}
