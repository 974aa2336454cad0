import type { FieldCell, FieldsRegion } from "../template/pack.js";

/** A cell of a fields region and the sheet column it begins in, counted from 0. */
export interface PlacedField {
  readonly cell: FieldCell;
  readonly column: number;
}

/** Where each cell of each line begins: columns that a label of a line above still covers are passed over. */
export function fieldLines(region: FieldsRegion): readonly (readonly PlacedField[])[] {
  const covered = new Map<number, Set<number>>();
  return region.lines.map(({ cells }, index) => {
    let column = 0;
    return cells.map((cell) => {
      while (covered.get(index)?.has(column) === true) column += 1;
      const placed = { cell, column };
      for (let below = 1; below < linesOf(cell); below += 1) {
        const columns = covered.get(index + below) ?? new Set<number>();
        for (let at = column; at < column + cell.span; at += 1) columns.add(at);
        covered.set(index + below, columns);
      }
      column += cell.span;
      return placed;
    });
  });
}

/** How many lines a cell reaches down. */
export function linesOf(cell: FieldCell): number {
  return cell.kind === "label" ? (cell.rows ?? 1) : 1;
}
