import { computedOf } from "../calc/computed-session.js";
import { coverageOf } from "../checks/coverage.js";
import { exportExcel } from "../exchange/export-excel.js";
import { inOrder } from "../exchange/finding-order.js";
import { findingsOf, type OpenedWorkbook } from "../exchange/open-workbook.js";
import { rememberTemplate } from "../exchange/remember-template.js";
import { exportNames } from "../messages/export-names.js";
import type { PlaceOf } from "../messages/finding-record.js";
import { reportContent, type ReportContent } from "../messages/report-content.js";
import { summarize, type Summary } from "../messages/summary.js";
import type { Finding } from "../model/finding.js";
import { renderNarrative } from "../narrative/render.js";
import { checkAgainstTemplate } from "../narrative/template-findings.js";
import { success, type Result } from "../result.js";
import { readWordTemplate } from "../word/read-word-template.js";

/** What a delivery is made of. */
export interface DeliverySource {
  /** The file the workbook was opened from. */
  readonly bytes: Uint8Array;
  readonly opened: OpenedWorkbook;
  /** The narrative's template; with the file's name where it is the bureau's own, which is remembered in 说明要素. */
  readonly template: { readonly bytes: Uint8Array; readonly name?: string };
}

/** A workbook about to be delivered, with everything that was found in it: errors are asked about before anything is written. */
export interface Delivery extends DeliverySource {
  readonly findings: readonly Finding[];
  readonly summary: Summary;
}

/** One file of a delivery, whole. */
export interface DeliveredFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Everything an export writes, and what printing needs of it. */
export interface Delivered {
  /** The finished workbook, the narrative and the findings report. */
  readonly files: readonly DeliveredFile[];
  /** The narrative's bytes once more. */
  readonly narrative: Uint8Array;
  readonly report: ReportContent;
}

/** What of a delivery is being made. */
export type DeliveryStep = "writing-workbook" | "writing-narrative" | "writing-report";

/** Finds everything that window and command line say before they export; refused where the narrative's template is broken. */
export function prepareDelivery({ bytes, opened, template }: DeliverySource): Result<Delivery> {
  const paragraphs = readWordTemplate(template.bytes);
  if (!paragraphs.ok) return paragraphs;
  const workbook = template.name === undefined ? opened : rememberTemplate(opened, template.name);
  const narrative = renderNarrative(paragraphs.value, workbook.session);
  const findings = findingsOf(workbook, checkAgainstTemplate(narrative, workbook.session));
  const summary = summarize(findings, coverageOf(workbook.session));
  return success({ bytes, opened: workbook, template, findings, summary });
}

/**
 * All files of a delivery in memory: the finished workbook, the narrative, the findings report. Nothing is written anywhere; one part
 * that cannot be made refuses the whole. `step` is awaited before each part: a worker may look for news there, or throw to stop.
 */
export async function deliver(
  { bytes, opened, template, findings, summary }: Delivery,
  options: { readonly signOff: boolean },
  step: (step: DeliveryStep) => Promise<void> = () => Promise.resolve(),
): Promise<Result<Delivered>> {
  await step("writing-workbook");
  const workbook = exportExcel(bytes, opened, options);
  if (!workbook.ok) return workbook;
  // Loaded only here: who only checks does not pay for the office libraries.
  const [{ writeWord }, { writeReport }] = await Promise.all([
    import("../word/write-word.js"),
    import("../drawing/report.js"),
  ]);
  await step("writing-narrative");
  const narrative = await writeWord(template.bytes, opened.session);
  if (!narrative.ok) return narrative;
  await step("writing-report");
  const report = reportOf({ opened, findings, summary }, workbook.value.findings);
  const names = exportNames(opened.session.workbook.profile);
  const files: readonly DeliveredFile[] = [
    { name: names.workbook, bytes: workbook.value.bytes },
    { name: names.narrative, bytes: narrative.value },
    { name: names.report, bytes: await writeReport(report) },
  ];
  return success({ files, narrative: narrative.value, report });
}

/**
 * The findings report, on screen, as a file and on paper: what was found, and `written`, the formulas that give way to values when the
 * workbook is written. Those are hints and change no code.
 */
export function reportOf(
  { opened, findings, summary }: Pick<Delivery, "opened" | "findings" | "summary">,
  written: readonly Finding[],
): ReportContent {
  const all = inOrder(opened.read.pack, [...findings, ...written]);
  const counted = { ...summary, hints: summary.hints + written.length };
  return reportContent(computedOf(opened.session), all, counted, placeIn(opened));
}

/** Where cells stand in the opened file. */
export function placeIn({ read }: Pick<OpenedWorkbook, "read">): PlaceOf {
  return (at) => {
    const place = read.places.cell(at);
    return place === undefined ? undefined : { sheet: place.sheet, address: place.ref };
  };
}
