import { existsSync } from "node:fs";
import path from "node:path";
import { dialog, type BrowserWindow } from "electron";
import type { OpenKind } from "../shared/host/contract.js";
import { fileKindName, OPEN_DIALOGS, SAVE_DIALOG_TITLE } from "./wording.js";

/** Asks for a file to open; undefined when the person cancels. `near`: the folder to begin in. */
export async function askForFile(
  window: BrowserWindow,
  kind: OpenKind,
  near: string | undefined,
): Promise<string | undefined> {
  const { title, filters } = OPEN_DIALOGS[kind];
  const beginning = near === undefined ? {} : { defaultPath: near };
  const asked = await dialog.showOpenDialog(window, { title, filters, properties: ["openFile"], ...beginning });
  return asked.canceled ? undefined : asked.filePaths[0];
}

/**
 * Asks where to save. A name typed without its ending gets it; when that makes it the name of a file that is there, the dialog
 * comes again with the whole name, so that it is the system's own dialog that asks about replacing.
 */
export async function askForName(
  window: BrowserWindow,
  suggestedName: string,
  near: string | undefined,
): Promise<string | undefined> {
  const ending = path.extname(suggestedName);
  let defaultPath = near === undefined ? suggestedName : path.join(near, suggestedName);
  for (let times = 0; times < 3; times += 1) {
    const extension = ending.slice(1);
    const filters = extension === "" ? [] : [{ name: fileKindName(extension), extensions: [extension] }];
    const asked = await dialog.showSaveDialog(window, { title: SAVE_DIALOG_TITLE, defaultPath, filters });
    if (asked.canceled || asked.filePath === "") return undefined;
    const hasEnding = asked.filePath.toLowerCase().endsWith(ending.toLowerCase());
    const chosen = hasEnding ? asked.filePath : asked.filePath + ending;
    if (hasEnding || !existsSync(chosen)) return chosen;
    defaultPath = chosen;
  }
  return undefined;
}

/** Asks for a folder that is written into. */
export async function askForFolder(
  window: BrowserWindow,
  words: FolderWords,
  near: string | undefined,
): Promise<string | undefined> {
  const beginning = near === undefined ? {} : { defaultPath: near };
  const asked = await dialog.showOpenDialog(window, {
    ...words,
    properties: ["openDirectory", "createDirectory"],
    ...beginning,
  });
  return asked.canceled ? undefined : asked.filePaths[0];
}

/** What a dialog that asks for a folder says. */
export interface FolderWords {
  readonly title: string;
  readonly buttonLabel: string;
}

/** As the system's own save dialog asks, for what is there already. */
export async function mayReplace(
  window: BrowserWindow,
  { message, buttons }: ReplaceWords,
  names: readonly string[],
): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: "question",
    message,
    detail: names.join("\n"),
    buttons: [...buttons],
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0;
}

interface ReplaceWords {
  readonly message: string;
  readonly buttons: readonly string[];
}
