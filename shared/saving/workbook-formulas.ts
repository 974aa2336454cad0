import type { OpenSheet } from "../recognition/find-working-sheets.js";
import { readFormulas, readRows } from "../patching/formula-cells.js";
import type { WorkbookPackage } from "../sheets/package.js";
import { parseSheet, sheetDataOf } from "../patching/shift-sheet.js";

/** A cell with a formula, as its own text says it: followers of a shared formula have theirs translated. */
export interface FormulaAt {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** All formulas of a workbook by sheet and by {@link cellKey}. Sheets without a formula are not looked into. */
export type WorkbookFormulas = ReadonlyMap<string, ReadonlyMap<number, FormulaAt>>;

/** One number for each cell of a sheet. */
export function cellKey(row: number, column: number): number {
  return row * 65_536 + column;
}

/** Reads the formulas of all sheets from the XML, because only there the cells of a shared formula know each other. */
export function workbookFormulas(file: WorkbookPackage, sheets: readonly OpenSheet[]): WorkbookFormulas {
  const all = new Map<string, ReadonlyMap<number, FormulaAt>>();
  for (const { sheet, grid } of sheets) {
    const text = file.parts.text(sheet.path);
    if (text === undefined || !grid.content.cells.some((cell) => cell.formula !== undefined)) continue;
    const { single, shared } = readFormulas(text, readRows(text, sheetDataOf(parseSheet(text), sheet.name)));
    const found = new Map<number, FormulaAt>();
    for (const cell of [...single, ...shared.flatMap(({ members }) => members)]) {
      const { row, column } = cell;
      found.set(cellKey(row, column), { sheet: sheet.name, row, column, text: cell.text });
    }
    all.set(sheet.name, found);
  }
  return all;
}
