const CHUNK = 256;

type Chunk<Item> = readonly (Item | undefined)[];

/** Stands for every chunk without a filled entry. */
const BLANK: readonly never[] = [];

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
    for (let start = 0; start < items.length; start += CHUNK) {
      const chunk = items.slice(start, start + CHUNK);
      chunks.push(isBlank(chunk) ? BLANK : chunk);
    }
    return new Vector(items.length, chunks);
  }

  /** A vector with nothing in it. */
  static blank<Item>(size: number): Vector<Item> {
    return new Vector(size, new Array<Chunk<Item>>(Math.ceil(size / CHUNK)).fill(BLANK));
  }

  /** A vector that says which indexes are meant. */
  static marking(size: number, indexes: readonly number[]): Vector<true> {
    const marks = new Array<true | undefined>(size).fill(undefined);
    for (const index of indexes) marks[index] = true;
    return Vector.from(marks);
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
      const chunk = fresh.get(at) ?? filledOut(chunks[at] ?? BLANK);
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

  /** Every filled entry, in order. */
  items(): readonly Item[] {
    const items: Item[] = [];
    for (const chunk of this.chunks) for (const item of chunk) if (item !== undefined) items.push(item);
    return items;
  }

  /** The indexes of all filled entries, in order. */
  indexes(): readonly number[] {
    return Array.from(this.filled(), ([index]) => index);
  }

  /** The indexes at which this vector and an earlier one of the same size hold different things. */
  differences(earlier: Vector<Item>): readonly number[] {
    const indexes: number[] = [];
    for (let at = 0; at < this.chunks.length; at += 1) {
      const [now, then] = [this.chunks[at] ?? BLANK, earlier.chunks[at] ?? BLANK];
      if (now === then) continue;
      const end = Math.max(now.length, then.length);
      for (let within = 0; within < end; within += 1) {
        if (now[within] !== then[within]) indexes.push(at * CHUNK + within);
      }
    }
    return indexes;
  }
}

function isBlank(chunk: Chunk<unknown>): boolean {
  return chunk.every((item) => item === undefined);
}

/** A copy with room for every entry. */
function filledOut<Item>(chunk: Chunk<Item>): (Item | undefined)[] {
  return chunk.length === 0 ? new Array<Item | undefined>(CHUNK).fill(undefined) : chunk.slice();
}
