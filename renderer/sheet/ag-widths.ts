import type { GridApi } from "ag-grid-community";
import type { FormSheet } from "../../shared/forms/form-sheet.js";
import { columnId, type GridRow } from "./ag-columns.js";

/** How much wider than printed a column of names may become. */
const MOST = 1.5;

/**
 * Gives the columns of names and texts the room that a narrow form leaves free on the screen, so that fewer names are cut; on
 * paper and in the file their widths stay as they are.
 */
export function spreadNames(api: GridApi<GridRow>, { columns }: FormSheet, room: number): void {
  const widths = columns.map((_, index) => api.getColumn(columnId(index))?.getActualWidth() ?? 0);
  const all = api.getAllDisplayedColumns().reduce((sum, column) => sum + column.getActualWidth(), 0);
  const names = columns.flatMap(({ content }, index) => (content === "name" || content === "text" ? [index] : []));
  const named = names.reduce((sum, index) => sum + (widths[index] ?? 0), 0);
  const factor = Math.min(MOST, named === 0 ? 1 : 1 + (room - all) / named);
  if (factor <= 1) return;
  api.setColumnWidths(
    names.map((index) => ({ key: columnId(index), newWidth: Math.floor((widths[index] ?? 0) * factor) })),
  );
}
