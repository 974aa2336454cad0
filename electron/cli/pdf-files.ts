import { computedOf } from "../../shared/calc/computed-session.js";
import type { Session } from "../../shared/calc/session.js";
import type { ExportNames } from "../../shared/messages/export-names.js";
import type { ReportContent } from "../../shared/messages/report-content.js";
import type { PageOptions } from "../../shared/pages/page-options.js";
import { success, type Result } from "../../shared/result.js";
import type { OutputFile } from "./output-files.js";
import { printPdf } from "./print-pdf.js";

/** What the printed copies show besides the tables. */
export interface PdfContent {
  /** The finished narrative. */
  readonly narrative: Uint8Array;
  /** The findings, printed behind the tables of a sign-off copy. */
  readonly report: ReportContent;
  readonly signOff: boolean;
  /** Error findings stand: every page says 草稿. */
  readonly draft: boolean;
}

/** The printed tables and the printed narrative as PDF files. A sign-off copy carries the fingerprint of its figures on every page. */
export async function pdfFiles(
  session: Session,
  names: ExportNames,
  { narrative, report, signOff, draft }: PdfContent,
): Promise<Result<readonly OutputFile[]>> {
  const [{ printable }, { fingerprintOf }, { narrativeContent }, { wordMarkup }] = await Promise.all([
    import("../../shared/pages/printable.js"),
    import("../../shared/pages/fingerprint.js"),
    import("../../shared/pages/narrative-content.js"),
    import("../../shared/word/word-markup.js"),
  ]);
  const computed = computedOf(session);
  const options: PageOptions = {
    zeros: "figure",
    signOff,
    draft,
    ...(signOff ? { fingerprint: fingerprintOf(computed) } : {}),
  };
  const forms = computed.pack.forms.map((form) => ({ kind: "form", form }) as const);
  const findings = signOff ? [{ kind: "findings", report } as const] : [];
  const content = narrativeContent(await wordMarkup(narrative));
  const tables = printPdf(printable(computed, [...forms, ...findings], options, titleOf(names.tablesPdf)));
  if (!tables.ok) return tables;
  const text = printPdf(printable(computed, [{ kind: "narrative", content }], options, titleOf(names.narrativePdf)));
  if (!text.ok) return text;
  return success([
    { name: names.tablesPdf, bytes: tables.value },
    { name: names.narrativePdf, bytes: text.value },
  ]);
}

/** A document's title is its file's name without the ending. */
function titleOf(name: string): string {
  return name.replace(/\.pdf$/u, "");
}
