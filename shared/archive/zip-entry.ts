import { type Failure, failure } from "../failure.js";
import { type Result, refusal, success } from "../result.js";
import { inflateExactly, probeInflated } from "./inflate.js";
import type { Unpacking } from "./unpacking.js";
import { hasDoctype, isKnownEncoding, PROLOG_HEAD, xmlEncoding } from "./xml-encoding.js";
import type { ZipEntry } from "./zip-parts.js";

const STORED = 0;
const DEFLATED = 8;

/**
 * Inflates one entry and checks what comes out: size, CRC-32, and for XML its encoding and that no DOCTYPE stands in it.
 * Gives the inflated bytes, or nothing when they are not to be kept.
 */
export function checkEntry(entry: ZipEntry, keep: boolean, unpacking: Unpacking): Result<Uint8Array | undefined> {
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    return refusal(failure("workbook-unsupported", { part: entry.name, method: String(entry.method) }));
  }
  return keep || entry.method === STORED ? checkWhole(entry, unpacking) : checkInPassing(entry);
}

function checkWhole(entry: ZipEntry, unpacking: Unpacking): Result<Uint8Array> {
  const inflated = entry.method === STORED ? stored(entry) : unpacking.inflate(entry.packed, entry.size);
  if (typeof inflated === "string") return refusal(damaged(entry, inflated));
  if (unpacking.crc32(inflated) !== entry.crc) return refusal(damaged(entry, "crc"));
  const unfit = isXml(entry.name) ? refuseXml(entry, inflated) : undefined;
  return unfit === undefined ? success(inflated) : refusal(unfit);
}

function checkInPassing(entry: ZipEntry): Result<undefined> {
  const probe = probeInflated(entry.packed, entry.size, PROLOG_HEAD);
  if (typeof probe === "string") return refusal(damaged(entry, probe));
  if (probe.crc !== entry.crc) return refusal(damaged(entry, "crc"));
  if (!isXml(entry.name)) return success(undefined);
  const undecided = hasDoctype(probe.head) === undefined;
  const inflated = undecided ? inflateExactly(entry.packed, entry.size) : probe.head;
  const unfit = typeof inflated === "string" ? damaged(entry, inflated) : refuseXml(entry, inflated);
  return unfit === undefined ? success(undefined) : refusal(unfit);
}

function stored(entry: ZipEntry): Uint8Array | "longer" | "shorter" {
  if (entry.packed.length === entry.size) return entry.packed;
  return entry.packed.length > entry.size ? "longer" : "shorter";
}

/** Parts that programs read as XML, by the extensions that OPC packages use for it. */
function isXml(name: string): boolean {
  return /\.(xml|rels|vml)$/i.test(name);
}

function refuseXml(entry: ZipEntry, bytes: Uint8Array): Failure | undefined {
  const encoding = xmlEncoding(bytes);
  if (!isKnownEncoding(encoding)) return failure("workbook-unsupported", { part: entry.name, encoding });
  return hasDoctype(bytes) === true ? failure("workbook-doctype", { part: entry.name }) : undefined;
}

function damaged(entry: ZipEntry, problem: string): Failure {
  return failure("workbook-damaged", { part: entry.name, problem });
}
