import { Inflate, inflateSync } from "fflate/browser";
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

/**
 * Inflates piece by piece, for data too large to be held whole. Ends with what is wrong, if anything is; what comes
 * beyond the announced size is not given out.
 */
export function* inflatedPieces(packed: Uint8Array, size: number): Generator<Uint8Array, InflateProblem | undefined> {
  const found: Uint8Array[] = [];
  const stream = new Inflate((piece) => {
    found.push(piece);
  });
  let given = 0;
  for (let from = 0; from === 0 || from < packed.length; from += PIECE) {
    try {
      stream.push(packed.subarray(from, from + PIECE), from + PIECE >= packed.length);
    } catch {
      return "corrupt";
    }
    for (const piece of found.splice(0)) {
      given += piece.length;
      if (given > size) return "longer";
      yield piece;
    }
  }
  return given < size ? "shorter" : undefined;
}

/** Inflates as {@link inflateExactly} does, but keeps no more than the first `headSize` bytes. */
export function probeInflated(packed: Uint8Array, size: number, headSize: number): InflateProbe | InflateProblem {
  const head = new Uint8Array(Math.min(headSize, size));
  let crc = 0;
  let at = 0;
  const pieces = inflatedPieces(packed, size);
  let step = pieces.next();
  for (; step.done !== true; step = pieces.next()) {
    crc = crc32(step.value, crc);
    if (at < head.length) head.set(step.value.subarray(0, head.length - at), at);
    at += step.value.length;
  }
  return step.value ?? { crc, head };
}

function inflateWatched(packed: Uint8Array, size: number): Uint8Array | InflateProblem {
  const inflated = new Uint8Array(size);
  let at = 0;
  const pieces = inflatedPieces(packed, size);
  let step = pieces.next();
  for (; step.done !== true; step = pieces.next()) {
    inflated.set(step.value, at);
    at += step.value.length;
  }
  return step.value ?? inflated;
}

/** One byte of room beyond the size tells data that is longer; fflate drops what has no room. */
function wholly(packed: Uint8Array, size: number): Uint8Array | InflateProblem {
  try {
    return inflateSync(packed, { out: new Uint8Array(size + 1) });
  } catch (thrown) {
    return thrown instanceof RangeError ? "longer" : "corrupt";
  }
}
