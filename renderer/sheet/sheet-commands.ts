import type { Commands } from "../session/commands.js";
import type { DocumentStore } from "../session/document-store.js";
import type { Drafts } from "../session/drafts.js";
import type { SheetDesk } from "./sheet-desk.js";
import type { SheetCommand } from "./sheet-state.js";

/** The commands of menu and keyboard that the sheet in front carries out. */
const COMMANDS = [
  ...["undo", "redo", "cut", "copy", "paste", "delete", "select-all"],
  ...["find", "replace", "fill-down", "zoom-in", "zoom-out", "zoom-reset"],
] as readonly Exclude<SheetCommand, "fill-right" | "edit">[];

/** What of the window the sheets answer to. */
export interface SheetWindow {
  readonly commands: Commands;
  readonly drafts: Drafts;
  readonly store: DocumentStore;
}

/** Takes the sheet's commands on, and lets saving and closing take the text somebody still types. Gives back how to give them up. */
export function answerCommands(desk: SheetDesk, { commands, drafts, store }: SheetWindow): () => void {
  const ends = COMMANDS.map((command) =>
    commands.register(command, {
      run: () => void desk.command(command),
      possible: () => desk.controller() !== undefined && isPossible(store, command),
    }),
  );
  ends.push(drafts.register(() => desk.settle()));
  return () => ends.forEach((end) => end());
}

function isPossible(store: DocumentStore, command: SheetCommand): boolean {
  if (command === "undo") return store.current()?.canUndo === true;
  if (command === "redo") return store.current()?.canRedo === true;
  return true;
}
