import path from "node:path";
import { computedOf } from "../../shared/calc/computed-session.js";
import { deliver, prepareDelivery, type Delivery } from "../../shared/delivery/delivery.js";
import { openWorkbook, type OpenedWorkbook } from "../../shared/exchange/open-workbook.js";
import type { Failure } from "../../shared/failure.js";
import { exportNames } from "../../shared/messages/export-names.js";
import { failureText } from "../../shared/messages/failure-text.js";
import { findingText } from "../../shared/messages/finding-text.js";
import { success, type Result } from "../../shared/result.js";
import type { Command } from "./arguments.js";
import { openPrevious } from "./check-command.js";
import { NATIVE_UNPACKING } from "./native-unpacking.js";
import { readSideFile } from "./input-file.js";
import { writeOutputFiles, type OutputFile } from "./output-files.js";
import { readInstalledPacks, readPackFile, type InstalledPack } from "./pack-folder.js";
import { say, type ExitCode } from "./say.js";
import { readWritableWorkbook } from "./workbook-file.js";

type ExportOptions = Extract<Command, { name: "export" }>;

/**
 * `export`: writes the finished workbook, the narrative and the findings report. With error findings nothing is written unless
 * --force is given; everything is made before the first file is touched.
 */
export async function runExport(options: ExportOptions): Promise<ExitCode> {
  const ready = await open(options);
  if (!ready.ok) return refused(options, ready.failure);
  const { summary, findings, opened } = ready.value;
  if (summary.errors > 0 && !options.force) {
    const computed = computedOf(opened.session);
    for (const finding of findings) {
      if (finding.severity === "error") say.problem(`  [错误] ${findingText(computed, finding)}`);
    }
    say.problem(`还有 ${summary.errors} 条错误，没有导出。请改正后再导出；确要照现状导出的，加 --force。`);
    if (options.json) say.json({ file: options.file, ok: true, written: [], summary });
    return 1;
  }
  const files = await make(options, ready.value);
  if (!files.ok) return refused(options, files.failure);
  const written = writeOutputFiles(options.out, files.value);
  if (!written.ok) return refused(options, written.failure);
  for (const file of written.value) say.problem(`已写出：${file}`);
  say.problem(`错误 ${summary.errors} 条，需说明 ${summary.explanations} 条，提示 ${summary.hints} 条，详见校验报告。`);
  if (options.json) say.json({ file: options.file, ok: true, written: written.value, summary });
  return summary.errors > 0 ? 1 : 0;
}

async function open(options: ExportOptions): Promise<Result<Delivery>> {
  const packs = readInstalledPacks();
  if (!packs.ok) return packs;
  const bytes = await readWritableWorkbook(options.file, packs.value);
  if (!bytes.ok) return bytes;
  const previous = await openPrevious(options.previous, packs.value);
  if (!previous.ok) return previous;
  const opened = openWorkbook(bytes.value, packs.value, previous.value, NATIVE_UNPACKING);
  if (!opened.ok) return opened;
  const template = readTemplate(options, packs.value, opened.value);
  if (!template.ok) return template;
  const name = options.template === undefined ? {} : { name: options.template };
  return prepareDelivery({ bytes: bytes.value, opened: opened.value, template: { bytes: template.value, ...name } });
}

/** The bureau's own template, or the pack's. */
function readTemplate(
  options: ExportOptions,
  packs: readonly InstalledPack[],
  opened: OpenedWorkbook,
): Result<Uint8Array> {
  if (options.template !== undefined) return readSideFile("template", options.template);
  const pack = packs.find((one) => one.pack.id === opened.read.pack.id);
  if (pack === undefined) throw new Error(`no pack ${opened.read.pack.id}`);
  return success(readPackFile(pack, "narrative.docx"));
}

/** All files, whole, in memory. */
async function make(options: ExportOptions, ready: Delivery): Promise<Result<readonly OutputFile[]>> {
  const delivered = await deliver(ready, { signOff: options.signOff });
  if (!delivered.ok) return delivered;
  const { files, narrative, report } = delivered.value;
  if (!options.pdf) return success(files);
  // Loaded only where PDF files are wanted.
  const { pdfFiles } = await import("./pdf-files.js");
  const { session } = ready.opened;
  const draft = ready.summary.errors > 0;
  const names = exportNames(session.workbook.profile);
  const printed = await pdfFiles(session, names, { narrative, report, signOff: options.signOff, draft });
  return printed.ok ? success([...files, ...printed.value]) : printed;
}

function refused(options: ExportOptions, why: Failure): ExitCode {
  say.problem(`${path.basename(options.file)}：${failureText(why)}`);
  if (options.json) say.json({ file: options.file, ok: false, failure: { code: why.code, message: failureText(why) } });
  return 2;
}
