import path from "node:path";
import { computedOf } from "../../shared/calc/computed-session.js";
import { coverageOf } from "../../shared/checks/coverage.js";
import { exportExcel } from "../../shared/exchange/export-excel.js";
import { inOrder } from "../../shared/exchange/finding-order.js";
import { findingsOf, openWorkbook, type OpenedWorkbook } from "../../shared/exchange/open-workbook.js";
import { readWordTemplate } from "../../shared/word/read-word-template.js";
import { rememberTemplate } from "../../shared/exchange/remember-template.js";
import type { Failure } from "../../shared/failure.js";
import { exportNames, type ExportNames } from "../../shared/messages/export-names.js";
import { failureText } from "../../shared/messages/failure-text.js";
import { findingText } from "../../shared/messages/finding-text.js";
import { reportContent, type ReportContent } from "../../shared/messages/report-content.js";
import { summarize, type Summary } from "../../shared/messages/summary.js";
import type { Finding } from "../../shared/model/finding.js";
import { renderNarrative } from "../../shared/narrative/render.js";
import { checkAgainstTemplate } from "../../shared/narrative/template-findings.js";
import { success, type Result } from "../../shared/result.js";
import type { Command } from "./arguments.js";
import { openPrevious, placeIn } from "./check-command.js";
import { NATIVE_UNPACKING } from "./native-unpacking.js";
import { readInputFile, readSideFile } from "./input-file.js";
import { writeOutputFiles, type OutputFile } from "./output-files.js";
import { readInstalledPacks, readPackFile, type InstalledPack } from "./pack-folder.js";
import { say, type ExitCode } from "./say.js";

type ExportOptions = Extract<Command, { name: "export" }>;

/** A workbook to be exported, with everything that was found in it. */
interface Ready {
  readonly bytes: Uint8Array;
  readonly opened: OpenedWorkbook;
  readonly template: Uint8Array;
  readonly findings: readonly Finding[];
  readonly summary: Summary;
}

/**
 * `export`: writes the finished workbook, the narrative and the findings report. With error findings nothing is written unless
 * --force is given; everything is made before the first file is touched.
 */
export async function runExport(options: ExportOptions): Promise<ExitCode> {
  const ready = open(options);
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

function open(options: ExportOptions): Result<Ready> {
  const packs = readInstalledPacks();
  if (!packs.ok) return packs;
  const bytes = readInputFile(options.file);
  if (!bytes.ok) return bytes;
  const previous = openPrevious(options.previous, packs.value);
  if (!previous.ok) return previous;
  const opened = openWorkbook(bytes.value, packs.value, previous.value, NATIVE_UNPACKING);
  if (!opened.ok) return opened;
  const template = readTemplate(options, packs.value, opened.value);
  if (!template.ok) return template;
  const paragraphs = readWordTemplate(template.value);
  if (!paragraphs.ok) return paragraphs;
  const workbook = options.template === undefined ? opened.value : rememberTemplate(opened.value, options.template);
  const narrative = renderNarrative(paragraphs.value, workbook.session);
  const findings = findingsOf(workbook, checkAgainstTemplate(narrative, workbook.session));
  const summary = summarize(findings, coverageOf(workbook.session));
  return success({ bytes: bytes.value, opened: workbook, template: template.value, findings, summary });
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
async function make(options: ExportOptions, ready: Ready): Promise<Result<readonly OutputFile[]>> {
  const { opened, template, findings, summary } = ready;
  const workbook = exportExcel(ready.bytes, opened, { signOff: options.signOff });
  if (!workbook.ok) return workbook;
  // Loaded only here: `check` does not pay for the office libraries.
  const [{ writeWord }, { writeReport }] = await Promise.all([
    import("../../shared/word/write-word.js"),
    import("../../shared/drawing/report.js"),
  ]);
  const narrative = await writeWord(template, opened.session);
  if (!narrative.ok) return narrative;
  // Formulas that gave way to values are known only once the workbook is written; they are hints and change no code.
  const all = inOrder(opened.read.pack, [...findings, ...workbook.value.findings]);
  const counted = { ...summary, hints: summary.hints + workbook.value.findings.length };
  const content = reportContent(computedOf(opened.session), all, counted, placeIn(opened));
  const report = await writeReport(content);
  const names = exportNames(opened.session.workbook.profile);
  const printed = options.pdf ? await print(options, ready, names, narrative.value, content) : success([]);
  if (!printed.ok) return printed;
  return success([
    { name: names.workbook, bytes: workbook.value.bytes },
    { name: names.narrative, bytes: narrative.value },
    { name: names.report, bytes: report },
    ...printed.value,
  ]);
}

/** The PDF files; loaded only where they are wanted. */
async function print(
  { signOff }: ExportOptions,
  { opened, summary }: Ready,
  names: ExportNames,
  narrative: Uint8Array,
  report: ReportContent,
): Promise<Result<readonly OutputFile[]>> {
  const { pdfFiles } = await import("./pdf-files.js");
  return pdfFiles(opened.session, names, { narrative, report, signOff, draft: summary.errors > 0 });
}

function refused(options: ExportOptions, why: Failure): ExitCode {
  say.problem(`${path.basename(options.file)}：${failureText(why)}`);
  if (options.json) say.json({ file: options.file, ok: false, failure: { code: why.code, message: failureText(why) } });
  return 2;
}
