import { constants } from "node:fs";
import { lstat, open, readdir } from "node:fs/promises";
import path from "node:path";
import type { HostResult } from "../shared/host/contract.js";
import { success } from "../shared/result.js";
import { refused, refusedAs } from "./refusals.js";

/** Everything in a folder a person chose as a pack: its files' bytes by their paths within it, and the links that were passed over. */
export interface ReadFolder {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly links: readonly string[];
}

/** What a pack may weigh: many times the largest known one, and little enough for a wrong folder to be noticed at once. */
export const PACK_LIMITS: PackLimits = { files: 1000, bytes: 50_000_000, depth: 5 };

interface PackLimits {
  readonly files: number;
  readonly bytes: number;
  readonly depth: number;
}

/**
 * Reads a whole folder into memory, so that what is judged is what will be written. It must hold a pack.json, else nothing of it is looked
 * at; sizes are added up before anything is read; links are not followed.
 */
export async function readPackFolder(
  folder: string,
  limits: PackLimits = PACK_LIMITS,
): Promise<HostResult<ReadFolder>> {
  let current = path.join(folder, "pack.json");
  try {
    const head = await lstat(current).catch(() => undefined);
    if (head?.isFile() !== true) return refusedAs("not-a-pack", folder);
    current = folder;
    const listed = await listFiles(folder, limits);
    if (listed === undefined) {
      return refusedAs("pack-too-large", folder, { files: String(limits.files), bytes: String(limits.bytes) });
    }
    const files = new Map<string, Uint8Array>();
    for (const name of listed.names) {
      current = path.join(folder, name);
      files.set(name.replaceAll(path.sep, "/"), await readOwn(current));
    }
    return success({ files, links: listed.links });
  } catch (error) {
    return refused(error, current, "read");
  }
}

interface Listed {
  readonly names: string[];
  readonly links: string[];
}

/** The names of a folder's files, or undefined where they are too many, too large or too deep. */
async function listFiles(folder: string, limits: PackLimits): Promise<Listed | undefined> {
  const listed: Listed = { names: [], links: [] };
  const waiting = [{ place: "", depth: 1 }];
  let bytes = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { place, depth } = next;
    if (depth > limits.depth) return undefined;
    for (const entry of await readdir(path.join(folder, place), { withFileTypes: true })) {
      const name = path.join(place, entry.name);
      if (entry.isSymbolicLink()) listed.links.push(name.replaceAll(path.sep, "/"));
      else if (entry.isDirectory()) waiting.push({ place: name, depth: depth + 1 });
      else if (entry.isFile()) {
        bytes += (await lstat(path.join(folder, name))).size;
        listed.names.push(name);
      }
      if (listed.names.length + listed.links.length + waiting.length > limits.files) return undefined;
      if (bytes > limits.bytes) return undefined;
    }
  }
  return listed;
}

/** The bytes of a file; one that became a link since it was listed is refused by the system. */
async function readOwn(file: string): Promise<Uint8Array> {
  // Windows has no such flag (nothing is added there), and makes links for administrators only.
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    return new Uint8Array(await handle.readFile());
  } finally {
    await handle.close();
  }
}
