const CHUNK = 256;

type Chunk<Item> = readonly (Item | undefined)[];

/**
 * An array that is never changed: {@link Vector.with} gives another one that shares all chunks not touched. It holds one
 * entry per cell (or per rule comparison), so that an edit of one figure costs the same at a hundred times the usual size.
 */
export class Vector<Item> {
  private constructor(
    readonly size: number,
    private readonly chunks: readonly Chunk<Item>[],
  ) {}

  /** All entries from a list; entries may be undefined. */
  static from<Item>(items: readonly (Item | undefined)[]): Vector<Item> {
    const chunks: Chunk<Item>[] = [];
    for (let start = 0; start < items.length; start += CHUNK) chunks.push(items.slice(start, start + CHUNK));
    return new Vector(items.length, chunks);
  }

  /** The entry, or undefined where there is none or the index is outside. */
  at(index: number): Item | undefined {
    return this.chunks[Math.floor(index / CHUNK)]?.[index % CHUNK];
  }

  /** Another vector with these entries replaced; an index outside is a defect and throws. */
  with(changes: ReadonlyMap<number, Item | undefined>): Vector<Item> {
    if (changes.size === 0) return this;
    const chunks = this.chunks.slice();
    const fresh = new Map<number, (Item | undefined)[]>();
    for (const [index, item] of changes) {
      if (index < 0 || index >= this.size) throw new RangeError(`no entry ${index} of ${this.size}`);
      const at = Math.floor(index / CHUNK);
      const chunk = fresh.get(at) ?? (chunks[at] ?? []).slice();
      chunk[index % CHUNK] = item;
      fresh.set(at, chunk);
      chunks[at] = chunk;
    }
    return new Vector(this.size, chunks);
  }

  /** Every filled entry with its index, in order. */
  *filled(): Generator<readonly [number, Item]> {
    for (const [at, chunk] of this.chunks.entries()) {
      for (let within = 0; within < chunk.length; within += 1) {
        const item = chunk[within];
        if (item !== undefined) yield [at * CHUNK + within, item];
      }
    }
  }
}
