import { failureText } from "../../shared/messages/failure-text.js";
import type { OutputFile } from "../../shared/host/contract.js";
import type { ExportWish } from "../worker/protocol.js";
import { longWork, tellFailure, type FlowTools } from "./flow-tools.js";
import { standingTemplate } from "./standing-template.js";
import { hostFailureText, WORDS } from "./wording.js";

type Wish = Omit<ExportWish, "fingerprint">;

/** 导出: workbook, narrative and findings report into a folder, as the command line writes them; asks first when errors stand. */
export async function exportFlow(tools: FlowTools): Promise<void> {
  const { desk, dialogs } = tools;
  const findings = desk.store.current()?.findings ?? [];
  const choice = await dialogs.ask("export", {
    errors: findings.filter(({ severity }) => severity === "error").length,
  });
  if (choice === undefined) return;
  const template = await templateOf(tools, choice.ownTemplate);
  if (template === undefined) return;
  const files = await made(tools, { template, signOff: choice.signOff, force: false });
  if (files !== undefined) await write(tools, files);
}

/** The template the workbook's narrative is shown with, or one chosen for this export only; undefined when none is chosen or it cannot be read. */
async function templateOf(tools: FlowTools, own: boolean): Promise<Wish["template"] | undefined> {
  if (!own) return standingTemplate(tools, WORDS.notExported);
  const chosen = await tools.desk.host().openFile("narrative-template");
  if (chosen.ok) return chosen.value === undefined ? undefined : { bytes: chosen.value.bytes, name: chosen.value.name };
  await tellFailure(tools, WORDS.notExported, hostFailureText(chosen.failure));
  return undefined;
}

async function made(tools: FlowTools, wish: Wish): Promise<readonly OutputFile[] | undefined> {
  const exported = await longWork(tools, WORDS.exporting, (long) => tools.desk.deliver(wish, long));
  if (exported === undefined) return undefined;
  if (!exported.ok) {
    await tellFailure(tools, WORDS.notExported, failureText(exported.failure));
    return undefined;
  }
  if (exported.value.kind === "made") return exported.value.files;
  const { errors, summary } = exported.value;
  const answer = await tools.dialogs.ask("errors-stand", { errors, summary });
  return answer === "export" ? made(tools, { ...wish, force: true }) : undefined;
}

async function write(tools: FlowTools, files: readonly OutputFile[]): Promise<void> {
  const written = await tools.desk.host().exportFiles(files);
  if (!written.ok) {
    const way = await tellFailure(tools, WORDS.notExported, hostFailureText(written.failure), ["retry"]);
    return way === "retry" ? write(tools, files) : undefined;
  }
  if (written.value === undefined) return;
  const { folder, names } = written.value;
  tools.notify({ kind: "done", title: WORDS.export.done(folder), text: names.join("、") });
}
