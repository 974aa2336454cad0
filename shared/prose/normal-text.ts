import { CIRCLED_NUMBER, CLAUSE_COMMA, FULL_STOP, FULL_WIDTH_COMMA, FULL_WIDTH_NUMBER, SAME_SIGNS } from "./words.js";

/** A text in the one form in which texts are compared, and where each of its characters stood. */
export interface NormalText {
  readonly text: string;
  /** For each character, its place in the original; one more for the end. */
  readonly origins: readonly number[];
}

/**
 * Takes the differences out of a text that mean nothing: full and half width, blanks, shapes of quotation marks and dashes,
 * separators of thousands. A comma or full stop between digits keeps its meaning.
 */
export function normalize(original: string): NormalText {
  const characters: string[] = [];
  const origins: number[] = [];
  const separators = fullWidthSeparators(original);
  let at = 0;
  for (const character of original) {
    for (const piece of separators.has(at) ? [] : plainForm(character)) {
      characters.push(piece);
      origins.push(at);
    }
    at += character.length;
  }
  return withSigns(characters, origins, original.length);
}

/** Where full-width commas part the thousands of a number that is in full width itself: ８，３３７．６２. */
function fullWidthSeparators(original: string): ReadonlySet<number> {
  const places = new Set<number>();
  for (const { 0: number, index } of original.matchAll(FULL_WIDTH_NUMBER)) {
    for (const comma of number.matchAll(FULL_WIDTH_COMMA)) places.add(index + comma.index);
  }
  return places;
}

function plainForm(character: string): Iterable<string> {
  if (/^[\s\p{Cf}\p{Cc}]$/u.test(character) || CIRCLED_NUMBER.test(character)) return [];
  const same = SAME_SIGNS[character];
  // A full-width comma never parts thousands: 200，300人 are two figures.
  if (same !== undefined && character !== ",") return [same];
  return character === CLAUSE_COMMA ? [CLAUSE_COMMA] : character.normalize("NFKC");
}

/** Decides commas and full stops by what stands around them. */
function withSigns(characters: readonly string[], origins: readonly number[], length: number): NormalText {
  const kept: string[] = [];
  const places: number[] = [];
  const isDigit = (index: number): boolean => /^\d$/.test(characters[index] ?? "");
  for (const [index, character] of characters.entries()) {
    const between = isDigit(index - 1) && isDigit(index + 1);
    if (character === "," && between && partsThousands(characters, index)) continue;
    const read =
      character === ","
        ? CLAUSE_COMMA
        : character === "." && !isDigit(index - 1)
          ? FULL_STOP
          : (SAME_SIGNS[character] ?? character);
    for (const unit of read.split("")) {
      kept.push(unit);
      places.push(origins[index] ?? length);
    }
  }
  places.push(length);
  return { text: kept.join(""), origins: places };
}

function partsThousands(characters: readonly string[], comma: number): boolean {
  const digits = characters.slice(comma + 1, comma + 5);
  return digits.slice(0, 3).every((one) => /^\d$/.test(one)) && !/^\d$/.test(digits[3] ?? "");
}

/** The original characters of a stretch of the normal text. */
export function originalSpan(
  { origins }: NormalText,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  const first = origins[start] ?? 0;
  const last = end <= start ? first : (origins[end - 1] ?? first) + 1;
  return { start: first, end: last };
}
