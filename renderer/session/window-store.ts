import { AttentionChannel } from "./attention.js";
import { Commands } from "./commands.js";
import { Drafts } from "./drafts.js";
import { DocumentDesk } from "./document-desk.js";
import { host } from "./host.js";
import { NarrativeTemplates } from "./narrative-templates.js";
import { startWorker } from "./worker-port.js";

/** The window's one workbook with its file and its worker. */
export const desk: DocumentDesk = new DocumentDesk(() => host(), startWorker);

/** Where views see the workbook and hand their gestures to. */
export const store = desk.store;

/** Who carries out the commands of menu, tool bar and keyboard. */
export const commands = new Commands();

/** Leads the eye to cells. */
export const attention = new AttentionChannel();

/** Editors with text in them that is no gesture yet. */
export const drafts = new Drafts();

/** The template the open workbook's narrative is written with. */
export const narrativeTemplates = new NarrativeTemplates(() => host(), store, {
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, value),
});
