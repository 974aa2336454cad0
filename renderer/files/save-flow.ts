import type { HostFailure, HostResult, SavedFile } from "../../shared/host/contract.js";
import { failureText } from "../../shared/messages/failure-text.js";
import { exportNames } from "../../shared/messages/export-names.js";
import type { DocumentFile, Snapshot } from "../session/document-desk.js";
import { summaryOf } from "./file-summary.js";
import { longWork, tellFailure, type FlowTools } from "./flow-tools.js";
import { hostFailureText, WORDS } from "./wording.js";

/** 保存: into the workbook's own file, or wherever the person says when it has none. Gives whether it is saved now. */
export async function saveFlow(tools: FlowTools): Promise<boolean> {
  const file = tools.desk.file();
  if (file?.id === undefined || file.stamp === undefined) return saveAsFlow(tools);
  const { id, stamp } = file;
  return saving(tools, file.name, (snapshot) => saveInPlace(tools, snapshot, { ...file, id, stamp }, false));
}

/** 另存为: into a file the person names. */
export async function saveAsFlow(tools: FlowTools): Promise<boolean> {
  const name = suggestedName(tools);
  return saving(tools, name, (snapshot) => saveElsewhere(tools, snapshot, name));
}

/** The file's own name with the ending we write, else the one an export would have. */
function suggestedName({ desk }: FlowTools): string {
  const file = desk.file();
  if (file?.id !== undefined) return `${file.name.replace(/\.[^.]*$/, "")}.xlsx`;
  const document = desk.store.current();
  return document === undefined ? (file?.name ?? "") : exportNames(document.session.workbook.profile).workbook;
}

/** Makes the file's bytes and hands them on; the status line shows that a save is under way. */
async function saving(
  tools: FlowTools,
  name: string,
  write: (snapshot: Snapshot) => Promise<boolean>,
): Promise<boolean> {
  const { desk } = tools;
  desk.store.markSaving(true);
  try {
    const made = await longWork(tools, WORDS.saving(name), (long) => desk.snapshot(long));
    if (made === undefined) return false;
    if (made.ok) return await write(made.value);
    await tellFailure(tools, WORDS.notSaved(name), failureText(made.failure));
    return false;
  } finally {
    desk.store.markSaving(false);
  }
}

async function saveInPlace(
  tools: FlowTools,
  snapshot: Snapshot,
  file: DocumentFile & Required<Pick<DocumentFile, "id" | "stamp">>,
  overwrite: boolean,
): Promise<boolean> {
  const written = await tools.desk.host().saveFile(file.id, snapshot.saved.bytes, { stamp: file.stamp, overwrite });
  if (written.ok) return settled(tools, snapshot, written.value);
  if (written.failure.code === "file-changed") {
    const answer = await tools.dialogs.ask("changed-on-disk", { name: file.name });
    if (answer === "overwrite") return saveInPlace(tools, snapshot, file, true);
    return answer === "save-as" ? saveElsewhere(tools, snapshot, suggestedName(tools)) : false;
  }
  return otherWay(tools, snapshot, written.failure, file.name, () => saveInPlace(tools, snapshot, file, overwrite));
}

async function saveElsewhere(tools: FlowTools, snapshot: Snapshot, name: string): Promise<boolean> {
  const written: HostResult<SavedFile | undefined> = await tools.desk.host().saveFileAs(name, snapshot.saved.bytes);
  if (!written.ok) {
    return otherWay(tools, snapshot, written.failure, name, () => saveElsewhere(tools, snapshot, name));
  }
  return written.value === undefined ? false : settled(tools, snapshot, written.value);
}

/** The machine refused: once more, somewhere else, or not at all. */
async function otherWay(
  tools: FlowTools,
  snapshot: Snapshot,
  failure: HostFailure,
  name: string,
  again: () => Promise<boolean>,
): Promise<boolean> {
  const way = await tellFailure(tools, WORDS.notSaved(name), hostFailureText(failure), ["save-as", "retry"]);
  if (way === "retry") return again();
  return way === "save-as" ? saveElsewhere(tools, snapshot, suggestedName(tools)) : false;
}

async function settled(tools: FlowTools, snapshot: Snapshot, file: SavedFile): Promise<boolean> {
  const { desk } = tools;
  const { id, name, folder, stamp } = file;
  await desk.settle(snapshot, { id, name, folder, stamp });
  const count = snapshot.saved.findings.length;
  const text = count === 0 ? {} : { text: WORDS.formulasReplaced(count) };
  tools.notify({ kind: "done", title: WORDS.saved(name), ...text });
  const summary = summaryOf(tools);
  if (summary !== undefined) await desk.host().rememberFile(id, summary);
  return true;
}
