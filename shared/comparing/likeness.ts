/** The pairs of neighbouring characters of a text, with how often each occurs. */
export type Pairs = ReadonlyMap<string, number>;

/** Counts the pairs of a text. */
export function pairsOf(text: string): Pairs {
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** How much of two texts is the same, from 0 to 1, and how much of the second one is found in the first. */
export function likeness(one: Pairs, other: Pairs): { readonly both: number; readonly covered: number } {
  const [ones, others] = [sizeOf(one), sizeOf(other)];
  if (ones === 0 || others === 0) return { both: 0, covered: 0 };
  let shared = 0;
  for (const [pair, count] of one) shared += Math.min(count, other.get(pair) ?? 0);
  return { both: (2 * shared) / (ones + others), covered: shared / others };
}

function sizeOf(pairs: Pairs): number {
  let size = 0;
  for (const count of pairs.values()) size += count;
  return size;
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
