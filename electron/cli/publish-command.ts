import path from "node:path";
import { prepareDelivery, type Delivery } from "../../shared/delivery/delivery.js";
import {
  preparePublication,
  publishFiles,
  recordOfPublication,
  type Publication,
} from "../../shared/delivery/publication.js";
import { openWorkbook } from "../../shared/exchange/open-workbook.js";
import { failure, type Failure } from "../../shared/failure.js";
import type { HostFailure } from "../../shared/host/contract.js";
import { leftOutText } from "../../shared/messages/checklist-text.js";
import { clockText } from "../../shared/messages/clock-text.js";
import { failureText } from "../../shared/messages/failure-text.js";
import { inPublishedOrder, publishedNames } from "../../shared/messages/publication-names.js";
import { refusal, success, type Result } from "../../shared/result.js";
import { writeFolder } from "../publication-folder.js";
import type { Command } from "./arguments.js";
import { readInputFile } from "./input-file.js";
import { NATIVE_UNPACKING } from "./native-unpacking.js";
import { makeFolder, type OutputFile } from "./output-files.js";
import { readInstalledPacks, readPackFile } from "./pack-folder.js";
import { printPdf } from "./print-pdf.js";
import { say, type ExitCode } from "./say.js";

type PublishOptions = Extract<Command, { name: "publish" }>;

/** A workbook to be published, with everything that was found in it. */
interface Ready extends Publication {
  readonly delivery: Delivery;
}

/** A publication's files, whole, and the sheets that stay behind. */
interface Made {
  readonly files: readonly OutputFile[];
  readonly leftOut: readonly string[];
}

/**
 * `publish`: writes the folder that goes out: workbook, narrative, and both as PDF. With error findings nothing is written unless a
 * reason is given, which is recorded beside the folder. The folder appears whole or not at all.
 */
export async function runPublish(options: PublishOptions): Promise<ExitCode> {
  const ready = open(options);
  if (!ready.ok) return refused(options, ready.failure);
  const { delivery, errors, checklist } = ready.value;
  tellChecklist(ready.value);
  const found = { summary: delivery.summary, checklist };
  if (errors.length > 0 && options.reason === undefined) {
    for (const error of errors) say.problem(`  [错误] ${error}`);
    say.problem(
      `还有 ${errors.length} 条错误，没有生成公开文件夹。请改正后再公开；确要照现状公开的，用 --reason 写明理由。`,
    );
    if (options.json) say.json({ file: options.file, ok: true, written: [], ...found });
    return 1;
  }
  const made = await make(ready.value);
  if (!made.ok) return refused(options, made.failure);
  const written = await write(options, ready.value, made.value);
  if (!written.ok) return refused(options, written.failure);
  const { folder, files, record } = written.value;
  for (const file of files) say.problem(`已写出：${file}`);
  if (made.value.leftOut.length > 0) say.problem(leftOutText(made.value.leftOut));
  say.problem(`内部记录（不要公开）：${record}`);
  const { leftOut } = made.value;
  if (options.json) say.json({ file: options.file, ok: true, folder, written: files, record, leftOut, ...found });
  return errors.length > 0 ? 1 : 0;
}

function open({ file }: PublishOptions): Result<Ready> {
  const packs = readInstalledPacks();
  if (!packs.ok) return packs;
  const bytes = readInputFile(file);
  if (!bytes.ok) return bytes;
  const opened = openWorkbook(bytes.value, packs.value, undefined, NATIVE_UNPACKING);
  if (!opened.ok) return opened;
  const pack = packs.value.find((one) => one.pack.id === opened.value.read.pack.id);
  if (pack === undefined) throw new Error(`no pack ${opened.value.read.pack.id}`);
  const template = { bytes: readPackFile(pack, "narrative.docx") };
  const delivery = prepareDelivery({ bytes: bytes.value, opened: opened.value, template });
  if (!delivery.ok) return delivery;
  const publication = preparePublication(delivery.value);
  if (!publication.ok) return publication;
  return success({ ...publication.value, delivery: delivery.value });
}

function tellChecklist({ checklist }: Ready): void {
  say.problem("公开前核对：");
  for (const { sentence, where } of checklist) {
    say.problem(`  ${sentence}`);
    for (const place of where) say.problem(`    - ${place}`);
  }
}

/** Everything that goes out, in memory. */
async function make({ delivery, names }: Ready): Promise<Result<Made>> {
  const office = await publishFiles(delivery, names);
  if (!office.ok) return office;
  const { workbook, narrative, pages, leftOut } = office.value;
  const files: OutputFile[] = [workbook, narrative];
  for (const { name, html } of pages) {
    const pdf = printPdf(html);
    if (!pdf.ok) return pdf;
    files.push({ name, bytes: pdf.value });
  }
  return success({ files: inPublishedOrder(publishedNames(names), files), leftOut });
}

async function write(options: PublishOptions, ready: Ready, { files, leftOut }: Made): Promise<Result<Written>> {
  const target = path.resolve(options.out);
  const [parent, folder] = [path.dirname(target), path.basename(target)];
  const unmade = madeFolder(parent);
  if (unmade !== undefined) return unmade;
  const record = recordOfPublication(ready.delivery, ready, leftOut, {
    time: clockText(new Date()),
    source: path.basename(options.file),
    folder,
    ...(options.reason === undefined ? {} : { reason: options.reason }),
  });
  const written = await writeFolder(parent, { folder, files, record });
  if (!written.ok) return refusal(failureOf(written.failure));
  return success({
    folder: target,
    files: files.map(({ name }) => path.join(target, name)),
    record: path.join(parent, record.name),
  });
}

/** What was written, by whole paths. */
interface Written {
  readonly folder: string;
  readonly files: readonly string[];
  readonly record: string;
}

function madeFolder(folder: string): Result<never> | undefined {
  try {
    makeFolder(folder);
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refusal(failure("output-not-writable", { path: folder, reason }));
  }
}

/** What the system refused, in the words of the command line. */
function failureOf({ code, facts }: HostFailure): Failure {
  const place = path.join(facts["folder"] ?? "", facts["file"] ?? "");
  if (code === "foreign-files") return failure(code, { path: place, found: facts["found"] ?? "" });
  return failure("output-not-writable", { path: place, reason: facts["reason"] ?? code });
}

function refused(options: PublishOptions, why: Failure): ExitCode {
  say.problem(`${path.basename(options.file)}：${failureText(why)}`);
  if (options.json) say.json({ file: options.file, ok: false, failure: { code: why.code, message: failureText(why) } });
  return 2;
}
