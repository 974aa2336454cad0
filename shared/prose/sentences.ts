import { CLAUSE_SIGN, HEADINGS, LIST_ITEM, SENTENCE_END } from "./words.js";

/** A stretch of a paragraph's normal text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The sentences of a normal text, each with the sign that ends it. The number of a list's item belongs to none. */
export function sentencesOf(text: string): readonly Stretch[] {
  const sentences: Stretch[] = [];
  let start = LIST_ITEM.exec(text)?.[0].length ?? 0;
  for (let at = start; at < text.length; at += 1) {
    if (!SENTENCE_END.test(text.charAt(at))) continue;
    sentences.push({ start, end: at + 1 });
    start = at + 1;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
}

/** Some departments end their headings with a full stop. */
const HEADING_STOP = /\u3002$/u;

/** The longest heading there is; a longer paragraph that begins with a number is text. */
const LONGEST_HEADING = 60;

/** How deep a heading stands, from 0 (第一部分); undefined for a paragraph that is none. */
export function headingLevel(text: string): number | undefined {
  const whole = text.replace(HEADING_STOP, "");
  if (text.length > LONGEST_HEADING || SENTENCE_END.test(whole)) return undefined;
  // A numbered line with a full stop is a heading only where nothing in it is a clause or a figure.
  if (whole !== text && (CLAUSE_SIGN.test(whole) || /\d/u.test(whole.replace(/\d{4}/u, "")))) return undefined;
  const level = HEADINGS.findIndex((pattern) => pattern.test(text));
  return level < 0 ? undefined : level;
}
