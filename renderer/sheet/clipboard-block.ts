/** One cell on the clipboard. `number`: the exact decimal text behind what is shown, where the copying program gave it. */
export interface ClipboardCell {
  readonly text: string;
  readonly number?: string;
}

/** A block of cells, row by row, all rows equally long. Undefined: covered by a merge, nothing of its own. */
export type ClipboardBlock = readonly (readonly (ClipboardCell | undefined)[])[];

/**
 * Reads tab separated text as Excel, WPS and LibreOffice put it on the clipboard: a field that begins with a quote may hold
 * tabs, line breaks and doubled quotes; a quote that is not closed before the next tab or line end is just a character. The
 * line end behind the last row is no row.
 */
export function readTabbedText(source: string): ClipboardBlock {
  const rows: ClipboardCell[][] = [];
  let row: ClipboardCell[] = [];
  let at = 0;
  for (;;) {
    const field = fieldAt(source, at);
    row.push({ text: field.text });
    at = field.end;
    if (source.charAt(at) === "\t") {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    at += source.startsWith("\r\n", at) ? 2 : 1;
    if (at >= source.length) return evened(rows);
  }
}

/** Writes rows of texts as tab separated text that Excel and WPS read back as they stood. */
export function tabbedText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quotedField).join("\t")).join("\r\n");
}

/** Rows of one length, blanks at their ends. */
export function evened(rows: readonly (readonly (ClipboardCell | undefined)[])[]): ClipboardBlock {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const blank: ClipboardCell = { text: "" };
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => blank)]);
}

function fieldAt(source: string, begin: number): { readonly text: string; readonly end: number } {
  const quoted = source.charAt(begin) === '"' ? quotedFieldAt(source, begin) : undefined;
  if (quoted !== undefined) return quoted;
  let end = begin;
  while (end < source.length && !isDelimiter(source.charAt(end))) end += 1;
  return { text: source.slice(begin, end), end };
}

function quotedFieldAt(source: string, begin: number): { readonly text: string; readonly end: number } | undefined {
  let at = begin + 1;
  for (;;) {
    const quote = source.indexOf('"', at);
    if (quote < 0) return undefined;
    if (source.charAt(quote + 1) === '"') {
      at = quote + 2;
      continue;
    }
    const end = quote + 1;
    if (end < source.length && !isDelimiter(source.charAt(end))) return undefined;
    const text = source
      .slice(begin + 1, quote)
      .replaceAll('""', '"')
      .replaceAll("\r\n", "\n");
    return { text, end };
  }
}

function isDelimiter(character: string): boolean {
  return character === "\t" || character === "\n" || character === "\r";
}

function quotedField(text: string): string {
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
