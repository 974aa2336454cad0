import type {
  Host,
  OpenKind,
  OutputFile,
  PackFileName,
  PageLeave,
  PublishedFolder,
  SaveGuard,
  WindowDocument,
} from "../shared/host/contract.js";
import type { HostCall } from "./channels.js";
import { bytes, choice, fileName, flag, list, optional, record, text, textLike, type Check } from "./checks.js";
import { journalHeader } from "./journals.js";
import { fileSummary } from "./known-files.js";

/** What each call of the page takes, argument by argument. The compiler holds this list to the contract. */
export const CALL_ARGUMENTS: {
  readonly [Call in HostCall]: ChecksOf<Parameters<Host[Call]>>;
} = {
  packs: [],
  packFile: [fileName, choice<PackFileName>("workbook.xlsx", "narrative.docx", "sample.xlsx")],
  choosePack: [],
  putPack: [fileName, optional(id())],
  openFile: [choice<OpenKind>("workbook", "previous-workbook", "code-list", "narrative", "narrative-template")],
  readFile: [id()],
  saveFile: [id(), file(), record<SaveGuard>({ stamp: text(200), overwrite: flag })],
  saveFileAs: [fileName, file()],
  exportFiles: [outputFiles()],
  publishFolder: [publishedFolder],
  makePdf: [text(100_000_000)],
  printPages: [text(100_000_000)],
  recentFiles: [],
  rememberFile: [id(), fileSummary],
  forgetFile: [id()],
  beginJournal: [journalHeader, file()],
  appendJournal: [id(), text(100_000_000)],
  endJournal: [id()],
  recoveries: [],
  readRecovery: [id()],
  setDocument: [record<WindowDocument>({ title: text(500), unsaved: flag, opened: flag })],
  leavePage: [choice<PageLeave>("close", "restart")],
  about: [],
};

type ChecksOf<Arguments extends readonly unknown[]> = { readonly [Index in keyof Arguments]: Check<Arguments[Index]> };

/** The arguments of a call with their types, or a TypeError that says which is wrong. */
export function checkedArguments<Call extends HostCall>(call: Call, given: readonly unknown[]): Parameters<Host[Call]> {
  const checks: readonly Check<unknown>[] = CALL_ARGUMENTS[call];
  if (given.length !== checks.length) throw new TypeError(`${call}: ${given.length} arguments`);
  return checks.map((check, index) => {
    try {
      return check(given[index]);
    } catch (error) {
      throw new TypeError(`${call}: argument ${index + 1}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }) as Parameters<Host[Call]>;
}

/** The names the shell gives to files, journals and chosen folders. */
function id(): Check<string> {
  return textLike(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
}

function file(): Check<Uint8Array> {
  return bytes(200_000_000);
}

function outputFiles(): Check<readonly OutputFile[]> {
  return list(record<OutputFile>({ name: fileName, bytes: file() }), 20);
}

/** No file may take another's place, the record least of all: it must not stand where it goes out. */
function publishedFolder(value: unknown): PublishedFolder {
  const recordText = record<PublishedFolder["record"]>({ name: fileName, text: text(10_000_000) });
  const content = record<PublishedFolder>({ folder: fileName, files: outputFiles(), record: recordText })(value);
  const places = [content.folder, content.record.name, ...content.files.map(({ name }) => `${content.folder}/${name}`)];
  const different = new Set(places.map((place) => place.toLowerCase()));
  if (different.size < places.length) throw new TypeError("two things of one name");
  return content;
}
