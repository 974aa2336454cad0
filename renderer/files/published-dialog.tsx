import type { ReactNode } from "react";
import { Button } from "../ui/button.js";
import { Dialog } from "../ui/dialog.js";
import type { AskedOf } from "./dialogs.js";
import { WORDS } from "./wording.js";

/** What went out, and where it is. */
export function PublishedDialog({ asked }: { readonly asked: AskedOf<"published"> }): ReactNode {
  const { folder, names, record, leftOut } = asked.facts;
  const close = (): void => asked.answer("close");
  return (
    <Dialog
      open
      onClose={close}
      title={WORDS.published.title}
      actions={
        <Button look="primary" onClick={close}>
          {WORDS.close}
        </Button>
      }
    >
      <section className="file-list">
        <h3>{WORDS.published.folder}</h3>
        <p className="published-folder">{folder}</p>
      </section>
      <section className="file-list">
        <h3>{WORDS.published.files}</h3>
        <ul>
          {names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </section>
      <p className="file-note">{WORDS.published.record(record)}</p>
      {leftOut === undefined ? null : <p className="file-note">{leftOut}</p>}
    </Dialog>
  );
}
