import { type Failure, failure } from "../failure.js";
import { type Result, refusal, success } from "../result.js";
import { OWN_UNPACKING, type Unpacking } from "./unpacking.js";
import { refuseByFirstBytes } from "./file-kind.js";
import { type DirectoryRecord, readDirectory } from "./zip-directory.js";
import { checkEntry } from "./zip-entry.js";
import { locateEntries } from "./zip-layout.js";
import { type ZipEntry, type ZipParts, zipParts } from "./zip-parts.js";

export type { ZipParts } from "./zip-parts.js";

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

/** Entries that inflate to no more than this are not measured by their ratio: small XML repeats itself a lot. */
const RATIO_FROM = 1_000_000;

/**
 * How much inflated data is kept between the check and its use. What goes beyond is checked, dropped, and inflated again
 * when asked for, so that a file full of large parts costs time and not memory.
 */
const KEPT = 64 * 1024 * 1024;

/**
 * Lets a zip in, or says why not. Everything is checked before it returns: sizes, counts and ratios from the central
 * directory before anything is inflated, inflating under a hard cap, CRC-32 of every entry, local headers against the
 * central directory, overlaps, encryption, names that leave the package, DOCTYPE in any XML part. `unpacking` is the process's own
 * way of inflating, where it has a faster one.
 */
export function openZip(
  bytes: Uint8Array,
  limits: Partial<GateLimits> = {},
  unpacking: Unpacking = OWN_UNPACKING,
): Result<ZipParts> {
  const allowed = { ...DEFAULT_LIMITS, ...limits };
  const kind = refuseByFirstBytes(bytes);
  if (kind !== undefined) return refusal(kind);
  if (bytes.length > allowed.maxFile) {
    return refusal(failure("file-too-large", { size: String(bytes.length), limit: String(allowed.maxFile) }));
  }
  const directory = readDirectory(bytes, allowed.maxEntries);
  if (!directory.ok) return directory;
  const { records } = directory.value;
  const unfit = refuseNames(records) ?? refuseSizes(records, allowed);
  if (unfit !== undefined) return refusal(unfit);
  const located = locateEntries(bytes, directory.value);
  return located.ok ? checkAll(located.value, unpacking) : located;
}

function checkAll(entries: readonly ZipEntry[], unpacking: Unpacking): Result<ZipParts> {
  const kept = new Map<ZipEntry, Uint8Array>();
  let keptSize = 0;
  for (const entry of entries) {
    const keep = keptSize + entry.size <= KEPT;
    const checked = checkEntry(entry, keep, unpacking);
    if (!checked.ok) return checked;
    if (!keep || checked.value === undefined) continue;
    kept.set(entry, checked.value);
    keptSize += entry.size;
  }
  return success(zipParts(entries, kept));
}

/** Names that would leave the folder they are unpacked into, and names that occur twice (OPC does not tell A from a). */
function refuseNames(records: readonly DirectoryRecord[]): Failure | undefined {
  const seen = new Set<string>();
  for (const { name } of records) {
    const leaves = /^[/\\]|^[A-Za-z]:|\0/.test(name) || name.split(/[/\\]/).includes("..");
    const key = name.toLowerCase();
    if (leaves || name === "") return failure("workbook-damaged", { part: name, problem: "name" });
    if (seen.has(key)) return failure("workbook-damaged", { part: name, problem: "twice" });
    seen.add(key);
  }
  return undefined;
}

function refuseSizes(records: readonly DirectoryRecord[], allowed: GateLimits): Failure | undefined {
  let total = 0;
  for (const { name, size, packedSize } of records) {
    if (size > allowed.maxEntry) return bomb("entry", size, allowed.maxEntry, name);
    const ratio = size / Math.max(packedSize, 1);
    if (size > RATIO_FROM && ratio > allowed.maxRatio) return bomb("ratio", Math.floor(ratio), allowed.maxRatio, name);
    total += size;
    if (total > allowed.maxTotal) return bomb("total", total, allowed.maxTotal, name);
  }
  return undefined;
}

function bomb(measure: string, size: number, limit: number, part: string): Failure {
  return failure("workbook-bomb", { part, measure, size: String(size), limit: String(limit) });
}
