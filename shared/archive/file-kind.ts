import { type Failure, failure } from "../failure.js";

const LOCAL_HEADER = [0x50, 0x4b, 0x03, 0x04] as const;
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0] as const;

/** The folder of an OLE2 file is made of records of this size, each beginning with its name in UTF-16. */
const COMPOUND_RECORD = 128;

/** The stream that holds the workbook of a password-protected .xlsx. */
const ENCRYPTED_PACKAGE = "EncryptedPackage";

/** Why bytes that do not even begin like a zip cannot be a workbook of ours; undefined when they do begin like one. */
export function refuseByFirstBytes(bytes: Uint8Array): Failure | undefined {
  if (bytes.length === 0) return failure("file-empty");
  if (startsWith(bytes, LOCAL_HEADER)) return undefined;
  if (!startsWith(bytes, COMPOUND_FILE)) return failure("not-a-workbook");
  return failure(holdsEncryptedPackage(bytes) ? "encrypted-workbook" : "legacy-workbook");
}

/** Whether bytes are an old workbook's (.xls, .et), as far as their beginning tells: an OLE2 file that is not a locked .xlsx. */
export function isLegacyWorkbook(bytes: Uint8Array): boolean {
  return refuseByFirstBytes(bytes)?.code === "legacy-workbook";
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function holdsEncryptedPackage(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += COMPOUND_RECORD) {
    if (isUtf16At(bytes, at, ENCRYPTED_PACKAGE)) return true;
  }
  return false;
}

function isUtf16At(bytes: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (bytes[at + 2 * index] !== text.charCodeAt(index) || bytes[at + 2 * index + 1] !== 0) return false;
  }
  return true;
}
