import { computedOf } from "../calc/computed-session.js";
import type { Session } from "../calc/session.js";
import { failure } from "../failure.js";
import { checklistEntries, type ChecklistEntry } from "../messages/checklist-text.js";
import { findingText } from "../messages/finding-text.js";
import {
  documentName,
  publicationNames,
  publicationRecordName,
  publishedNames,
  type PublicationNames,
} from "../messages/publication-names.js";
import { publicationRecord } from "../messages/publication-record.js";
import { renderNarrative } from "../narrative/render.js";
import { fingerprintOf } from "../pages/fingerprint.js";
import { narrativeContent } from "../pages/narrative-content.js";
import { PUBLISHED } from "../pages/page-options.js";
import { printable, type PagePart } from "../pages/printable.js";
import { checklist } from "../publishing/checklist.js";
import { publishExcel } from "../publishing/publish-excel.js";
import { publishWord } from "../publishing/publish-word.js";
import { refusal, success, type Result } from "../result.js";
import { readWordTemplate } from "../word/read-word-template.js";
import type { DeliveredFile, Delivery } from "./delivery.js";

/** A workbook about to be published: what its folder and files will be called, and what the rules of publication demand. */
export interface Publication {
  readonly names: PublicationNames;
  readonly checklist: readonly ChecklistEntry[];
  /** The sentences of the error findings that stand. */
  readonly errors: readonly string[];
}

/** What of a publication is made without a printer: the two office files, the pages to print, and the sheets that stay behind. */
export interface PublishedFiles {
  readonly workbook: DeliveredFile;
  readonly narrative: DeliveredFile;
  readonly pages: readonly PublishedPages[];
  readonly leftOut: readonly string[];
}

/** Pages (one HTML text) that become the PDF of this name; published ones carry no fingerprint and no foot row. */
export interface PublishedPages {
  readonly name: string;
  readonly html: string;
}

/** What only who publishes knows. */
export interface PublicationFacts {
  /** When, as people write it. */
  readonly time: string;
  /** The workbook's file name without folders. */
  readonly source: string;
  /** The folder's name. */
  readonly folder: string;
  /** Why it goes out although errors stand. */
  readonly reason?: string;
}

/**
 * What people see before they publish; refused as `not-publishable` where the pack does not say how its set is published. `confirmed`: ids
 * of what a person has confirmed already.
 */
export function preparePublication(
  { opened, template, findings }: Delivery,
  confirmed: readonly string[] = [],
): Result<Publication> {
  const { session } = opened;
  const { publication } = session.plan.layout.pack;
  if (publication === undefined) return refusal(failure("not-publishable"));
  const paragraphs = readWordTemplate(template.bytes);
  if (!paragraphs.ok) return paragraphs;
  const { paragraphs: narrative } = renderNarrative(paragraphs.value, session);
  const items = checklist(session, { findings, narrative });
  const computed = computedOf(session);
  const errors = findings.filter(({ severity }) => severity === "error");
  return success({
    names: publicationNames(publication, session.workbook.profile),
    checklist: checklistEntries(computed, items, new Set(confirmed)),
    errors: errors.map((finding) => findingText(computed, finding)),
  });
}

/**
 * The office files of a publication in memory, and the pages of its PDFs; the same workbook and template give the same bytes. Nothing is
 * written anywhere. `step` is awaited before each part.
 */
export async function publishFiles(
  { bytes, opened, template }: Delivery,
  names: PublicationNames,
  step: (step: PublicationStep) => Promise<void> = () => Promise.resolve(),
): Promise<Result<PublishedFiles>> {
  await step("writing-workbook");
  const workbook = publishExcel(bytes, opened, documentName(names.workbook));
  if (!workbook.ok) return workbook;
  await step("writing-narrative");
  const { writeWord } = await import("../word/write-word.js");
  const written = await writeWord(template.bytes, opened.session);
  if (!written.ok) return written;
  const narrative = publishWord(written.value, documentName(names.narrative));
  if (!narrative.ok) return narrative;
  await step("writing-pages");
  return success({
    workbook: { name: names.workbook, bytes: workbook.value.bytes },
    narrative: { name: names.narrative, bytes: narrative.value },
    pages: await publishedPages(opened.session, names, narrative.value),
    leftOut: workbook.value.leftOut,
  });
}

/** What of a publication is being made. */
export type PublicationStep = "writing-workbook" | "writing-narrative" | "writing-pages";

async function publishedPages(
  session: Session,
  names: PublicationNames,
  narrative: Uint8Array,
): Promise<readonly PublishedPages[]> {
  const { wordMarkup } = await import("../word/word-markup.js");
  const computed = computedOf(session);
  const pages = (name: string, parts: readonly PagePart[]): PublishedPages => ({
    name,
    html: printable(computed, parts, PUBLISHED, documentName(name)),
  });
  const content = narrativeContent(await wordMarkup(narrative));
  return [
    pages(
      names.tablesPdf,
      computed.pack.forms.map((form) => ({ kind: "form", form })),
    ),
    pages(names.narrativePdf, [{ kind: "narrative", content }]),
  ];
}

/** The record of a publication, for the bureau and not for the public: its name beside the folder, and its text. */
export function recordOfPublication(
  { opened, summary }: Delivery,
  { names, checklist, errors }: Publication,
  leftOut: readonly string[],
  facts: PublicationFacts,
): { readonly name: string; readonly text: string } {
  const { session } = opened;
  const text = publicationRecord({
    ...facts,
    ...session.workbook.profile,
    files: publishedNames(names),
    fingerprint: fingerprintOf(computedOf(session)),
    summary,
    errors,
    checklist,
    leftOut,
  });
  return { name: publicationRecordName(facts.folder), text };
}
