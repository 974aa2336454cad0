import { crc32 } from "node:zlib";

/**
 * A recovery journal is a row of frames: `kind length crc`, a line feed, so many bytes, a line feed. The first frame is the
 * header, the second the workbook's bytes, every further one a gesture. Whoever is killed while writing leaves a last frame cut
 * short, which length and checksum give away; everything before it stands.
 */
export type FrameKind = "head" | "book" | "step";

/** A journal's frames as far as they are whole. */
export interface JournalFrames {
  readonly head: string;
  readonly book: Uint8Array;
  readonly steps: readonly string[];
  /** Something stands behind the last whole frame. */
  readonly cutShort: boolean;
  /** How many bytes the whole frames take. */
  readonly wholeLength: number;
}

/** One frame as bytes. */
export function frame(kind: FrameKind, content: Uint8Array | string): Uint8Array {
  const body = typeof content === "string" ? Buffer.from(content, "utf8") : content;
  const line = Buffer.from(`${kind} ${body.length} ${checksum(body)}\n`, "latin1");
  return Buffer.concat([line, body, Buffer.from("\n")]);
}

/** Reads a journal; undefined when not even its header and its workbook are whole. */
export function readFrames(journal: Uint8Array): JournalFrames | undefined {
  const source = Buffer.from(journal.buffer, journal.byteOffset, journal.byteLength);
  const head = frameAt(source, 0);
  const book = head && frameAt(source, head.end);
  if (head?.kind !== "head" || book?.kind !== "book") return undefined;
  const steps: string[] = [];
  let end = book.end;
  for (let next = frameAt(source, end); next?.kind === "step"; next = frameAt(source, end)) {
    steps.push(next.body.toString("utf8"));
    end = next.end;
  }
  return {
    head: head.body.toString("utf8"),
    book: new Uint8Array(book.body),
    steps,
    cutShort: end < source.length,
    wholeLength: end,
  };
}

interface Frame {
  readonly kind: string;
  readonly body: Buffer;
  readonly end: number;
}

/** The frame that begins here, or undefined when none does or it is not whole. */
function frameAt(source: Buffer, start: number): Frame | undefined {
  const lineEnd = source.subarray(start, start + LONGEST_LINE).indexOf(LINE_FEED);
  if (lineEnd < 0) return undefined;
  const [, kind = "", length = "", sum = ""] = LINE.exec(source.toString("latin1", start, start + lineEnd)) ?? [];
  const from = start + lineEnd + 1;
  const to = from + Number.parseInt(length, 10);
  if (!(to < source.length) || source[to] !== LINE_FEED) return undefined;
  const body = source.subarray(from, to);
  return checksum(body) === sum ? { kind, body, end: to + 1 } : undefined;
}

function checksum(body: Uint8Array): string {
  return crc32(body).toString(16).padStart(8, "0");
}

const LINE = /^(head|book|step) (\d{1,10}) ([0-9a-f]{8})$/;
const LONGEST_LINE = 32;
const LINE_FEED = 0x0a;
