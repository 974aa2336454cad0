import type { Session } from "../calc/session.js";
import type { Finding } from "../model/finding.js";
import type { Outline } from "../narrative/outline.js";
import { readingOf } from "../narrative/reading.js";
import { readRewordings } from "../narrative/rewording.js";
import type { Prose } from "../prose/prose.js";
import { checkChanges } from "./check-changes.js";
import { checkDocument } from "./check-document.js";
import { checkFigures, checkTableRows } from "./check-figures.js";
import { checkSameFacts } from "./check-same-facts.js";
import { checkWords } from "./check-words.js";
import { checkWriting } from "./check-writing.js";
import { checkYears } from "./check-years.js";
import { worthsIn } from "./claim.js";
import type { CheckedProse } from "./checked-prose.js";
import { readParagraphs } from "./document-reading.js";
import { linkMentions } from "./link.js";
import { slotsOf } from "./template-slots.js";

/**
 * Checks an existing narrative against a workbook's tables. `outline` is the template whose sentences the narrative may follow. Findings
 * come in the order of the document; figures of which it could not be decided what they speak of are among them as `not-checked`.
 */
export function checkProse(prose: Prose, outline: Outline, session: Session): readonly Finding[] {
  const checked = compareProse(prose, outline, session);
  return inDocumentOrder([
    ...checkFigures(checked, session),
    ...checkTableRows(checked),
    ...checkWords(checked, session),
    ...checkYears(checked, session),
    ...checkWriting(checked, session),
    ...checkChanges(checked, session),
    ...checkDocument(checked, session),
    ...checkSameFacts(checked, session),
  ]);
}

/** Decides what every figure and direction word of a document speaks of. */
export function compareProse(prose: Prose, outline: Outline, session: Session): CheckedProse {
  const { words } = session.plan.layout.pack.narrativeCheck;
  const { department } = session.workbook.profile;
  const names = [department];
  const paragraphs = readParagraphs(prose, words, names);
  const sentences = paragraphs.flatMap((paragraph) => paragraph.sentences);
  const rewordings = readRewordings(outline, session.workbook.remarks);
  const worths = worthsIn(session);
  const slots = slotsOf(outline, rewordings, readingOf(session));
  const links = linkMentions(sentences, { slots, session, names, worths });
  return { paragraphs, sentences, links, worths, slots };
}

/** By paragraph and place; what concerns the whole document comes last. */
function inDocumentOrder(findings: readonly Finding[]): readonly Finding[] {
  const place = ({ text }: Finding): number => text?.mark?.paragraph ?? Number.MAX_SAFE_INTEGER;
  return findings.toSorted((a, b) => place(a) - place(b) || (a.text?.mark?.start ?? 0) - (b.text?.mark?.start ?? 0));
}
