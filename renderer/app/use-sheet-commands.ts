import { useEffect } from "react";
import type { CommandHandler } from "../session/commands.js";
import { commands, drafts, store } from "../session/window-store.js";
import type { SheetCommand } from "../sheet/sheet-state.js";
import { sheets } from "./window-sheets.js";

/** The commands of menu and keyboard that a sheet carries out. */
const SHEET_COMMANDS = [
  ...(["cut", "copy", "paste", "delete", "select-all", "find", "replace", "fill-down"] as const),
  ...(["zoom-in", "zoom-out", "zoom-reset"] as const),
] satisfies readonly SheetCommand[];

/** Gives the sheets of the window their commands, and takes what is typed in one before anything that needs it. */
export function useSheetCommands(isShown: boolean): void {
  useEffect(() => drafts.register(() => sheets.settle()), []);
  useEffect(() => {
    if (!isShown) return;
    const ends = SHEET_COMMANDS.map((command) => commands.register(command, handlerOf(command)));
    ends.push(
      commands.register("undo", {
        ...handlerOf("undo"),
        possible: () => store.current()?.canUndo === true || isTyping(),
      }),
      commands.register("redo", {
        ...handlerOf("redo"),
        possible: () => store.current()?.canRedo === true || isTyping(),
      }),
    );
    return () => ends.forEach((end) => end());
  }, [isShown]);
}

function handlerOf(command: SheetCommand): CommandHandler {
  return { run: () => void sheets.command(command) };
}

/** While a text is typed into a cell, undo and redo are that text's. */
function isTyping(): boolean {
  return sheets.state()?.draft !== undefined;
}
