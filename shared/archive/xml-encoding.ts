/** Within so many bytes from the start of an XML part its root element begins, unless somebody wrote very long comments. */
export const PROLOG_HEAD = 64 * 1024;

/**
 * The encoding of an XML part as a label for TextDecoder: by its byte order mark, by the zero bytes of UTF-16 without
 * one, else as its declaration says. A part that calls itself UTF-16 in one-byte letters is UTF-8, a known slip of some
 * writers.
 */
export function xmlEncoding(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return "utf-16le";
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return "utf-16be";
  const declared = /^\S{0,3}<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(latin(bytes.subarray(0, 256)))?.[1];
  return declared === undefined || /^utf-?(8|16)/i.test(declared) ? "utf-8" : declared.toLowerCase();
}

/** Whether texts of this encoding can be decoded here. */
export function isKnownEncoding(encoding: string): boolean {
  try {
    new TextDecoder(encoding);
    return true;
  } catch (thrown) {
    if (thrown instanceof RangeError) return false;
    throw thrown;
  }
}

/**
 * The text of an XML part without byte order mark. Bytes that are no text become U+FFFD. A declaration that names another
 * encoding says UTF-8 afterwards, so that the text may be written back as UTF-8.
 */
export function decodeXml(bytes: Uint8Array): string {
  const encoding = xmlEncoding(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  return encoding === "utf-8" ? text : text.replace(/^(<\?xml[^>]*?\sencoding\s*=\s*["'])[^"']*/, "$1UTF-8");
}

/** The text of bytes in an encoding, a byte order mark included; undefined when they are no text in it. */
export function exactText(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (thrown) {
    if (thrown instanceof TypeError) return undefined;
    throw thrown;
  }
}

/**
 * Whether a document type stands where XML allows one, before the root element; undefined when the bytes end before it
 * can be known.
 */
export function hasDoctype(bytes: Uint8Array): boolean | undefined {
  const decoder = new TextDecoder(xmlEncoding(bytes));
  const early = doctypeIn(decoder.decode(bytes.subarray(0, PROLOG_HEAD)));
  return early !== undefined || bytes.length <= PROLOG_HEAD ? early : doctypeIn(decoder.decode(bytes));
}

/** Undefined when the text ends too early to know. */
function doctypeIn(text: string): boolean | undefined {
  let at = 0;
  for (;;) {
    at = skipBlanks(text, at);
    const end = text.startsWith("<?", at) ? "?>" : text.startsWith("<!--", at) ? "-->" : undefined;
    if (end === undefined) return at + 9 > text.length ? undefined : /^<!doctype/i.test(text.slice(at, at + 9));
    const found = text.indexOf(end, at + 2);
    if (found < 0) return undefined;
    at = found + end.length;
  }
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && " \t\r\n\uFEFF".includes(text.charAt(at))) at++;
  return at;
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}
