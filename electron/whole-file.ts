import { constants } from "node:fs";
import { access, open, realpath, rename, stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { FileStamp, HostResult } from "../shared/host/contract.js";
import { success } from "../shared/result.js";
import { discard, draftBeside, removeDeadDrafts, syncFolder, writeSynced } from "./drafts.js";
import { refused, refusedAs, systemCode } from "./refusals.js";
import { stampOf } from "./stamp.js";

/** A file's bytes and the state they were. */
export interface WholeFile {
  readonly bytes: Uint8Array;
  readonly stamp: FileStamp;
}

/** Reads a whole file. */
export async function readWhole(file: string): Promise<HostResult<WholeFile>> {
  try {
    const handle = await open(file, "r");
    try {
      const { size, mtimeMs } = await handle.stat();
      if (size > LARGEST) return refusedAs("file-too-large", file, { size: String(size), limit: String(LARGEST) });
      const bytes = new Uint8Array(await handle.readFile());
      return success({ bytes, stamp: stampOf(bytes, mtimeMs) });
    } finally {
      await handle.close();
    }
  } catch (error) {
    return refused(error, file, "read");
  }
}

/**
 * Writes a whole file so that at every moment there is either the old one or the new one under its name: beside the target, given
 * to the disk, renamed over it. A link stays a link, and the file keeps its permissions.
 */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<HostResult<FileStamp>> {
  const target = await followed(file);
  const folder = path.dirname(target);
  const draft = draftBeside(target);
  try {
    await removeDeadDrafts(folder);
    const changedAt = await writeSynced(draft, bytes, await modeOf(target));
    const blocked = await replace(draft, target);
    if (blocked !== undefined) return blocked;
    await syncFolder(folder);
    return success(stampOf(bytes, changedAt));
  } catch (error) {
    return refused(error, target, "write");
  } finally {
    await discard(draft);
  }
}

/**
 * Renames a draft over its target; gives why not. Virus scanners hold new files for a moment, so it tries a few times. A
 * target that may be written and yet cannot be replaced is held by another program. `named`: what a refusal speaks of.
 */
export async function replace(
  draft: string,
  target: string,
  named: string = target,
): Promise<HostResult<never> | undefined> {
  for (const pause of [...PAUSES, undefined]) {
    try {
      await rename(draft, target);
      return undefined;
    } catch (error) {
      if (!HELD.has(systemCode(error))) return refused(error, named, "replace");
      if (pause !== undefined) await wait(pause);
      else if (await isWritable(named)) return refusedAs("file-busy", named, { folder: path.dirname(named) });
      else return refused(error, named, "replace");
    }
  }
  return undefined;
}

/** The permissions of a file that is there; undefined for a new one. */
export async function modeOf(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).mode & 0o777;
  } catch (error) {
    if (systemCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Files beyond this are not read into memory at all. */
const LARGEST = 200_000_000;

/** How Windows says that another program has the file open. */
const HELD = new Set(["EBUSY", "EPERM", "EACCES"]);
const PAUSES = [20, 80, 300];

async function followed(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch {
    // Not there yet, or its folder is gone: writing says which.
    return file;
  }
}

async function isWritable(file: string): Promise<boolean> {
  try {
    await access(file, constants.W_OK);
    await access(path.dirname(file), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
