import { neededHeight } from "./new-sheet-height.js";

/** What a cell of a new sheet holds. A number is the plain decimal text that goes into the XML digit by digit. */
export type NewValue =
  | { readonly kind: "blank" }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly text: string };

/** How a cell of a new sheet looks. */
export interface Look {
  readonly face: "title" | "body";
  /** Points. */
  readonly size: number;
  readonly horizontal: "left" | "center" | "right";
  /** Middle when absent. */
  readonly vertical?: "top";
  readonly wrap: boolean;
  readonly border: boolean;
  readonly bold?: boolean;
  readonly indent?: number;
  /** A number format such as `#,##0.00`. */
  readonly format?: string;
}

/** A cell of a new sheet, with the sheet rows and columns it is merged over. */
export interface NewCell {
  /** Counted from 1. */
  readonly row: number;
  /** Counted from 1. */
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly value: NewValue;
  readonly look: Look;
}

/** A sheet to be drawn, independent of the library that draws it. */
export interface NewSheet {
  readonly name: string;
  readonly orientation: "portrait" | "landscape";
  /** In Excel's character units. */
  readonly widths: readonly number[];
  /** Points, by row. */
  readonly heights: ReadonlyMap<number, number>;
  readonly cells: readonly NewCell[];
  /** Rows printed on top of every page; they and all above stay in view while scrolling. */
  readonly head?: { readonly first: number; readonly last: number };
  /** How many columns stay in view while scrolling. */
  readonly frozenColumns: number;
}

/** The highest row Excel can show, in points. */
export const HIGHEST_ROW = 409;

/** The blank value. */
export const BLANK_VALUE: NewValue = { kind: "blank" };

/** A text as a value; the empty text is blank. */
export function textValue(text: string): NewValue {
  return text === "" ? BLANK_VALUE : { kind: "text", text };
}

/** Builds a sheet from top to bottom. */
export class SheetBuilder {
  /** The next row to write on, counted from 1. */
  row = 1;
  private readonly cells: NewCell[] = [];
  private readonly heights = new Map<number, number>();

  constructor(
    readonly widths: readonly number[],
    readonly size: number,
    /** Points of a row with one line of text. */
    readonly rowHeight: number,
  ) {}

  /** Puts a cell on the current row; columns count from 1. */
  put(column: number, columns: number, value: NewValue, look: Look, rows = 1): void {
    this.cells.push({ row: this.row, column, rows, columns, value, look });
  }

  /** Puts a cell on an earlier row. */
  putAt(row: number, column: number, columns: number, value: NewValue, look: Look, rows: number): void {
    this.cells.push({ row, column, rows, columns, value, look });
  }

  /** The height a text needs in so many columns from one on. */
  heightOf(text: string, column: number, columns: number, size = this.size, indent = 0): number {
    const width = this.widths.slice(column - 1, column - 1 + columns).reduce((sum, each) => sum + each, 0);
    return neededHeight(text, width - indent * 1.5, size);
  }

  /** Ends the current row with a height in points, and goes to the next. */
  endRow(height: number): void {
    this.heights.set(this.row, Math.round(Math.min(HIGHEST_ROW, height) * 4) / 4);
    this.row += 1;
  }

  /** The finished sheet. */
  finish(sheet: Omit<NewSheet, "widths" | "heights" | "cells">): NewSheet {
    return { ...sheet, widths: this.widths, heights: this.heights, cells: this.cells };
  }
}
