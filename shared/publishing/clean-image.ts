/**
 * A picture without what its makers wrote beside it: of PNG the text, time and Exif chunks, of JPEG the comments and the segments of
 * cameras and editing programs (Exif, XMP, paths). What is drawn stays bit for bit; other formats are left as they are.
 */
export function cleanImage(bytes: Uint8Array): Uint8Array {
  if (startsWith(bytes, PNG)) return cleanPng(bytes);
  return startsWith(bytes, JPEG) ? cleanJpeg(bytes) : bytes;
}

const PNG: readonly number[] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG: readonly number[] = [0xff, 0xd8, 0xff];

/** Chunks that say something about a PNG and draw nothing. */
const PNG_TEXTS: ReadonlySet<string> = new Set(["tEXt", "zTXt", "iTXt", "eXIf", "tIME"]);

/** Length, name and checksum around a chunk's data. */
const CHUNK_FRAME = 12;

function cleanPng(bytes: Uint8Array): Uint8Array {
  const kept = [bytes.subarray(0, PNG.length)];
  let at = PNG.length;
  while (at + CHUNK_FRAME <= bytes.length) {
    const end = at + CHUNK_FRAME + longAt(bytes, at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (end > bytes.length) break;
    if (!PNG_TEXTS.has(name)) kept.push(bytes.subarray(at, end));
    at = end;
    // What stands behind the end of the picture is no picture.
    if (name === "IEND") return joined(kept);
  }
  return bytes;
}

/** Segments of a JPEG: APP0 (JFIF), APP2 (colours) and APP14 (Adobe's colour transform) are needed to show it. */
const APP_FIRST = 0xe0;
const APP_LAST = 0xef;
const APP_KEPT: ReadonlySet<number> = new Set([0xe0, 0xe2, 0xee]);
const COMMENT = 0xfe;
const START_OF_SCAN = 0xda;

function cleanJpeg(bytes: Uint8Array): Uint8Array {
  const kept = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === START_OF_SCAN) return joined([...kept, bytes.subarray(at)]);
    const end = at + 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
    const isForeign = marker === COMMENT || (marker >= APP_FIRST && marker <= APP_LAST && !APP_KEPT.has(marker));
    if (!isForeign) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return bytes;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function longAt(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(at);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
