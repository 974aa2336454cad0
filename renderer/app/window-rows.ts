import { CodeImport } from "../codes/import-flow.js";
import { rowEntries } from "../rows/row-entries.js";
import { RowDesk } from "../rows/row-desk.js";
import { host } from "../session/host.js";
import { store } from "../session/window-store.js";
import { notices } from "../ui/window-notices.js";
import { sheets } from "./window-sheets.js";

/** Adding and removing rows of the form in front. */
export const rowDesk = new RowDesk(sheets, store);
sheets.entriesHere = () => rowEntries(rowDesk);

/** 导入科目表: the names of a list are offered wherever a code is typed. */
export const codeImport = new CodeImport({
  host,
  pack: () => store.current()?.ready.pack,
  notices,
  learn: (names) => {
    sheets.learned = new Map([...sheets.learned, ...names]);
  },
});
