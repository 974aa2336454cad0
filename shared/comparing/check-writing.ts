import type { Session } from "../calc/session.js";
import type { Finding } from "../model/finding.js";
import { normalize } from "../prose/normal-text.js";
import type { CheckedProse } from "./checked-prose.js";
import type { ReadParagraph } from "./document-reading.js";
import { textFinding, type Noticed } from "./text-finding.js";
import { DOUBLED_SIGNS, MARK_OF_MISSING } from "./words.js";

/** What a text shows without any figure: template leftovers, doubled sentences and signs, names that are no longer used. */
export function checkWriting({ paragraphs }: CheckedProse, session: Session): readonly Finding[] {
  const { pack } = session.plan.layout;
  const leftovers = [...pack.plausibility.leftovers, ...pack.narrativeCheck.words.leftovers].map(normalText);
  const old = pack.narrativeCheck.oldNames.map(({ old: name, now }) => ({
    name: normalText(name),
    now: normalText(now),
    written: now,
  }));
  return paragraphs.flatMap((paragraph) => {
    if (paragraph.paragraph.isTable) return [];
    const noticed = [
      ...leftoversIn(paragraph, leftovers, pack.plausibility.placeholders),
      ...oldNamesIn(paragraph, old),
      ...doubledSentences(paragraph),
      ...doubledSigns(paragraph),
    ];
    return noticed.sort((a, b) => a.start - b.start).map(textFinding);
  });
}

function normalText(text: string): string {
  return normalize(text).text;
}

type Placeholders = readonly { readonly open: string; readonly close: string }[];

function leftoversIn(of: ReadParagraph, leftovers: readonly string[], placeholders: Placeholders): readonly Noticed[] {
  const { text } = of.normal;
  const found: { readonly start: number; readonly end: number }[] = [];
  for (const word of leftovers) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      found.push({ start: at, end: at + word.length });
    }
  }
  for (const { open, close } of placeholders) {
    for (let at = text.indexOf(open); at >= 0; at = text.indexOf(open, at + 1)) {
      const end = text.indexOf(close, at);
      if (end > at) found.push({ start: at, end: end + close.length });
    }
  }
  for (const mark of text.matchAll(MARK_OF_MISSING))
    found.push({ start: mark.index, end: mark.index + mark[0].length });
  const outer = found.filter((one) => !found.some((other) => other !== one && covers(other, one)));
  return outer.map((stretch) => noticedAt(of, stretch, { code: "text-leftover", severity: "error" }));
}

function covers(
  one: { readonly start: number; readonly end: number },
  other: { readonly start: number; readonly end: number },
): boolean {
  return one.start <= other.start && one.end >= other.end && one.end - one.start > other.end - other.start;
}

interface OldName {
  readonly name: string;
  readonly now: string;
  readonly written: string;
}

/** An old name that is not part of the new one; of two old names at one place the longer one. */
function oldNamesIn(of: ReadParagraph, names: readonly OldName[]): readonly Noticed[] {
  const { text } = of.normal;
  const found = names.flatMap(({ name, now, written }) => {
    const places: { start: number; end: number; written: string }[] = [];
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      if (!text.startsWith(now, at)) places.push({ start: at, end: at + name.length, written });
    }
    return places;
  });
  return found
    .filter((one) => !found.some((other) => other !== one && covers(other, one)))
    .map((place) => noticedAt(of, place, { code: "text-old-name", severity: "explain", expected: place.written }));
}

/** Shorter sentences, such as 无。, may stand twice. */
const SHORTEST_DOUBLE = 8;

function doubledSentences(of: ReadParagraph): readonly Noticed[] {
  const { text } = of.normal;
  const clauses = [...text.matchAll(/[^\u3002\uFF1B\uFF0C]+[\u3002\uFF1B\uFF0C]?/gu)].map(({ 0: clause, index }) => ({
    start: index,
    end: index + clause.length,
    wording: clause.replace(/[\u3002\uFF1B\uFF0C]$/u, ""),
  }));
  return clauses.flatMap((clause, index) => {
    const before = clauses[index - 1];
    if (before?.wording !== clause.wording || clause.wording.length < SHORTEST_DOUBLE) return [];
    return [noticedAt(of, clause, { code: "text-doubled", severity: "explain" })];
  });
}

function doubledSigns(of: ReadParagraph): readonly Noticed[] {
  return [...of.normal.text.matchAll(DOUBLED_SIGNS)].map(({ 0: signs, index }) =>
    noticedAt(of, { start: index, end: index + signs.length }, { code: "text-signs", severity: "explain" }),
  );
}

function noticedAt(
  of: ReadParagraph,
  { start, end }: { readonly start: number; readonly end: number },
  rest: Pick<Noticed, "code" | "severity" | "expected">,
): Noticed {
  const sentence = of.sentences.find((one) => one.start <= start && start < one.end) ?? {
    start: 0,
    end: of.normal.text.length,
  };
  return { in: of, sentence, start, end, ...rest };
}
