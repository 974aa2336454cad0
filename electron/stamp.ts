import { createHash } from "node:crypto";
import type { FileStamp } from "../shared/host/contract.js";

/** The state of a file as read or written: its size, its time of change, and the SHA-256 of its bytes. */
export function stampOf(bytes: Uint8Array, changedAt: number): FileStamp {
  return [String(bytes.length), String(changedAt), contentHash(bytes)].join(":");
}

/**
 * Whether two stamps are of the same bytes. The time alone does not make a file another one: copying it back and forth, or a
 * program that keeps folders in step, would otherwise ask questions that have no difference to show.
 */
export function isSameContent(one: FileStamp, other: FileStamp): boolean {
  return withoutTime(one) === withoutTime(other);
}

/** The SHA-256 of bytes in hexadecimal digits. */
export function contentHash(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function withoutTime(stamp: FileStamp): string {
  const [size = "", , hash = ""] = stamp.split(":");
  return `${size}:${hash}`;
}
