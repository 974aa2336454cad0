import { zipSync, type Zippable } from "fflate/browser";

/** Any fixed time does; zips cannot say none. Read and written as local time, so the bytes do not depend on the zone. */
const FIXED_TIME = "2020-01-01T12:00:00";

/**
 * Writes a zip from nothing: no comment, no extra field, no system's mark, one fixed time. The same parts in the same order give the
 * same bytes; readers that stream expect an office package's content types first.
 */
export function writeZip(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const zip: Zippable = {};
  for (const [name, bytes] of parts) zip[name] = bytes;
  return zipSync(zip, { level: 6, mtime: FIXED_TIME, os: 0 });
}
