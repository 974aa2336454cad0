import path from "node:path";
import type { HostFailure, HostFailureCode, HostResult } from "../shared/host/contract.js";
import { refusal } from "../shared/result.js";

/** What was tried when the system refused; the same reason means another thing when reading and when writing. */
export type Attempt = "read" | "write" | "replace";

/** What the system refused, as the page is told it: a code, the file's name without its folder, the system's own word. */
export function refused(error: unknown, file: string, attempt: Attempt): HostResult<never> {
  return refusal(failureOf(systemCode(error), file, attempt));
}

/** The same for a reason that is known without asking the system. */
export function refusedAs(code: HostFailureCode, file: string, facts: Readonly<Record<string, string>> = {}) {
  return refusal<HostFailure>({ code, facts: { file: path.basename(file), ...facts } });
}

/** The system's name of a refusal, such as ENOSPC. Anything else that was thrown is a defect and thrown on. */
export function systemCode(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string" && "syscall" in error)
    return error.code;
  throw error;
}

function failureOf(reason: string, file: string, attempt: Attempt): HostFailure {
  const code = CODES[attempt][reason] ?? (attempt === "read" ? "file-unreadable" : "output-not-writable");
  return { code, facts: { file: path.basename(file), folder: path.dirname(file), reason } };
}

const FULL: Readonly<Record<string, HostFailureCode>> = {
  ENOSPC: "disk-full",
  EDQUOT: "disk-full",
  EFBIG: "disk-full",
};
const FORBIDDEN: Readonly<Record<string, HostFailureCode>> = {
  EACCES: "no-permission",
  EPERM: "no-permission",
  EROFS: "no-permission",
};
const BUSY: Readonly<Record<string, HostFailureCode>> = { EBUSY: "file-busy", ETXTBSY: "file-busy" };

/** Replacing a file that another program holds open is refused by Windows as EPERM or EACCES; see `replacing` in whole-file. */
const CODES: Readonly<Record<Attempt, Readonly<Record<string, HostFailureCode>>>> = {
  read: { ENOENT: "file-missing", ENOTDIR: "file-missing", ...FORBIDDEN, ...BUSY },
  write: { ENOENT: "folder-missing", ENOTDIR: "folder-missing", ...FULL, ...FORBIDDEN, ...BUSY },
  replace: { ENOENT: "folder-missing", ENOTDIR: "folder-missing", ...FULL, ...FORBIDDEN, ...BUSY },
};
