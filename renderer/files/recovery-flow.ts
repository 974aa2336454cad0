import type { JournalId, RecoveredWork, Recovery } from "../../shared/host/contract.js";
import { failureText } from "../../shared/messages/failure-text.js";
import type { DocumentFile, Opening } from "../session/document-desk.js";
import { longWork, tellFailure, type FlowTools } from "./flow-tools.js";
import { mayReplace } from "./leave-flow.js";
import { changesBetween } from "./recovered-changes.js";
import { hostFailureText, WORDS } from "./wording.js";

/** Work that a crash or a power cut left behind, with at least one gesture in it. */
export async function recoverable({ desk }: FlowTools): Promise<readonly Recovery[]> {
  return (await desk.host().recoveries()).filter(({ entries }) => entries > 0);
}

/**
 * Offers everything that was left behind, for the start of the program: of several the person chooses which to look at, again and again
 * until each was looked at or the rest is left for later. What was not discarded or recovered stays for the next start.
 */
export async function offerRecoveryFlow(tools: FlowTools): Promise<void> {
  const seen = new Set<JournalId>();
  for (;;) {
    const recoveries = (await recoverable(tools)).filter(({ id }) => !seen.has(id));
    const [first, ...others] = recoveries;
    if (first === undefined) return;
    const chosen = others.length === 0 ? first : await tools.dialogs.ask("recoveries", { recoveries });
    if (chosen === undefined) return;
    seen.add(chosen.id);
    await recoverFlow(tools, chosen);
  }
}

/** Shows what is in one piece of work and recovers it, discards it, or leaves it for later. */
export async function recoverFlow(tools: FlowTools, recovery: Recovery): Promise<"recovered" | "discarded" | "left"> {
  const { desk, dialogs } = tools;
  const read = await desk.host().readRecovery(recovery.id);
  if (!read.ok) {
    await tellFailure(tools, WORDS.notRecovered, hostFailureText(read.failure));
    return "left";
  }
  const opening = await replayed(tools, read.value);
  if (opening === undefined) return "left";
  const answer = await dialogs.ask("recovery", {
    recovery,
    gestures: read.value.entries.length,
    changes: changesBetween(opening.opening, opening.work.session),
    fileChanged: read.value.fileChanged,
    cutShort: read.value.cutShort,
  });
  if (answer === "recover" && (await mayReplace(tools))) {
    const isKept = await desk.show(opening, await fileOf(tools, read.value), false);
    // Where no new journal could be begun, the old one is all there is.
    if (isKept) await desk.host().endJournal(recovery.id);
    return "recovered";
  }
  opening.client.end();
  if (answer !== "discard") return "left";
  await desk.host().endJournal(recovery.id);
  return "discarded";
}

async function replayed(tools: FlowTools, { bytes, entries }: RecoveredWork): Promise<Opening | undefined> {
  const { desk } = tools;
  const opened = await longWork(tools, WORDS.recovering, async (long) => {
    const opening = await desk.open(bytes, [], long);
    return opening.ok ? { ok: true as const, value: await desk.replayed(opening.value, entries) } : opening;
  });
  if (opened === undefined) return undefined;
  if (!opened.ok) await tellFailure(tools, WORDS.notRecovered, failureText(opened.failure));
  else if (opened.value !== undefined) return opened.value;
  else await tellFailure(tools, WORDS.notRecovered, hostFailureText({ code: "journal-broken", facts: {} }));
  return undefined;
}

/** The file the work belongs to. Where another program changed it since, its stamp is no file's: saving will ask. */
async function fileOf({ desk }: FlowTools, { header, fileChanged }: RecoveredWork): Promise<DocumentFile> {
  if (header.file === undefined) return { name: header.name, folder: "" };
  const read = await desk.host().readFile(header.file);
  if (!read.ok) return { name: header.name, folder: "" };
  const { id, name, folder, stamp } = read.value;
  return { id, name, folder, stamp: fileChanged ? "" : stamp };
}
