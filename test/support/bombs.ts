import { constants, deflateRawSync } from "node:zlib";
import { crc32 } from "../../shared/archive/crc32.js";
import type { RawEntry } from "./raw-zip.js";

/** A million bytes, the measure of these files. */
export const MB = 1_000_000;

/**
 * Deflated data that inflates to so many million blanks, made without ever holding them: a deflated million ends on a
 * whole byte and does not look back, so it can be repeated.
 */
export function packedBlanks(millions: number): Uint8Array {
  const million = deflateRawSync(Buffer.alloc(MB, " "), { finishFlush: constants.Z_FULL_FLUSH });
  const lastBlock = deflateRawSync(Buffer.alloc(0));
  return Buffer.concat([...Array.from({ length: millions }, () => million), lastBlock]);
}

/**
 * An entry of true headers that inflates to a start and then a text over and over, so many million bytes of it. Between
 * the texts stand comments without pattern, so that the ratio looks like that of an ordinary part.
 */
export function repeatedText(name: string, start: string, text: string, millions: number): RawEntry {
  const piece = (index: number): string => `${text}<!--${Buffer.from(noise(24, index)).toString("base64")}-->`;
  const million = Buffer.from(
    Array.from({ length: Math.ceil(MB / piece(0).length) }, (_, index) => piece(index)).join(""),
  );
  const flush = { finishFlush: constants.Z_FULL_FLUSH };
  const repeated = deflateRawSync(million, flush);
  const packed = [deflateRawSync(Buffer.from(start), flush), ...Array.from({ length: millions }, () => repeated)];
  let crc = crc32(Buffer.from(start));
  for (let count = 0; count < millions; count++) crc = crc32(million, crc);
  const size = start.length + million.length * millions;
  return { name, data: "", packed: Buffer.concat([...packed, deflateRawSync(Buffer.alloc(0))]), both: { size, crc } };
}

/** An entry that inflates to so many million blanks and says so. */
export function blanks(name: string, millions: number): RawEntry {
  return { name, data: "", packed: packedBlanks(millions), both: { size: millions * MB } };
}

/** An entry like {@link blanks} whose compressed size is padded, so that its ratio looks harmless. */
export function paddedBlanks(name: string, millions: number): RawEntry {
  const packed = packedBlanks(millions);
  const padding = Buffer.alloc(Math.max(0, Math.ceil((millions * MB) / 150) - packed.length));
  return { name, data: "", packed: Buffer.concat([packed, padding]), both: { size: millions * MB } };
}

/** Bytes without pattern, the same at every run. */
export function noise(length: number, seed = 42): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state >>> 16;
  });
}
