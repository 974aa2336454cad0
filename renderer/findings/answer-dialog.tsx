import { useState, type ReactNode } from "react";
import { Button } from "../ui/button.js";
import { Dialog } from "../ui/dialog.js";
import { TextAreaField } from "../ui/field.js";
import { WORDS } from "./wording.js";

export interface AnswerDialogProps {
  /** The finding's sentence. */
  readonly sentence: string;
  /** The reason given before; empty where there is none. */
  readonly before: string;
  readonly onAnswer: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks for the reason why a 核实性 finding may stand. Clearing an answer takes it back. */
export function AnswerDialog({ sentence, before, onAnswer, onClose }: AnswerDialogProps): ReactNode {
  const [reason, setReason] = useState(before);
  const isMissing = reason.trim() === "" && before === "";
  return (
    <Dialog
      open
      onClose={onClose}
      title={WORDS.answerTitle}
      description={sentence}
      actions={
        <>
          <Button onClick={onClose}>{WORDS.cancel}</Button>
          <Button
            look="primary"
            disabled={isMissing}
            onClick={() => {
              onAnswer(reason);
            }}
          >
            {WORDS.save}
          </Button>
        </>
      }
    >
      <TextAreaField label={WORDS.answerLabel} value={reason} onValue={setReason} note={WORDS.answerNote} autoFocus />
    </Dialog>
  );
}
