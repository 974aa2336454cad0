import type { Pack, WorkingSheet } from "../template/pack.js";
import { normalised } from "./printed-text.js";
import type { SheetGrid } from "./sheet-grid.js";
import type { SheetPart } from "../sheets/workbook-parts.js";

/** A sheet of the workbook with its cells. */
export interface OpenSheet {
  readonly sheet: SheetPart;
  readonly grid: SheetGrid;
}

/** A working sheet found by its heads: the row of the heads, and the columns in the order of the pack. */
export interface FoundWorkingSheet extends OpenSheet {
  readonly headRow: number;
  readonly columns: readonly number[];
}

/** The sheets 上年数 and 说明要素 of a workbook, where it has them. */
export interface FoundWorkingSheets {
  readonly lastYear?: FoundWorkingSheet;
  readonly elements?: FoundWorkingSheet;
}

/** Finds the working sheets by their heads. Of two with the same heads the one with more rows counts. */
export function findWorkingSheets(sheets: readonly OpenSheet[], pack: Pack): FoundWorkingSheets {
  const lastYear = longest(sheets, pack.frame.lastYear);
  const elements = longest(sheets, pack.frame.elements);
  return { ...(lastYear === undefined ? {} : { lastYear }), ...(elements === undefined ? {} : { elements }) };
}

/** How far down the heads of a working sheet are looked for. */
const HEAD_ROWS = 20;

function longest(sheets: readonly OpenSheet[], working: WorkingSheet): FoundWorkingSheet | undefined {
  const found = sheets.flatMap((open) => findHeadRow(open, working.heads) ?? []);
  return found.sort((a, b) => b.grid.lastRow - a.grid.lastRow)[0];
}

function findHeadRow(open: OpenSheet, heads: readonly string[]): FoundWorkingSheet | undefined {
  const wanted = heads.map(normalised);
  for (let row = 1; row <= Math.min(HEAD_ROWS, open.grid.lastRow); row += 1) {
    const cells = open.grid.filled(row);
    if (cells.length < wanted.length) continue;
    const columns = wanted.flatMap((head) => cells.find((cell) => open.grid.textOf(cell) === head)?.column ?? []);
    if (columns.length === wanted.length) return { ...open, headRow: row, columns };
  }
  return undefined;
}
