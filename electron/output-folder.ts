import { copyFile, link, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { HostResult, OutputFile } from "../shared/host/contract.js";
import { success } from "../shared/result.js";
import { discard, draftBeside, removeDeadDrafts, syncFolder, writeSynced } from "./drafts.js";
import { refused, systemCode } from "./refusals.js";
import { modeOf, replace } from "./whole-file.js";

/**
 * Writes several files into a folder, all or none: every one stands whole beside its target before the first is renamed, and when
 * one cannot take its place, those before it get back what they were.
 */
export async function writeTogether(folder: string, files: readonly OutputFile[]): Promise<HostResult<void>> {
  const steps: Step[] = files.map((file) => {
    const target = path.join(folder, file.name);
    return { target, bytes: file.bytes, draft: draftBeside(target), former: draftBeside(target), replaced: false };
  });
  let current = folder;
  try {
    await removeDeadDrafts(folder);
    for (const step of steps) {
      current = step.target;
      await writeSynced(step.draft, step.bytes, await modeOf(step.target));
    }
    for (const step of steps) {
      current = step.target;
      await keepFormer(step);
      const blocked = await replace(step.draft, step.target);
      if (blocked !== undefined) {
        await takeBack(steps);
        return blocked;
      }
      step.replaced = true;
    }
    await syncFolder(folder);
    return success(undefined);
  } catch (error) {
    await takeBack(steps);
    return refused(error, current, "write");
  } finally {
    for (const { draft, former } of steps) for (const file of [draft, former]) await discard(file);
  }
}

/** Which of these names a folder already has. */
export async function namesTaken(folder: string, names: readonly string[]): Promise<readonly string[]> {
  const taken: string[] = [];
  for (const name of names) if (await isThere(path.join(folder, name))) taken.push(name);
  return taken;
}

interface Step {
  readonly target: string;
  readonly bytes: Uint8Array;
  readonly draft: string;
  /** A second name for what the target was. */
  readonly former: string;
  replaced: boolean;
}

async function keepFormer({ target, former }: Step): Promise<void> {
  if (!(await isThere(target))) return;
  try {
    await link(target, former);
  } catch {
    // A file system without links, such as a USB stick's.
    await copyFile(target, former);
  }
}

async function takeBack(steps: readonly Step[]): Promise<void> {
  for (const { target, former, replaced } of steps) {
    if (!replaced) continue;
    if (await isThere(former)) await rename(former, target);
    else await rm(target, { force: true });
  }
}

async function isThere(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    if (systemCode(error) === "ENOENT") return false;
    throw error;
  }
}
