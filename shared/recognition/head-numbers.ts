import { type HeadSearch, located, slotOf } from "./head-claims.js";
import { climbHead, headText, withoutUnit } from "./head-path.js";
import type { LocatedPanel } from "./located.js";
import { digitsOf, normalised } from "./printed-text.js";
import type { SheetGrid } from "./sheet-grid.js";

/** Finds the row of printed column numbers by its label, at most three rows below the heads. */
export function findNumbersRow(grid: SheetGrid, row: number, to: number, label: string): number | undefined {
  const wanted = normalised(label);
  for (let below = row; below <= Math.min(row + 3, to); below += 1) {
    if (grid.filled(below).some((cell) => cell.type === "text" && grid.textOf(cell) === wanted)) return below;
  }
  return undefined;
}

/**
 * A column whose path is damaged takes the place where its last head text stands over its printed number, unless the texts above
 * say something else.
 */
export function witnessNumbers(
  grid: SheetGrid,
  { firstRow, row, numbersRow }: { readonly firstRow: number; readonly row: number; readonly numbersRow: number },
  panels: readonly LocatedPanel[],
  search: HeadSearch,
): readonly LocatedPanel[] {
  const taken = new Set(panels.flatMap((panel) => panel.columns.map((column) => column.slot?.first)));
  return panels.map((panel) => ({
    panel: panel.panel,
    columns: panel.columns.map((column) => {
      if (column.slot !== undefined || column.spec.role !== "figure") return column;
      const no = search.tables.get(panel.panel.table)?.columns.find(({ id }) => id === column.spec.column)?.no;
      const leaf = headText(column.spec.head.slice(-1));
      const whole = headText(column.spec.head);
      const place = numberedColumns(grid, numbersRow).find(
        (numbered) =>
          numbered.no === no &&
          !taken.has(numbered.column) &&
          climbHead(grid, row, numbered.column, leaf) !== undefined &&
          headTexts(grid, firstRow, row, numbered.column).every((text) => whole.includes(withoutUnit(text).text)),
      );
      if (place === undefined) return column;
      taken.add(place.column);
      return located(column.spec, slotOf(grid.area(numbersRow, place.column), undefined));
    }),
  }));
}

/** Numbered columns that belong to no head of the pack: the form is another year's. */
export function unexpectedHeads(
  grid: SheetGrid,
  { firstRow, row }: { readonly firstRow: number; readonly row: number },
  numbersRow: number,
  panels: readonly LocatedPanel[],
): readonly string[] {
  const slots = panels.flatMap((panel) => panel.columns.flatMap((column) => column.slot ?? []));
  return numberedColumns(grid, numbersRow).flatMap(({ column }) => {
    if (slots.some((slot) => slot.first <= column && column <= slot.last)) return [];
    return headTexts(grid, firstRow, row, column).slice(-1);
  });
}

function numberedColumns(grid: SheetGrid, numbersRow: number): readonly { column: number; no: string }[] {
  return grid.filled(numbersRow).flatMap((cell) => {
    const no = digitsOf(cell.text);
    return no === undefined ? [] : [{ column: cell.column, no }];
  });
}

/** The texts that stand in a column between two rows, each once, from top to bottom. */
function headTexts(grid: SheetGrid, from: number, to: number, column: number): readonly string[] {
  const texts: string[] = [];
  for (let row = from; row <= to; row += 1) {
    const text = grid.text(row, column);
    if (text !== "" && digitsOf(text) === undefined && text !== texts.at(-1)) texts.push(text);
  }
  return texts;
}
