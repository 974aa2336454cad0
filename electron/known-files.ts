import { randomUUID } from "node:crypto";
import path from "node:path";
import type { FileId, FileSummary } from "../shared/host/contract.js";
import { count, list, optional, record, text, type Check } from "./checks.js";
import type { SettingsFile } from "./settings-file.js";

/** A file people once chose: the name the page has for it, where it lies, and what the start screen says of it. */
export interface KnownFile {
  readonly id: FileId;
  readonly path: string;
  /** When it was last opened or saved. */
  readonly at: string;
  /** Present while it is on the list of recent files. */
  readonly about?: FileSummary;
}

/**
 * The files the page may speak of. It holds their ids only, so it can reach nothing that a person has not chosen in a dialog, given
 * as an argument or opened before. Ids stay the same over restarts: journals and the list of recent files go by them.
 */
export class KnownFiles {
  private files: readonly KnownFile[];

  constructor(
    private readonly settings: SettingsFile<readonly KnownFile[]>,
    private readonly now: () => Date,
  ) {
    this.files = settings.read() ?? [];
  }

  /** The id of a file a person chose, now the newest of all. */
  idOf(file: string): FileId {
    const chosen = path.resolve(file);
    const known = this.files.find((one) => placeKey(one.path) === placeKey(chosen));
    const id = known?.id ?? randomUUID();
    this.put({ ...known, id, path: chosen, at: this.now().toISOString() });
    return id;
  }

  pathOf(id: FileId): string | undefined {
    return this.files.find((one) => one.id === id)?.path;
  }

  /** The folder of the file that was chosen last. */
  lastFolder(): string | undefined {
    const last = this.files[0];
    return last && path.dirname(last.path);
  }

  /** Notes what a file is, and with that puts it on the list of recent ones. */
  remember(id: FileId, about: FileSummary): void {
    const known = this.files.find((one) => one.id === id);
    if (known !== undefined) this.put({ ...known, about, at: this.now().toISOString() });
  }

  /** Takes a file off the list of recent ones. Its id stays: an open window or a journal may still speak of it. */
  forget(id: FileId): void {
    this.keep(this.files.map((one) => (one.id === id ? { id: one.id, path: one.path, at: one.at } : one)));
  }

  /** Those with a summary, the newest first. */
  recent(): readonly (KnownFile & { readonly about: FileSummary })[] {
    return this.files
      .flatMap((one) => (one.about === undefined ? [] : [{ ...one, about: one.about }]))
      .slice(0, RECENT);
  }

  private put(file: KnownFile): void {
    this.keep([file, ...this.files.filter((one) => one.id !== file.id)].slice(0, MOST));
  }

  private keep(files: readonly KnownFile[]): void {
    this.files = files;
    this.settings.write(files);
  }
}

export const fileSummary: Check<FileSummary> = record<FileSummary>({
  department: text(300),
  year: count,
  pack: text(200),
  errors: count,
  explanations: count,
});

/** What stands in the settings file. */
export const knownFiles: Check<readonly KnownFile[]> = list(
  record<KnownFile>({ id: text(64), path: text(5000), at: text(40), about: optional(fileSummary) }),
  1000,
);

const RECENT = 20;
const MOST = 500;

/** Windows takes 表.XLSX and 表.xlsx for one file. */
function placeKey(file: string): string {
  return process.platform === "win32" ? file.toLowerCase() : file;
}
