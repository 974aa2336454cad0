import { useEffect, useMemo, useRef } from "react";
import { narrativeDesk } from "../narrative/window-narrative.js";
import type { OpenDocument } from "../session/document-store.js";
import { store } from "../session/window-store.js";
import { useCommandHandlers } from "./use-commands.js";
import type { FindingCursor } from "./use-finding-cursor.js";
import { neighbourForm, printView, type View } from "./view.js";

/**
 * The commands that lead through the workbook's views. They are registered once a view: what the commands need of the workbook they ask for when
 * somebody gives them.
 */
export function useScreenCommands(
  document: OpenDocument,
  view: View,
  setView: (view: View) => void,
  cursor: FindingCursor,
  toggleFindings: () => void,
): void {
  const now = useRef({ document, cursor, toggleFindings });
  useEffect(() => {
    now.current = { document, cursor, toggleFindings };
  });
  const handlers = useMemo(() => {
    const turn = (step: 1 | -1) => ({
      run: () => {
        const next = neighbourForm(now.current.document.computed.pack, view, step);
        if (next !== undefined) setView(next);
      },
    });
    const step = (by: 1 | -1) => ({
      run: () => {
        const { findings, computed } = now.current.document;
        now.current.cursor.step(findings, computed.pack, by);
      },
      possible: () => (store.current()?.findings.length ?? 0) > 0,
    });
    return {
      "next-table": turn(1),
      "previous-table": turn(-1),
      "next-finding": step(1),
      "previous-finding": step(-1),
      "show-findings": { run: () => now.current.toggleFindings() },
      "show-overview": { run: () => setView({ kind: "overview" }) },
      // The print page and the overview print themselves.
      ...(view.kind === "print" || view.kind === "overview" ? {} : { print: { run: () => setView(printView(view)) } }),
      "show-narrative": { run: () => narrativeDesk.turn("write") },
      "check-narrative": { run: () => narrativeDesk.turn("check") },
    };
  }, [view, setView]);
  useCommandHandlers(handlers);
}
