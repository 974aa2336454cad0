import { inflateExactly, inflatedPieces } from "./inflate.js";
import { decodeXml } from "./xml-encoding.js";

const STORED = 0;

/** One entry of a zip whose headers, size and checksum were found right. */
export interface ZipEntry {
  /** The name as stored, with `/` between folders. */
  readonly name: string;
  /** 0 stored, 8 deflated; others are refused. */
  readonly method: number;
  /** The general purpose flags of the central directory. */
  readonly flags: number;
  /** DOS date and time as stored: date in the high 16 bits. */
  readonly modified: number;
  readonly crc: number;
  /** Bytes inflated. */
  readonly size: number;
  /** The bytes as they stand in the file, still compressed: what a writer copies when nothing changed. */
  readonly packed: Uint8Array;
}

/** The parts of a zip that has passed the gate. Nothing here can fail any more. */
export interface ZipParts {
  /** All entries in the order of the central directory, folders included. */
  readonly entries: readonly ZipEntry[];
  /** The entries' names, same order. */
  readonly names: readonly string[];
  /** Whether there is such a part. Names are compared exactly, then without regard to upper and lower case (as OPC does). */
  has(name: string): boolean;
  /** The entry of a part, or undefined. */
  entry(name: string): ZipEntry | undefined;
  /** The inflated bytes of a part, or undefined when there is none. Not to be changed. */
  bytes(name: string): Uint8Array | undefined;
  /** The same bytes piece by piece, for parts that may be too large to be held whole. */
  pieces(name: string): Iterable<Uint8Array> | undefined;
  /**
   * The text of a part, or undefined when there is none. UTF-16 parts are decoded and their XML declaration then says
   * UTF-8, so that the text may be written back as UTF-8. Bytes that are no text become U+FFFD.
   */
  text(name: string): string | undefined;
}

/** Makes the parts of checked entries. An entry whose bytes were not kept is inflated again whenever it is asked for. */
export function zipParts(entries: readonly ZipEntry[], kept: ReadonlyMap<ZipEntry, Uint8Array>): ZipParts {
  const exact = new Map(entries.map((entry) => [entry.name, entry]));
  const folded = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const find = (name: string): ZipEntry | undefined => exact.get(name) ?? folded.get(name.toLowerCase());
  const bytes = (name: string): Uint8Array | undefined => {
    const entry = find(name);
    return entry === undefined ? undefined : (kept.get(entry) ?? inflateChecked(entry));
  };
  return {
    entries,
    names: entries.map((entry) => entry.name),
    has: (name) => find(name) !== undefined,
    entry: find,
    bytes,
    pieces: (name) => {
      const entry = find(name);
      if (entry === undefined) return undefined;
      const whole = entry.method === STORED ? entry.packed : kept.get(entry);
      return whole === undefined ? inflatedPieces(entry.packed, entry.size) : [whole];
    },
    text: (name) => {
      const found = bytes(name);
      return found === undefined ? undefined : decodeXml(found);
    },
  };
}

function inflateChecked(entry: ZipEntry): Uint8Array {
  if (entry.method === STORED) return entry.packed;
  const inflated = inflateExactly(entry.packed, entry.size);
  if (typeof inflated === "string") throw new Error(`entry changed after it was checked: ${entry.name}`);
  return inflated;
}
