import { useEffect } from "react";
import { commands, drafts, store } from "../session/window-store.js";
import { REMARKS_TABLE } from "../../shared/model/workbook.js";
import type { CellAddress } from "../../shared/model/address.js";
import { narrativeDesk } from "./window-narrative.js";

/** While the page is in front: undo and redo stay on it, Ctrl+F searches it. */
export function usePageCommands(openFind: () => void): void {
  useEffect(
    () =>
      commands.registerAll({
        undo: { run: () => step(() => store.undo()), possible: () => store.current()?.canUndo === true || isWriting() },
        redo: { run: () => step(() => store.redo()), possible: () => store.current()?.canRedo === true },
        find: { run: openFind },
      }),
    [openFind],
  );
}

/** What is being typed is a gesture first, so that taking it back loses nothing. */
function step(move: () => CellAddress | undefined): void {
  drafts.commitAll();
  const at = move();
  if (at?.table === REMARKS_TABLE) narrativeDesk.show({ element: at.row, quietly: true });
}

function isWriting(): boolean {
  return document.activeElement instanceof HTMLElement && document.activeElement.isContentEditable;
}
