import path from "node:path";
import { app, type BrowserWindow, ipcMain, type WebContents } from "electron";
import type { About, HostCommand, WindowDocument } from "../shared/host/contract.js";
import { success } from "../shared/result.js";
import { AddedPacks } from "./added-packs.js";
import { COMMAND_CHANNEL } from "./channels.js";
import { Closing } from "./closing.js";
import { DocumentFiles } from "./document-files.js";
import { answerPages, type HostAnswers } from "./ipc.js";
import { Journals } from "./journals.js";
import { KnownFiles, knownFiles } from "./known-files.js";
import { setMenu, updateMenu } from "./menu.js";
import { Packs } from "./packs.js";
import { PageRestart } from "./page-restart.js";
import type { Printing } from "./printing.js";
import { SettingsFile } from "./settings-file.js";
import { contentHash } from "./stamp.js";
import { readWhole } from "./whole-file.js";
import { FIRST_STATE, keepState, windowState } from "./window-state.js";
import { openWindow } from "./window.js";

/** The running program: its one window, and everything the window's page may ask for. */
export class Program {
  private readonly known: KnownFiles;
  private readonly journals: Journals;
  private readonly packs: Packs;
  private readonly addedPacks: AddedPacks;
  private readonly sizes: SettingsFile<ReturnType<typeof windowState>>;
  private shown: ShownWindow | undefined;

  constructor(
    private readonly preload: string,
    userData: string,
    templates: string,
    private readonly printing: Printing,
  ) {
    this.known = new KnownFiles(new SettingsFile(path.join(userData, "files.json"), knownFiles), () => new Date());
    this.sizes = new SettingsFile(path.join(userData, "window.json"), windowState);
    this.journals = new Journals(path.join(userData, "journals"), (id) => this.hashOnDisk(id));
    this.packs = new Packs(templates, path.join(userData, "packs"));
    this.addedPacks = new AddedPacks(path.join(userData, "packs"));
    setMenu({ window: () => this.shown?.window, send: (command) => this.send({ kind: "menu", command }) });
    answerPages(ipcMain, (sender) => this.answersFor(sender));
  }

  /** Opens the window, with these files to open in it. */
  start(files: readonly string[]): void {
    const window = openWindow(this.preload, this.sizes.read() ?? FIRST_STATE);
    const shown: ShownWindow = {
      window,
      page: new PageRestart(window, {
        letGo: () => this.letPageGo(shown),
        tell: () => this.send({ kind: "page-crashed" }),
        now: () => Date.now(),
      }),
      files: new DocumentFiles(window, this.known),
      closing: new Closing(
        window,
        () => shown.document,
        (command) => this.send(command),
      ),
      document: { title: "", unsaved: false, opened: false },
    };
    this.shown = shown;
    keepState(window, this.sizes);
    window.on("closed", () => (this.shown = undefined));
    window.webContents.on("render-process-gone", () => shown.page.crashed());
    // Not earlier: there is nobody in the page to hear it.
    window.webContents.once("did-finish-load", () => this.openGiven(files));
  }

  /** A second start of the program: its files open here, and the window comes to the front. */
  secondStart(files: readonly string[]): void {
    const window = this.shown?.window;
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
    this.openGiven(files);
  }

  private openGiven(files: readonly string[]): void {
    for (const file of files) this.send({ kind: "open-file", file: this.known.idOf(file) });
  }

  private send(command: HostCommand): void {
    this.shown?.window.webContents.send(COMMAND_CHANNEL, command);
  }

  /** The page is no more: what it had not saved is in its journals, which the next page offers. */
  private letPageGo(shown: ShownWindow): Promise<void> {
    shown.document = { ...shown.document, unsaved: false, opened: false };
    updateMenu(shown.document);
    return this.journals.letGo();
  }

  private answersFor(sender: WebContents): HostAnswers | undefined {
    const shown = this.shown;
    if (shown === undefined || shown.window.webContents !== sender) return undefined;
    const { files, closing } = shown;
    return {
      packs: () => this.packs.all(),
      packFile: (pack, name) => this.packs.file(pack, name),
      choosePack: async () => {
        const folder = await files.packFolder();
        return folder === undefined ? success(undefined) : this.addedPacks.take(folder);
      },
      putPack: (pack, content) =>
        content === undefined ? this.addedPacks.remove(pack) : this.addedPacks.add(content, pack),
      openFile: (kind) => files.open(kind),
      readFile: (id) => files.read(id),
      saveFile: (id, bytes, against) => files.save(id, bytes, against),
      saveFileAs: (suggestedName, bytes) => files.saveAs(suggestedName, bytes),
      exportFiles: (outputs) => files.exportTo(outputs),
      publishFolder: (content) => files.publish(content),
      makePdf: (pages) => this.printing.pdf(pages),
      printPages: (pages) => this.printing.print(pages),
      recentFiles: () => Promise.resolve(files.recent()),
      rememberFile: (id, about) => Promise.resolve(this.known.remember(id, about)),
      forgetFile: (id) => Promise.resolve(this.known.forget(id)),
      beginJournal: (header, bytes) => this.journals.begin(header, bytes),
      appendJournal: (id, entry) => this.journals.append(id, entry),
      endJournal: (id) => this.journals.end(id),
      recoveries: () => this.journals.recoveries(),
      readRecovery: (id) => this.journals.read(id),
      setDocument: (document) => Promise.resolve(showDocument(shown, document)),
      leavePage: (how) => (how === "close" ? Promise.resolve(closing.close()) : shown.page.restart()),
      about: () => Promise.resolve(about()),
    };
  }

  private async hashOnDisk(id: string): Promise<string | undefined> {
    const file = this.known.pathOf(id);
    if (file === undefined) return undefined;
    const read = await readWhole(file);
    return read.ok ? contentHash(read.value.bytes) : undefined;
  }
}

interface ShownWindow {
  readonly window: BrowserWindow;
  readonly page: PageRestart;
  readonly files: DocumentFiles;
  readonly closing: Closing;
  document: WindowDocument;
}

function showDocument(shown: ShownWindow, document: WindowDocument): void {
  shown.document = document;
  shown.window.setTitle(document.title);
  updateMenu(document);
}

function about(): About {
  const { electron, chrome, node } = process.versions;
  return { name: app.getName(), version: app.getVersion(), electron, chrome, node };
}
