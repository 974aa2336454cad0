/**
 * Everything the window may ask of the machine it runs on; the only door between renderer and shell. The shell implements it
 * (electron/), the page gets it as `window.host` through the preload. Plain data both ways; no call ever throws for a reason of
 * the world: such reasons are {@link HostResult}s. The page never holds a path it could open: files have ids the shell gave.
 */
export interface Host {
  /** Texts of every installed pack: its own folder and folders the user added. */
  packs(): Promise<HostResult<readonly PackFolder[]>>;
  /** One binary file of a pack, by its {@link PackFolder}'s name: its template workbook, narrative template or sample. */
  packFile(pack: string, name: PackFileName): Promise<HostResult<Uint8Array>>;
  /**
   * Asks for a folder with the system's dialog and reads it whole, to be judged by the page; no value when the person cancels. Refused as
   * `not-a-pack` without a pack.json in it, and as `pack-too-large` before anything is read. Links are not followed.
   */
  choosePack(): Promise<HostResult<ChosenPack | undefined>>;
  /**
   * Puts the folder that was chosen last, as it was read, in the place of the added pack of that id, or with nothing takes that pack away;
   * one of the program's own of the same id is then there again.
   */
  putPack(pack: string, content: PackChoice | undefined): Promise<HostResult<void>>;

  /** Asks for a file with the system's dialog and reads it; no value when the person cancels. */
  openFile(kind: OpenKind): Promise<HostResult<OpenedFile | undefined>>;
  /** Reads a file the shell already knows: a recent one, the one given as argument, or an opened one again. */
  readFile(id: FileId): Promise<HostResult<OpenedFile>>;
  /**
   * Writes the whole file: beside its target, synced, renamed over it. Refused with `file-changed` when the file on disk is not
   * the one of `stamp`, and with `file-busy` when WPS, Excel or LibreOffice left word beside it that they have it open; `overwrite`
   * says that the person was asked, and writes.
   */
  saveFile(id: FileId, bytes: Uint8Array, against: SaveGuard): Promise<HostResult<SavedFile>>;
  /** Asks for a name with the system's dialog and writes the file there; no value when the person cancels. */
  saveFileAs(suggestedName: string, bytes: Uint8Array): Promise<HostResult<SavedFile | undefined>>;
  /** Asks for a folder and writes these files into it, all or none; gives the folder's name, or no value on cancel. */
  exportFiles(files: readonly OutputFile[]): Promise<HostResult<WrittenFolder | undefined>>;

  /**
   * Asks for a place with the system's dialog and writes a folder that goes out there, whole or not at all, with its record beside it; no
   * value when the person cancels. An earlier publication of the same name is replaced after a question; a folder with other files in
   * it is refused as `foreign-files`.
   */
  publishFolder(content: PublishedFolder): Promise<HostResult<WrittenPublication | undefined>>;

  /** Printable pages (one HTML text of `shared/pages`) as PDF with real text and bookmarks. */
  makePdf(pages: string): Promise<HostResult<Uint8Array>>;
  /** Hands printable pages to the system's print dialog; false when the person cancels. Refused with `no-printer` where there is none. */
  printPages(pages: string): Promise<HostResult<boolean>>;

  /** Files opened lately, the newest first, with what was known of them then. */
  recentFiles(): Promise<readonly RecentFile[]>;
  /** Remembers what a file is, for the start screen. */
  rememberFile(id: FileId, about: FileSummary): Promise<void>;
  /** Takes a file off the list of recent ones. */
  forgetFile(id: FileId): Promise<void>;

  /** Begins a recovery journal for an opened document: its bytes as opened or saved, then one line a gesture. */
  beginJournal(header: JournalHeader, bytes: Uint8Array): Promise<HostResult<JournalId>>;
  /** Hands one gesture to the operating system; resolved once it is there. Synced to the disk within a second. */
  appendJournal(id: JournalId, entry: string): Promise<HostResult<void>>;
  /** Ends a journal: the document was saved, or the person chose not to keep its changes. */
  endJournal(id: JournalId): Promise<void>;
  /**
   * Journals that no running window holds: work that a crash or a power cut left behind, the newest first. One that says nothing
   * beyond its file on disk is no work and is not listed.
   */
  recoveries(): Promise<readonly Recovery[]>;
  /** The bytes and gestures of such a journal. A last entry cut short by the crash is left out and said. */
  readRecovery(id: JournalId): Promise<HostResult<RecoveredWork>>;

  /** Tells the shell what the window shows: its title, and whether closing it would lose something. */
  setDocument(state: WindowDocument): Promise<void>;
  /**
   * Leaves the page. `close`: with its window; the page has asked whatever was to be asked. `restart`: for a new one, after a defect; its
   * journals are let go, so that the new page offers what they hold.
   */
  leavePage(how: PageLeave): Promise<void>;
  /** Versions, for the dialog 关于 and for reports of defects. */
  about(): Promise<About>;
  /** What the shell tells the page: menu commands, a wish to close, a file to open. Gives back how to stop listening. */
  onCommand(listener: (command: HostCommand) => void): () => void;
}

/** What an operation on the machine gives: a value, or why the machine refused. */
export type HostResult<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: HostFailure };

/** Why the machine refused, as a code of `shared/failure.ts` with the facts its sentence needs; `file` is a name to show. */
export interface HostFailure {
  readonly code: HostFailureCode;
  readonly facts: Readonly<Record<string, string>>;
}

/** The codes of {@link HostFailure}; the machine knows no others. */
export type HostFailureCode =
  | "file-missing" // gone since it was listed or opened
  | "file-unreadable"
  | "file-too-large"
  | "file-changed" // another program wrote it since it was opened
  | "file-busy" // locked by WPS, Excel or another program; facts.owner names their owner file when there is one
  | "no-permission"
  | "disk-full"
  | "folder-missing"
  | "foreign-files" // the folder that would be replaced holds files that are not ours, named in facts.found
  | "output-not-writable" // any other reason of the system, named in facts.reason
  | "journal-broken" // a recovery journal that cannot be read
  | "unknown-pack"
  | "not-a-pack" // a folder without pack.json
  | "pack-too-large" // more files or bytes than facts.files and facts.bytes
  | "no-printer"
  | "print-failed";

/** A file by a name the shell gave it; it stays valid as long as the program's settings. */
export type FileId = string;
/** A recovery journal by the name the shell gave it. */
export type JournalId = string;
/** The binary files a pack may have. */
export type PackFileName = "workbook.xlsx" | "narrative.docx" | "sample.xlsx";
/** What is looked for, which decides the dialog's filters. */
export type OpenKind = "workbook" | "previous-workbook" | "code-list" | "narrative" | "narrative-template";

/** A folder that was chosen to be added as a pack, by the name the shell gave it; it stays valid until the next is chosen. */
export type PackChoice = string;

/** A folder as a person chose it: all its files by their paths within it, and the links in it, which are left out. */
export interface ChosenPack {
  readonly id: PackChoice;
  readonly name: string;
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly links: readonly string[];
}

/** One folder of a pack: its data files (JSON, CSV) by their paths within it. */
export interface PackFolder {
  readonly folder: string;
  /** Whether a person added it; the others came with the program. */
  readonly added: boolean;
  readonly files: Readonly<Record<string, string>>;
}

/** A file as read: its name and folder to show, its bytes, and the state of the file on disk they were. */
export interface OpenedFile {
  readonly id: FileId;
  readonly name: string;
  readonly folder: string;
  readonly bytes: Uint8Array;
  readonly stamp: FileStamp;
}

/** The state of a file on disk, compared as a whole: size, time of change, hash of its content. */
export type FileStamp = string;

/** What a save goes by: the state the file had when it was opened or last saved, and whether another one may be overwritten. */
export interface SaveGuard {
  readonly stamp: FileStamp;
  readonly overwrite: boolean;
}

/** A file as written: its name and folder to show, and the state on disk that the next save goes by. */
export interface SavedFile {
  readonly id: FileId;
  readonly name: string;
  readonly folder: string;
  readonly stamp: FileStamp;
}

/** A file to be exported: its name without a folder, and its bytes. */
export interface OutputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Where an export went: the folder to show and the names in it. */
export interface WrittenFolder {
  readonly folder: string;
  readonly names: readonly string[];
}

/** A folder that goes out, by names without folders, and the record that stays beside it: its text is added to what is there. */
export interface PublishedFolder {
  readonly folder: string;
  readonly files: readonly OutputFile[];
  readonly record: { readonly name: string; readonly text: string };
}

/** Where a publication went, and the name of its record in the folder around it. */
export interface WrittenPublication extends WrittenFolder {
  readonly record: string;
}

/** What the start screen says of a file. `errors` is how many error findings stood when it was last saved or closed. */
export interface FileSummary {
  readonly department: string;
  readonly year: number;
  readonly pack: string;
  readonly errors: number;
  readonly explanations: number;
}

/** A file opened lately. */
export interface RecentFile extends FileSummary {
  readonly id: FileId;
  readonly name: string;
  readonly folder: string;
  /** When it was last opened or saved, as ISO 8601 text. */
  readonly at: string;
  readonly exists: boolean;
}

/** What a journal belongs to; `file` is absent for a workbook that was never saved. */
export interface JournalHeader {
  readonly file?: FileId;
  readonly name: string;
  readonly department: string;
  readonly year: number;
}

/** Work that was left behind, as the start screen lists it. */
export interface Recovery extends JournalHeader {
  readonly id: JournalId;
  readonly at: string;
  /** How many gestures it holds. */
  readonly entries: number;
}

/** Everything a journal holds: the bytes it began with and the gestures since, in their order. */
export interface RecoveredWork {
  readonly header: JournalHeader;
  readonly bytes: Uint8Array;
  readonly entries: readonly string[];
  /** The file as it is on disk now is another one than the journal began with. */
  readonly fileChanged: boolean;
  /** Whether the last entry was cut short and left out. */
  readonly cutShort: boolean;
}

/** What becomes of the window when its page is left. */
export type PageLeave = "close" | "restart";

/** What the shell must know of the window's document. */
export interface WindowDocument {
  readonly title: string;
  readonly unsaved: boolean;
  /** Which menu items make sense now. */
  readonly opened: boolean;
}

/** The program and what it runs on, as versions. */
export interface About {
  readonly name: string;
  readonly version: string;
  readonly electron: string;
  readonly chrome: string;
  readonly node: string;
}

/** What the shell tells the page: a menu command, a wish to close the window, a file to open, that the page before it crashed. */
export type HostCommand =
  | { readonly kind: "menu"; readonly command: MenuCommand }
  | { readonly kind: "close-requested" }
  | { readonly kind: "open-file"; readonly file: FileId }
  | { readonly kind: "page-crashed" };

/** Every command of the menu; the page knows what each means where the focus is. */
export type MenuCommand =
  | "new"
  | "open"
  | "open-sample"
  | "packs"
  | "save"
  | "save-as"
  | "export"
  | "print"
  | "close-document"
  | "quit"
  | "undo"
  | "redo"
  | "cut"
  | "copy"
  | "paste"
  | "delete"
  | "select-all"
  | "find"
  | "replace"
  | "fill-down"
  | "add-row"
  | "remove-row"
  | "add-project"
  | "remove-project"
  | "unit-details"
  | "take-previous"
  | "import-codes"
  | "next-finding"
  | "previous-finding"
  | "next-table"
  | "previous-table"
  | "show-findings"
  | "show-overview"
  | "show-narrative"
  | "zoom-in"
  | "zoom-out"
  | "zoom-reset"
  | "check-narrative"
  | "publish"
  | "shortcuts"
  | "about";
