import { crc32 } from "./crc32.js";
import { inflateExactly, type InflateProblem } from "./inflate.js";

/** How an entry held in memory is inflated and its checksum computed. What a process brings along is faster than what the program brings. */
export interface Unpacking {
  /** Inflates raw deflate data that must give exactly `size` bytes, as {@link inflateExactly} does. */
  inflate(packed: Uint8Array, size: number): Uint8Array | InflateProblem;
  /** The CRC-32 of bytes as zip files store it, as an unsigned number. */
  crc32(bytes: Uint8Array): number;
}

/** The program's own way, which works everywhere. */
export const OWN_UNPACKING: Unpacking = { inflate: inflateExactly, crc32: (bytes) => crc32(bytes) };

/**
 * A process's own way, made safe: `inflate` gives at most `size` bytes and throws where it cannot. Whatever it does not give exactly
 * is inflated again by the program's own way, so that both refuse the same data for the same reason.
 */
export function unpackingBy(
  inflate: (packed: Uint8Array, size: number) => Uint8Array,
  checksum: (bytes: Uint8Array) => number,
): Unpacking {
  return {
    inflate(packed, size) {
      try {
        const inflated = inflate(packed, size);
        if (inflated.length === size) return inflated;
      } catch {
        // What is wrong is told by the program's own way below.
      }
      return inflateExactly(packed, size);
    },
    crc32: checksum,
  };
}
