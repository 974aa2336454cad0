import { type Failure, failure } from "../failure.js";
import { type Result, refusal, success } from "../result.js";
import { ByteView } from "./byte-view.js";
import { type DirectoryRecord, SEE_ZIP64, type ZipDirectory, zip64Values } from "./zip-directory.js";
import type { ZipEntry } from "./zip-parts.js";

const LOCAL = 0x0403_4b50;
const LOCAL_LENGTH = 30;
const DESCRIPTOR = 0x0807_4b50;

/** Flag bit 3: sizes and CRC follow the data in a descriptor, the local header may leave them 0. */
const SIZES_FOLLOW = 0x0008;

/** Flag bits 0, 6 and 13: the entry's data or headers are encrypted. */
const ENCRYPTED = 0x2041;

/** The method number of AES-encrypted entries. */
const AES = 99;

/** Where an entry's bytes lie in the file. */
interface Extent {
  readonly entry: ZipEntry;
  /** Where its local header begins. */
  readonly start: number;
  /** Behind the data and its descriptor. */
  readonly end: number;
}

/**
 * Compares every local header with the central directory and finds the entries' packed bytes, in the directory's order.
 * Refuses encrypted entries, headers that contradict each other, and entries that overlap one another or the directory:
 * a bomb may use the same bytes many times.
 */
export function locateEntries(bytes: Uint8Array, directory: ZipDirectory): Result<readonly ZipEntry[]> {
  const view = new ByteView(bytes);
  const extents: Extent[] = [];
  for (const record of directory.records) {
    const extent = extentOf(view, record, directory.start);
    if ("code" in extent) return refusal(extent);
    extents.push(extent);
  }
  const overlapping = firstOverlap(extents);
  if (overlapping !== undefined)
    return refusal(failure("workbook-damaged", { part: overlapping.name, problem: "overlap" }));
  return success(extents.map((extent) => extent.entry));
}

function extentOf(view: ByteView, record: DirectoryRecord, directoryStart: number): Extent | Failure {
  const damaged = failure("workbook-damaged", { part: record.name, problem: "header" });
  const at = record.offset;
  if (at + LOCAL_LENGTH > directoryStart || view.u32(at) !== LOCAL) return damaged;
  const flags = view.u16(at + 6);
  const method = view.u16(at + 8);
  if (((flags | record.flags) & ENCRYPTED) !== 0 || method === AES || record.method === AES) {
    return failure("encrypted-workbook", { part: record.name });
  }
  const nameEnd = at + LOCAL_LENGTH + view.u16(at + 26);
  const dataStart = nameEnd + view.u16(at + 28);
  const dataEnd = dataStart + record.packedSize;
  if (dataEnd > directoryStart || method !== record.method) return damaged;
  if (!sameBytes(view.bytes(at + LOCAL_LENGTH, nameEnd), record.nameBytes)) return damaged;
  const follow = (flags & SIZES_FOLLOW) !== 0;
  if (!sizesAgree(view, record, nameEnd, dataStart, follow)) return damaged;
  const end = follow ? descriptorEnd(view, record, dataEnd) : dataEnd;
  if (end === undefined || end > directoryStart) return damaged;
  const { name, modified, crc, size } = record;
  const packed = view.bytes(dataStart, dataEnd);
  return { entry: { name, method, flags: record.flags, modified, crc, size, packed }, start: at, end };
}

/** Local CRC and sizes equal the directory's; where they are announced to follow the data they may be 0. */
function sizesAgree(
  view: ByteView,
  record: DirectoryRecord,
  nameEnd: number,
  dataStart: number,
  follow: boolean,
): boolean {
  const at = record.offset;
  const wide = zip64Values(view, nameEnd, dataStart).values();
  const field = (value: number): number => (value === SEE_ZIP64 ? (wide.next().value ?? value) : value);
  const size = field(view.u32(at + 22));
  const packedSize = field(view.u32(at + 18));
  const agrees = (local: number, central: number): boolean => local === central || (follow && local === 0);
  return agrees(view.u32(at + 14), record.crc) && agrees(size, record.size) && agrees(packedSize, record.packedSize);
}

/** The end of a data descriptor with signature, which must agree; without signature none is looked for, it is optional. */
function descriptorEnd(view: ByteView, record: DirectoryRecord, at: number): number | undefined {
  if (view.u32(at) !== DESCRIPTOR) return at;
  if (view.u32(at + 4) !== record.crc) return undefined;
  if (view.u32(at + 8) === record.packedSize && view.u32(at + 12) === record.size) return at + 16;
  if (view.u64(at + 8) === record.packedSize && view.u64(at + 16) === record.size) return at + 24;
  return undefined;
}

function firstOverlap(extents: readonly Extent[]): ZipEntry | undefined {
  const ordered = [...extents].sort((a, b) => a.start - b.start);
  let end = 0;
  for (const extent of ordered) {
    if (extent.start < end) return extent.entry;
    end = extent.end;
  }
  return undefined;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
