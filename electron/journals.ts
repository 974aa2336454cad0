import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { HostResult, JournalHeader, JournalId, RecoveredWork, Recovery } from "../shared/host/contract.js";
import { success } from "../shared/result.js";
import { count, optional, record, text, type Check } from "./checks.js";
import { discard, syncFolder, writeSynced } from "./drafts.js";
import { frame, readFrames, type JournalFrames } from "./journal-format.js";
import { holdJournal, isHeld, releaseJournal } from "./journal-holder.js";
import { JournalWriter } from "./journal-writer.js";
import { refused, refusedAs, systemCode } from "./refusals.js";
import { contentHash } from "./stamp.js";

/** Tells the hash of the file an id stands for as it is on disk now; undefined when it is not there or cannot be read. */
export type HashOnDisk = (file: string) => Promise<string | undefined>;

/** The recovery journals of all documents: one folder, one file each, and beside it who works on it. */
export class Journals {
  private readonly writers = new Map<JournalId, JournalWriter>();
  /** Pages that filled journals so far: one begun for a page that is gone meanwhile is let go at once. */
  private page = 0;

  constructor(
    private readonly folder: string,
    private readonly hashOnDisk: HashOnDisk,
  ) {}

  /** A journal stands under its name only when its header and workbook are on the disk. */
  async begin(header: JournalHeader, bytes: Uint8Array): Promise<HostResult<JournalId>> {
    const id = randomUUID();
    const file = this.fileOf(id);
    const draft = `${file}.new`;
    const { page } = this;
    try {
      await mkdir(this.folder, { recursive: true });
      holdJournal(this.lockOf(id));
      const head = JSON.stringify(header);
      await writeSynced(draft, Buffer.concat([frame("head", head), frame("book", bytes)]), 0o600);
      await rename(draft, file);
      await syncFolder(this.folder);
      const writer = await JournalWriter.open(file);
      this.writers.set(id, writer);
      if (page !== this.page) await this.letGoOf(id, writer);
      return success(id);
    } catch (error) {
      await discard(draft);
      releaseJournal(this.lockOf(id));
      return refused(error, file, "write");
    }
  }

  async append(id: JournalId, entry: string): Promise<HostResult<void>> {
    const writer = this.writers.get(id);
    if (writer === undefined) return refusedAs("journal-broken", id, { reason: "not begun" });
    return writer.append(entry);
  }

  /** Takes a journal away, be it this window's or one left behind. */
  async end(id: JournalId): Promise<void> {
    const writer = this.writers.get(id);
    this.writers.delete(id);
    await writer?.close();
    await rm(this.fileOf(id), { force: true });
    releaseJournal(this.lockOf(id));
  }

  /**
   * Lets all journals go without ending them: the page that filled them is no more, and the next one offers them. One that the system
   * does not close well keeps none of the others back.
   */
  async letGo(): Promise<void> {
    this.page += 1;
    for (const [id, writer] of this.writers) await this.letGoOf(id, writer);
  }

  /** Journals with work in them that nobody holds, the newest first. */
  async recoveries(): Promise<readonly Recovery[]> {
    const found: Recovery[] = [];
    for (const id of await this.leftBehind()) {
      const left = await this.readLeft(id);
      if (left === undefined || !(await this.hasWork(left))) continue;
      const { mtime } = await stat(this.fileOf(id));
      found.push({ ...left.header, id, at: mtime.toISOString(), entries: left.frames.steps.length });
    }
    return found.toSorted((a, b) => (a.at < b.at ? 1 : -1));
  }

  /** Everything a journal holds. One that cannot be read stays where it is. */
  async read(id: JournalId): Promise<HostResult<RecoveredWork>> {
    try {
      const left = parsed(await readFile(this.fileOf(id)));
      if (left === undefined) return refusedAs("journal-broken", id, { reason: "no whole header" });
      const { header, frames } = left;
      const fileChanged =
        header.file !== undefined && (await this.hashOnDisk(header.file)) !== contentHash(frames.book);
      return success({ header, bytes: frames.book, entries: frames.steps, fileChanged, cutShort: frames.cutShort });
    } catch (error) {
      return refusedAs("journal-broken", id, { reason: systemCode(error) });
    }
  }

  private async letGoOf(id: JournalId, writer: JournalWriter): Promise<void> {
    this.writers.delete(id);
    try {
      await writer.close();
    } catch (error) {
      console.error(`journal ${id}:`, systemCode(error));
    }
    releaseJournal(this.lockOf(id));
  }

  private async leftBehind(): Promise<readonly JournalId[]> {
    const names = await readdir(this.folder).catch((error: unknown) => {
      if (systemCode(error) === "ENOENT") return [];
      throw error;
    });
    const ids = names.filter((name) => name.endsWith(SUFFIX)).map((name) => name.slice(0, -SUFFIX.length));
    return ids.filter((id) => !this.writers.has(id) && !isHeld(this.lockOf(id)));
  }

  private async readLeft(id: JournalId): Promise<LeftBehind | undefined> {
    try {
      return parsed(await readFile(this.fileOf(id)));
    } catch (error) {
      console.error(`journal ${id}:`, systemCode(error));
      return undefined;
    }
  }

  /** A workbook as it lies on the disk, without any gesture, is no work. */
  private async hasWork({ header, frames }: LeftBehind): Promise<boolean> {
    if (frames.steps.length > 0 || header.file === undefined) return true;
    return (await this.hashOnDisk(header.file)) !== contentHash(frames.book);
  }

  private fileOf(id: JournalId): string {
    return path.join(this.folder, `${id}${SUFFIX}`);
  }

  private lockOf(id: JournalId): string {
    return path.join(this.folder, `${id}.lock`);
  }
}

/** The header as the page gives it and as it stands in the journal. */
export const journalHeader: Check<JournalHeader> = record<JournalHeader>({
  file: optional(text(64)),
  name: text(300),
  department: text(300),
  year: count,
});

interface LeftBehind {
  readonly header: JournalHeader;
  readonly frames: JournalFrames;
}

function parsed(journal: Uint8Array): LeftBehind | undefined {
  const frames = readFrames(journal);
  if (frames === undefined) return undefined;
  try {
    return { header: journalHeader(JSON.parse(frames.head)), frames };
  } catch (error) {
    console.error("a journal's header:", error);
    return undefined;
  }
}

const SUFFIX = ".journal";
