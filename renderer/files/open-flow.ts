import { isLegacyWorkbook } from "../../shared/archive/file-kind.js";
import type { Failure } from "../../shared/failure.js";
import type { FileId, OpenedFile } from "../../shared/host/contract.js";
import { exportNames } from "../../shared/messages/export-names.js";
import { failureText } from "../../shared/messages/failure-text.js";
import type { PackTemplate } from "../worker/protocol.js";
import type { DocumentFile, Opening } from "../session/document-desk.js";
import { summaryOf } from "./file-summary.js";
import { longWork, tellFailure, type FlowTools } from "./flow-tools.js";
import { mayReplace } from "./leave-flow.js";
import { hostFailureText, WORDS } from "./wording.js";

/** 打开: the person chooses a file. */
export async function openFlow(tools: FlowTools): Promise<void> {
  const chosen = await tools.desk.host().openFile("workbook");
  if (!chosen.ok) {
    const way = await tellFailure(
      tools,
      WORDS.notOpened(chosen.failure.facts["file"] ?? ""),
      hostFailureText(chosen.failure),
      ["retry"],
    );
    return way === "retry" ? openFlow(tools) : undefined;
  }
  if (chosen.value !== undefined) await openRead(tools, chosen.value);
}

/** Opens a file the shell knows: a recent one, one given as argument or dropped on the program. */
export async function openKnownFlow(tools: FlowTools, id: FileId, name = ""): Promise<void> {
  const read = await tools.desk.host().readFile(id);
  if (read.ok) return openRead(tools, read.value);
  const file = read.failure.facts["file"] ?? name;
  const ways = read.failure.code === "file-missing" ? (["forget", "retry"] as const) : (["retry"] as const);
  const way = await tellFailure(tools, WORDS.notOpened(file), hostFailureText(read.failure), ways);
  if (way === "forget") await tools.desk.host().forgetFile(id);
  if (way === "retry") await openKnownFlow(tools, id, name);
}

/** 打开示例: a pack's sample, as a workbook that was never saved. */
export async function openSampleFlow(tools: FlowTools, pack = tools.desk.packs()[0]?.pack.id ?? ""): Promise<void> {
  const bytes = await tools.desk.host().packFile(pack, "sample.xlsx");
  if (!bytes.ok) {
    await tellFailure(tools, WORDS.notOpened(WORDS.sampleName), hostFailureText(bytes.failure));
    return;
  }
  const opening = await opened(tools, WORDS.sampleName, bytes.value, []);
  if (opening !== undefined) await show(tools, opening, { name: WORDS.sampleName, folder: "" }, true);
}

/** 新建: a blank workbook from a pack, for a year and a department. */
export async function newFlow(tools: FlowTools): Promise<void> {
  const { desk, dialogs } = tools;
  const wish = await dialogs.ask("new", { packs: desk.packs() });
  if (wish === undefined) return;
  const template = await desk.host().packFile(wish.pack, "workbook.xlsx");
  if (!template.ok) {
    await tellFailure(tools, WORDS.notCreated, hostFailureText(template.failure));
    return;
  }
  const { pack, department, year } = wish;
  const made = await longWork(tools, WORDS.creating, (long) =>
    desk.create({ pack, bytes: template.value }, { department, year }, long),
  );
  if (made === undefined) return;
  if (!made.ok) {
    await tellFailure(tools, WORDS.notCreated, failureText(made.failure));
    return;
  }
  await show(tools, made.value, { name: exportNames({ department, year }).workbook, folder: "" }, false);
}

async function openRead(tools: FlowTools, file: OpenedFile): Promise<void> {
  const isLegacy = isLegacyWorkbook(file.bytes);
  const templates = isLegacy ? await templatesOf(tools) : [];
  const opening = await opened(tools, file.name, file.bytes, templates);
  if (opening === undefined) return;
  if (isLegacy) {
    const name = `${file.name.replace(/\.[^.]*$/, "")}.xlsx`;
    if (await show(tools, opening, { name, folder: "" }, false)) tools.notify({ kind: "info", title: WORDS.legacy });
    return;
  }
  if (!(await show(tools, opening, file, true))) return;
  const summary = summaryOf(tools);
  if (summary !== undefined) await tools.desk.host().rememberFile(file.id, summary);
}

/** An old workbook becomes one of its pack's template, whichever pack it turns out to be. */
async function templatesOf({ desk }: FlowTools): Promise<readonly PackTemplate[]> {
  const read = await Promise.all(
    desk
      .packs()
      .map(async ({ pack }) => ({ pack: pack.id, bytes: await desk.host().packFile(pack.id, "workbook.xlsx") })),
  );
  return read.flatMap(({ pack, bytes }) => (bytes.ok ? [{ pack, bytes: bytes.value }] : []));
}

async function opened(
  tools: FlowTools,
  name: string,
  bytes: Uint8Array,
  templates: readonly PackTemplate[],
): Promise<Opening | undefined> {
  const opening = await longWork(tools, WORDS.opening(name), (long) => tools.desk.open(bytes, templates, long));
  if (opening === undefined) return undefined;
  if (opening.ok) return opening.value;
  await tellRefused(tools, name, opening.failure);
  return undefined;
}

async function tellRefused(tools: FlowTools, name: string, why: Failure): Promise<void> {
  const text = failureText(why);
  const { recognised, unrecognised } = why.facts;
  if (recognised === undefined && unrecognised === undefined) {
    await tellFailure(tools, WORDS.notOpened(name), text);
    return;
  }
  await tools.dialogs.ask("unknown-form", {
    name,
    text,
    recognised: lines(recognised),
    unrecognised: lines(unrecognised),
  });
}

function lines(text = ""): readonly string[] {
  return text === "" ? [] : text.split("\n");
}

/** Shows what was opened, once whatever is open may go. */
async function show(tools: FlowTools, opening: Opening, file: DocumentFile, saved: boolean): Promise<boolean> {
  if (!(await mayReplace(tools))) {
    opening.client.end();
    return false;
  }
  const { id, name, folder, stamp } = file;
  await tools.desk.show(
    opening,
    { name, folder, ...(id === undefined ? {} : { id }), ...(stamp === undefined ? {} : { stamp }) },
    saved,
  );
  return true;
}
