import { useCallback, useMemo, useSyncExternalStore, type ReactNode } from "react";
import type { CellAddress } from "../../shared/model/address.js";
import { CellSentences } from "../narrative/cell-sentences.js";
import type { OpenDocument } from "../session/document-store.js";
import { attention } from "../session/window-store.js";
import { describeCell } from "./cell-description.js";
import { FormulaBar } from "./formula-bar.js";
import { openingSession } from "./opening-session.js";
import { sheets } from "./window-sheets.js";

/** The formula bar, told by the sheet in front which cell is active. */
export function FormulaPlace({ document }: { readonly document: OpenDocument }): ReactNode {
  const state = useSyncExternalStore(sheets.subscribe, sheets.state);
  const at = state?.cell.kind === "cell" ? state.cell.at : undefined;
  const { computed, session } = document;
  const description = useMemo(
    () => (at === undefined ? undefined : describeCell(computed, session, at, openingSession.current())),
    [computed, session, at],
  );
  const more = useMemo(() => <CellSentences at={at} />, [at]);
  const onJump = useCallback((cells: readonly CellAddress[]) => attention.lead(cells), []);
  return (
    <FormulaBar
      cell={state?.cell}
      description={description}
      text={state?.draft?.text ?? state?.input ?? ""}
      problem={state?.draft?.problem}
      editable={state?.editable === true}
      onText={setDraft}
      onCommit={commitDraft}
      onCancel={cancelDraft}
      onJump={onJump}
      more={more}
    />
  );
}

function setDraft(text: string): void {
  sheets.controller()?.setDraft(text);
}

function commitDraft(): void {
  sheets.controller()?.commitDraft();
}

function cancelDraft(): void {
  sheets.controller()?.cancelDraft();
  sheets.focus();
}
