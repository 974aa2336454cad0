/** The pairs of neighbouring characters of a text; a pair that occurs again is told apart by its number. */
export type Pairs = ReadonlySet<string>;

/** Collects the pairs of a text. */
export function pairsOf(text: string): Pairs {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    let numbered = pair;
    for (let time = 2; pairs.has(numbered); time += 1) numbered = `${pair}${time}`;
    pairs.add(numbered);
  }
  return pairs;
}

/** How much of two texts is the same, and how much of the second one is found in the first; both from 0 to 1. */
export interface Likeness {
  readonly both: number;
  readonly covered: number;
}

/** Compares two texts by their pairs. */
export function likeness(one: Pairs, other: Pairs): Likeness {
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared += 1;
  return likenessOf(shared, one.size, other.size);
}

/** The likeness of two texts of so many pairs, of which so many are the same. */
export function likenessOf(shared: number, one: number, other: number): Likeness {
  if (one === 0 || other === 0) return { both: 0, covered: 0 };
  return { both: (2 * shared) / (one + other), covered: shared / other };
}

/** Which of many texts hold each pair, so that one text is compared with all of them at once. */
export class PairIndex {
  private readonly holders = new Map<string, number[]>();

  constructor(private readonly texts: readonly Pairs[]) {
    for (const [index, pairs] of texts.entries()) {
      for (const pair of pairs) {
        const known = this.holders.get(pair);
        if (known === undefined) this.holders.set(pair, [index]);
        else known.push(index);
      }
    }
  }

  /** How many pairs each of the texts shares with this one. */
  sharedWith(pairs: Pairs): Uint16Array {
    const counts = new Uint16Array(this.texts.length);
    for (const pair of pairs) {
      for (const index of this.holders.get(pair) ?? []) counts[index] = (counts[index] ?? 0) + 1;
    }
    return counts;
  }
}

/** How many characters of two texts agree from their ends backwards. */
export function sameEnd(one: string, other: string): number {
  let count = 0;
  while (count < one.length && count < other.length && one.at(-1 - count) === other.at(-1 - count)) count += 1;
  return count;
}

/** How many characters of two texts agree from their beginnings on. */
export function sameBeginning(one: string, other: string): number {
  let count = 0;
  while (count < one.length && count < other.length && one.charAt(count) === other.charAt(count)) count += 1;
  return count;
}
