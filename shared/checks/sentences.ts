import type { TextSigns } from "../template/plausibility-settings.js";
import { anyOf, literally } from "./text-cells.js";

/** A year that a text names. */
export interface YearMention {
  readonly year: number;
  /** Where the year begins, and where what follows it begins. */
  readonly start: number;
  readonly end: number;
}

/** The years a text names as such (2019年); a text that is nothing but a year names it too. */
export function yearsIn(text: string, signs: TextSigns): readonly YearMention[] {
  const pattern = new RegExp(`(?<!\\d)((?:19|20)\\d{2})\\s*${literally(signs.year)}`, "gu");
  const alone = /^\s*((?:19|20)\d{2})\s*$/u.exec(text);
  return [...(alone === null ? [] : [alone]), ...text.matchAll(pattern)].map((found) => ({
    year: Number.parseInt(found[1] ?? "", 10),
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/** The sentence (or item of a list) of a text around a place, and where it begins. */
export function sentenceAt(
  text: string,
  place: number,
  signs: TextSigns,
): { readonly text: string; readonly start: number } {
  return between(text, place, signs.sentenceEnds);
}

/** The clause of a text around a place, and where it begins. */
export function clauseAt(
  text: string,
  place: number,
  signs: TextSigns,
): { readonly text: string; readonly start: number } {
  return between(text, place, [...signs.sentenceEnds, ...signs.clauseEnds]);
}

/** Whether a place of a text lies inside the title of a law or document. */
export function isInTitle(text: string, place: number, { titleOpen, titleClose }: TextSigns): boolean {
  return text.lastIndexOf(titleOpen, place) > text.lastIndexOf(titleClose, place);
}

/** Whether a text holds any of these words. */
export function holdsAny(text: string, words: readonly string[]): boolean {
  return new RegExp(anyOf(words), "u").test(text);
}

function between(
  text: string,
  place: number,
  ends: readonly string[],
): { readonly text: string; readonly start: number } {
  const start = Math.max(...ends.map((sign) => text.lastIndexOf(sign, place - 1) + 1), 0);
  const stops = ends.map((sign) => text.indexOf(sign, place)).filter((index) => index >= 0);
  return { text: text.slice(start, Math.min(...stops, text.length)), start };
}
