import { useEffect, useRef, useSyncExternalStore, type ReactNode } from "react";
import type { SheetContent } from "./sheet-content.js";
import type { SheetDesk } from "./sheet-desk.js";
import { TableView } from "./table-view.js";
import "./sheet-table.css";

/** A merged form, drawn once by its view; every later change goes straight to the cells concerned. */
export function SheetTable({ desk, form }: { readonly desk: SheetDesk; readonly form: string }): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const view = useRef<TableView>(undefined);
  const zoom = useSyncExternalStore(desk.subscribe, () => desk.currentZoom());
  const drawnZoom = useRef(zoom);

  useEffect(() => {
    if (root.current === null) return undefined;
    const content = contentSource(desk, form);
    drawnZoom.current = desk.currentZoom();
    const own = new TableView(root.current, content, drawnZoom.current);
    view.current = own;
    const stop = desk.mount(form, own, () => own.renew(desk.currentZoom()));
    return () => {
      view.current = undefined;
      stop();
    };
  }, [desk, form]);
  useEffect(() => {
    if (drawnZoom.current === zoom) return;
    drawnZoom.current = zoom;
    view.current?.renew(zoom);
  }, [zoom]);

  return <div className="sheet-root sheet-table-root" ref={root} />;
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
