import { failure } from "../failure.js";
import { paragraphsOf } from "../prose/printed-lines.js";
import type { Prose } from "../prose/prose.js";
import { refusal, success, type Result } from "../result.js";

/** Encodings a text may have when nothing marks it, the stricter one first: hardly any GB 18030 text is valid UTF-8. */
const ENCODINGS = ["utf-8", "gb18030"] as const;

/** Reads plain text; lines that a page broke are put together to paragraphs. */
export function readPlainText(bytes: Uint8Array): Result<Prose> {
  const text = decoded(bytes);
  if (text === undefined || text.includes("\0")) return refusal(failure("document-unknown"));
  const lines = text.split(/\r\n|[\n\r\f\u2028\u2029]/u);
  return success(paragraphsOf(lines.map((line, index) => ({ text: line, line: index + 1 }))));
}

function decoded(bytes: Uint8Array): string | undefined {
  const marked = markedEncoding(bytes);
  for (const encoding of marked === undefined ? ENCODINGS : [marked]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (thrown) {
      if (!(thrown instanceof TypeError)) throw thrown;
    }
  }
  return undefined;
}

/** The encoding a byte order mark names. */
function markedEncoding([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return first === 0xef && second === 0xbb && third === 0xbf ? "utf-8" : undefined;
}
