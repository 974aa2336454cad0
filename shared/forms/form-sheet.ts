import type { CellAddress, ColumnId, RowKey, TableId } from "../model/address.js";
import type { Form, Unit } from "../template/pack.js";

/**
 * A form as it looks, for the window and for paper: positions counted from 0, head rows first, then the body. Made from the pack's
 * form and a workbook's rows; it holds no figure. Asking for a position costs the same in a form of 20 and of 20,000 rows.
 */
export interface FormSheet {
  readonly form: Form;
  /** Sheet columns, left to right. */
  readonly columns: readonly SheetColumn[];
  /** How many rows of the head stand on top, the row of 栏次 included; they repeat on every page and never scroll away. 0 for forms of blocks. */
  readonly headRows: number;
  /** How many columns stay in view: codes and names; none where panels stand side by side or in forms of blocks. */
  readonly frozenColumns: number;
  readonly rowCount: number;
  /** The regions one below the other, each with its own head; the blank rows between blocks belong to none. */
  readonly parts: readonly SheetPart[];
  row(row: number): SheetRow;
  /** What stands at a position; positions covered by a merge give the merge's own content. */
  at(row: number, column: number): SheetCell;
  /** The merge that covers a position, its first row and column included; undefined where there is none. */
  merge(row: number, column: number): SheetRange | undefined;
  /** Where a cell of a table stands; undefined when this form does not show it. */
  positionOf(address: CellAddress): SheetPosition | undefined;
}

/** The rows of one region, from `first` up to `end`, which is the first row behind it. */
export interface SheetPart {
  readonly first: number;
  readonly end: number;
  /** How many of them are its head, caption and 栏次 included; they repeat wherever the part goes on. 0 for lines of fields. */
  readonly headRows: number;
  /** The block it belongs to, counted from 0; absent outside of blocks. */
  readonly block?: number;
}

/** A position in a {@link FormSheet}. */
export interface SheetPosition {
  readonly row: number;
  readonly column: number;
}

/** Positions from the first to the last, both included. */
export interface SheetRange {
  readonly from: SheetPosition;
  readonly to: SheetPosition;
}

/** One column: its width in Excel's character units and what mostly stands in it, which decides its alignment. */
export interface SheetColumn {
  readonly width: number;
  readonly content: "code" | "name" | "number" | "figure" | "text" | "side";
}

/** One row: a head row, the 栏次 row, a caption, a line of fields, or a row of tables (one for each panel that has one there). */
export interface SheetRow {
  readonly kind: "head" | "numbers" | "caption" | "fields" | "body" | "blank";
  /** The table rows shown here, left to right. */
  readonly rows: readonly { readonly table: TableId; readonly row: RowKey }[];
  /** The least height in points, where the form says one. */
  readonly height?: number;
}

/** What stands at a position. */
export type SheetCell =
  /** Printed text of the form: heads, 栏次, captions, labels, printed row names. `level` indents names of code and fixed rows. */
  | {
      readonly kind: "label";
      readonly text: string;
      readonly role: "head" | "numbers" | "caption" | "name" | "number" | "code" | "side" | "field";
      readonly level: number;
      readonly of?: RowAddress;
    }
  /**
   * A cell of a table: a figure or a text. `derived`: the program computes it. Names of code rows are texts of the column `name`.
   * `unit` is the one the sheet prints, `places` are those of that unit (absent: as it is); the model's figure is in the pack's unit.
   */
  | {
      readonly kind: "cell";
      readonly at: CellAddress;
      readonly content: "figure" | "text";
      readonly derived: boolean;
      readonly level: number;
      readonly unit?: Unit;
      readonly places?: number;
      readonly prefix?: string;
    }
  /** A cell the form prints — in. */
  | { readonly kind: "dash"; readonly of: RowAddress }
  /**
   * An empty row kept for typing: a code or a first figure typed here adds a row to the table, in a list with a parent below that
   * row. In the blank block of a form without blocks it adds the block; `below` is then the fixed row of the block.
   */
  | {
      readonly kind: "new";
      readonly table: TableId;
      readonly parent?: RowKey;
      readonly role: "code" | "name" | "other";
      /** The column that what is typed here goes to. */
      readonly column?: ColumnId;
      readonly below?: RowKey;
    }
  | { readonly kind: "empty" };

/** A row of a table. */
export interface RowAddress {
  readonly table: TableId;
  readonly row: RowKey;
}
