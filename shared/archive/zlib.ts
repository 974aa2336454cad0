import { unzlibSync, zlibSync } from "fflate/browser";

/** One level for all, so that the same content gives the same bytes. */
const LEVEL = 6;

/** Unpacks a stream in zlib's wrapping, as PDFs hold them; undefined when it is no such stream. Only for files of our own making. */
export function unpackZlib(packed: Uint8Array): Uint8Array | undefined {
  try {
    return unzlibSync(packed);
  } catch {
    return undefined;
  }
}

/** Packs a stream in zlib's wrapping. */
export function packZlib(bytes: Uint8Array): Uint8Array {
  return zlibSync(bytes, { level: LEVEL });
}
