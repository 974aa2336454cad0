import path from "node:path";
import type { BrowserWindow } from "electron";
import { existsSync } from "node:fs";
import type {
  FileId,
  HostResult,
  OpenedFile,
  OpenKind,
  OutputFile,
  PublishedFolder,
  RecentFile,
  SavedFile,
  SaveGuard,
  WrittenFolder,
  WrittenPublication,
} from "../shared/host/contract.js";
import { success } from "../shared/result.js";
import { askForFile, askForFolder, askForName, mayReplace } from "./file-dialogs.js";
import type { KnownFiles } from "./known-files.js";
import { namesTaken, writeTogether } from "./output-folder.js";
import { inTheWay, writeFolder } from "./publication-folder.js";
import { ownerFileOf } from "./owner-files.js";
import { refusedAs } from "./refusals.js";
import { isSameContent } from "./stamp.js";
import { readWhole, writeWhole } from "./whole-file.js";
import { EXPORT_DIALOG, PACK_DIALOG, PUBLISH_DIALOG, REPLACE_QUESTION, REPUBLISH_QUESTION } from "./wording.js";

/** Opening, saving and exporting as the page asks for them: by ids and dialogs, never by paths of its own. */
export class DocumentFiles {
  constructor(
    private readonly window: BrowserWindow,
    private readonly known: KnownFiles,
  ) {}

  async open(kind: OpenKind): Promise<HostResult<OpenedFile | undefined>> {
    const file = await askForFile(this.window, kind, this.lastFolder());
    if (file === undefined) return success(undefined);
    return this.opened(file);
  }

  async read(id: FileId): Promise<HostResult<OpenedFile>> {
    const file = this.known.pathOf(id);
    return file === undefined ? refusedAs("file-missing", "") : this.opened(file);
  }

  async save(id: FileId, bytes: Uint8Array, against: SaveGuard): Promise<HostResult<SavedFile>> {
    const file = this.known.pathOf(id);
    if (file === undefined) return refusedAs("file-missing", "");
    if (!against.overwrite) {
      const blocked = heldElsewhere(file) ?? (await changedSince(file, against.stamp));
      if (blocked !== undefined) return blocked;
    }
    return this.written(file, bytes);
  }

  async saveAs(suggestedName: string, bytes: Uint8Array): Promise<HostResult<SavedFile | undefined>> {
    const file = await askForName(this.window, suggestedName, this.lastFolder());
    if (file === undefined) return success(undefined);
    return heldElsewhere(file) ?? (await this.written(file, bytes));
  }

  async exportTo(files: readonly OutputFile[]): Promise<HostResult<WrittenFolder | undefined>> {
    const folder = await askForFolder(this.window, EXPORT_DIALOG, this.lastFolder());
    if (folder === undefined) return success(undefined);
    const names = files.map(({ name }) => name);
    const taken = await namesTaken(folder, names);
    if (taken.length > 0 && !(await mayReplace(this.window, REPLACE_QUESTION, taken))) return success(undefined);
    for (const name of taken) {
      const held = heldElsewhere(path.join(folder, name));
      if (held !== undefined) return held;
    }
    const written = await writeTogether(folder, files);
    return written.ok ? success({ folder, names }) : written;
  }

  async publish(content: PublishedFolder): Promise<HostResult<WrittenPublication | undefined>> {
    const chosen = await askForFolder(this.window, PUBLISH_DIALOG, this.lastFolder());
    if (chosen === undefined) return success(undefined);
    // Whoever points at the earlier publication itself means its place, not a folder within.
    const parent = path.basename(chosen) === content.folder ? path.dirname(chosen) : chosen;
    const blocked = await inTheWay(parent, content);
    if (blocked !== undefined) return blocked;
    const isTaken = existsSync(path.join(parent, content.folder));
    if (isTaken && !(await mayReplace(this.window, REPUBLISH_QUESTION, [content.folder]))) return success(undefined);
    return writeFolder(parent, content);
  }

  /** The folder a person chooses to be added as a pack. */
  packFolder(): Promise<string | undefined> {
    return askForFolder(this.window, PACK_DIALOG, this.lastFolder());
  }

  recent(): readonly RecentFile[] {
    return this.known.recent().map(({ id, path: file, at, about }) => ({
      ...about,
      ...placeOf(file),
      id,
      at,
      exists: existsSync(file),
    }));
  }

  private async opened(file: string): Promise<HostResult<OpenedFile>> {
    const read = await readWhole(file);
    return read.ok ? success({ id: this.known.idOf(file), ...placeOf(file), ...read.value }) : read;
  }

  private async written(file: string, bytes: Uint8Array): Promise<HostResult<SavedFile>> {
    const written = await writeWhole(file, bytes);
    return written.ok ? success({ id: this.known.idOf(file), ...placeOf(file), stamp: written.value }) : written;
  }

  /** Dialogs begin where the person was last. */
  private lastFolder(): string | undefined {
    const folder = this.known.lastFolder();
    return folder !== undefined && existsSync(folder) ? folder : undefined;
  }
}

function placeOf(file: string): { readonly name: string; readonly folder: string } {
  return { name: path.basename(file), folder: path.dirname(file) };
}

function heldElsewhere(file: string): HostResult<never> | undefined {
  const owner = ownerFileOf(file);
  return owner === undefined ? undefined : refusedAs("file-busy", file, { owner });
}

/** A file that is gone is refused too: whoever moved it would be surprised by a second one. */
async function changedSince(file: string, stamp: string): Promise<HostResult<never> | undefined> {
  const now = await readWhole(file);
  if (!now.ok) return existsSync(path.dirname(file)) ? now : refusedAs("folder-missing", file, placeOf(file));
  return isSameContent(now.value.stamp, stamp) ? undefined : refusedAs("file-changed", file);
}
