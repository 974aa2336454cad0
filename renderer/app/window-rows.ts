import { RowDesk } from "../rows/row-desk.js";
import { store } from "../session/window-store.js";
import { sheets } from "./window-sheets.js";

/** Adding and removing rows of the form in front. */
export const rows = new RowDesk(sheets, store);
