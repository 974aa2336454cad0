import { lstat, mkdir, open, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { HostResult, PublishedFolder, WrittenPublication } from "../shared/host/contract.js";
import { success } from "../shared/result.js";
import { discard, draftBeside, removeDeadDrafts, syncFolder, writeSynced } from "./drafts.js";
import { isThere, settleFormer, takePlace } from "./folder-place.js";
import { ownerFileOf } from "./owner-files.js";
import { refused, refusedAs } from "./refusals.js";
import { replace } from "./whole-file.js";

/**
 * Writes a whole folder into another one, or nothing: it is made beside its place under a hidden name, synced, and renamed. A folder of
 * an earlier publication gives way as a whole; one with files that are not ours is refused as `foreign-files`, and one whose files
 * another program holds as `file-busy`. The record is written below those of earlier publications.
 */
export async function writeFolder(parent: string, content: PublishedFolder): Promise<HostResult<WrittenPublication>> {
  const target = path.join(parent, content.folder);
  const record = path.join(parent, content.record.name);
  const drafts = { folder: draftBeside(target), record: draftBeside(record) };
  let current = parent;
  try {
    await removeDeadDrafts(parent);
    const blocked = await inTheWay(parent, content);
    if (blocked !== undefined) return blocked;
    current = target;
    await mkdir(drafts.folder);
    for (const { name, bytes } of content.files) {
      current = path.join(target, name);
      await writeSynced(path.join(drafts.folder, name), bytes, undefined);
    }
    await syncFolder(drafts.folder);
    current = record;
    await probe(record);
    const text = Buffer.concat([await recordSoFar(record), Buffer.from(content.record.text, "utf8")]);
    await writeSynced(drafts.record, text, undefined);
    const unmoved = await takePlace(drafts.folder, target, () => replace(drafts.record, record));
    if (unmoved !== undefined) return unmoved;
    await syncFolder(parent);
  } catch (error) {
    return refused(error, current, "write");
  } finally {
    for (const draft of [drafts.folder, drafts.record]) await discard(draft);
  }
  return success({ folder: target, names: content.files.map(({ name }) => name), record: content.record.name });
}

/** What a system itself puts into folders. */
const LITTER: ReadonlySet<string> = new Set(["thumbs.db", "desktop.ini", ".ds_store", ".directory"]);

/** Names that a refusal tells. */
const NAMED = 3;

/**
 * Why what stands at the folder's place cannot give way; undefined where nothing does, or only our own earlier files. An earlier
 * publication that a killed program had set aside is put back first.
 */
export async function inTheWay(parent: string, content: PublishedFolder): Promise<HostResult<never> | undefined> {
  const target = path.join(parent, content.folder);
  let current = target;
  try {
    await settleFormer(parent);
    if (!(await isThere(target))) return undefined;
    if (!(await lstat(target)).isDirectory()) {
      return refusedAs("output-not-writable", target, { folder: parent, reason: "ENOTDIR" });
    }
    const own = new Set(content.files.map(({ name }) => name));
    for (const name of own) {
      const owner = ownerFileOf(path.join(target, name));
      if (owner !== undefined) return refusedAs("file-busy", name, { folder: target, owner });
    }
    const foreign = (await readdir(target)).filter((name) => !own.has(name) && !LITTER.has(name.toLowerCase()));
    if (foreign.length > 0) {
      const more = foreign.length > NAMED ? " …" : "";
      return refusedAs("foreign-files", target, { folder: parent, found: foreign.slice(0, NAMED).join("、") + more });
    }
    for (const name of own) {
      current = path.join(target, name);
      await probe(current);
    }
    return undefined;
  } catch (error) {
    return refused(error, current, "write");
  }
}

/** Throws where a file cannot be replaced: it is write-protected, a folder, or held open by another program. */
async function probe(file: string): Promise<void> {
  if (await isThere(file)) await (await open(file, "r+")).close();
}

/** Earlier publications' records; a new file begins with the mark by which Windows' editors know UTF-8. */
async function recordSoFar(record: string): Promise<Buffer> {
  return (await isThere(record)) ? readFile(record) : Buffer.from("\uFEFF", "utf8");
}
