import type { NarrativeWords } from "../template/narrative-check-settings.js";
import { toldClaim, type Claim } from "./claim.js";
import { likeness, likenessOf, PairIndex, pairsOf, sameBeginning, sameEnd } from "./likeness.js";
import { sentencesIn, type Mention, type Sentence } from "./mentions.js";
import { GAP, type Slot, type Wording } from "./template-slots.js";

/** A sentence of the template with the claims of its mentions. */
export interface TemplateSentence extends Sentence {
  readonly slot: Slot;
  /** Whether the department is named in it. */
  readonly namesDepartment: boolean;
  /** Whether it stands for this workbook, or belongs to a branch that does not. */
  readonly stands: boolean;
  /** By mention; undefined for what the template itself says, such as 12月31日. */
  readonly claims: readonly (Claim | undefined)[];
}

/** A sentence of the document and the template's sentence it follows. */
export interface Alignment {
  readonly template: TemplateSentence;
  /** How alike the two are, from 0 to 1. */
  readonly likeness: number;
}

/** All sentences of a template's paragraphs, each wording's once. */
export function templateSentences(
  slots: readonly Slot[],
  words: NarrativeWords,
  names: readonly string[],
): readonly (readonly TemplateSentence[])[] {
  return slots.map((slot) => {
    const seen = new Set<string>();
    return slot.wordings.flatMap((wording, branch) =>
      sentencesIn(wording.text, words, names).flatMap((sentence): readonly TemplateSentence[] => {
        const key = wording.text.slice(sentence.start, sentence.end);
        if (seen.has(key)) return [];
        seen.add(key);
        const claims = sentence.mentions.map((mention) => claimAt(wording, mention));
        return [
          {
            ...sentence,
            pairs: pairsOf(sentence.masked.replaceAll(GAP, "")),
            slot,
            namesDepartment: names.some((name) => name !== "" && key.includes(name)),
            stands: slot.stands && (branch === 0 || wording.told.length > 0),
            claims,
          },
        ];
      }),
    );
  });
}

function claimAt({ claims, told }: Wording, mention: Mention): Claim | undefined {
  const covers = ({ start, end }: { readonly start: number; readonly end: number }): boolean =>
    start < mention.end && mention.start < end;
  const claim = claims.find(covers)?.claim;
  const element = told.find(covers)?.element;
  if (claim !== undefined || element === undefined || mention.kind === "word") return claim;
  return toldClaim(element, mention.figure.value, mention.start);
}

/** Sentences less alike than this say different things. */
const ALIKE = 0.5;

/** Out of the template's order only sentences that are nearly its own are taken for them. */
const CLEARLY_ALIKE = 0.72;

/** Shorter sentences are found in too many others. */
const SHORTEST = 4;

/**
 * Finds for each sentence of a document the template's sentence it follows: first in the template's order, which tells apart what is
 * worded alike (与上年对比增加了…), then the rest wherever they are clearly alike, nearest to their neighbours.
 */
export function alignSentences(
  sentences: readonly Sentence[],
  index: TemplateIndex,
): readonly (Alignment | undefined)[] {
  const best = sentences.map((sentence) => index.bestOf(sentence));
  const chosen = inOrder(best);
  const aligned = chosen.map((slot, at) => (slot === undefined ? undefined : best[at]?.[slot]));
  return aligned.map((found, at) => {
    if (found !== undefined) return found;
    const near = nearest(chosen, at);
    let rest: Alignment | undefined;
    let distance = Infinity;
    for (const [slot, candidate] of (best[at] ?? []).entries()) {
      if (candidate === undefined || candidate.likeness < CLEARLY_ALIKE) continue;
      const away = Math.abs(slot - near) / 1000 - candidate.likeness;
      if (away < distance) [rest, distance] = [candidate, away];
    }
    return rest;
  });
}

/** The template's sentences by slot, made once for many texts: compares one sentence with all of them and keeps the best of each slot. */
export class TemplateIndex {
  private readonly all: readonly { readonly slot: number; readonly template: TemplateSentence }[];
  private readonly pairs: PairIndex;

  constructor(private readonly slots: readonly (readonly TemplateSentence[])[]) {
    this.all = slots.flatMap((sentences, slot) => sentences.map((template) => ({ slot, template })));
    this.pairs = new PairIndex(this.all.map(({ template }) => template.pairs));
  }

  /** The likeliest sentence of every slot; undefined where none is alike. */
  bestOf(sentence: Sentence): readonly (Alignment | undefined)[] {
    const best = new Array<Alignment | undefined>(this.slots.length).fill(undefined);
    if (sentence.mentions.length === 0) return best;
    const shared = this.pairs.sharedWith(sentence.pairs);
    for (const [index, { slot, template }] of this.all.entries()) {
      const count = shared[index] ?? 0;
      if (count === 0 || template.masked.length < SHORTEST) continue;
      const { both, covered } = likenessOf(count, sentence.pairs.size, template.pairs.size);
      const score = template.masked.includes(GAP) ? 0.75 * covered + 0.25 * both : 0.5 * covered + 0.5 * both;
      const before = best[slot]?.likeness ?? 0;
      if (score >= ALIKE && score > before + (template.stands ? 0 : 0.02)) best[slot] = { template, likeness: score };
    }
    return best;
  }
}

/** The choice of slots, never going back, with the greatest likeness in all. */
function inOrder(best: readonly (readonly (Alignment | undefined)[])[]): readonly (number | undefined)[] {
  const width = best[0]?.length ?? 0;
  const gains: Float64Array[] = [new Float64Array(width + 1)];
  for (const [index, row] of best.entries()) {
    const before = gains[index] ?? new Float64Array(width + 1);
    const now = new Float64Array(width + 1);
    for (let slot = 1; slot <= width; slot += 1) {
      const likely = row[slot - 1]?.likeness ?? 0;
      const taken = likely === 0 ? 0 : (before[slot] ?? 0) + likely * likely;
      now[slot] = Math.max(now[slot - 1] ?? 0, before[slot] ?? 0, taken);
    }
    gains.push(now);
  }
  const chosen = new Array<number | undefined>(best.length).fill(undefined);
  let slot = width;
  for (let index = best.length; index > 0; index -= 1) {
    const [now, before] = [gains[index], gains[index - 1]];
    if (now === undefined || before === undefined) break;
    while (slot > 0 && now[slot] === now[slot - 1]) slot -= 1;
    if (slot === 0) break;
    const likely = best[index - 1]?.[slot - 1]?.likeness ?? 0;
    if (likely > 0 && now[slot] === (before[slot] ?? 0) + likely * likely) chosen[index - 1] = slot - 1;
  }
  return chosen;
}

function nearest(chosen: readonly (number | undefined)[], index: number): number {
  for (let away = 1; away < chosen.length; away += 1) {
    const found = chosen[index - away] ?? chosen[index + away];
    if (found !== undefined) return found;
  }
  return 0;
}

/** A mention's claim by the template's sentence, and how alike the words around both are, from 0 to 1. */
export interface ClaimedMention {
  readonly claim: Claim | undefined;
  readonly likeness: number;
  /** The template's own mention. */
  readonly template: Mention;
}

/** Mentions whose surroundings are less alike than this are not the same. */
const NEAR = 0.3;

/** Pairs the mentions of a sentence with those of the template's, in order, by what stands around them. */
export function alignMentions(sentence: Sentence, template: TemplateSentence): readonly (ClaimedMention | undefined)[] {
  const [rows, columns] = [sentence.mentions, template.mentions];
  const alike = rows.map((one) => columns.map((other) => around(one, other)));
  const gains = rows.map(() => new Float64Array(columns.length + 1));
  gains.push(new Float64Array(columns.length + 1));
  for (let row = rows.length - 1; row >= 0; row -= 1) {
    for (let column = columns.length - 1; column >= 0; column -= 1) {
      const pair = alike[row]?.[column] ?? 0;
      const taken = pair < NEAR ? 0 : pair + (gains[row + 1]?.[column + 1] ?? 0);
      const line = gains[row];
      if (line !== undefined) {
        line[column] = Math.max(taken, gains[row + 1]?.[column] ?? 0, line[column + 1] ?? 0);
      }
    }
  }
  const found = new Array<ClaimedMention | undefined>(rows.length).fill(undefined);
  let [row, column] = [0, 0];
  while (row < rows.length && column < columns.length) {
    const pair = alike[row]?.[column] ?? 0;
    const now = gains[row]?.[column] ?? 0;
    const other = columns[column];
    if (pair >= NEAR && other !== undefined && now === pair + (gains[row + 1]?.[column + 1] ?? 0)) {
      found[row] = { claim: template.claims[column], likeness: pair, template: other };
      row += 1;
      column += 1;
    } else if (now === (gains[row + 1]?.[column] ?? 0)) row += 1;
    else column += 1;
  }
  return found;
}

function around(one: Mention, other: Mention): number {
  if (!sameKind(one, other)) return 0;
  const bothBegin = one.left === "" && other.left === "";
  const end = bothBegin
    ? 1
    : Math.min(1, sameEnd(one.left, other.left) / Math.max(1, Math.min(6, one.left.length, other.left.length)));
  const left = bothBegin ? 1 : 0.6 * end + 0.4 * likeness(pairsOf(one.left), pairsOf(other.left)).both;
  const wanted = Math.max(1, Math.min(3, other.right.length));
  const right = Math.min(1, sameBeginning(one.right, other.right) / wanted);
  return (0.75 * left + 0.25 * right) * (sameUnit(one, other) ? 1 : 0.8);
}

function sameKind(one: Mention, other: Mention): boolean {
  if (one.kind === "word" || other.kind === "word") return one.kind === other.kind;
  if (other.figure.kind === "percent" || one.figure.kind === "percent") return one.figure.kind === other.figure.kind;
  const [a, b] = [one.figure.kind, other.figure.kind];
  return (
    a === b ||
    a === "bare" ||
    (a === "count" && b === "amount") ||
    (a === "amount" && b === "count" && other.figure.unit === "")
  );
}

function sameUnit(one: Mention, other: Mention): boolean {
  return one.kind === "word" || other.kind === "word" || one.figure.unit === other.figure.unit;
}
