import { useSyncExternalStore, type ReactNode } from "react";
import { CodeDialog } from "../codes/code-dialog.js";
import { Question } from "../ui/question.js";
import type { RowDesk } from "./row-desk.js";
import { WORDS } from "./wording.js";

/** The questions about rows: which code a new row has, whether rows below go along. */
export function RowDialogs({ desk }: { readonly desk: RowDesk }): ReactNode {
  const asked = useSyncExternalStore(desk.subscribe, desk.question);
  if (asked === undefined) return null;
  if (asked.kind === "code") {
    return (
      <CodeDialog
        table={asked.title}
        codes={asked.codes}
        taken={asked.taken}
        isCode={asked.isCode}
        initial={asked.initial}
        onAdd={(chosen) => desk.addCode(chosen)}
        onClose={() => desk.close()}
      />
    );
  }
  return (
    <Question
      open
      title={asked.title}
      text={asked.text}
      answers={[
        { id: "cancel", label: WORDS.cancel, look: "plain" },
        { id: "remove", label: asked.yes, look: "danger" },
      ]}
      escape="cancel"
      onAnswer={(id) => {
        if (id === "remove") desk.removeAsked();
        else desk.close();
      }}
    />
  );
}
