import { failureText } from "../../shared/messages/failure-text.js";
import type { ChosenPack } from "../../shared/host/contract.js";
import type { CheckedPack } from "../worker/protocol.js";
import { longWork, tellFailure, type FlowTools } from "./flow-tools.js";
import { packRows, packTitle, type PackRow } from "./pack-rows.js";
import { hostFailureText, WORDS } from "./wording.js";

/** 模板包: the list of packs, until it is closed; folders are added to it and taken away. */
export async function packsFlow(tools: FlowTools): Promise<void> {
  for (;;) {
    const wish = await tools.dialogs.ask("packs", { packs: rows(tools) });
    if (wish === undefined) return;
    if (wish.kind === "add") await addPack(tools);
    else await removePack(tools, wish.pack);
  }
}

function rows({ desk }: FlowTools): readonly PackRow[] {
  return packRows(desk.packFolders(), desk.packs(), desk.brokenPacks());
}

async function addPack(tools: FlowTools): Promise<void> {
  const chosen = await tools.desk.host().choosePack();
  if (!chosen.ok) {
    await tellFailure(tools, WORDS.notAdded, hostFailureText(chosen.failure));
    return;
  }
  if (chosen.value === undefined) return;
  const pack = await judged(tools, chosen.value);
  if (pack === undefined || !(await mayTakePlace(tools, pack.id))) return;
  const added = await tools.desk.host().putPack(pack.id, chosen.value.id);
  if (!added.ok) {
    await tellFailure(tools, WORDS.notAdded, hostFailureText(added.failure));
    return;
  }
  await readAgain(tools);
  tools.notify({ kind: "done", title: WORDS.packAdded(pack.title) });
}

type GoodPack = Extract<CheckedPack, { readonly ok: true }>;

/** The pack a folder holds; undefined where it is none, which was told with everything that is wrong. */
async function judged(tools: FlowTools, { name, files, links }: ChosenPack): Promise<GoodPack | undefined> {
  const checked = await longWork(tools, WORDS.readingPack(name), (long) =>
    tools.desk.checkPack({ files, links }, long),
  );
  if (checked === undefined) return undefined;
  if (!checked.ok) {
    await tellFailure(tools, WORDS.notAdded, failureText(checked.failure));
    return undefined;
  }
  if (checked.value.ok) return checked.value;
  await tools.dialogs.ask("pack-refused", { name, problems: checked.value.problems });
  return undefined;
}

/** Whether a pack may take the place of the one of its id, where there is one. */
async function mayTakePlace(tools: FlowTools, id: string): Promise<boolean> {
  const standing = rows(tools).find(({ folder, head }) => folder === id || head?.id === id);
  if (standing === undefined) return true;
  if (await isInUse(tools, id, WORDS.notAdded)) return false;
  return (await tools.dialogs.ask("replace-pack", standing)) === "replace";
}

async function removePack(tools: FlowTools, pack: PackRow): Promise<void> {
  if (pack.head !== undefined && (await isInUse(tools, pack.head.id, WORDS.notRemoved))) return;
  if ((await tools.dialogs.ask("remove-pack", pack)) === "cancel") return;
  const removed = await tools.desk.host().putPack(pack.folder, undefined);
  if (!removed.ok) {
    await tellFailure(tools, WORDS.notRemoved, hostFailureText(removed.failure));
    return;
  }
  await readAgain(tools);
  tools.notify({ kind: "done", title: WORDS.packRemoved(packTitle(pack)) });
}

/** The open workbook keeps its pack while it is open. */
async function isInUse(tools: FlowTools, id: string, notDone: string): Promise<boolean> {
  if (tools.desk.store.current()?.ready.pack.id !== id) return false;
  await tellFailure(tools, notDone, WORDS.packInUse);
  return true;
}

async function readAgain(tools: FlowTools): Promise<void> {
  const read = await tools.desk.prepare();
  tools.packsChanged();
  if (!read.ok) await tellFailure(tools, WORDS.packsMissing, hostFailureText(read.failure));
}
