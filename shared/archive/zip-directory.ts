import { type Failure, failure } from "../failure.js";
import { type Result, refusal, success } from "../result.js";
import { ByteView } from "./byte-view.js";
import { exactText } from "./xml-encoding.js";

/** One record of a zip's central directory, not yet compared with anything else in the file. */
export interface DirectoryRecord {
  /** `/` between folders, as stored. */
  readonly name: string;
  /** The name's bytes, to compare with the local header. */
  readonly nameBytes: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly modified: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where the local header begins. */
  readonly offset: number;
}

/** The central directory: its records in stored order, and where it begins, which no entry may pass. */
export interface ZipDirectory {
  readonly records: readonly DirectoryRecord[];
  readonly start: number;
}

/** In 32-bit fields this value says: look into the zip64 fields. */
export const SEE_ZIP64 = 0xffff_ffff;

/** The id of the extra field with 64-bit sizes. */
const ZIP64_EXTRA = 1;

const END = 0x0605_4b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const ZIP64_LOCATOR = 0x0706_4b50;
const ZIP64_LOCATOR_LENGTH = 20;
const ZIP64_END = 0x0606_4b50;
const ZIP64_END_LENGTH = 56;
const RECORD = 0x0201_4b50;
const RECORD_LENGTH = 46;

interface EndRecord {
  readonly count: number;
  readonly size: number;
  readonly start: number;
  /** Where the end records begin; the directory must end there. */
  readonly at: number;
}

/** Reads the central directory of a zip (APPNOTE 4.3.12 to 4.3.16, zip64 included); more than `maxEntries` records are refused. */
export function readDirectory(bytes: Uint8Array, maxEntries: number): Result<ZipDirectory> {
  const view = new ByteView(bytes);
  const end = findEnd(view);
  if (end === "none") return refusal(failure("workbook-truncated"));
  if (end === "not last" || end.start + end.size !== end.at) return refusal(damagedDirectory());
  if (end.count > maxEntries) return refusal(tooManyEntries(end.count, maxEntries));
  const records: DirectoryRecord[] = [];
  let at = end.start;
  while (at < end.at) {
    const record = recordAt(view, at, end.at);
    if (record === undefined) return refusal(damagedDirectory());
    if (records.length >= maxEntries) return refusal(tooManyEntries(records.length + 1, maxEntries));
    records.push(record.record);
    at = record.next;
  }
  if (records.length !== end.count) return refusal(damagedDirectory());
  return success({ records, start: end.start });
}

/** The 64-bit values of a zip64 extra field in their stored order; none when there is no such field. */
export function zip64Values(view: ByteView, from: number, to: number): readonly number[] {
  for (let at = from; at + 4 <= to;) {
    const length = view.u16(at + 2);
    if (view.u16(at) === ZIP64_EXTRA) {
      const last = Math.min(at + 4 + length, to) - 8;
      const values: number[] = [];
      for (let place = at + 4; place <= last; place += 8) values.push(view.u64(place));
      return values;
    }
    at += 4 + length;
  }
  return [];
}

/** The end record stands last, but for a comment of the length it tells; something behind it makes the file ambiguous. */
function findEnd(view: ByteView): EndRecord | "none" | "not last" {
  const lowest = Math.max(0, view.length - END_LENGTH - LONGEST_COMMENT);
  let seen = false;
  for (let at = view.length - END_LENGTH; at >= lowest; at--) {
    if (view.u32(at) !== END) continue;
    seen = true;
    if (at + END_LENGTH + view.u16(at + 20) !== view.length) continue;
    const narrow = { count: view.u16(at + 10), size: view.u32(at + 12), start: view.u32(at + 16), at };
    return zip64End(view, at) ?? narrow;
  }
  return seen ? "not last" : "none";
}

/**
 * The zip64 end record, when the ordinary one has a locator before it. A record that is not there, or that contradicts the
 * ordinary one, gives a directory that can end nowhere.
 */
function zip64End(view: ByteView, endAt: number): EndRecord | undefined {
  const locator = endAt - ZIP64_LOCATOR_LENGTH;
  if (locator < 0 || view.u32(locator) !== ZIP64_LOCATOR) return undefined;
  const at = view.u64(locator + 8);
  const wide = { count: view.u64(at + 32), size: view.u64(at + 40), start: view.u64(at + 48), at };
  const there = at + ZIP64_END_LENGTH <= locator && view.u32(at) === ZIP64_END;
  const agrees = (narrow: number, most: number, value: number): boolean => narrow === most || narrow === value;
  const agreed =
    agrees(view.u16(endAt + 10), 0xffff, wide.count) &&
    agrees(view.u32(endAt + 12), SEE_ZIP64, wide.size) &&
    agrees(view.u32(endAt + 16), SEE_ZIP64, wide.start);
  return there && agreed ? wide : { count: 0, size: 0, start: 0, at: -1 };
}

function recordAt(view: ByteView, at: number, end: number): { record: DirectoryRecord; next: number } | undefined {
  if (at + RECORD_LENGTH > end || view.u32(at) !== RECORD) return undefined;
  const nameEnd = at + RECORD_LENGTH + view.u16(at + 28);
  const extraEnd = nameEnd + view.u16(at + 30);
  const next = extraEnd + view.u16(at + 32);
  if (next > end) return undefined;
  const wide = zip64Values(view, nameEnd, extraEnd).values();
  const field = (value: number): number => (value === SEE_ZIP64 ? (wide.next().value ?? value) : value);
  const size = field(view.u32(at + 24));
  const packedSize = field(view.u32(at + 20));
  const offset = field(view.u32(at + 42));
  const flags = view.u16(at + 8);
  const nameBytes = view.bytes(at + RECORD_LENGTH, nameEnd);
  const rest = { method: view.u16(at + 10), modified: view.u32(at + 12), crc: view.u32(at + 16) };
  return { record: { name: entryName(nameBytes), nameBytes, flags, ...rest, packedSize, size, offset }, next };
}

/** OPC names are ASCII. Others are UTF-8, whatever their flag says, or at least stay different from each other. */
function entryName(bytes: Uint8Array): string {
  return exactText(bytes, "utf-8") ?? new TextDecoder("latin1").decode(bytes);
}

function damagedDirectory(): Failure {
  return failure("workbook-damaged", { problem: "directory" });
}

function tooManyEntries(count: number, limit: number): Failure {
  return failure("workbook-bomb", { measure: "entries", size: String(count), limit: String(limit) });
}
