import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import type { ChosenPack, HostResult, PackChoice } from "../shared/host/contract.js";
import { success } from "../shared/result.js";
import { readPackFolder, type ReadFolder } from "./chosen-pack.js";
import { discard, draftBeside, removeDeadDrafts, syncFolder, writeSynced } from "./drafts.js";
import { isThere, settleFormer, takePlace } from "./folder-place.js";
import { refused, refusedAs } from "./refusals.js";
import { replace } from "./whole-file.js";

/**
 * Packs that a person adds: a folder is read whole, judged by the page, and then written whole below the program's own
 * folder, exactly as it was judged.
 */
export class AddedPacks {
  private chosen: { readonly id: PackChoice; readonly read: ReadFolder } | undefined;

  /** `root`: where added packs lie, each in a folder of its id. */
  constructor(private readonly root: string) {}

  /** Reads a folder and keeps it to be added. */
  async take(folder: string): Promise<HostResult<ChosenPack>> {
    const read = await readPackFolder(folder);
    if (!read.ok) return read;
    const id = randomUUID();
    const { files, links } = read.value;
    this.chosen = { id, read: read.value };
    return success({ id, name: path.basename(folder), files: Object.fromEntries(files), links });
  }

  /** Writes the pack that was chosen last below `name`, whole, in place of an added one of that name. */
  async add(id: PackChoice, name: string): Promise<HostResult<void>> {
    if (this.chosen?.id !== id) throw new Error("another pack was chosen since");
    const target = path.join(this.root, name);
    const draft = draftBeside(target);
    let current = target;
    try {
      await mkdir(this.root, { recursive: true });
      await removeDeadDrafts(this.root);
      await settleFormer(this.root);
      await mkdir(draft);
      for (const [file, bytes] of this.chosen.read.files) {
        current = path.join(target, file);
        await mkdir(path.dirname(path.join(draft, file)), { recursive: true });
        await writeSynced(path.join(draft, file), bytes, undefined);
      }
      const blocked = await takePlace(draft, target);
      if (blocked !== undefined) return blocked;
      await syncFolder(this.root);
      this.chosen = undefined;
      return success(undefined);
    } catch (error) {
      return refused(error, current, "write");
    } finally {
      await discard(draft);
    }
  }

  /** Takes an added pack away; it leaves its place at once, whole. */
  async remove(name: string): Promise<HostResult<void>> {
    const target = path.join(this.root, name);
    const gone = draftBeside(target);
    try {
      if (!(await isThere(target))) return refusedAs("unknown-pack", name);
      const blocked = await replace(target, gone, target);
      if (blocked !== undefined) return blocked;
      await rm(gone, { recursive: true, force: true, maxRetries: 5 });
      return success(undefined);
    } catch (error) {
      return refused(error, target, "write");
    }
  }
}
