import {
  memo,
  useEffect,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
  type CSSProperties,
  type ReactNode,
} from "react";
import { suitsGrid } from "./ag-columns.js";
import { FindBar } from "./find-bar.js";
import { SheetDescription } from "./sheet-description.js";
import type { SheetDesk } from "./sheet-desk.js";
import { SheetGrid } from "./sheet-grid.js";
import { SheetMenu } from "./sheet-menu.js";
import { SheetTable } from "./sheet-table.js";
import "./sheet.css";

/** How many sheets stay on the page, the one in front included: coming back to one of them takes no drawing. */
const KEPT = 8;

export interface SheetDeckProps {
  readonly desk: SheetDesk;
  /** The form in front. */
  readonly form: string;
}

/** The sheets of the window, one in front of the other, with the search bar above and the context menu around them. */
export const SheetDeck = memo(function SheetDeck({ desk, form }: SheetDeckProps): ReactNode {
  const kept = useKept(form);
  const zoom = useSyncExternalStore(desk.subscribe, () => desk.currentZoom());
  useLayoutEffect(() => {
    desk.bringToFront(form);
  }, [desk, form]);
  useEffect(() => {
    desk.focus();
  }, [desk, form]);
  return (
    <div className="sheet-deck" style={{ "--sheet-zoom": zoom } as CSSProperties}>
      <FindBar desk={desk} />
      <SheetMenu desk={desk}>
        {kept.map((id) => (
          <div key={id} className="sheet-pane" data-front={id === form ? true : undefined} inert={id !== form}>
            {desk.content(id) === undefined ? null : <Sheet desk={desk} form={id} />}
          </div>
        ))}
      </SheetMenu>
      <SheetDescription desk={desk} />
    </div>
  );
});

function Sheet({ desk, form }: SheetDeckProps): ReactNode {
  const sheet = desk.content(form)?.sheet;
  if (sheet === undefined) return null;
  return suitsGrid(sheet) ? <SheetGrid desk={desk} form={form} /> : <SheetTable desk={desk} form={form} />;
}

/** The forms shown last, the newest first. */
function useKept(form: string): readonly string[] {
  const [kept, setKept] = useState<readonly string[]>([form]);
  const now = kept[0] === form ? kept : [form, ...kept.filter((id) => id !== form)].slice(0, KEPT);
  if (now !== kept) setKept(now);
  // In a fixed order on the page: moving a sheet among its neighbours would draw it anew.
  return now.toSorted();
}
