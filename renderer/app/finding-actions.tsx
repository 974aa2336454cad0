import { useEffect, type ReactNode } from "react";
import { findingText } from "../../shared/messages/finding-text.js";
import type { Finding } from "../../shared/model/finding.js";
import { AnswerDialog } from "../findings/answer-dialog.js";
import { answerFinding, takeComputed, type QuickAction } from "../findings/quick-actions.js";
import { WORDS } from "../findings/wording.js";
import type { OpenDocument } from "../session/document-store.js";
import { store } from "../session/window-store.js";
import { notices } from "../ui/window-notices.js";
import { runCommand } from "./use-commands.js";
import { WORDS as FRAME } from "./wording.js";

/** A quick action somebody asked for, with its finding. */
export interface AskedAction {
  readonly finding: Finding;
  readonly action: QuickAction;
}

export interface FindingActionsProps {
  readonly asked: AskedAction | undefined;
  readonly document: OpenDocument;
  readonly onDone: () => void;
}

/** Carries quick actions out: at once where nothing is to be asked, with a dialog where a reason is. */
export function FindingActions({ asked, document, onDone }: FindingActionsProps): ReactNode {
  useEffect(() => {
    if (asked === undefined || asked.action.kind === "answer") return;
    const session = store.latest();
    if (session !== undefined) {
      store.run(takeComputed(session, asked.action.at), asked.action.at);
      const isResidual = asked.action.kind === "drop-residual";
      notices.show({
        kind: "done",
        title: isResidual ? WORDS.dropped : WORDS.taken,
        action: { label: FRAME.undo, onSelect: () => runCommand("undo") },
      });
    }
    onDone();
  }, [asked, onDone]);
  if (asked?.action.kind !== "answer") return null;
  const { remark } = asked.action;
  return (
    <AnswerDialog
      sentence={findingText(document.computed, asked.finding)}
      before={document.session.workbook.remarks.get(remark) ?? ""}
      onClose={onDone}
      onAnswer={(reason) => {
        const session = store.latest();
        if (session !== undefined) store.run(answerFinding(session, remark, reason), asked.finding.cells[0]);
        onDone();
      }}
    />
  );
}
