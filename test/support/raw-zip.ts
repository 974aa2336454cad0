import { deflateRawSync } from "node:zlib";
import { crc32 } from "../../shared/archive/crc32.js";

/** What a header of an entry says; in a lying zip not what is true. */
export interface HeaderFields {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
}

/** One entry of a zip written byte by byte, so that any of its fields can lie. */
export interface RawEntry {
  readonly name: string;
  readonly data: Uint8Array | string;
  /** Stored instead of deflated. */
  readonly stored?: boolean;
  /** The packed bytes, when they are not to be made from the data. */
  readonly packed?: Uint8Array;
  /** Fields that replace the true ones in both headers. */
  readonly both?: Partial<HeaderFields>;
  /** Fields that replace those of `both` in one header only. */
  readonly central?: Partial<HeaderFields>;
  readonly local?: Partial<HeaderFields> & { readonly name?: string };
  /** Where the central directory says that the local header is, instead of its true place. */
  readonly offset?: number;
  /** Sizes in zip64 fields even where they would not need it. */
  readonly zip64?: boolean;
  /** Fields that replace the true ones in the descriptor. */
  readonly following?: Partial<HeaderFields>;
  /** Nothing but a record in the central directory. */
  readonly recordOnly?: boolean;
  /** Flag bit 3: sizes and CRC 0 in the local header, and a descriptor of so many bytes a size behind the data. */
  readonly descriptor?: 4 | 8;
}

/** Fields of the end record that replace the true ones. */
export interface EndFields {
  readonly count: number;
  readonly size: number;
  readonly start: number;
  /** A zip64 end record even where none is needed. */
  readonly zip64: boolean;
  /** The count in the ordinary end record, when it is another one than in the zip64 end record. */
  readonly narrowCount: number;
}

/** Writes a zip from entries, without any care for whether what their headers say is true. */
export function rawZip(entries: readonly RawEntry[], end: Partial<EndFields> = {}): Uint8Array {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  const put = (chunk: Uint8Array): void => {
    chunks.push(chunk);
    at += chunk.length;
  };
  for (const entry of entries) {
    const { truth, packed } = packedEntry(entry);
    const offset = at;
    if (entry.recordOnly !== true) {
      put(localHeader(entry, { ...truth, ...entry.both, ...entry.local }));
      put(packed);
      if (entry.descriptor !== undefined) put(descriptor({ ...truth, ...entry.following }, entry.descriptor));
    }
    directory.push(centralRecord(entry, { ...truth, ...entry.both, ...entry.central }, entry.offset ?? offset));
  }
  const start = at;
  directory.forEach(put);
  put(endRecords({ count: entries.length, size: at - start, start, ...end }, at));
  return Buffer.concat(chunks);
}

function packedEntry(entry: RawEntry): { truth: HeaderFields; packed: Uint8Array } {
  const data = typeof entry.data === "string" ? new TextEncoder().encode(entry.data) : entry.data;
  const packed = entry.packed ?? (entry.stored === true ? data : deflateRawSync(data));
  const flags = entry.descriptor === undefined ? 0 : 8;
  const method = entry.stored === true ? 0 : 8;
  return { truth: { flags, method, crc: crc32(data), packedSize: packed.length, size: data.length }, packed };
}

function localHeader(entry: RawEntry, fields: HeaderFields): Uint8Array {
  const name = Buffer.from(entry.local?.name ?? entry.name);
  const wide = isWide(entry, fields);
  const follow = entry.descriptor !== undefined;
  const sizes = follow ? [0, 0] : [fields.size, fields.packedSize];
  const extra = wide ? Buffer.concat([u16(1), u16(16), ...sizes.map(u64)]) : Buffer.alloc(0);
  return Buffer.concat([
    ...[u32(0x04034b50), u16(20), u16(fields.flags), u16(fields.method), u32(0x21_0000), u32(follow ? 0 : fields.crc)],
    ...(wide ? [u32(0xffffffff), u32(0xffffffff)] : [u32(sizes[1] ?? 0), u32(sizes[0] ?? 0)]),
    ...[u16(name.length), u16(extra.length), name, extra],
  ]);
}

function centralRecord(entry: RawEntry, fields: HeaderFields, offset: number): Uint8Array {
  const name = Buffer.from(entry.name);
  const wide = isWide(entry, fields);
  const extra = wide ? Buffer.concat([u16(1), u16(16), u64(fields.size), u64(fields.packedSize)]) : Buffer.alloc(0);
  return Buffer.concat([
    ...[u32(0x02014b50), u16(20), u16(20), u16(fields.flags), u16(fields.method), u32(0x21_0000), u32(fields.crc)],
    ...(wide ? [u32(0xffffffff), u32(0xffffffff)] : [u32(fields.packedSize), u32(fields.size)]),
    ...[u16(name.length), u16(extra.length), u16(0), u16(0), u16(0), u32(0), u32(offset), name, extra],
  ]);
}

function descriptor(truth: HeaderFields, width: 4 | 8): Uint8Array {
  const size = width === 4 ? u32 : u64;
  return Buffer.concat([u32(0x08074b50), u32(truth.crc), size(truth.packedSize), size(truth.size)]);
}

/** More than 65,535 entries, as every size beyond 4 GB, need the zip64 end record and its locator. */
function endRecords(end: Omit<EndFields, "zip64" | "narrowCount"> & Partial<EndFields>, at: number): Uint8Array {
  const wide = end.zip64 === true || end.count > 0xffff;
  const zip64 = wide
    ? [
        ...[u32(0x06064b50), u64(44), u16(45), u16(45), u32(0), u32(0), u64(end.count), u64(end.count)],
        ...[u64(end.size), u64(end.start), u32(0x07064b50), u32(0), u64(at), u32(1)],
      ]
    : [];
  const count = u16(end.narrowCount ?? Math.min(end.count, 0xffff));
  return Buffer.concat([...zip64, u32(0x06054b50), u32(0), count, count, u32(end.size), u32(end.start), u16(0)]);
}

function isWide(entry: RawEntry, fields: HeaderFields): boolean {
  return entry.zip64 === true || fields.size > 0xffffffff;
}

function u16(value: number): Buffer {
  return Buffer.from([value & 0xff, (value >>> 8) & 0xff]);
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}
