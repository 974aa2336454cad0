import path from "node:path";
import { computedOf } from "../../shared/calc/computed-session.js";
import { prepareDelivery, type Delivery } from "../../shared/delivery/delivery.js";
import { preparePublication, publishFiles, type Publication } from "../../shared/delivery/publication.js";
import { openWorkbook } from "../../shared/exchange/open-workbook.js";
import type { Failure } from "../../shared/failure.js";
import { leftOutText } from "../../shared/messages/checklist-text.js";
import { failureText } from "../../shared/messages/failure-text.js";
import { findingText } from "../../shared/messages/finding-text.js";
import { documentName, publicationRecordName } from "../../shared/messages/publication-names.js";
import { publicationRecord } from "../../shared/messages/publication-record.js";
import { fingerprintOf } from "../../shared/pages/fingerprint.js";
import { narrativeContent } from "../../shared/pages/narrative-content.js";
import { PUBLISHED } from "../../shared/pages/page-options.js";
import { printable, type PagePart } from "../../shared/pages/printable.js";
import { success, type Result } from "../../shared/result.js";
import { wordMarkup } from "../../shared/word/word-markup.js";
import type { Command } from "./arguments.js";
import { readInputFile } from "./input-file.js";
import { NATIVE_UNPACKING } from "./native-unpacking.js";
import type { OutputFile } from "./output-files.js";
import { readInstalledPacks, readPackFile } from "./pack-folder.js";
import { printPdf } from "./print-pdf.js";
import { writeFolder, type WrittenFolder } from "./publication-folder.js";
import { say, type ExitCode } from "./say.js";

type PublishOptions = Extract<Command, { name: "publish" }>;

/** A workbook to be published, with everything that was found in it. */
interface Ready extends Publication {
  readonly delivery: Delivery;
  /** The sentences of the error findings. */
  readonly errors: readonly string[];
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
  const written = write(options, ready.value, made.value);
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
  const computed = computedOf(opened.value.session);
  const errors = delivery.value.findings.filter(({ severity }) => severity === "error");
  return success({
    ...publication.value,
    delivery: delivery.value,
    errors: errors.map((finding) => findingText(computed, finding)),
  });
}

function tellChecklist({ checklist }: Ready): void {
  say.problem("公开前核对：");
  for (const { sentence, where } of checklist) {
    say.problem(`  ${sentence}`);
    for (const place of where) say.problem(`    - ${place}`);
  }
}

/** Everything that goes out, in memory: published pages carry no fingerprint and no foot row. */
async function make({ delivery, names }: Ready): Promise<Result<Made>> {
  const office = await publishFiles(delivery, names);
  if (!office.ok) return office;
  const { workbook, narrative, leftOut } = office.value;
  const computed = computedOf(delivery.opened.session);
  const print = (parts: readonly PagePart[], file: string): Result<OutputFile> => {
    const pdf = printPdf(printable(computed, parts, PUBLISHED, documentName(file)));
    return pdf.ok ? success({ name: file, bytes: pdf.value }) : pdf;
  };
  const tables = print(
    computed.pack.forms.map((form) => ({ kind: "form", form })),
    names.tablesPdf,
  );
  if (!tables.ok) return tables;
  const content = narrativeContent(await wordMarkup(narrative.bytes));
  const text = print([{ kind: "narrative", content }], names.narrativePdf);
  if (!text.ok) return text;
  return success({ files: [workbook, tables.value, narrative, text.value], leftOut });
}

function write(options: PublishOptions, ready: Ready, { files, leftOut }: Made): Result<WrittenFolder> {
  const { delivery, checklist, errors } = ready;
  const { session } = delivery.opened;
  const target = path.resolve(options.out);
  const text = publicationRecord({
    time: localTime(new Date()),
    source: path.basename(options.file),
    ...session.workbook.profile,
    folder: path.basename(target),
    files: files.map(({ name }) => name),
    fingerprint: fingerprintOf(computedOf(session)),
    summary: delivery.summary,
    ...(options.reason === undefined ? {} : { reason: options.reason }),
    errors,
    checklist,
    leftOut,
  });
  const record = { name: publicationRecordName(path.basename(target)), text };
  return writeFolder(path.dirname(target), { name: path.basename(target), files, record });
}

/** A time of the office's own clock: 2021-03-01 09:05. */
function localTime(time: Date): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

function refused(options: PublishOptions, why: Failure): ExitCode {
  say.problem(`${path.basename(options.file)}：${failureText(why)}`);
  if (options.json) say.json({ file: options.file, ok: false, failure: { code: why.code, message: failureText(why) } });
  return 2;
}
