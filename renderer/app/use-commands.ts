import { useEffect, useSyncExternalStore } from "react";
import type { MenuCommand } from "../../shared/host/contract.js";
import type { CommandHandler } from "../session/commands.js";
import { commands } from "../session/window-store.js";
import { FOCUS_HOME } from "../ui/focus-home.js";
import { commandOfKey, isTextField } from "./shortcuts.js";

/**
 * Draws the calling view again when other commands have become possible, and only then: bars and menus are costly to draw. Gives
 * the possible ones as one text.
 */
export function usePossibleCommands(): string {
  return useSyncExternalStore(subscribe, allPossible);
}

const subscribe = commands.subscribe.bind(commands);
const allPossible = commands.allPossible.bind(commands);

/** Takes commands on while the calling view is there; `handlers` is to be made once or when what they do changes. */
export function useCommandHandlers(handlers: Partial<Readonly<Record<MenuCommand, CommandHandler>>>): void {
  useEffect(() => commands.registerAll(handlers), [handlers]);
}

/**
 * Carries out a command of menu, tool bar or keyboard. While a text is typed in a dialog or panel, undo and redo are that field's own.
 */
export function runCommand(command: MenuCommand): boolean {
  if (isTextField(document.activeElement, FOCUS_HOME) && (command === "undo" || command === "redo")) {
    // The one way to reach a text field's own history; it works on what people typed there and on nothing else.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no other API for a field's history
    return document.execCommand(command);
  }
  return commands.run(command);
}

/** Makes the accelerators of all commands work from anywhere in the window, before the part with the focus sees the key. */
export function useAccelerators(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || isModalOpen()) return;
      const command = commandOfKey(event);
      if (command === undefined || !runCommand(command)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("keydown", onKeyDown, true);
    return () => window.removeEventListener("keydown", onKeyDown, true);
  }, []);
}

/** While a dialog asks something, keys are the dialog's. */
function isModalOpen(): boolean {
  return document.querySelector("[role='dialog'], [role='alertdialog']") !== null;
}
