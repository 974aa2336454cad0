import { located } from "./head-claims.js";
import { headText } from "./head-path.js";
import type { LocatedColumn, LocatedPanel } from "./located.js";
import type { SheetGrid } from "./sheet-grid.js";

/**
 * Stretches what its head does not reach over: a code column that was not merged over 类, 款 and 项 to the columns on its right
 * that have no head, and names below no head to all columns between their neighbours.
 */
export function widened(
  grid: SheetGrid,
  firstRow: number,
  row: number,
  panels: readonly LocatedPanel[],
): readonly LocatedPanel[] {
  return panels.map(({ panel, columns }) => ({
    panel,
    columns: columns.map((column, index) => {
      if (column.spec.role === "name" && headText(column.spec.head) === "") return between(columns, index);
      if (column.slot === undefined || column.spec.role !== "code") return column;
      const { first } = column.slot;
      let { last } = column.slot;
      while (last - first + 1 < (column.spec.span ?? 1) && hasNoHead(grid, firstRow, row, last + 1)) last += 1;
      return located(column.spec, { ...column.slot, last });
    }),
  }));
}

function hasNoHead(grid: SheetGrid, firstRow: number, row: number, column: number): boolean {
  for (let above = firstRow; above <= row; above += 1) {
    if (grid.area(above, column).firstColumn === column && grid.text(above, column) !== "") return false;
  }
  return true;
}

/** Names below no head stand between the columns on their left and right. */
function between(columns: readonly LocatedColumn[], index: number): LocatedColumn {
  const column = columns[index];
  if (column === undefined) throw new Error(`no column ${index}`);
  const first = (columns[index - 1]?.slot?.last ?? 0) + 1;
  const last = (columns[index + 1]?.slot?.first ?? 0) - 1;
  return first > last ? column : located(column.spec, { first, last });
}
