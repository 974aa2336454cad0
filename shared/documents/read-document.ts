import { failure, type Failure } from "../failure.js";
import type { Prose } from "../prose/prose.js";
import { refusal, success, type Result } from "../result.js";
import { readPdf } from "./read-pdf.js";
import { readPlainText } from "./read-plain-text.js";
import { readWord } from "./read-word.js";

/** No narrative is larger; pictures in it are the most of it. In bytes. */
const LARGEST = 50_000_000;

/** Plain text of this many bytes would be thousands of pages. */
const LARGEST_TEXT = 5_000_000;

/** What a document is, by its first bytes and never by its name. */
export type DocumentKind = "word" | "pdf" | "text";

/**
 * Reads a narrative that somebody wrote elsewhere: .docx, .pdf with a text layer, or plain text in UTF-8, UTF-16 or GB 18030. A
 * document that cannot be read, is encrypted, too large, or holds no text (a scan) is refused with a code of its own; it is never
 * read as an empty one.
 */
export async function readDocument(bytes: Uint8Array): Promise<Result<Prose>> {
  const kind = documentKind(bytes);
  if (typeof kind !== "string") return refusal(kind);
  const limit = kind === "text" ? LARGEST_TEXT : LARGEST;
  if (bytes.length > limit) {
    return refusal(failure("document-too-large", { size: String(bytes.length), limit: String(limit) }));
  }
  const read = kind === "word" ? readWord(bytes) : kind === "pdf" ? await readPdf(bytes) : readPlainText(bytes);
  if (!read.ok) return read;
  const holdsText = read.value.paragraphs.some(({ text }) => /\p{Script=Han}/u.test(text));
  return holdsText ? success(read.value) : refusal(failure("document-without-text", { kind }));
}

/** The kind of a document, or why it is none that can be read. */
export function documentKind(bytes: Uint8Array): DocumentKind | Failure {
  if (bytes.length === 0) return failure("file-empty");
  if (startsWith(bytes, "PK\u0003\u0004")) return "word";
  if (startsWith(bytes, "\u00D0\u00CF\u0011\u00E0")) {
    return failure(
      holds(bytes, "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0") ? "document-encrypted" : "document-legacy",
    );
  }
  // The header of a PDF may stand behind a little of something else.
  if (holds(bytes.subarray(0, 1024), "%PDF-")) return "pdf";
  if (startsWith(bytes, "{\\rtf")) return failure("document-legacy");
  return "text";
}

function startsWith(bytes: Uint8Array, start: string): boolean {
  for (let at = 0; at < start.length; at += 1) if (bytes[at] !== start.charCodeAt(at)) return false;
  return true;
}

function holds(bytes: Uint8Array, latin: string): boolean {
  const first = latin.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (startsWith(bytes.subarray(at, at + latin.length), latin)) return true;
  }
  return false;
}
