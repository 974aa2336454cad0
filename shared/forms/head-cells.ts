import type { PanelColumn } from "../template/pack.js";

/** A head text and the block of cells it is merged over; level and column count from 0. */
export interface HeadCell {
  readonly text: string;
  readonly level: number;
  readonly levels: number;
  readonly column: number;
  readonly columns: number;
}

/** How many rows the head of these columns takes. */
export function headDepth(columns: readonly PanelColumn[]): number {
  return Math.max(0, ...columns.filter(({ role }) => role !== "side").map(({ head }) => head.length));
}

/**
 * The head of a grid, merged: a text runs on to the right while the texts above it and itself are the same, and down while
 * the same text, or none, stands below. Side labels are left out, for they reach down over the body.
 */
export function headCells(columns: readonly PanelColumn[]): readonly HeadCell[] {
  const depth = headDepth(columns);
  const slots = columns.flatMap((column) => Array.from({ length: column.span ?? 1 }, () => column));
  const paths = slots.map(({ head, role }) => (role === "side" ? [] : filled(head, depth)));
  const cells: HeadCell[] = [];
  // Per column, the first level that no block above reaches.
  const reached = slots.map(() => 0);
  for (let level = 0; level < depth; level += 1) {
    for (let column = 0; column < slots.length;) {
      const columnsWide = runLength(slots, paths, level, column);
      const text = paths[column]?.[level];
      if (text !== undefined && (reached[column] ?? 0) <= level) {
        const levels = levelsDown(paths, level, column, columnsWide);
        cells.push({ text, level, levels, column, columns: columnsWide });
        reached.fill(level + levels, column, column + columnsWide);
      }
      column += columnsWide;
    }
  }
  return cells;
}

/** A head with fewer texts than the deepest keeps its last one down to the last row. */
function filled(head: readonly string[], depth: number): readonly string[] {
  return Array.from({ length: depth }, (_, level) => head[Math.min(level, head.length - 1)] ?? "");
}

function runLength(
  slots: readonly PanelColumn[],
  paths: readonly (readonly string[])[],
  level: number,
  from: number,
): number {
  let to = from + 1;
  while (to < slots.length && (slots[to] === slots[from] || sameDownTo(paths, level, from, to))) to += 1;
  return to - from;
}

function sameDownTo(paths: readonly (readonly string[])[], level: number, first: number, second: number): boolean {
  for (let above = 0; above <= level; above += 1) {
    const text = paths[first]?.[above];
    if (text === undefined || text === "" || text !== paths[second]?.[above]) return false;
  }
  return true;
}

/** A text reaches down while it is repeated below in every column it runs over. */
function levelsDown(paths: readonly (readonly string[])[], level: number, column: number, columns: number): number {
  const text = paths[column]?.[level];
  let levels = 1;
  const repeats = (below: number): boolean =>
    paths.slice(column, column + columns).every((path) => path[below] === text);
  while (level + levels < (paths[column]?.length ?? 0) && repeats(level + levels)) levels += 1;
  return levels;
}
