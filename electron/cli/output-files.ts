import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { failure } from "../../shared/failure.js";
import { refusal, success, type Result } from "../../shared/result.js";

/** A file to be written: its name without folder, and its bytes. */
export interface OutputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes files into a folder, which is made when missing. Every file is first written whole beside its target and synced;
 * only when all of them stand are they renamed into place, so a full disk or a missing permission leaves nothing half-written.
 */
export function writeOutputFiles(folder: string, files: readonly OutputFile[]): Result<readonly string[]> {
  const drafts: { readonly draft: string; readonly target: string }[] = [];
  let current = folder;
  try {
    const isFile = existsSync(folder) && !statSync(folder).isDirectory();
    if (isFile) return refusal(failure("output-not-writable", { path: folder }));
    mkdirSync(folder, { recursive: true });
    for (const file of files) {
      const target = path.join(folder, file.name);
      const draft = path.join(folder, `.${file.name}.${process.pid}.tmp`);
      current = target;
      drafts.push({ draft, target });
      writeSynced(draft, file.bytes);
    }
    for (const { draft, target } of drafts) {
      current = target;
      renameSync(draft, target);
    }
    return success(drafts.map(({ target }) => target));
  } catch (error) {
    for (const { draft } of drafts) rmSync(draft, { force: true });
    return refusal(
      failure("output-not-writable", { path: current, reason: error instanceof Error ? error.message : String(error) }),
    );
  }
}

function writeSynced(file: string, bytes: Uint8Array): void {
  const handle = openSync(file, "w");
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
