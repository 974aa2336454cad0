import { fixed, plain, roundTo, type Decimal } from "../decimal.js";
import type { Quantity } from "../expression/evaluated.js";
import { FORMAT_WORDS } from "./wording.js";

/** How a tag's figure or text is printed; without one, by its own unit and places with thousands separators. */
export type Format =
  | { readonly kind: "places"; readonly places: number; readonly grouped: boolean }
  /** Without trailing zeros: 31.00 → 31. */
  | { readonly kind: "shortest" }
  | { readonly kind: "grouped" }
  /** A text whose lines are paragraphs of their own. */
  | { readonly kind: "paragraphs" }
  /** A class's name as sentences call it. */
  | { readonly kind: "category" };

const WORDS: ReadonlyMap<string, Format> = new Map([
  [FORMAT_WORDS.shortest, { kind: "shortest" }],
  [FORMAT_WORDS.grouped, { kind: "grouped" }],
  [FORMAT_WORDS.paragraphs, { kind: "paragraphs" }],
  [FORMAT_WORDS.category, { kind: "category" }],
]);

/** Reads a format: `0`, `0.00`, `#,##0`, `#,##0.00` (any number of places) or one of the words; undefined for anything else. */
export function parseFormat(text: string): Format | undefined {
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  const match = /^(#,##)?0(?:\.(0+))?$/.exec(text);
  if (match === null) return undefined;
  return { kind: "places", places: match[2]?.length ?? 0, grouped: match[1] !== undefined };
}

/** The years of a text are never grouped. */
const YEAR = "年";
const PERCENT = "%";

/**
 * Prints a figure, rounded once, half up. Places come from the format, else from the figure itself; shares and growth rates
 * have two; a score prints every digit it has.
 */
export function formatFigure(figure: Quantity, format: Format | undefined): string {
  const grouped = figure.unit !== YEAR;
  const places = figure.places ?? (figure.unit === PERCENT ? 2 : undefined);
  if (format?.kind === "places") return separate(fixed(figure.value, format.places), format.grouped);
  if (format?.kind === "shortest") return separate(plain(rounded(figure.value, places)), grouped);
  return separate(places === undefined ? plain(figure.value) : fixed(figure.value, places), grouped);
}

function rounded(value: Decimal, places: number | undefined): Decimal {
  return places === undefined ? value : roundTo(value, places);
}

/** Thousands separators in the whole part of a plain decimal text. */
function separate(text: string, grouped: boolean): string {
  if (!grouped) return text;
  const point = text.indexOf(".");
  const whole = point < 0 ? text : text.slice(0, point);
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (point < 0 ? "" : text.slice(point));
}
