import { Inflate, inflateSync } from "fflate";
import { crc32 } from "./crc32.js";

/** What is wrong with deflated data that was announced to inflate to a certain size. */
export type InflateProblem = "corrupt" | "longer" | "shorter";

/** Deflate cannot make more than 1,032 bytes out of one. */
const MOST_FROM_ONE_BYTE = 1032;

/** The most that may be inflated beyond the announced size before the lie is noticed. */
const OVERRUN = 64 * 1024 * 1024;

/** Compressed bytes inflated at a time when each piece must be looked at before the next: at most 17 MB come out. */
const PIECE = 16 * 1024;

/** Inflates raw deflate data that must give exactly `size` bytes, no more and no less. Costs no memory beyond a size that lies. */
export function inflateExactly(packed: Uint8Array, size: number): Uint8Array | InflateProblem {
  if (packed.length * MOST_FROM_ONE_BYTE > size + OVERRUN) return inflateWatched(packed, size);
  const inflated = wholly(packed, size);
  if (typeof inflated === "string" || inflated.length === size) return inflated;
  return inflated.length > size ? "longer" : "shorter";
}

/** What is known of inflated data that was not kept. */
export interface InflateProbe {
  readonly crc: number;
  /** Its first bytes, or all of them when there are no more. */
  readonly head: Uint8Array;
}

/** Inflates as {@link inflateExactly} does, but keeps no more than the first `headSize` bytes. */
export function probeInflated(packed: Uint8Array, size: number, headSize: number): InflateProbe | InflateProblem {
  const head = new Uint8Array(Math.min(headSize, size));
  let crc = 0;
  const problem = inPieces(packed, size, (piece, at) => {
    crc = crc32(piece, crc);
    if (at < head.length) head.set(piece.subarray(0, head.length - at), at);
  });
  return problem ?? { crc, head };
}

function inflateWatched(packed: Uint8Array, size: number): Uint8Array | InflateProblem {
  const inflated = new Uint8Array(size);
  const problem = inPieces(packed, size, (piece, at) => {
    inflated.set(piece, at);
  });
  return problem ?? inflated;
}

/** One byte of room beyond the size tells data that is longer; fflate drops what has no room. */
function wholly(packed: Uint8Array, size: number): Uint8Array | InflateProblem {
  try {
    return inflateSync(packed, { out: new Uint8Array(size + 1) });
  } catch (thrown) {
    return thrown instanceof RangeError ? "longer" : "corrupt";
  }
}

function inPieces(
  packed: Uint8Array,
  size: number,
  onPiece: (piece: Uint8Array, at: number) => void,
): InflateProblem | undefined {
  let at = 0;
  const stream = new Inflate((piece) => {
    if (at + piece.length <= size) onPiece(piece, at);
    at += piece.length;
  });
  for (let from = 0; from === 0 || from < packed.length; from += PIECE) {
    try {
      stream.push(packed.subarray(from, from + PIECE), from + PIECE >= packed.length);
    } catch {
      return "corrupt";
    }
    if (at > size) return "longer";
  }
  return at < size ? "shorter" : undefined;
}
