/**
 * A printed text reduced to what its reader sees: full width made half, blanks and line breaks of every kind dropped, quotes
 * dropped, one kind of dash. Titles, heads and labels are compared in this form and in no other.
 */
export function normalised(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.normalize("NFKC").replaceAll(BLANKS, "").replaceAll(QUOTES, "").replaceAll(DASHES, "-");
}

/** A text without blanks, invisible characters and line breaks at its ends; those inside stay. */
export function trimmed(text: string): string {
  return text.replace(ENDS, "");
}

/** The digits of a printed number such as a code or a 行次: full width made half, blanks dropped. */
export function digitsOf(text: string): string | undefined {
  const narrow = normalised(text);
  return DIGITS.test(narrow) ? narrow : undefined;
}

/** Texts that are in normal form already: narrow letters, digits and signs, and Han characters that have no other form. */
const PLAIN = /^[\u4E00-\u9FFF\u3001\u3002A-Za-z0-9.,:;%()/+*=<>-]*$/u;
const BLANKS = /[\s\u00AD\u200B-\u200F\u2028-\u202E\u2060\uFEFF]+/gu;
const ENDS = /^[\s\u00AD\u200B-\u200F\u2060\uFEFF]+|[\s\u00AD\u200B-\u200F\u2060\uFEFF]+$/gu;
const QUOTES = /["'`\u00AB\u00BB\u2018-\u201F\u2033\u2036\u300A-\u300F\u301D-\u301F\uFE41-\uFE44]/gu;
const DASHES = /[\u2010-\u2015\u2212\u2500\u2501\u30FC]/gu;
const DIGITS = /^\d+$/;
