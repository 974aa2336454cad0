import { store } from "../session/window-store.js";
import { SheetDesk } from "./sheet-desk.js";

/** The window's sheets. */
export const sheets = new SheetDesk(store);
