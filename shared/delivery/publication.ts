import { computedOf } from "../calc/computed-session.js";
import { failure } from "../failure.js";
import { checklistEntries, type ChecklistEntry } from "../messages/checklist-text.js";
import { documentName, publicationNames, type PublicationNames } from "../messages/publication-names.js";
import { renderNarrative } from "../narrative/render.js";
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
}

/** What of a publication is made without a printer: the two office files, and the sheets that stay behind. */
export interface PublishedFiles {
  readonly workbook: DeliveredFile;
  readonly narrative: DeliveredFile;
  readonly leftOut: readonly string[];
}

/** What people see before they publish; refused as `not-publishable` where the pack does not say how its set is published. */
export function preparePublication({ opened, template, findings }: Delivery): Result<Publication> {
  const { session } = opened;
  const { publication } = session.plan.layout.pack;
  if (publication === undefined) return refusal(failure("not-publishable"));
  const paragraphs = readWordTemplate(template.bytes);
  if (!paragraphs.ok) return paragraphs;
  const { paragraphs: narrative } = renderNarrative(paragraphs.value, session);
  const items = checklist(session, { findings, narrative });
  return success({
    names: publicationNames(publication, session.workbook.profile),
    checklist: checklistEntries(computedOf(session), items),
  });
}

/** The office files of a publication in memory; the same workbook and template give the same bytes. Nothing is written anywhere. */
export async function publishFiles(
  { bytes, opened, template }: Delivery,
  names: PublicationNames,
): Promise<Result<PublishedFiles>> {
  const workbook = publishExcel(bytes, opened, documentName(names.workbook));
  if (!workbook.ok) return workbook;
  const { writeWord } = await import("../word/write-word.js");
  const written = await writeWord(template.bytes, opened.session);
  if (!written.ok) return written;
  const narrative = publishWord(written.value, documentName(names.narrative));
  if (!narrative.ok) return narrative;
  return success({
    workbook: { name: names.workbook, bytes: workbook.value.bytes },
    narrative: { name: names.narrative, bytes: narrative.value },
    leftOut: workbook.value.leftOut,
  });
}
