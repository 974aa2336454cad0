import type { ReactNode } from "react";
import { Button } from "../ui/button.js";
import { Dialog } from "../ui/dialog.js";
import type { AskedOf } from "./dialogs.js";
import { WORDS } from "./wording.js";

/** A workbook of forms no pack knows: why, what was recognised in it and what was not. */
export function UnknownFormDialog({ asked }: { readonly asked: AskedOf<"unknown-form"> }): ReactNode {
  const { name, text, recognised, unrecognised } = asked.facts;
  const close = (): void => asked.answer("close");
  return (
    <Dialog
      open
      onClose={close}
      title={WORDS.unknownForm.title(name)}
      description={text}
      actions={
        <Button look="primary" autoFocus onClick={close}>
          {WORDS.close}
        </Button>
      }
    >
      <SheetList title={WORDS.unknownForm.recognised} sheets={recognised} />
      <SheetList title={WORDS.unknownForm.unrecognised} sheets={unrecognised} />
    </Dialog>
  );
}

function SheetList({ title, sheets }: { readonly title: string; readonly sheets: readonly string[] }): ReactNode {
  return (
    <section className="file-list" aria-label={title}>
      <h3>{title}</h3>
      {sheets.length === 0 ? <p>{WORDS.unknownForm.none}</p> : null}
      <ul>
        {sheets.map((sheet) => (
          <li key={sheet}>{sheet}</li>
        ))}
      </ul>
    </section>
  );
}
