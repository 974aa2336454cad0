import { deflateSync } from "fflate/browser";
import { ByteView } from "./byte-view.js";
import { crc32 } from "./crc32.js";
import { readDirectory } from "./zip-directory.js";

/** What to write differently into a zip; every other entry is copied byte for byte. */
export interface ZipChanges {
  /** New contents by entry name. */
  readonly changed: ReadonlyMap<string, Uint8Array>;
  /** Entries to put behind all others, in this order. */
  readonly added: ReadonlyMap<string, Uint8Array>;
  readonly removed: ReadonlySet<string>;
}

const RECORD_LENGTH = 46;
const LOCAL_LENGTH = 30;
const DEFLATED = 8;
const SIZES_FOLLOW = 0x0008;
const UTF8_NAME = 0x0800;
const ZIP64_EXTRA = 1;
const WIDE = 0xffff_ffff;

/** One level for all, so that the same content gives the same bytes. */
const LEVEL = 6;

/** One entry on its way into the new zip. */
interface Piece {
  /** The local header, the data and what may follow it. */
  readonly local: Uint8Array;
  /** Its record in the central directory, complete but for the new offset. */
  readonly record: Uint8Array;
  /** Where it stood, for keeping the order of the data; the new ones stand last. */
  readonly offset: number;
}

/**
 * Writes a zip again with some entries changed, added or removed. Entries that are not named keep their compressed bytes,
 * header, time, extra fields and order; a changed one keeps its name and time. The bytes must have passed `openZip`.
 */
export function rewriteZip(bytes: Uint8Array, changes: ZipChanges): Uint8Array {
  const directory = readDirectory(bytes, Number.MAX_SAFE_INTEGER);
  if (!directory.ok) throw new Error("the zip did not pass the gate");
  const { records, start } = directory.value;
  const view = new ByteView(bytes);
  const starts = [...records.map((record) => record.offset), start].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  let at = start;
  for (const { name, offset } of records) {
    const length = RECORD_LENGTH + view.u16(at + 28) + view.u16(at + 30) + view.u16(at + 32);
    const record = view.bytes(at, at + length);
    at += length;
    if (changes.removed.has(name)) continue;
    const content = changes.changed.get(name);
    const end = starts.find((each) => each > offset) ?? start;
    const local = view.bytes(offset, end);
    pieces.push(content === undefined ? { local, record, offset } : changedPiece(local, record, content, offset));
  }
  const modified = records.find(({ name }) => name === "[Content_Types].xml")?.modified ?? 0x0021_0000;
  for (const [name, content] of changes.added) pieces.push(newPiece(name, content, modified, start));
  return assemble(bytes.subarray(0, starts[0] ?? 0), pieces, endComment(bytes));
}

function changedPiece(oldLocal: Uint8Array, oldRecord: Uint8Array, content: Uint8Array, offset: number): Piece {
  const local = new ByteView(oldLocal);
  const record = new ByteView(oldRecord);
  const nameEnd = LOCAL_LENGTH + local.u16(26);
  const recordNameEnd = RECORD_LENGTH + record.u16(28);
  const recordExtraEnd = recordNameEnd + record.u16(30);
  const entry = {
    name: local.bytes(LOCAL_LENGTH, nameEnd),
    flags: local.u16(6) & ~SIZES_FOLLOW,
    modified: local.u32(10),
    localExtra: withoutZip64(local.bytes(nameEnd, nameEnd + local.u16(28))),
    recordExtra: withoutZip64(record.bytes(recordNameEnd, recordExtraEnd)),
    comment: record.bytes(recordExtraEnd, oldRecord.length),
    madeBy: record.u16(4),
    attributes: record.bytes(36, 42),
  };
  return { ...entryBytes(entry, content), offset };
}

function newPiece(name: string, content: Uint8Array, modified: number, offset: number): Piece {
  const none = new Uint8Array(0);
  const entry = {
    name: new TextEncoder().encode(name),
    flags: UTF8_NAME,
    modified,
    localExtra: none,
    recordExtra: none,
    comment: none,
    madeBy: 20,
    attributes: new Uint8Array(6),
  };
  return { ...entryBytes(entry, content), offset };
}

interface NewEntry {
  readonly name: Uint8Array;
  readonly flags: number;
  readonly modified: number;
  readonly localExtra: Uint8Array;
  readonly recordExtra: Uint8Array;
  readonly comment: Uint8Array;
  readonly madeBy: number;
  /** Internal and external file attributes, six bytes. */
  readonly attributes: Uint8Array;
}

function entryBytes(entry: NewEntry, content: Uint8Array): { readonly local: Uint8Array; readonly record: Uint8Array } {
  const packed = deflateSync(content, { level: LEVEL });
  const shared = [...u16(20), ...u16(entry.flags), ...u16(DEFLATED), ...u32(entry.modified), ...u32(crc32(content))];
  const sizes = [...u32(packed.length), ...u32(content.length), ...u16(entry.name.length)];
  const localHead = [...u32(0x0403_4b50), ...shared, ...sizes, ...u16(entry.localExtra.length)];
  const recordHead = [
    ...u32(0x0201_4b50),
    ...u16(entry.madeBy),
    ...shared,
    ...sizes,
    ...u16(entry.recordExtra.length),
    ...u16(entry.comment.length),
    ...u16(0),
    ...entry.attributes,
    ...u32(0),
  ];
  return {
    local: join([Uint8Array.from(localHead), entry.name, entry.localExtra, packed]),
    record: join([Uint8Array.from(recordHead), entry.name, entry.recordExtra, entry.comment]),
  };
}

function assemble(head: Uint8Array, pieces: readonly Piece[], comment: Uint8Array): Uint8Array {
  const places = new Map<Piece, number>();
  const output: Uint8Array[] = [head];
  let at = head.length;
  for (const piece of pieces.toSorted((a, b) => a.offset - b.offset)) {
    places.set(piece, at);
    output.push(piece.local);
    at += piece.local.length;
  }
  let size = 0;
  for (const piece of pieces) {
    output.push(recordAt(piece.record, places.get(piece) ?? 0));
    size += piece.record.length;
  }
  const counts = [...u16(0), ...u16(0), ...u16(pieces.length), ...u16(pieces.length)];
  const end = [...u32(0x0605_4b50), ...counts, ...u32(size), ...u32(at), ...u16(comment.length)];
  output.push(Uint8Array.from(end), comment);
  return join(output);
}

/** The record with its new offset, in the zip64 field where the old one kept it there. */
function recordAt(record: Uint8Array, offset: number): Uint8Array {
  const moved = Uint8Array.from(record);
  const view = new ByteView(record);
  if (view.u32(42) !== WIDE) {
    moved.set(u32(offset), 42);
    return moved;
  }
  const extraStart = RECORD_LENGTH + view.u16(28);
  const extraEnd = extraStart + view.u16(30);
  for (let at = extraStart; at + 4 <= extraEnd; at += 4 + view.u16(at + 2)) {
    if (view.u16(at) !== ZIP64_EXTRA) continue;
    const before = [view.u32(24), view.u32(20)].filter((field) => field === WIDE).length;
    moved.set([...u32(offset), ...u32(0)], at + 4 + 8 * before);
  }
  return moved;
}

function withoutZip64(extra: Uint8Array): Uint8Array {
  const view = new ByteView(extra);
  const kept: Uint8Array[] = [];
  for (let at = 0; at + 4 <= extra.length;) {
    const next = at + 4 + view.u16(at + 2);
    if (view.u16(at) !== ZIP64_EXTRA) kept.push(view.bytes(at, next));
    at = next;
  }
  return join(kept);
}

function endComment(bytes: Uint8Array): Uint8Array {
  const view = new ByteView(bytes);
  let at = bytes.length - 22;
  while (view.u32(at) !== 0x0605_4b50 || at + 22 + view.u16(at + 20) !== bytes.length) at--;
  return bytes.subarray(at + 22);
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function u16(value: number): number[] {
  return [value & 0xff, (value >>> 8) & 0xff];
}

function u32(value: number): number[] {
  return [...u16(value & 0xffff), ...u16(value >>> 16)];
}
