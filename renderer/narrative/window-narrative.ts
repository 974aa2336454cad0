import { narrativeTemplates, store } from "../session/window-store.js";
import { NarrativeDesk } from "./narrative-desk.js";

/** The window's narrative. */
export const narrativeDesk = new NarrativeDesk(store, narrativeTemplates);
