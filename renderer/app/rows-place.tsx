import { useEffect, useMemo, type ReactNode } from "react";
import { namesIn } from "../../shared/editing/code-names.js";
import { CodeImport, CodeImportPlace } from "../codes/import-flow.js";
import { rememberedNames, rememberNames, withNames } from "../codes/learned-names.js";
import { hostFailureText } from "../files/wording.js";
import { RowDialogs } from "../rows/row-dialogs.js";
import { rowEntries } from "../rows/row-entries.js";
import type { OpenDocument } from "../session/document-store.js";
import { host } from "../session/host.js";
import { store } from "../session/window-store.js";
import { notices } from "../ui/window-notices.js";
import { useCommandHandlers } from "./use-commands.js";
import { rows } from "./window-rows.js";
import { sheets } from "./window-sheets.js";

const codeImport = new CodeImport({
  host,
  pack: () => store.current()?.ready.pack,
  notices,
  hostFailureText,
  learn: (names) => {
    sheets.learned = withNames(sheets.learned, names);
    rememberNames(sheets.learned);
  },
});

/** The commands and questions about rows, blocks and codes, while a workbook is open. */
export function RowsPlace({ document }: { readonly document: OpenDocument }): ReactNode {
  useCommandHandlers(useMemo(() => handlers(), []));
  useLearning(document);
  useEffect(() => {
    sheets.entriesHere = () => rowEntries(rows);
    return () => {
      sheets.entriesHere = () => [];
    };
  }, []);
  return (
    <>
      <RowDialogs desk={rows} />
      <CodeImportPlace flow={codeImport} />
    </>
  );
}

function handlers(): Parameters<typeof useCommandHandlers>[0] {
  return {
    "add-row": { run: () => rows.addRow() },
    "remove-row": { run: () => rows.removeSelected() },
    "add-project": { run: () => rows.addBlock() },
    "remove-project": { run: () => rows.removeBlock() },
    "import-codes": { run: () => void codeImport.choose() },
  };
}

/** The names of a workbook's codes are remembered for the next one, once it is on the screen. */
function useLearning({ name, folder, computed }: OpenDocument): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      sheets.learned = withNames(withNames(rememberedNames(), sheets.learned), namesIn(computed));
      rememberNames(sheets.learned);
    }, AFTER_OPENING);
    return () => clearTimeout(timer);
    // Once for each file, not at every gesture: what is typed into it later is in its own rows anyway.
  }, [name, folder]);
}

const AFTER_OPENING = 1500;
