import type { Result } from "../result.js";

/** What a file may cost before it is refused. Sizes in bytes. */
export interface GateLimits {
  /** The file itself. */
  readonly maxFile: number;
  /** Entries in the zip, directories included. */
  readonly maxEntries: number;
  /** One inflated entry. */
  readonly maxEntry: number;
  /** All inflated entries together. */
  readonly maxTotal: number;
  /** Inflated size ÷ compressed size of an entry that inflates to more than 1 MB. */
  readonly maxRatio: number;
}

/** The limits for files that users open: far above any real workbook of public tables, far below what hurts a small PC. */
export const DEFAULT_LIMITS: GateLimits = {
  maxFile: 50_000_000,
  maxEntries: 2_000,
  maxEntry: 100_000_000,
  maxTotal: 200_000_000,
  maxRatio: 200,
};

/** One entry of a zip whose headers, size and checksum were found right. */
export interface ZipEntry {
  /** The name as stored, with `/` between folders. */
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: 0 | 8;
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
  /** All entries in the order of the central directory. */
  readonly entries: readonly ZipEntry[];
  /** The entries' names, same order. */
  readonly names: readonly string[];
  /** Whether there is such a part. Names are compared exactly, then without regard to upper and lower case (as OPC does). */
  has(name: string): boolean;
  /** The entry of a part, or undefined. */
  entry(name: string): ZipEntry | undefined;
  /** The inflated bytes of a part, or undefined when there is none. Not to be changed. */
  bytes(name: string): Uint8Array | undefined;
  /**
   * The text of a part, or undefined when there is none. UTF-16 parts are decoded and their XML declaration then says
   * UTF-8, so that the text may be written back as UTF-8. Bytes that are no text become U+FFFD.
   */
  text(name: string): string | undefined;
}

/**
 * Lets a zip in, or says why not. Everything is checked before it returns: sizes, counts and ratios from the central
 * directory before anything is inflated, inflating under a hard cap, CRC-32 of every entry, local headers against the
 * central directory, overlaps, encryption, names that leave the package, DOCTYPE in any XML part.
 */
export function openZip(bytes: Uint8Array, limits: Partial<GateLimits> = {}): Result<ZipParts> {
  throw new Error(`not built yet: ${bytes.length} ${JSON.stringify(limits)}`);
}
