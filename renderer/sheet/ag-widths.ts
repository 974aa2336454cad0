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

/**
 * A double click on a column's border fits the column to what is drawn in it, as in WPS, but makes it no narrower than its head was
 * laid out for.
 */
export function keepHeads(api: GridApi<GridRow>): void {
  api.addEventListener("columnResized", ({ source, columns }) => {
    if (source !== "autosizeColumns") return;
    const narrow = (columns ?? []).filter((column) => column.getActualWidth() < (column.getColDef().width ?? 0));
    if (narrow.length === 0) return;
    api.setColumnWidths(narrow.map((column) => ({ key: column, newWidth: column.getColDef().width ?? 0 })));
  });
}

/** The least and the most room kept beside the frozen columns: one column of figures with the scroll bar over it. */
const BESIDE = { least: 150, most: 220, scrollBar: 17 } as const;
/** The least width of a column of names. */
const LEAST_NAME = 60;

/**
 * Keeps room beside the frozen columns however narrow the window gets: their names are cut, and get their width back when there is room
 * again. Left alone the grid would set such columns free, row numbers among them, in another order.
 */
export class FrozenNames {
  /** The columns as they were before they were cut, and as they were cut to. */
  private readonly cut = new Map<string, { readonly from: number; readonly to: number }>();

  constructor(
    private readonly api: GridApi<GridRow>,
    private readonly sheet: () => FormSheet,
  ) {
    api.addEventListener("gridSizeChanged", ({ clientWidth }) => this.fit(clientWidth));
  }

  /** Cuts or widens the names for a room. */
  fit(room: number): void {
    const { api } = this;
    if (room <= 0 || api.isDestroyed()) return;
    const names = frozenNames(this.sheet()).map((key) => ({ key, ...this.widthOf(key) }));
    const frozen = api.getDisplayedLeftColumns().reduce((sum, column) => sum + column.getActualWidth(), 0);
    const others = frozen - names.reduce((sum, { width }) => sum + width, 0);
    const wanted = names.reduce((sum, name) => sum + name.from, 0);
    const factor = wanted === 0 ? 1 : Math.min(1, (room - this.beside() - others) / wanted);
    const given = names.map((name) => ({
      ...name,
      to: Math.max(Math.min(name.from, LEAST_NAME), Math.floor(name.from * factor)),
    }));
    for (const { key, from, to } of given) this.cut.set(key, { from, to });
    const changed = given.filter(({ width, to }) => width !== to);
    if (changed.length > 0) api.setColumnWidths(changed.map(({ key, to }) => ({ key, newWidth: to })));
  }

  private beside(): number {
    const { columns, frozenColumns } = this.sheet();
    const widths = columns.map(({ content }, index) =>
      content === "figure" && index >= frozenColumns ? (this.api.getColumn(columnId(index))?.getActualWidth() ?? 0) : 0,
    );
    return Math.min(BESIDE.most, Math.max(BESIDE.least, Math.max(0, ...widths) + BESIDE.scrollBar));
  }

  /** Another width than the one given last is a person's, or comes with another zoom. */
  private widthOf(key: string): { readonly width: number; readonly from: number } {
    const width = this.api.getColumn(key)?.getActualWidth() ?? 0;
    const before = this.cut.get(key);
    return { width, from: before?.to === width ? before.from : width };
  }
}

function frozenNames({ columns, frozenColumns }: FormSheet): readonly string[] {
  return columns.flatMap(({ content }, index) =>
    index < frozenColumns && (content === "name" || content === "text") ? [columnId(index)] : [],
  );
}
