import type { GetRowIdParams, GridApi, GridOptions } from "ag-grid-community";
import { AgGridReact } from "ag-grid-react";
import { useEffect, useMemo, useRef, useSyncExternalStore, type ReactNode } from "react";
import type { FormSheet } from "../../shared/forms/form-sheet.js";
import { columnId, gridColumns, type GridRow } from "./ag-columns.js";
import { headHeights } from "./ag-head.js";
import { registerGridModules, SHEET_THEME } from "./ag-modules.js";
import { AgView } from "./ag-view.js";
import { FrozenNames, keepHeads, spreadNames } from "./ag-widths.js";
import type { SheetContent } from "./sheet-content.js";
import type { SheetDesk } from "./sheet-desk.js";

registerGridModules();

/** The height of a body row before zoom: as dense as WPS. */
const ROW_HEIGHT = 24;
/** The room the scroll bar takes beside the columns. */
const SCROLL_BAR = 17;
/** What the grid leaves to the sheet. Frozen columns stay frozen, see {@link FrozenNames}. */
const HABITS: GridOptions<GridRow> = {
  suppressCellFocus: true,
  suppressHeaderFocus: true,
  suppressMovableColumns: true,
  suppressRowHoverHighlight: true,
  suppressNoRowsOverlay: true,
  animateRows: false,
  rowBuffer: 8,
  processUnpinnedColumns: () => [],
  skipHeaderOnAutoSize: true,
};
const COLUMN_DEFAULTS = { sortable: false, resizable: true, suppressMovable: true } as const;

/** A form of rows and columns on AG Grid. It is drawn by React once; every later change goes straight to the cells concerned. */
export function SheetGrid({ desk, form }: { readonly desk: SheetDesk; readonly form: string }): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const unmount = useRef<(() => void) | undefined>(undefined);
  const zoom = useSyncExternalStore(desk.subscribe, () => desk.currentZoom());
  const content = useMemo(() => contentSource(desk, form), [desk, form]);
  const { sheet } = content();
  const columns = useMemo(() => gridColumns(content, zoom), [content, zoom]);
  const heights = useMemo(() => scaled(headHeights(sheet, widthsOf(content)), zoom), [content, sheet, zoom]);
  const rows = useMemo(() => gridRows(sheet), [sheet]);
  const renew = useRef<(sheet: FormSheet) => void>(() => undefined);

  useEffect(() => {
    renew.current(sheet);
  }, [heights, sheet]);
  useEffect(() => () => unmount.current?.(), []);

  const ready = (api: GridApi<GridRow>): void => {
    // The grid draws its head and first rows in the task after this event; the view needs both.
    setTimeout(() => {
      if (root.current === null || api.isDestroyed()) return;
      spreadNames(api, content().sheet, root.current.clientWidth - SCROLL_BAR);
      keepHeads(api);
      const names = new FrozenNames(api, () => content().sheet);
      names.fit(root.current.clientWidth);
      const view = new AgView(root.current, api, content().sheet, headOf(content, desk));
      renew.current = (next) => {
        if (api.isDestroyed()) return;
        if (api.getDisplayedRowCount() !== next.rowCount - next.headRows) api.setGridOption("rowData", gridRows(next));
        names.fit(root.current?.clientWidth ?? 0);
        view.renew(next, headOf(content, desk));
      };
      const stop = desk.mount(form, view, (next) => renew.current(next));
      unmount.current = () => {
        stop();
        unmount.current = undefined;
      };
    });
  };

  return (
    <div className="sheet-root" ref={root}>
      <AgGridReact<GridRow>
        theme={SHEET_THEME}
        {...styleNonce()}
        columnDefs={columns}
        defaultColDef={COLUMN_DEFAULTS}
        rowData={rows}
        getRowId={rowId}
        rowHeight={Math.round(ROW_HEIGHT * zoom)}
        headerHeight={heights.reduce((sum, height) => sum + height, 0)}
        {...HABITS}
        onGridReady={({ api }) => {
          ready(api);
        }}
      />
    </div>
  );
}

/** The form's content as it is when asked; the last one seen after the workbook was closed, until the page has followed. */
function contentSource(desk: SheetDesk, form: string): () => SheetContent {
  let last: SheetContent | undefined;
  return () => {
    last = desk.content(form) ?? last;
    if (last === undefined) throw new Error(`no form ${form}`);
    return last;
  };
}

function headOf(content: () => SheetContent, desk: SheetDesk): readonly number[] {
  return scaled(headHeights(content().sheet, widthsOf(content)), desk.currentZoom());
}

/** The widths the columns have before zoom. */
function widthsOf(content: () => SheetContent): (column: number) => number {
  const widths = new Map(gridColumns(content, 1).map(({ colId, width }) => [colId, width ?? 0]));
  return (column) => widths.get(columnId(column)) ?? 0;
}

function scaled(heights: readonly number[], zoom: number): readonly number[] {
  return heights.map((height) => Math.round(height * zoom));
}

/** One object a row, the same ones for all forms: they say nothing but their number. */
function gridRows({ headRows, rowCount }: FormSheet): GridRow[] {
  return Array.from({ length: Math.max(0, rowCount - headRows) }, (_, index) => ({ row: headRows + index }));
}

function rowId({ data }: GetRowIdParams<GridRow>): string {
  return String(data.row);
}

/** The nonce under which the page's policy lets the grid's own style element in. */
function styleNonce(): { readonly styleNonce?: string } {
  const nonce = document.querySelector<HTMLMetaElement>("meta[property='csp-nonce']")?.nonce;
  return nonce === undefined || nonce === "" ? {} : { styleNonce: nonce };
}
