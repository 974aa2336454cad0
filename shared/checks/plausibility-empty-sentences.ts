import type { Computed } from "../calc/computed.js";
import type { Finding } from "../model/finding.js";
import type { Form } from "../template/pack.js";
import { PLACEHOLDERS } from "../template/words.js";
import { firstCell } from "./form-cells.js";
import { yearsIn } from "./sentences.js";
import { findingOf } from "./suspicion.js";
import { literally } from "./text-cells.js";

/**
 * The sentence below an empty form that was copied: from last year (`empty-sentence-year`, facts year, fiscal), from another form
 * (`empty-sentence-form`, fact other) or from another publisher (`empty-sentence-publisher`, facts name, department). A publisher
 * may call itself by a short name, whose letters its full name has in this order, or 我局 and 本单位.
 */
export function checkEmptySentences(computed: Computed): readonly Finding[] {
  return computed.pack.forms.flatMap((form) => {
    const sentence = computed.workbook.emptySentences.get(form.id)?.trim() ?? "";
    const cells = firstCell(form.id, computed);
    if (sentence === "" || cells.length === 0) return [];
    const say = (check: string, facts: Readonly<Record<string, string>>): readonly Finding[] => [
      findingOf(computed, { check, severity: "explain", cells, facts: { form: form.id, text: sentence, ...facts } }),
    ];
    const stale = staleYear(computed, sentence);
    const other = otherForm(computed.pack.forms, form, sentence);
    const publisher = otherPublisher(computed, form, sentence);
    const { year, department } = computed.workbook.profile;
    return [
      ...(stale === undefined ? [] : say("empty-sentence-year", { year: String(stale), fiscal: String(year) })),
      ...(other === undefined ? [] : say("empty-sentence-form", { other: other.id })),
      ...(publisher === undefined ? [] : say("empty-sentence-publisher", { name: publisher, department })),
    ];
  });
}

/** A year the sentence names where it does not name the fiscal one. */
function staleYear({ pack, workbook }: Computed, sentence: string): number | undefined {
  const years = yearsIn(sentence.normalize("NFKC"), pack.plausibility.signs).map(({ year }) => year);
  return years.includes(workbook.profile.year) ? undefined : years[0];
}

/** The form whose sentence this is, when it is not the own one. */
function otherForm(forms: readonly Form[], own: Form, sentence: string): Form | undefined {
  if (publisherIn(own, sentence) !== undefined) return undefined;
  return forms.find((form) => form !== own && publisherIn(form, sentence) !== undefined);
}

/** The publisher the form's own sentence names, when it is not the workbook's. */
function otherPublisher({ pack, workbook }: Computed, form: Form, sentence: string): string | undefined {
  const name = publisherIn(form, sentence) ?? "";
  const department = narrow(workbook.profile.department);
  if (name === "" || department === "" || isShortFor(name, department)) return undefined;
  return pack.plausibility.ownNames.some((own) => name.startsWith(own)) ? undefined : name;
}

/** What stands where the form's own sentence names the publisher; undefined where the sentence is another one. */
function publisherIn({ emptySentence = "" }: Form, sentence: string): string | undefined {
  if (emptySentence === "") return undefined;
  const parts = narrow(emptySentence).split(PLACEHOLDERS.department).map(withAnyYear);
  const found = new RegExp(parts.join("(.*?)"), "u").exec(narrow(sentence));
  return found === null ? undefined : (found[1] ?? "");
}

function withAnyYear(part: string): string {
  return part.split(PLACEHOLDERS.year).map(literally).join("\\d*");
}

function isShortFor(name: string, full: string): boolean {
  let at = 0;
  return Array.from(name).every((letter) => {
    at = full.indexOf(letter, at) + 1;
    return at > 0;
  });
}

function narrow(text: string): string {
  return text.normalize("NFKC").replaceAll(/\s+/gu, "");
}
