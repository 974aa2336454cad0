import type { MenuCommand } from "../../shared/host/contract.js";
import { COMMANDS } from "./command-list.js";

/** The parts of a key press that name a shortcut. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The command of a key press; undefined where there is none, and for keys that a text field with the focus needs itself. */
export function commandOfKey(press: KeyPress, inTextField: boolean): MenuCommand | undefined {
  const keys = namedKeys(press);
  const found = COMMANDS.find((command) => command.keys === keys);
  return found === undefined || (found.editing === true && inTextField) ? undefined : found.id;
}

/** A key press as the list of commands writes it: `Ctrl+Shift+S`. On other keyboards the command key counts as Ctrl. */
export function namedKeys({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string {
  const isControl = ctrlKey || metaKey;
  const name = key.length === 1 ? key.toUpperCase() : key;
  // Ctrl with + is pressed as Shift and = on most keyboards, and as its own key on others: both enlarge.
  if (isControl && name === "+") return "Ctrl+=";
  return [isControl ? "Ctrl" : "", altKey ? "Alt" : "", shiftKey ? "Shift" : "", name]
    .filter((part) => part !== "")
    .join("+");
}

/** Whether a text is typed at this element: a field of a dialog or panel, not the sheet's own one. */
export function isTextField(element: Element | null, homeAttribute: string): boolean {
  if (element === null || element.hasAttribute(homeAttribute)) return false;
  return element.matches(
    "textarea, input:not([type='checkbox'], [type='radio'], [type='button']), [contenteditable='true']",
  );
}
