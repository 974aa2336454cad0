import type { Profile, Workbook } from "../model/workbook.js";
import type { Pack } from "../template/pack.js";
import { PLACEHOLDERS } from "../template/words.js";

/**
 * The workbook after its profile changed: sentences below empty forms that are worded as the pack words them name the publisher and
 * the year it has now, as saving will write them. Sentences that people have worded themselves stay.
 */
export function wordedSentences(pack: Pack, before: Profile, workbook: Workbook): Workbook {
  const sentences = new Map(workbook.emptySentences);
  let changed = false;
  for (const { id, emptySentence } of pack.forms) {
    const said = sentences.get(id);
    if (emptySentence === undefined || said === undefined) continue;
    if (narrow(said) !== narrow(filled(emptySentence, before, pack))) continue;
    sentences.set(id, filled(emptySentence, workbook.profile, pack));
    changed = true;
  }
  return changed ? { ...workbook, emptySentences: sentences } : workbook;
}

function filled(sentence: string, { department, year }: Profile, pack: Pack): string {
  const name = department === "" ? pack.frame.unnamedDepartment : department;
  return sentence.replaceAll(PLACEHOLDERS.department, name).replaceAll(PLACEHOLDERS.year, String(year));
}

function narrow(text: string): string {
  return text.normalize("NFKC").replaceAll(/\s+/gu, "");
}
