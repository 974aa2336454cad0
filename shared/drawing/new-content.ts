import type { ColumnId, RowKey, TableId } from "../model/address.js";

/** One row of a new workbook, in printed texts. */
export interface NewRow {
  readonly key: RowKey;
  /** The printed code where it differs from the key. */
  readonly code?: string;
  /** The printed name of a code row where it differs from the classification's. */
  readonly name?: string;
  /** What the cells print, by column, such as `8,133.60`, `100.00%` or `—`; a blank cell is absent. */
  readonly cells: Readonly<Record<ColumnId, string>>;
  /** What stands right of the table on the same row, outside of it. */
  readonly beside?: readonly string[];
}

/** What a new workbook holds besides what its pack prints. {@link BLANK} makes the template. */
export interface NewContent {
  /** Who publishes; the line 部门 stays open when nobody is named. */
  readonly department?: string;
  /** The fiscal year; the pack's first when absent. */
  readonly year?: number;
  /** Rows by table, in printed order. A table without rows gets the rows its form prints, and blank ones to type into. */
  readonly tables: ReadonlyMap<TableId, readonly NewRow[]>;
  /** Last year's figures by reference; without any there is no sheet 上年数. */
  readonly lastYear: ReadonlyMap<string, string>;
  /** Elements and answers by id; without any there is no sheet 说明要素. */
  readonly remarks: ReadonlyMap<string, string>;
  /** The sentence below an empty form by form id, where it is not worded as the pack words it. */
  readonly emptySentences?: ReadonlyMap<string, string>;
  /** Titles by form id that differ from the pack's; an empty one leaves the title away, as the seed does on 公开11. */
  readonly titles?: ReadonlyMap<string, string>;
}

/** The content of a pack's blank template. */
export const BLANK: NewContent = { tables: new Map(), lastYear: new Map(), remarks: new Map() };
