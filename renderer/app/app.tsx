import { useEffect, useMemo, useState, type ReactNode } from "react";
import { FileDialogs } from "../files/file-dialogs.js";
import { files } from "../files/window-files.js";
import { host } from "../session/host.js";
import { useDocument } from "../session/use-document.js";
import { attention, store } from "../session/window-store.js";
import { FOCUS_HOME } from "../ui/focus-home.js";
import { LibraryFrame } from "../ui/library-frame.js";
import { Notices } from "../ui/toast.js";
import { notices } from "../ui/window-notices.js";
import { AboutDialog } from "./about-dialog.js";
import { ErrorBoundary } from "./error-boundary.js";
import { openingSession } from "./opening-session.js";
import { cyclePanes } from "./panes-cycle.js";
import { ShortcutsDialog } from "./shortcuts-dialog.js";
import { StartScreen } from "./start-screen.js";
import { runCommand, useAccelerators, useCommandHandlers } from "./use-commands.js";
import { WorkbookScreen } from "./workbook-screen.js";
import { WORDS } from "./wording.js";

/** The whole window. */
export function App(): ReactNode {
  return (
    <LibraryFrame>
      <Notices board={notices} closeLabel={WORDS.close}>
        <ErrorBoundary>
          <Screens />
        </ErrorBoundary>
      </Notices>
    </LibraryFrame>
  );
}

function Screens(): ReactNode {
  const document = useDocument((open) => open);
  const [dialog, setDialog] = useState<"about" | "shortcuts">();
  useAccelerators();
  usePaneKeys();
  useEffect(() => openingSession.watch(store), []);
  useEffect(() => {
    files.carryOut = runCommand;
    return files.start();
  }, []);
  useCommandHandlers(
    useMemo(
      () => ({
        ...HISTORY,
        about: { run: () => setDialog("about") },
        shortcuts: { run: () => setDialog("shortcuts") },
      }),
      [],
    ),
  );
  const onClose = (): void => {
    setDialog(undefined);
  };
  return (
    <>
      {document === undefined ? <StartScreen /> : <WorkbookScreen key={document.ready.pack.id} document={document} />}
      <FileDialogs />
      <AboutDialog open={dialog === "about"} onClose={onClose} host={host()} />
      <ShortcutsDialog open={dialog === "shortcuts"} onClose={onClose} />
    </>
  );
}

/** Undo and redo where no sheet has them: the eye is led back to where the gesture happened. */
const HISTORY = {
  undo: { run: () => attention.lead(asList(store.undo())), possible: () => store.current()?.canUndo === true },
  redo: { run: () => attention.lead(asList(store.redo())), possible: () => store.current()?.canRedo === true },
};

function asList<Item>(item: Item | undefined): readonly Item[] {
  return item === undefined ? [] : [item];
}

/** F6 goes from pane to pane. */
function usePaneKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== "F6" || event.defaultPrevented) return;
      event.preventDefault();
      cyclePanes(document, document.activeElement, FOCUS_HOME, event.shiftKey);
    };
    window.addEventListener("keydown", onKeyDown, true);
    return () => window.removeEventListener("keydown", onKeyDown, true);
  }, []);
}
