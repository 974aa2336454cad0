import { lstat, mkdir, readdir, rename, rmdir } from "node:fs/promises";
import path from "node:path";
import type { HostResult } from "../shared/host/contract.js";
import { discard, draftBeside, ownerOfFormer, FORMER_SUFFIX } from "./drafts.js";
import { isRunning } from "./processes.js";
import { systemCode } from "./refusals.js";
import { replace } from "./whole-file.js";

/**
 * Puts a whole folder into its place; one that was there gives way as a whole. Gives why it cannot be, and then everything is as it was.
 * `then`: a last step that belongs to it and may be refused too.
 */
export async function takePlace(
  draft: string,
  target: string,
  then: () => Promise<HostResult<never> | undefined> = () => Promise.resolve(undefined),
): Promise<HostResult<never> | undefined> {
  const former = (await isThere(target)) ? await makeFormer(target) : undefined;
  try {
    const blocked =
      (former === undefined ? undefined : await replace(target, former.waiting, target)) ??
      (await replace(draft, target)) ??
      (await then());
    if (blocked === undefined) return undefined;
    await takeBack(draft, target, former);
    return blocked;
  } finally {
    if (former !== undefined) await removeFormer(former.folder, target);
  }
}

/**
 * Folders that a program of this machine had set aside when it was killed go back to their place beside it, or where the new one has
 * taken it, away. To be called before anything is asked about the places in a folder.
 */
export async function settleFormer(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const pid = ownerOfFormer(name);
    if (pid === undefined || isRunning(pid)) continue;
    const former = path.join(parent, name);
    for (const waiting of await readdir(former)) {
      const target = path.join(parent, waiting);
      if (!(await isThere(target))) await rename(path.join(former, waiting), target);
    }
    await discard(former);
  }
}

/** Whether something stands at a place, be it a link that leads nowhere. */
export async function isThere(place: string): Promise<boolean> {
  try {
    await lstat(place);
    return true;
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(systemCode(error))) return false;
    throw error;
  }
}

/** Where a folder waits, under its own name, until the new one has its place. */
interface Former {
  readonly folder: string;
  readonly waiting: string;
}

async function makeFormer(target: string): Promise<Former> {
  const folder = draftBeside(target, FORMER_SUFFIX);
  await mkdir(folder);
  return { folder, waiting: path.join(folder, path.basename(target)) };
}

async function takeBack(draft: string, target: string, former: Former | undefined): Promise<void> {
  const isSetAside = former !== undefined && (await isThere(former.waiting));
  const isNew = former === undefined || isSetAside;
  if (isNew && !(await isThere(draft)) && (await isThere(target))) await replace(target, draft);
  if (isSetAside) await replace(former.waiting, target);
}

/** Should the folder not have come back to its place, what waits is the only copy and stays. */
async function removeFormer(folder: string, target: string): Promise<void> {
  if (await isThere(target)) await discard(folder);
  else await rmdir(folder).catch((error: unknown) => console.error(error));
}
