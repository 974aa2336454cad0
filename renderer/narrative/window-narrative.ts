import { desk, narrativeTemplates, store } from "../session/window-store.js";
import { CheckDesk } from "./check-desk.js";
import { NarrativeDesk } from "./narrative-desk.js";
import { pageWords } from "./page-words.js";

/** The window's narrative. */
export const narrativeDesk = new NarrativeDesk(store, narrativeTemplates);

/** The check of narratives written elsewhere. */
export const checkDesk = new CheckDesk(desk, narrativeTemplates);

/** What the paper says of the open workbook besides its text. */
export const wordsOfPage = pageWords(store);
