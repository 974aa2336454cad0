import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import path from "node:path";
import { failure } from "../../shared/failure.js";
import { refusal, success, type Result } from "../../shared/result.js";
import { ownerFileOf } from "../owner-files.js";
import { makeFolder, probe, writeSynced, type OutputFile } from "./output-files.js";

/** A folder to be published, and the record that stays beside it. */
export interface FolderContent {
  readonly name: string;
  readonly files: readonly OutputFile[];
  readonly record: { readonly name: string; readonly text: string };
}

/** What was written. */
export interface WrittenFolder {
  readonly folder: string;
  readonly files: readonly string[];
  readonly record: string;
}

/**
 * Writes a whole folder into another one, or nothing: it is made beside its place under a hidden name, synced, and renamed. A folder of
 * an earlier publication gives way as a whole; one with files that are not ours is refused as `foreign-files`, and one whose files
 * another program holds as `output-not-writable`. The record is written below those of earlier publications.
 */
export function writeFolder(parent: string, content: FolderContent): Result<WrittenFolder> {
  const target = path.join(parent, content.name);
  const record = path.join(parent, content.record.name);
  const drafts = { folder: hidden(target, "new"), record: hidden(record, "new"), old: hidden(target, "old") };
  let current = target;
  try {
    makeFolder(parent);
    const refused = inTheWay(target, content.files);
    if (refused !== undefined) return refused;
    mkdirSync(drafts.folder);
    for (const { name, bytes } of content.files) {
      current = path.join(target, name);
      writeSynced(path.join(drafts.folder, name), bytes);
    }
    syncFolder(drafts.folder);
    current = record;
    probe(record);
    writeSynced(drafts.record, Buffer.concat([recordSoFar(record), Buffer.from(content.record.text, "utf8")]));
    current = target;
    swap(target, record, drafts);
    syncFolder(parent);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refusal(failure("output-not-writable", { path: current, reason }));
  } finally {
    for (const draft of Object.values(drafts)) rmSync(draft, { recursive: true, force: true, maxRetries: 5 });
  }
  return success({ folder: target, files: content.files.map(({ name }) => path.join(target, name)), record });
}

/** What a system itself puts into folders. */
const LITTER: ReadonlySet<string> = new Set(["thumbs.db", "desktop.ini", ".ds_store", ".directory"]);

/** Names that a refusal tells. */
const NAMED = 3;

/** Why what stands at the folder's place cannot give way; undefined where nothing does, or only our own earlier files. */
function inTheWay(
  target: string,
  files: readonly OutputFile[],
): { readonly ok: false; readonly failure: ReturnType<typeof failure> } | undefined {
  if (lstatSync(target, { throwIfNoEntry: false }) === undefined) return undefined;
  if (!lstatSync(target).isDirectory()) return refusal(failure("output-not-writable", { path: target }));
  const own = new Set(files.map(({ name }) => name));
  for (const name of own) {
    const file = path.join(target, name);
    if (ownerFileOf(file) !== undefined) return refusal(failure("output-not-writable", { path: file, reason: "open" }));
  }
  const foreign = readdirSync(target).filter((name) => !own.has(name) && !LITTER.has(name.toLowerCase()));
  if (foreign.length > 0) {
    const more = foreign.length > NAMED ? " …" : "";
    return refusal(failure("foreign-files", { path: target, found: foreign.slice(0, NAMED).join("、") + more }));
  }
  for (const name of own) probe(path.join(target, name));
  return undefined;
}

/** Renames everything into place; when one step fails, those before it are taken back. */
function swap(
  target: string,
  record: string,
  drafts: { readonly folder: string; readonly record: string; readonly old: string },
): void {
  const hadOld = existsSync(target);
  if (hadOld) renameSync(target, drafts.old);
  try {
    renameSync(drafts.folder, target);
    renameSync(drafts.record, record);
  } catch (error) {
    if (existsSync(target)) renameSync(target, drafts.folder);
    if (hadOld) renameSync(drafts.old, target);
    throw error;
  }
}

/** Earlier publications' records; a new file begins with the mark by which Windows' editors know UTF-8. */
function recordSoFar(record: string): Buffer {
  return existsSync(record) ? readFileSync(record) : Buffer.from("\uFEFF", "utf8");
}

/** A name beside the target that no file listing shows and no other run uses. */
function hidden(target: string, what: string): string {
  return path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.${what}`);
}

/** So that the names outlast a power cut too; Windows does it by itself and opens no folders. */
function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
