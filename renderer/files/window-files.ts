import { commands, desk, drafts, narrativeTemplates } from "../session/window-store.js";
import { notices } from "../ui/window-notices.js";
import { FileActions } from "./file-actions.js";
import type { OwnTemplate } from "./flow-tools.js";

/** The window's files: started once when the window stands, drawn by {@link FileDialogs}. */
export const files: FileActions = new FileActions({
  desk,
  commands,
  drafts,
  ownTemplate,
  packsChanged: () => narrativeTemplates.forgetPacks(),
});
files.notify = (notice) => notices.show(notice);

/** Export writes the narrative with the template it is shown with. */
function ownTemplate(): OwnTemplate | undefined {
  const state = narrativeTemplates.current();
  if (state.kind !== "ready" || state.template.name === undefined) return undefined;
  return { bytes: state.template.bytes, name: state.template.name };
}
