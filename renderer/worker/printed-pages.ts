import { computedOf } from "../../shared/calc/computed-session.js";
import { coverageOf } from "../../shared/checks/coverage.js";
import { prepareDelivery, reportOf } from "../../shared/delivery/delivery.js";
import { findingsOfExport } from "../../shared/exchange/export-excel.js";
import { findingsOf, type OpenedWorkbook } from "../../shared/exchange/open-workbook.js";
import { summarize, type Summary } from "../../shared/messages/summary.js";
import type { Finding } from "../../shared/model/finding.js";
import { fingerprintOf } from "../../shared/pages/fingerprint.js";
import { narrativeContent } from "../../shared/pages/narrative-content.js";
import type { PageOptions } from "../../shared/pages/page-options.js";
import { printable, type PagePart } from "../../shared/pages/printable.js";
import { success, type Result } from "../../shared/result.js";
import type { PagesWish, PrintedPages, Tell } from "./protocol.js";

/** What is printed: the workbook as it stands now. */
interface Printed {
  readonly opened: OpenedWorkbook;
  readonly findings: readonly Finding[];
  readonly summary: Summary;
}

/**
 * Pages for preview, printer and PDF. Drafts say so by themselves; a sign-off copy carries the fingerprint of its figures and ends in the
 * findings, so that who signs sees what is signed. Refused where the narrative cannot be made.
 */
export async function printedPages(
  bytes: Uint8Array,
  opened: OpenedWorkbook,
  wish: PagesWish,
  tell: Tell,
): Promise<Result<PrintedPages>> {
  await tell("checking");
  const printed = findAll(bytes, opened, wish);
  if (!printed.ok) return printed;
  const { summary } = printed.value;
  const computed = computedOf(printed.value.opened.session);
  const draft = summary.errors > 0;
  const fingerprint = fingerprintOf(computed);
  const parts: PagePart[] = computed.pack.forms
    .filter(({ id }) => wish.forms.includes(id))
    .map((form) => ({ kind: "form", form }));
  if (wish.narrative) {
    await tell("writing-narrative");
    const content = await narrativePages(printed.value.opened, wish);
    if (!content.ok) return content;
    parts.push(content.value);
  }
  if (wish.signOff) {
    const report = reportOf(printed.value, findingsOfExport(printed.value.opened));
    parts.push({ kind: "findings", report });
  }
  await tell("writing-pages");
  const { zeros, signOff } = wish;
  const options: PageOptions = { zeros, signOff, draft, ...(signOff ? { fingerprint } : {}) };
  return success({ html: printable(computed, parts, options, wish.title), draft, fingerprint });
}

/** The findings of workbook and narrative; of the workbook alone where no template of the narrative can be read. */
function findAll(bytes: Uint8Array, opened: OpenedWorkbook, { template }: PagesWish): Result<Printed> {
  if (template !== undefined) return prepareDelivery({ bytes, opened, template });
  const findings = findingsOf(opened);
  return success({ opened, findings, summary: summarize(findings, coverageOf(opened.session)) });
}

/** The narrative as an export writes it, as markup; the libraries for it are loaded here and nowhere before. */
async function narrativePages({ session }: OpenedWorkbook, { template }: PagesWish): Promise<Result<PagePart>> {
  if (template === undefined) throw new Error("the narrative is to be printed without its template");
  const [{ writeWord }, { wordMarkup }] = await Promise.all([
    import("../../shared/word/write-word.js"),
    import("../../shared/word/word-markup.js"),
  ]);
  const docx = await writeWord(template.bytes, session);
  if (!docx.ok) return docx;
  return success({ kind: "narrative", content: narrativeContent(await wordMarkup(docx.value)) });
}
