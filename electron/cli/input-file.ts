import { readFileSync, statSync } from "node:fs";
import { failure, type Failure } from "../../shared/failure.js";
import { refusal, success, type Result } from "../../shared/result.js";

/** Files beyond this are not read into memory at all; the gate refuses smaller ones by its own limits. */
const LARGEST = 200_000_000;

/** Reads a file the user named. */
export function readInputFile(file: string): Result<Uint8Array> {
  try {
    const entry = statSync(file);
    if (entry.isDirectory()) return refusal(failure("file-unreadable", { reason: "folder" }));
    // A pipe or a device may never end; reading it would wait for ever or fill the memory.
    if (!entry.isFile()) return refusal(failure("file-unreadable", { reason: "not-a-file" }));
    const { size } = entry;
    if (size > LARGEST) return refusal(failure("file-too-large", { size: String(size), limit: String(LARGEST) }));
    return success(readFileSync(file));
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    return refusal(
      failure(isMissing ? "file-missing" : "file-unreadable", {
        reason: error instanceof Error ? error.message : String(error),
      }),
    );
  }
}

/** Reads a file that was named beside the one to work on; its failures say which one they mean. */
export function readSideFile(role: SideFile, file: string): Result<Uint8Array> {
  const bytes = readInputFile(file);
  return bytes.ok ? bytes : refusal(asSideFile(role, file, bytes.failure));
}

/** A failure of a file beside the one to work on, so that nobody looks for it in the wrong file. */
export function asSideFile(role: SideFile, file: string, { code, facts }: Failure): Failure {
  return failure(code, { ...facts, role, file });
}

/** What a file is that stands beside the one to work on. */
export type SideFile = "previous" | "template" | "narrative";
