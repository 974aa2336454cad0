import { createHash } from "node:crypto";
import { open, readdir, rm } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import { isRunning } from "./processes.js";

/**
 * Files and folders on their way: each is first written whole beside its target under such a name. A draft whose program was killed
 * stays behind; the next one that writes into the folder takes it away.
 */

let drafts = 0;

/** A name for a draft beside a target. Short, because the target's own name may be as long as a file system allows. */
export function draftBeside(target: string, suffix: typeof SUFFIX | typeof FORMER_SUFFIX = SUFFIX): string {
  drafts += 1;
  return path.join(path.dirname(target), `${PREFIX}${process.pid}-${drafts}${suffix}`);
}

/**
 * Ends the names of folders in which another one waits until the new one has its place. Not named like a draft: should the program be
 * killed just then, it holds the only copy, and nobody may take it away.
 */
export const FORMER_SUFFIX = ".old";

/** The number of the program of this machine that set something aside under this name; undefined for other names. */
export function ownerOfFormer(name: string): number | undefined {
  return ownerOf(name, FORMER_SUFFIX);
}

/** Writes bytes under a new name and gives them to the disk before it returns. The file gets `mode` when one is given. */
export async function writeSynced(file: string, bytes: Uint8Array, mode: number | undefined): Promise<number> {
  const handle = await open(file, "wx", mode);
  try {
    await handle.writeFile(bytes);
    if (mode !== undefined) await handle.chmod(mode);
    await handle.sync();
    return (await handle.stat()).mtimeMs;
  } finally {
    await handle.close();
  }
}

/** Takes a draft away. One that cannot go now is taken by the next program, so it must not hide why the draft failed. */
export async function discard(draft: string): Promise<void> {
  await rm(draft, { recursive: true, force: true, maxRetries: 5 }).catch((error: unknown) => console.error(error));
}

/** Gives a folder's new names to the disk. Windows does that by itself and cannot open folders. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Takes away drafts of this machine's programs that are no more. */
export async function removeDeadDrafts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = ownerOf(name, SUFFIX);
    if (pid !== undefined && !isRunning(pid)) await rm(path.join(folder, name), { recursive: true, force: true });
  }
}

function ownerOf(name: string, suffix: string): number | undefined {
  if (!name.startsWith(PREFIX) || !name.endsWith(suffix)) return undefined;
  const pid = Number.parseInt(name.slice(PREFIX.length), 10);
  return Number.isInteger(pid) ? pid : undefined;
}

/** Several machines may share a folder; each knows only its own programs. */
const MACHINE = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);
const PREFIX = `.gongkai-${MACHINE}-`;
const SUFFIX = ".tmp";
