import { store } from "../session/window-store.js";
import { SheetDesk } from "../sheet/sheet-desk.js";

/** The window's sheets: which form is in front, what is selected in it. */
export const sheets = new SheetDesk(store);
