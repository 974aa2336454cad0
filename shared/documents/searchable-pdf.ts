import { packZlib, unpackZlib } from "../archive/zlib.js";
import { pdfObjects, rewritePdf, type PdfChange, type PdfObjects } from "./pdf-objects.js";
import { withUnifiedSigns } from "./unified-signs.js";

/**
 * A PDF that a browser printed, with characters where it names radicals. Faces share one glyph for both, Chromium's PDF names it by the
 * first code point the face has, and a viewer that is asked for 人 then does not find it. Only the tables from glyphs to text
 * (ToUnicode) are changed; pictures of the pages, bookmarks and everything else stay as they are. Bytes that are no PDF of one plain
 * table of places come back unchanged.
 */
export function searchablePdf(bytes: Uint8Array): Uint8Array {
  const pdf = pdfObjects(bytes);
  if (pdf === undefined) return bytes;
  const numbers = new Set(
    [...pdf.text.matchAll(/\/ToUnicode (\d{1,7}) 0 R/g)].map(([, number = ""]) => Number.parseInt(number, 10)),
  );
  const changes = [...numbers].flatMap((number) => {
    const change = unifiedStream(pdf, number);
    return change === undefined ? [] : [change];
  });
  return changes.length === 0
    ? bytes
    : rewritePdf(
        pdf,
        changes.sort((a, b) => a.start - b.start),
      );
}

/** A table from glyphs to text, written anew; undefined when nothing in it changes, or when the object is no such table. */
function unifiedStream(pdf: PdfObjects, number: number): PdfChange | undefined {
  const found = streamOf(pdf, number);
  if (found === undefined) return undefined;
  const { start, end, head, packed, isPacked } = found;
  const plain = isPacked ? unpackZlib(packed) : packed;
  if (plain === undefined) return undefined;
  const table = new TextDecoder("latin1").decode(plain);
  const unified = unifiedTable(table);
  if (unified === table) return undefined;
  const written = new TextEncoder().encode(unified);
  const stream = isPacked ? packZlib(written) : written;
  const newHead = new TextEncoder().encode(head.replace(/\/Length \d+/, `/Length ${stream.length}`));
  const bytes = new Uint8Array(newHead.length + stream.length);
  bytes.set(newHead);
  bytes.set(stream, newHead.length);
  return { start, end, bytes };
}

/** A stream of a PDF from its object's beginning to its last byte. */
interface FoundStream {
  readonly start: number;
  readonly end: number;
  /** From the object's number to the line before the stream. */
  readonly head: string;
  readonly packed: Uint8Array;
  readonly isPacked: boolean;
}

function streamOf({ bytes, text, offsets }: PdfObjects, number: number): FoundStream | undefined {
  const start = offsets.get(number);
  if (start === undefined) return undefined;
  const opening = /^(\d+) 0 obj\s*<<([^<>]*)>>\s*stream\r?\n/.exec(text.slice(start, start + LONGEST_HEAD));
  const [head = "", own = "", dictionary = ""] = opening ?? [];
  const length = /\/Length (\d+)(?![\d ]*R)/.exec(dictionary)?.[1];
  const filter = /\/Filter\s*\/(\w+)/.exec(dictionary)?.[1];
  const isKnown = filter === undefined ? !dictionary.includes("/Filter") : filter === "FlateDecode";
  if (own !== String(number) || length === undefined || !isKnown) return undefined;
  const from = start + head.length;
  const end = from + Number.parseInt(length, 10);
  return { start, end, head, packed: bytes.subarray(from, end), isPacked: filter !== undefined };
}

const LONGEST_HEAD = 200;

const CHARACTERS = /(?<=beginbfchar\s)[^]*?(?=endbfchar)/g;
const RANGES = /\d+ beginbfrange\s([^]*?)endbfrange/g;

/** What the format allows in one section. */
const MOST_ENTRIES = 100;

/** The table with radicals replaced. A range counts up from its first code point, so one that touches a radical is taken apart. */
function unifiedTable(table: string): string {
  return table
    .replaceAll(CHARACTERS, (entries) =>
      entries.replaceAll(/(<[0-9A-F]+>\s*)<([0-9A-F]{4})>/gi, (_, glyph: string, code: string) => {
        return `${glyph}<${unifiedCode(code)}>`;
      }),
    )
    .replaceAll(RANGES, (section, content: string) => {
      const entries = [...content.matchAll(/<([0-9A-F]+)>\s*<([0-9A-F]+)>\s*<([0-9A-F]{4})>/gi)];
      const apart = entries.flatMap(([entry, first = "", last = "", code = ""]) =>
        rangeApart(entry, first, last, code),
      );
      return apart.some((entry) => !content.includes(entry)) ? sections(apart) : section;
    });
}

/** A range of glyphs as entries of one glyph each, or as it is where nothing in it is a radical. */
function rangeApart(entry: string, first: string, last: string, code: string): readonly string[] {
  const [from, start] = [Number.parseInt(first, 16), Number.parseInt(code, 16)];
  const size = Math.max(0, Number.parseInt(last, 16) - from + 1);
  const codes = Array.from({ length: size }, (_, index) => hex(start + index, code.length));
  if (codes.every((one) => unifiedCode(one) === one.toUpperCase())) return [entry];
  return codes.map((one, index) => {
    const glyph = hex(from + index, first.length);
    return `<${glyph}> <${glyph}> <${unifiedCode(one)}>`;
  });
}

function sections(entries: readonly string[]): string {
  const texts: string[] = [];
  for (let from = 0; from < entries.length; from += MOST_ENTRIES) {
    const some = entries.slice(from, from + MOST_ENTRIES);
    texts.push(`${some.length} beginbfrange\n${some.join("\n")}\nendbfrange`);
  }
  return texts.join("\n");
}

/** A code point as the tables write it, a radical's as that of its character. */
function unifiedCode(code: string): string {
  const sign = withUnifiedSigns(String.fromCharCode(Number.parseInt(code, 16)));
  return hex(sign.charCodeAt(0), code.length);
}

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, "0");
}
