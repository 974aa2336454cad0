import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type {
  ChosenPack,
  FileId,
  Host,
  HostCommand,
  HostFailure,
  HostFailureCode,
  HostResult,
  JournalHeader,
  JournalId,
  OpenedFile,
  OutputFile,
  PackFolder,
  PublishedFolder,
  RecentFile,
  Recovery,
  SavedFile,
  WindowDocument,
  WrittenPublication,
} from "../../shared/host/contract.js";

const TEMPLATES = path.resolve(import.meta.dirname, "../../templates");

/** A journal as the machine keeps it; `held` while its window runs. */
export interface StoredJournal {
  readonly header: JournalHeader;
  readonly bytes: Uint8Array;
  readonly entries: string[];
  readonly at: string;
  held: boolean;
}

/**
 * The machine, in memory: what a {@link Host} promises, without a disk. Dialogs answer what a test put into `chosen`; `refusals` makes the
 * machine refuse the next calls of a kind.
 */
export class MemoryHost implements Host {
  readonly files = new Map<FileId, Uint8Array>();
  readonly journals = new Map<JournalId, StoredJournal>();
  readonly exported: OutputFile[] = [];
  readonly published: PublishedFolder[] = [];
  /** The folder the person picks as a pack; undefined is cancel. */
  packToChoose: ChosenPack | undefined;
  readonly addedPacks = new Map<string, ChosenPack["files"]>();
  readonly recent: RecentFile[] = [];
  /** What the person picks in the next dialogs; undefined is cancel, and so is an empty list. */
  readonly chosen: (string | undefined)[] = [];
  readonly refusals: { readonly call: keyof Host; readonly code: HostFailureCode }[] = [];
  document: WindowDocument | undefined;
  closed = false;
  restarts = 0;
  private readonly listeners = new Set<(command: HostCommand) => void>();
  private last = 0;

  /** What the shell would tell the page. */
  command(command: HostCommand): void {
    for (const listener of this.listeners) listener(command);
  }

  /** Another program writes a file. */
  touch(id: FileId, bytes: Uint8Array): void {
    this.files.set(id, bytes);
  }

  /** The window is gone without a word: its journals stay behind. */
  crash(): void {
    for (const journal of this.journals.values()) journal.held = false;
    this.listeners.clear();
  }

  packs(): Promise<HostResult<readonly PackFolder[]>> {
    return this.answer("packs", () => [
      ...readdirSync(TEMPLATES, { withFileTypes: true })
        .flatMap(packFolder)
        .filter(({ folder }) => !this.addedPacks.has(folder)),
      ...Array.from(this.addedPacks, ([folder, files]) => ({ folder, added: true, files: textsOf(files) })),
    ]);
  }

  packFile(pack: string, name: string): Promise<HostResult<Uint8Array>> {
    return this.answer("packFile", () => new Uint8Array(readFileSync(path.join(TEMPLATES, pack, name))));
  }

  choosePack(): Promise<HostResult<ChosenPack | undefined>> {
    return this.answer("choosePack", () => this.packToChoose);
  }

  putPack(pack: string, content: string | undefined): Promise<HostResult<void>> {
    return this.answer("putPack", () => {
      if (content === undefined) return void this.addedPacks.delete(pack);
      if (content !== this.packToChoose?.id) throw new Error("another pack was chosen");
      this.addedPacks.set(pack, this.packToChoose.files);
    });
  }

  openFile(): Promise<HostResult<OpenedFile | undefined>> {
    const id = this.chosen.shift();
    return this.answer("openFile", () => (id === undefined ? undefined : this.opened(id)));
  }

  readFile(id: FileId): Promise<HostResult<OpenedFile>> {
    if (!this.files.has(id)) return Promise.resolve(refused("file-missing", id));
    return this.answer("readFile", () => this.opened(id));
  }

  saveFile(
    id: FileId,
    bytes: Uint8Array,
    against: { stamp: string; overwrite: boolean },
  ): Promise<HostResult<SavedFile>> {
    const now = this.files.get(id);
    if (now !== undefined && stampOf(now) !== against.stamp && !against.overwrite) {
      return Promise.resolve(refused("file-changed", id));
    }
    return this.answer("saveFile", () => this.write(id, bytes));
  }

  saveFileAs(suggestedName: string, bytes: Uint8Array): Promise<HostResult<SavedFile | undefined>> {
    const id = this.chosen.length === 0 ? suggestedName : this.chosen.shift();
    return this.answer("saveFileAs", () => (id === undefined ? undefined : this.write(id, bytes)));
  }

  exportFiles(
    files: readonly OutputFile[],
  ): Promise<HostResult<{ folder: string; names: readonly string[] } | undefined>> {
    const folder = this.chosen.length === 0 ? "/导出" : this.chosen.shift();
    return this.answer("exportFiles", () => {
      if (folder === undefined) return undefined;
      this.exported.push(...files);
      return { folder, names: files.map(({ name }) => name) };
    });
  }

  publishFolder(content: PublishedFolder): Promise<HostResult<WrittenPublication | undefined>> {
    const folder = this.chosen.length === 0 ? "/公开" : this.chosen.shift();
    return this.answer("publishFolder", () => {
      if (folder === undefined) return undefined;
      this.published.push(content);
      const names = content.files.map(({ name }) => name);
      return { folder: `${folder}/${content.folder}`, names, record: content.record.name };
    });
  }

  recentFiles(): Promise<readonly RecentFile[]> {
    return Promise.resolve(this.recent);
  }

  rememberFile(id: FileId, about: Parameters<Host["rememberFile"]>[1]): Promise<void> {
    const kept = this.recent.filter((file) => file.id !== id);
    const file = { ...about, id, name: id, folder: "/", at: "2026-01-01T00:00:00.000Z", exists: true };
    this.recent.splice(0, this.recent.length, file, ...kept);
    return Promise.resolve();
  }

  /** There is no browser in memory: the pages' own text stands for the PDF. */
  makePdf(pages: string): Promise<HostResult<Uint8Array>> {
    return this.answer("makePdf", () => new TextEncoder().encode(pages));
  }

  printPages(): Promise<HostResult<boolean>> {
    return this.answer("printPages", () => true);
  }

  forgetFile(id: FileId): Promise<void> {
    const at = this.recent.findIndex((file) => file.id === id);
    if (at >= 0) this.recent.splice(at, 1);
    return Promise.resolve();
  }

  beginJournal(header: JournalHeader, bytes: Uint8Array): Promise<HostResult<JournalId>> {
    return this.answer("beginJournal", () => {
      this.last += 1;
      const id = `journal-${this.last}`;
      const at = `2026-01-01T00:00:${String(this.last).padStart(2, "0")}.000Z`;
      this.journals.set(id, { header, bytes: bytes.slice(), entries: [], at, held: true });
      return id;
    });
  }

  appendJournal(id: JournalId, entry: string): Promise<HostResult<void>> {
    return this.answer("appendJournal", () => {
      if (entry.includes("\n")) throw new Error("an entry is one line");
      this.journals.get(id)?.entries.push(entry);
    });
  }

  endJournal(id: JournalId): Promise<void> {
    this.journals.delete(id);
    return Promise.resolve();
  }

  recoveries(): Promise<readonly Recovery[]> {
    const left = [...this.journals].filter(([, { held }]) => !held);
    return Promise.resolve(
      left.map(([id, { header, at, entries }]) => ({ ...header, id, at, entries: entries.length })).reverse(),
    );
  }

  readRecovery(id: JournalId): ReturnType<Host["readRecovery"]> {
    const journal = this.journals.get(id);
    if (journal === undefined) return Promise.resolve(refused("journal-broken", id));
    const { header, bytes, entries } = journal;
    const file = header.file === undefined ? undefined : this.files.get(header.file);
    const fileChanged = header.file !== undefined && (file === undefined || stampOf(file) !== stampOf(bytes));
    return this.answer("readRecovery", () => ({ header, bytes, entries, fileChanged, cutShort: false }));
  }

  setDocument(state: WindowDocument): Promise<void> {
    this.document = state;
    return Promise.resolve();
  }

  /** A page that begins anew leaves behind what it filled, and whoever listened is gone. */
  leavePage(how: "close" | "restart"): Promise<void> {
    if (how === "close") this.closed = true;
    else {
      this.restarts += 1;
      this.crash();
    }
    return Promise.resolve();
  }

  about(): ReturnType<Host["about"]> {
    return Promise.resolve({ name: "公开表编辑器", version: "0", electron: "none", chrome: "none", node: "none" });
  }

  onCommand(listener: (command: HostCommand) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private opened(id: FileId): OpenedFile {
    const bytes = this.files.get(id);
    if (bytes === undefined) throw new Error(`no file ${id}`);
    return { id, name: id, folder: "/", bytes: bytes.slice(), stamp: stampOf(bytes) };
  }

  private write(id: FileId, bytes: Uint8Array): SavedFile {
    this.files.set(id, bytes.slice());
    return { id, name: id, folder: "/", stamp: stampOf(bytes) };
  }

  private answer<Value>(call: keyof Host, value: () => Value): Promise<HostResult<Value>> {
    const at = this.refusals.findIndex((refusal) => refusal.call === call);
    const [refusal] = at < 0 ? [] : this.refusals.splice(at, 1);
    if (refusal !== undefined) return Promise.resolve(refused(refusal.code, ""));
    return Promise.resolve({ ok: true, value: value() });
  }
}

function refused(code: HostFailureCode, file: string): { readonly ok: false; readonly failure: HostFailure } {
  return { ok: false, failure: { code, facts: { file } } };
}

function stampOf(bytes: Uint8Array): string {
  return `${bytes.length}-${createHash("sha256").update(bytes).digest("hex")}`;
}

function packFolder(entry: { readonly name: string; isDirectory(): boolean }): readonly PackFolder[] {
  if (!entry.isDirectory()) return [];
  const folder = path.join(TEMPLATES, entry.name);
  const files: Record<string, string> = {};
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (/\.(json|csv)$/.test(file))
      files[file.replaceAll(path.sep, "/")] = readFileSync(path.join(folder, file), "utf8");
  }
  return [{ folder: entry.name, added: false, files }];
}

function textsOf(files: ChosenPack["files"]): Readonly<Record<string, string>> {
  const texts = Object.entries(files).filter(([name]) => /\.(json|csv)$/.test(name));
  return Object.fromEntries(texts.map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
}
