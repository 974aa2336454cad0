import type { GridRegion } from "../template/pack.js";
import type { SheetCell, SheetRange, SheetRow } from "./form-sheet.js";
import type { GridPanel, GridSlot } from "./grid-panels.js";
import { headCells, headDepth, type HeadCell } from "./head-cells.js";
import { EMPTY, rangeFrom, type SectionSource } from "./section.js";

/** The rows of a grid above its body. */
export interface GridHead {
  readonly rowCount: number;
  row(row: number): SheetRow;
  at(row: number, column: number): SheetCell;
  merge(row: number, column: number): SheetRange | undefined;
}

/** A grid's caption, head and 栏次 row. */
export function gridHead(
  region: GridRegion,
  panels: readonly GridPanel[],
  slots: readonly GridSlot[],
  { computed, width }: SectionSource,
): GridHead {
  const columns = panels.flatMap((panel) => panel.columns);
  const top = region.caption === undefined ? 0 : 1;
  const depth = headDepth(columns);
  const cells = cellGrid(headCells(columns), depth, slots.length);
  const numbers = region.officialNumbers ? top + depth : -1;
  const numberCell = (column: number): SheetCell => {
    const slot = slots[column];
    if (slot === undefined) return EMPTY;
    const text =
      slot.column.parts?.[slot.part] ??
      (slot.column.role === "name" ? computed.pack.frame.officialNumbers : officialNumber(slot));
    return { kind: "label", text, role: "numbers", level: 0 };
  };
  return {
    rowCount: top + depth + (region.officialNumbers ? 1 : 0),
    row: (row) => ({ kind: row < top ? "caption" : row === numbers ? "numbers" : "head", rows: [] }),
    at: (row, column) => {
      if (row < top) return { kind: "label", text: region.caption ?? "", role: "caption", level: 0 };
      if (row === numbers) return numberCell(column);
      const cell = cells[row - top]?.[column];
      return cell === undefined ? EMPTY : { kind: "label", text: cell.text, role: "head", level: 0 };
    },
    merge: (row, column) => {
      if (row < top) return rangeFrom(row, 0, 1, width);
      const slot = slots[column];
      if (row === numbers) {
        return slot === undefined || slot.column.parts !== undefined
          ? undefined
          : rangeFrom(row, slot.first, 1, slot.column.span ?? 1);
      }
      const cell = cells[row - top]?.[column];
      return cell === undefined ? undefined : rangeFrom(top + cell.level, cell.column, cell.levels, cell.columns);
    },
  };
}

/** The head cell that covers each position. */
function cellGrid(
  cells: readonly HeadCell[],
  depth: number,
  width: number,
): readonly (readonly (HeadCell | undefined)[])[] {
  const grid = Array.from({ length: depth }, () => new Array<HeadCell | undefined>(width));
  for (const cell of cells) {
    for (let level = cell.level; level < cell.level + cell.levels; level += 1) {
      grid[level]?.fill(cell, cell.column, cell.column + cell.columns);
    }
  }
  return grid;
}

function officialNumber({ panel, column }: GridSlot): string {
  return panel.table.columns.find(({ id }) => id === column.column)?.no ?? "";
}
