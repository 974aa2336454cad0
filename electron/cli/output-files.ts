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
 * only when all of them stand and no target is held back are they renamed into place, so a full disk, a missing permission or one
 * file that is open in another program leaves nothing half-written, and no new file beside old ones.
 */
export function writeOutputFiles(folder: string, files: readonly OutputFile[]): Result<readonly string[]> {
  const drafts: { readonly draft: string; readonly target: string }[] = [];
  let current = folder;
  try {
    const fileInTheWay = fileAmong(folder);
    if (fileInTheWay !== undefined) {
      return refusal(failure("output-not-writable", { path: fileInTheWay, reason: "not-a-folder" }));
    }
    makeFolder(folder);
    const targets = files.map(({ name }) => path.join(folder, name));
    for (const target of targets) {
      current = target;
      probe(target);
    }
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

/**
 * Makes a folder and those it stands in, one by one. Node's own `recursive` never ends where the system says that a folder is
 * missing which is there (as below /proc).
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = path.dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another program may have made it in between.
    if (!existsSync(folder)) throw error;
  }
}

/** The file that stands where this folder, or one it lies in, is to be. */
function fileAmong(folder: string): string | undefined {
  for (let place = folder; ; place = path.dirname(place)) {
    if (existsSync(place)) return statSync(place).isDirectory() ? undefined : place;
    if (place === path.dirname(place)) return undefined;
  }
}

/** Throws where a file cannot be replaced: it is write-protected, a folder, or held open by another program. */
function probe(target: string): void {
  if (existsSync(target)) closeSync(openSync(target, "r+"));
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
