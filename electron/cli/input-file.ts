import { readFileSync, statSync } from "node:fs";
import { failure } from "../../shared/failure.js";
import { refusal, success, type Result } from "../../shared/result.js";

/** Files beyond this are not read into memory at all; the gate refuses smaller ones by its own limits. */
const LARGEST = 200_000_000;

/** Reads a file the user named. */
export function readInputFile(file: string): Result<Uint8Array> {
  try {
    const { size } = statSync(file);
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
