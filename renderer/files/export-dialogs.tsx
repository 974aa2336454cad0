import { useState, type ReactNode } from "react";
import { Button } from "../ui/button.js";
import { Dialog } from "../ui/dialog.js";
import { Tick } from "../ui/tick.js";
import { Question } from "../ui/question.js";
import type { AskedOf } from "./dialogs.js";
import { WORDS } from "./wording.js";

/** 导出: what will be written, and how. */
export function ExportDialog({ asked }: { readonly asked: AskedOf<"export"> }): ReactNode {
  const [signOff, setSignOff] = useState(false);
  const [ownTemplate, setOwnTemplate] = useState(false);
  const close = (): void => asked.answer(undefined);
  return (
    <Dialog
      open
      onClose={close}
      title={WORDS.export.title}
      description={WORDS.export.what}
      width="narrow"
      actions={
        <>
          <Button onClick={close}>{WORDS.cancel}</Button>
          <Button look="primary" autoFocus onClick={() => asked.answer({ signOff, ownTemplate })}>
            {WORDS.export.go}
          </Button>
        </>
      }
    >
      <Tick label={WORDS.export.signOff} checked={signOff} onChange={setSignOff} />
      <Tick label={WORDS.export.ownTemplate} checked={ownTemplate} onChange={setOwnTemplate} />
      {asked.facts.errors === 0 ? null : <p className="file-warning">{WORDS.export.errors(asked.facts.errors)}</p>}
    </Dialog>
  );
}

/** How many errors the question names. */
const NAMED = 8;

/** Errors stand: named one by one, then the question. */
export function ErrorsStandDialog({ asked }: { readonly asked: AskedOf<"errors-stand"> }): ReactNode {
  const { errors } = asked.facts;
  const words = WORDS.errorsStand;
  return (
    <Question
      open
      title={words.title}
      text={
        <>
          <p>{words.text(errors.length)}</p>
          <ul className="file-errors">
            {errors.slice(0, NAMED).map((error) => (
              <li key={error}>{error}</li>
            ))}
          </ul>
          {errors.length > NAMED ? <p>{words.more(errors.length - NAMED)}</p> : null}
        </>
      }
      answers={[
        { id: "export", label: words.export, look: "danger" },
        { id: "cancel", label: words.cancel },
      ]}
      escape="cancel"
      onAnswer={asked.answer}
    />
  );
}
