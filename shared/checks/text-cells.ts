import type { Computed } from "../calc/computed.js";
import type { CellAddress } from "../model/address.js";
import { AMOUNT_UNITS } from "../template/words.js";
import type { TextColumns } from "../template/plausibility-settings.js";

/** A cell that holds a text. */
export interface TextCell {
  readonly address: CellAddress;
  readonly text: string;
}

/** The texts of some columns of a table, row by row. */
export function textsOf(computed: Computed, { table, columns }: TextColumns): readonly TextCell[] {
  return computed.rows(table).flatMap((row) =>
    columns.flatMap((column) => {
      const address = { table, row, column };
      const text = computed.text(address);
      return text === undefined ? [] : [{ address, text }];
    }),
  );
}

/** The words around a place of a text, for people to find it by. */
export function quote(text: string, start: number, end: number): string {
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, end + AROUND);
  const words = text.slice(from, to).replaceAll(/\s+/gu, " ").trim();
  return `${from > 0 ? "…" : ""}${words}${to < text.length ? "…" : ""}`;
}

/** A pattern that finds any of these words. */
export function anyOf(words: readonly string[]): string {
  return words.length === 0 ? "(?!)" : `(?:${words.map(literally).join("|")})`;
}

/** A pattern that finds exactly this word. */
export function literally(word: string): string {
  return word.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}

/** A pattern that finds this word in full-width and half-width signs alike: X and Ｘ, ( and （. */
export function inAnyWidth(word: string): string {
  return Array.from(word.normalize("NFKC"), (sign) => {
    if (sign <= " " || sign > "~") return sign;
    const full = String.fromCodePoint((sign.codePointAt(0) ?? 0) + FULL_WIDTH);
    return `[${/[[\]\\^-]/u.test(sign) ? "\\" : ""}${sign}${full}]`;
  }).join("");
}

/** A pattern that finds an amount with its unit: its first group is the digits, its second the unit. Rates (元/人) are none. */
export function amountPattern(): string {
  const longestFirst = [...AMOUNT_UNITS].sort((one, other) => other.length - one.length);
  return `(?<![\\d,.])(\\d[\\d,]*(?:\\.\\d+)?)\\s*${anyOf(longestFirst).replace("(?:", "(")}(?!\\s*/)`;
}

/** From a sign of ASCII to its full-width form. */
const FULL_WIDTH = 0xfee0;

const AROUND = 12;
