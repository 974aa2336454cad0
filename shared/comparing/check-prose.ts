import type { Session } from "../calc/session.js";
import type { Finding } from "../model/finding.js";
import type { Outline } from "../narrative/outline.js";
import { readingOf } from "../narrative/reading.js";
import { readRewordings } from "../narrative/rewording.js";
import type { Prose } from "../prose/prose.js";
import { checkChanges } from "./check-changes.js";
import { checkDates } from "./check-dates.js";
import { checkDocument } from "./check-document.js";
import { checkFigures } from "./check-figures.js";
import { checkSameFacts } from "./check-same-facts.js";
import { checkTables } from "./check-tables.js";
import { checkToldTwice } from "./check-told-twice.js";
import { checkWords } from "./check-words.js";
import { checkWriting } from "./check-writing.js";
import { checkYears } from "./check-years.js";
import { worthsIn } from "./claim.js";
import type { CheckedProse } from "./checked-prose.js";
import { readParagraphs } from "./document-reading.js";
import { linkerOf } from "./link.js";
import { slotsOf } from "./template-slots.js";

/**
 * Checks an existing narrative against a workbook's tables. `outline` is the template whose sentences the narrative may follow. Findings
 * come in the order of the document; figures of which it could not be decided what they speak of are among them as `not-checked`.
 */
export function checkProse(prose: Prose, outline: Outline, session: Session): readonly Finding[] {
  return proseCheckOf(outline, session)(prose);
}

/** Checks texts against one workbook. */
export type ProseCheck = (prose: Prose) => readonly Finding[];

/** Prepares checking several texts, or one that is being changed, against the same workbook: the template is read only once. */
export function proseCheckOf(outline: Outline, session: Session): ProseCheck {
  const { words } = session.plan.layout.pack.narrativeCheck;
  const names = [session.workbook.profile.department];
  const worths = worthsIn(session);
  const slots = slotsOf(outline, readRewordings(outline, session.workbook.remarks), readingOf(session));
  const link = linkerOf({ slots, session, names, worths });
  return (prose) => {
    const paragraphs = readParagraphs(prose, words, names);
    const sentences = paragraphs.flatMap((paragraph) => paragraph.sentences);
    return allFindings({ paragraphs, sentences, links: link(sentences), worths, slots }, session);
  };
}

function allFindings(checked: CheckedProse, session: Session): readonly Finding[] {
  return inDocumentOrder([
    ...checkFigures(checked, session),
    ...checkTables(checked, session),
    ...checkWords(checked, session),
    ...checkYears(checked, session),
    ...checkDates(checked, session),
    ...checkWriting(checked, session),
    ...checkChanges(checked, session),
    ...checkDocument(checked, session),
    ...checkSameFacts(checked, session),
    ...checkToldTwice(checked, session),
  ]);
}

/** By paragraph and place; what concerns the whole document comes last. */
function inDocumentOrder(findings: readonly Finding[]): readonly Finding[] {
  const place = ({ text }: Finding): number => text?.mark?.paragraph ?? Number.MAX_SAFE_INTEGER;
  return findings.toSorted((a, b) => place(a) - place(b) || (a.text?.mark?.start ?? 0) - (b.text?.mark?.start ?? 0));
}
