import {
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  createTheme,
  EventApiModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
  type Theme,
} from "ag-grid-community";

/**
 * What the sheet uses of AG Grid: rows and columns drawn as far as they are seen, frozen columns, widths. Selection, editing, keys,
 * clipboard and undo are the sheet's own; AG Grid's are left out, and nothing of its enterprise edition is ever registered.
 */
export function registerGridModules(): void {
  ModuleRegistry.registerModules([
    ClientSideRowModelModule,
    CellStyleModule,
    ColumnApiModule,
    ColumnAutoSizeModule,
    RowApiModule,
    ScrollApiModule,
    RenderApiModule,
    EventApiModule,
  ]);
}

/** AG Grid's own look, told in the window's design tokens. Sizes come from the grid's options, so that they can zoom. */
export const SHEET_THEME: Theme = createTheme().withParams({
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  borderRadius: 0,
  borderColor: "var(--sheet-line)",
  columnBorder: true,
  headerColumnBorder: false,
  headerRowBorder: false,
  rowBorder: true,
  headerColumnResizeHandleColor: "transparent",
  rowHoverColor: "transparent",
  backgroundColor: "var(--sheet-ground)",
  headerBackgroundColor: "var(--sheet-head-ground)",
  foregroundColor: "var(--sheet-text)",
  cellTextColor: "var(--sheet-text)",
  fontFamily: "var(--sheet-font)",
  fontSize: "var(--sheet-font-size)",
  cellHorizontalPadding: "calc(6px * var(--sheet-zoom))",
  pinnedColumnBorder: { width: 1, color: "var(--sheet-line-frozen)" },
});
