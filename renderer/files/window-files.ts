import { commands, desk, drafts } from "../session/window-store.js";
import { notices } from "../ui/window-notices.js";
import { FileActions } from "./file-actions.js";

/** The window's files: started once when the window stands, drawn by {@link FileDialogs}. */
export const files: FileActions = new FileActions({ desk, commands, drafts });
files.notify = (notice) => notices.show(notice);
