import type { MenuCommand } from "../../shared/host/contract.js";
import { COMMANDS } from "./command-list.js";

/** The parts of a key press that name a shortcut. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The command whose keys these are; undefined where there is none, and for keys whose meaning depends on where the focus is. */
export function commandOfKey(press: KeyPress): MenuCommand | undefined {
  const keys = namedKeys(press);
  return COMMANDS.find((entry) => entry.keys === keys && entry.keysOfPage !== true)?.command;
}

/** A key press as the list of commands writes it: `Ctrl+Shift+S`. On other keyboards the command key counts as Ctrl. */
export function namedKeys({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string {
  const isControl = ctrlKey || metaKey;
  const name = NAMES.get(code) ?? (key.length === 1 ? key.toUpperCase() : key);
  return [isControl ? "Ctrl" : "", altKey ? "Alt" : "", shiftKey ? "Shift" : "", name]
    .filter((part) => part !== "")
    .join("+");
}

/** Keys that give other signs with Shift, by where they lie on the keyboard. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ["Equal", "="],
  ["Minus", "-"],
  ["Digit0", "0"],
]);

/** Whether a text is typed at this element: a field of a dialog or panel, not the sheet's own one. */
export function isTextField(element: Element | null, homeAttribute: string): boolean {
  if (element === null || element.hasAttribute(homeAttribute)) return false;
  return element.matches(
    "textarea, input:not([type='checkbox'], [type='radio'], [type='button']), [contenteditable='true']",
  );
}
