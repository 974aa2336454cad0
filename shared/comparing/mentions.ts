import { figuresIn, type ProseFigure } from "../prose/figures.js";
import { sentencesOf, type Stretch } from "../prose/sentences.js";
import type { NarrativeWords } from "../template/narrative-check-settings.js";
import { pairsOf, type Pairs } from "./likeness.js";

/** What a direction word says: of a change, or of one figure against another. */
export type Direction = "up" | "down" | "same" | "greater" | "less" | "equal";

/** A word for a direction, with its place in the normal text. */
export interface DirectionWord {
  readonly direction: Direction;
  readonly start: number;
  readonly end: number;
}

/** A figure or a direction word in a sentence. */
export type Mention = {
  readonly start: number;
  readonly end: number;
  readonly left: string;
  readonly right: string;
} & (
  { readonly kind: "figure"; readonly figure: ProseFigure } | { readonly kind: "word"; readonly direction: Direction }
);

/** A sentence with everything in it that the tables can confirm or refute. */
export interface Sentence extends Stretch {
  /** With signs in place of figures and direction words, so that sentences compare by their wording alone. */
  readonly masked: string;
  readonly pairs: Pairs;
  readonly mentions: readonly Mention[];
}

/** How much of the wording on either side of a mention is compared. */
const LEFT = 14;
const RIGHT = 8;

/** Cuts a paragraph's normal text into sentences; `names` are the department's and say nothing of a sentence. */
export function sentencesIn(text: string, words: NarrativeWords, names: readonly string[]): readonly Sentence[] {
  const found = [
    ...figuresIn(text).map((figure) => ({ kind: "figure" as const, figure, start: figure.start, end: figure.end })),
    ...directionWordsIn(text, words).map((word) => ({ kind: "word" as const, ...word })),
  ].sort((a, b) => a.start - b.start);
  return sentencesOf(text).map((stretch) => {
    const inside = found.filter(({ start }) => start >= stretch.start && start < stretch.end);
    return sentenceOf(text, stretch, inside, names);
  });
}

type Found = { readonly start: number; readonly end: number } & (
  { readonly kind: "figure"; readonly figure: ProseFigure } | { readonly kind: "word"; readonly direction: Direction }
);

function sentenceOf(text: string, stretch: Stretch, inside: readonly Found[], names: readonly string[]): Sentence {
  let masked = "";
  let at = stretch.start;
  const places: { readonly start: number; readonly end: number }[] = [];
  for (const { kind, start, end } of inside) {
    masked += without(text.slice(at, start), names);
    places.push({ start: masked.length, end: masked.length + 1 });
    masked += kind === "figure" ? "#" : "~";
    at = end;
  }
  masked += without(text.slice(at, stretch.end), names);
  const mentions = inside.map((one, index): Mention => {
    const place = places[index] ?? { start: 0, end: 0 };
    return {
      ...one,
      left: masked.slice(Math.max(0, place.start - LEFT), place.start),
      right: masked.slice(place.end, place.end + RIGHT),
    };
  });
  return { ...stretch, masked, pairs: pairsOf(masked), mentions };
}

function without(text: string, names: readonly string[]): string {
  return names.reduce((rest, name) => (name === "" ? rest : rest.replaceAll(name, "")), text);
}

const DIRECTIONS: readonly Direction[] = ["greater", "less", "equal", "same", "up", "down"];

/** The direction words of a text, the longest at each place. */
export function directionWordsIn(text: string, words: NarrativeWords): readonly DirectionWord[] {
  const all = DIRECTIONS.flatMap((direction) => words[direction].map((word) => ({ word, direction })));
  const longest = all.toSorted((a, b) => b.word.length - a.word.length);
  const found: DirectionWord[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const hit = longest.find(({ word }) => text.startsWith(word, at));
    if (hit === undefined) continue;
    found.push({ direction: hit.direction, start: at, end: at + hit.word.length });
    at += hit.word.length - 1;
  }
  return found;
}
