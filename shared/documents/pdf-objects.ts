/** A PDF's bytes with the places of its objects, and the same bytes as text of one character a byte. */
export interface PdfObjects {
  readonly bytes: Uint8Array;
  readonly text: string;
  /** Where each object begins, by its number. */
  readonly offsets: ReadonlyMap<number, number>;
  /** Where the table of these places begins, and where its first line of twenty bytes stands. */
  readonly table: { readonly start: number; readonly lines: number; readonly count: number };
}

/** What stands in place of a stretch of a PDF. */
export interface PdfChange {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array;
}

const LINE_LENGTH = 20;
const OFFSET_LENGTH = 10;

/**
 * Finds a PDF's objects by its one table of places; undefined for a file built in another way (several tables, packed ones, encrypted),
 * which is not to be rewritten by {@link rewritePdf}.
 */
export function pdfObjects(bytes: Uint8Array): PdfObjects | undefined {
  const text = new TextDecoder("latin1").decode(bytes);
  const start = Number.parseInt(/\nstartxref\s+(\d{1,12})\s+%%EOF\s*$/.exec(text.slice(-64))?.[1] ?? "", 10);
  if (Number.isNaN(start)) return undefined;
  const head = /^xref\s*\n0 (\d{1,7}) *\r?\n/.exec(text.slice(start, start + 32));
  if (head === null) return undefined;
  const count = Number.parseInt(head[1] ?? "", 10);
  const lines = start + head[0].length;
  const trailer = text.slice(lines + count * LINE_LENGTH);
  if (!/^trailer\s*<</.test(trailer) || /\/(?:Prev|XRefStm|Encrypt)\b/.test(trailer)) return undefined;
  const offsets = new Map<number, number>();
  for (let object = 0; object < count; object += 1) {
    const line = text.slice(lines + object * LINE_LENGTH, lines + (object + 1) * LINE_LENGTH);
    const entry = /^(\d{10}) \d{5} ([nf])[ \r]?[\r\n]/.exec(line);
    if (entry === null) return undefined;
    if (entry[2] === "n") offsets.set(object, Number.parseInt(entry[1] ?? "", 10));
  }
  return { bytes, text, offsets, table: { start, lines, count } };
}

/** The PDF with stretches of it replaced; every place in its table follows. Changes lie within objects, in order, one after another. */
export function rewritePdf(pdf: PdfObjects, changes: readonly PdfChange[]): Uint8Array {
  const { bytes, text, offsets, table } = pdf;
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const change of changes) {
    pieces.push(bytes.subarray(at, change.start), change.bytes);
    at = change.end;
  }
  const lines = Array.from({ length: table.count }, (_, object) => {
    const start = table.lines + object * LINE_LENGTH;
    const offset = offsets.get(object);
    if (offset === undefined) return text.slice(start, start + LINE_LENGTH);
    const moved = String(movedBy(changes, offset)).padStart(OFFSET_LENGTH, "0");
    return moved + text.slice(start + OFFSET_LENGTH, start + LINE_LENGTH);
  });
  pieces.push(bytes.subarray(at, table.lines), encoder.encode(lines.join("")));
  const trailer = bytes.subarray(table.lines + table.count * LINE_LENGTH, text.lastIndexOf("startxref"));
  pieces.push(trailer, encoder.encode(`startxref\n${movedBy(changes, table.start)}\n%%EOF\n`));
  return joined(pieces);
}

function movedBy(changes: readonly PdfChange[], offset: number): number {
  let moved = offset;
  for (const { start, end, bytes } of changes) if (start < offset) moved += bytes.length - (end - start);
  return moved;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
