import { clockText } from "../../shared/messages/clock-text.js";
import { failureText } from "../../shared/messages/failure-text.js";
import { inPublishedOrder } from "../../shared/messages/publication-names.js";
import type { OutputFile, PublishedFolder } from "../../shared/host/contract.js";
import { madePdf } from "../session/made-pdf.js";
import type { PublicationWish } from "../worker/protocol.js";
import { longWork, tellFailure, type FlowTools } from "./flow-tools.js";
import { standingTemplate } from "./standing-template.js";
import { hostFailureText, WORDS } from "./wording.js";

type Wish = Omit<PublicationWish, "fingerprint">;

/** 公开发布: the checklist first, then the folder that goes out, as the command line writes it, and its record beside it. */
export async function publishFlow(tools: FlowTools): Promise<void> {
  const { desk, dialogs } = tools;
  const template = await standingTemplate(tools, WORDS.notPublished);
  if (template === undefined) return;
  const prepared = await longWork(tools, WORDS.preparingPublication, (long) => desk.preparePublication(template, long));
  if (prepared === undefined) return;
  if (!prepared.ok) {
    await tellFailure(tools, WORDS.notPublished, failureText(prepared.failure));
    return;
  }
  const decision = await dialogs.ask("publish", prepared.value);
  if (decision === undefined) return;
  const source = desk.file()?.name ?? "";
  const made = await makeAll(tools, { ...decision, template, source, time: clockText(new Date()) });
  if (made !== undefined) await write(tools, made.content, made.leftOut);
}

/** A publication that is whole in memory. */
interface Whole {
  readonly content: PublishedFolder;
  readonly leftOut: string | undefined;
}

/** Everything that goes out, in memory; undefined when the person stopped it, or it could not be made, which was told. */
async function makeAll(tools: FlowTools, wish: Wish): Promise<Whole | undefined> {
  const { desk } = tools;
  const done = await longWork(tools, WORDS.publishing, async (long) => {
    const made = await desk.publish(wish, long);
    if (!made.ok) return failureText(made.failure);
    const files: OutputFile[] = [...made.value.files];
    long.progress("making-pdf");
    for (const { name, html } of made.value.pages) {
      if (long.signal.aborted) return "";
      const pdf = await madePdf(desk.host(), html);
      if (!pdf.ok) return hostFailureText(pdf.failure);
      files.push({ name, bytes: pdf.value });
    }
    const { folder, names, record, leftOut } = made.value;
    return { content: { folder, files: inPublishedOrder(names, files), record }, leftOut };
  });
  if (typeof done !== "string") return done;
  await tellFailure(tools, WORDS.notPublished, done);
  return undefined;
}

async function write(tools: FlowTools, folder: PublishedFolder, leftOut: string | undefined): Promise<void> {
  const written = await tools.desk.host().publishFolder(folder);
  if (!written.ok) {
    const way = await tellFailure(tools, WORDS.notPublished, hostFailureText(written.failure), ["retry"]);
    return way === "retry" ? write(tools, folder, leftOut) : undefined;
  }
  if (written.value === undefined) return;
  await tools.dialogs.ask("published", { ...written.value, ...(leftOut === undefined ? {} : { leftOut }) });
}
