/**
 * Why the world refused, as a code. The codes are part of the command line's contract (`failure.code` in its JSON);
 * `shared/messages` makes the Chinese sentence of each from the code and its facts.
 */
export type FailureCode =
  // the file itself
  | "file-missing"
  | "file-unreadable"
  | "output-not-writable"
  | "file-empty"
  | "file-too-large"
  | "not-a-workbook" // not a zip at all, or a zip that holds no workbook
  | "legacy-workbook" // .xls, .et: OLE2 with a BIFF workbook
  | "encrypted-workbook" // password-protected: OLE2 with EncryptedPackage, or encrypted zip entries
  | "workbook-truncated"
  | "workbook-damaged" // CRC-32 or deflate error, entry sizes that lie, overlapping entries
  | "workbook-bomb" // inflated size, entry count or ratio beyond the limits
  | "workbook-doctype" // a DOCTYPE in any part
  | "workbook-broken-xml"
  | "workbook-row-out-of-range" // a row or column number Excel cannot have
  | "workbook-unsupported" // readable but not by us: strict OOXML variants, missing parts
  // its content
  | "unknown-form" // no table of any pack in it
  | "other-year-form" // titles or heads of a form set we have no pack for
  | "ambiguous-table" // two sheets with one table's title and head, both holding figures
  | "export-mismatch" // our own bytes, read back, do not hold the session (nothing is written)
  // an existing narrative that is to be checked
  | "document-unknown" // neither .docx nor .pdf nor plain text
  | "document-legacy" // .doc, .wps, .rtf
  | "document-encrypted" // needs a password to be opened
  | "document-damaged" // a zip, XML or PDF that is broken
  | "document-too-large" // larger than any narrative, or it would become so when inflated
  | "document-without-text" // a scan, or pictures only
  // packs and usage
  | "unknown-pack"
  | "broken-pack"
  | "broken-template" // the narrative's template: unknown tag, broken loop
  | "bad-usage"
  // publishing
  | "not-publishable" // the pack does not say how its set is published
  | "foreign-files" // the folder that would be replaced holds files that are not ours
  // printing
  | "no-browser" // no Chromium, Chrome or Edge to make a PDF with
  | "print-failed";

/** One refusal: its code, and the facts (file name, sheet, entry, limit …) its sentence needs. Never a stack or a path of ours. */
export interface Failure {
  readonly code: FailureCode;
  readonly facts: Readonly<Record<string, string>>;
}

/** Makes a failure; facts are plain text for `shared/messages`. */
export function failure(code: FailureCode, facts: Readonly<Record<string, string>> = {}): Failure {
  return { code, facts };
}
