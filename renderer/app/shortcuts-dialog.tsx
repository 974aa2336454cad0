import type { ReactNode } from "react";
import { MENUS } from "../../shared/host/menu.js";
import { Button } from "../ui/button.js";
import { Dialog } from "../ui/dialog.js";
import type { DialogSwitch } from "./about-dialog.js";
import { SHEET_KEYS } from "./sheet-keys-words.js";
import { WORDS } from "./wording.js";

/** Every key of the window: those of the commands from the one list, and the sheet's own. */
export function ShortcutsDialog({ open, onClose }: DialogSwitch): ReactNode {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={WORDS.shortcutsTitle}
      width="wide"
      actions={
        <Button look="primary" onClick={onClose}>
          {WORDS.close}
        </Button>
      }
    >
      <div className="shortcuts">
        {MENUS.map(({ label, items }) => (
          <KeyList
            key={label}
            title={label}
            rows={items.flatMap((item) =>
              item === "line" || item.keys === undefined ? [] : [[item.keys, item.label]],
            )}
          />
        ))}
        <KeyList title={WORDS.shortcutsSheet} rows={SHEET_KEYS} />
      </div>
    </Dialog>
  );
}

function KeyList({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}): ReactNode {
  return (
    <section className="shortcuts-group">
      <h3>{title}</h3>
      <dl>
        {rows.map(([keys = "", label = ""]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{label.replace("…", "")}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
