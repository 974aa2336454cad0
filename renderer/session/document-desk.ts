import { isLegacyWorkbook } from "../../shared/archive/file-kind.js";
import { openSession } from "../../shared/calc/open.js";
import type { Session } from "../../shared/calc/session.js";
import { fingerprintOf } from "../../shared/calc/fingerprint.js";
import { failure } from "../../shared/failure.js";
import { findingsOf, type ReadyPack } from "../../shared/exchange/open-workbook.js";
import { standingReading } from "../../shared/exchange/standing-reading.js";
import type { FileId, FileStamp, Host, HostFailure, HostResult, PackFolder } from "../../shared/host/contract.js";
import { readTransactionText } from "../../shared/model/transaction-text.js";
import type { Profile } from "../../shared/model/workbook.js";
import { refusal, success, type Result } from "../../shared/result.js";
import { revivedWorkbook } from "../worker/plain-workbook.js";
import type {
  Answer,
  Ask,
  CheckedPack,
  ExportWish,
  FoundDocument,
  MadePublication,
  NarrativeChecked,
  PackTemplate,
  PackToCheck,
  PagesWish,
  PreparedPublication,
  PreviousFigures,
  PrintedPages,
  Progress,
  PublicationQuestion,
  PublicationWish,
} from "../worker/protocol.js";
import { readingPack, type InstalledPacks } from "../worker/ready-packs.js";
import { breathe } from "./breathe.js";
import { begun, replay, type Work } from "./gestures.js";
import { Journal } from "./journal.js";
import { SessionStore } from "./session-store.js";
import { StandingWorker, type SilentWorker } from "./standing-worker.js";
import { WorkerClient, type WorkerPort } from "./worker-client.js";

/** The file the open workbook belongs to; without an id it was never saved. */
export interface DocumentFile {
  readonly id?: FileId;
  readonly name: string;
  readonly folder: string;
  readonly stamp?: FileStamp;
}

/** A workbook opened but not shown yet: the one in the window is untouched until it is. */
export interface Opening {
  readonly client: WorkerClient;
  readonly ready: ReadyPack;
  readonly found: FoundDocument;
  /** The bytes the worker's workbook has: the file's, or of one newly made. */
  readonly bytes: Uint8Array;
  /** As the bytes say it. */
  readonly opening: Session;
  /** After the gestures of a recovered journal, where there are any. */
  readonly work: Work;
  readonly entries: readonly string[];
}

/** What a save gave, and the work it says. */
export interface Snapshot {
  readonly work: Work;
  readonly saved: Answer<"save">;
  /** How many entries of the journal it says. */
  readonly kept: number;
}

/** How long work tells how far it is, and how it is stopped. */
export interface LongWork {
  readonly progress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

/** A worker that has not opened again in this time what was opened before will not. */
const BEGIN_LIMIT_MS = 120_000;

/** Longer than this no .xls of a department takes; one that does was made to. */
const LEGACY_LIMIT_MS = 30_000;

/**
 * The window's one workbook: the store the views see, its worker, its file and its journal, kept in step. Dialogs and their order are the
 * flows' in renderer/files.
 */
export class DocumentDesk {
  readonly store: SessionStore;
  private readonly journal: Journal;
  private worker: StandingWorker | undefined;
  private of: DocumentFile | undefined;
  private folders: readonly PackFolder[] = [];
  private installed: InstalledPacks = { ready: [], broken: [] };
  private lastYearTexts: ReadonlyMap<string, string> = new Map();
  /** Told when the journal is refused for the first time, and when page and worker are found to differ. */
  onJournalFailure: (failure: HostFailure) => void = () => undefined;
  onDefect: (error: unknown) => void = (error) => {
    throw error;
  };
  /** Told when the open workbook's worker broke: that another has taken its place, or that none could. */
  onWorkerBroken: (isReplaced: boolean) => void = () => undefined;
  /** Told of the open workbook's worker when it has been silent for too long; of none when that is over. */
  onWorkerSilent: (worker: SilentWorker | undefined) => void = () => undefined;

  constructor(
    readonly host: () => Host,
    private readonly startWorker: () => WorkerPort,
  ) {
    this.journal = new Journal(host);
    this.store = new SessionStore({
      journal: (entry) => this.journal.append(entry),
      replica: (entry) => this.worker?.follow(entry),
      journalFailed: (failure) => this.onJournalFailure(failure),
    });
  }

  /** Reads the installed packs; to be done before anything is opened, and again when there are others. */
  async prepare(): Promise<HostResult<InstalledPacks>> {
    const folders = await this.host().packs();
    if (!folders.ok) return folders;
    this.folders = folders.value;
    const each: InstalledPacks[] = [];
    for (const folder of folders.value) {
      await breathe();
      const compile = readingPack(folder);
      await breathe();
      each.push(compile());
    }
    this.installed = { ready: each.flatMap(({ ready }) => ready), broken: each.flatMap(({ broken }) => broken) };
    return { ok: true, value: this.installed };
  }

  /** The packs that can be used. */
  packs(): readonly ReadyPack[] {
    return this.installed.ready;
  }

  /** Every pack's folder, also of those that cannot be used. */
  packFolders(): readonly PackFolder[] {
    return this.folders;
  }

  /** The packs that cannot be used, by folder. */
  brokenPacks(): InstalledPacks["broken"] {
    return this.installed.broken;
  }

  /** Judges a folder that is to become a pack, in a worker that is ended behind it. */
  async checkPack(pack: PackToCheck, long: LongWork): Promise<Result<CheckedPack>> {
    return this.inFreshWorker(long, async (client) => {
      const checked = await client.ask("check-pack", pack, long.progress);
      client.end();
      return checked;
    });
  }

  /** The file of the open workbook. */
  file(): DocumentFile | undefined {
    return this.of;
  }

  /** What last year's workbook, looked at last, says of an element of 说明要素; undefined while none was or it says nothing. */
  lastYearText(element: string): string | undefined {
    return this.lastYearTexts.get(element);
  }

  /** Opens a workbook's bytes in a worker of its own; throws `WorkEnded` when the signal stops it. */
  open(bytes: Uint8Array, templates: readonly PackTemplate[], long: LongWork): Promise<Result<Opening>> {
    return this.inTime(bytes, long, async (client) => {
      const found = await client.ask("open", { bytes, templates }, long.progress);
      return found.ok ? success(await this.revive(client, found.value, found.value.made ?? bytes)) : found;
    });
  }

  /** Makes a blank workbook from a pack's template. */
  create(template: PackTemplate, profile: Partial<Profile>, long: LongWork): Promise<Result<Opening>> {
    return this.inFreshWorker(long, async (client) => {
      const found = await client.ask("create", { template, profile }, long.progress);
      return found.ok ? success(await this.revive(client, found.value, found.value.made ?? template.bytes)) : found;
    });
  }

  /** Reads last year's figures from another workbook, in a worker that is ended behind it. */
  async previous(bytes: Uint8Array, long: LongWork): Promise<Result<PreviousFigures>> {
    const pack = this.store.current()?.ready.pack;
    const references = pack?.lastYear.map(({ reference }) => reference) ?? [];
    let used: WorkerClient | undefined;
    const figures = await this.inTime(bytes, long, (client) => {
      used = client;
      return client.ask("previous", { bytes, references }, long.progress);
    });
    used?.end();
    if (figures.ok) this.lastYearTexts = new Map(figures.value.texts);
    return figures;
  }

  /** Carries a journal's gestures out on an opening; undefined where an entry cannot be read. */
  async replayed(opening: Opening, entries: readonly string[]): Promise<Opening | undefined> {
    let { work } = opening;
    for (const [index, entry] of entries.entries()) {
      const transaction = readTransactionText(entry);
      if (transaction === undefined) return undefined;
      work = replay(work, transaction);
      if (index % 16 === 15) await breathe();
    }
    return { ...opening, work, entries };
  }

  /**
   * Shows an opening in place of whatever is open, and begins its journal, which takes a recovered one's gestures over. Gives whether the
   * journal stands.
   */
  async show(opening: Opening, file: DocumentFile, saved: boolean): Promise<boolean> {
    const { ready, work, found } = opening;
    const basis = { session: opening.opening, reading: found.reading };
    const findings = findingsOf({ session: work.session, reading: standingReading(basis, work.session) });
    await breathe();
    this.worker?.end();
    this.worker = this.standingWorker(opening);
    this.of = file;
    this.lastYearTexts = new Map();
    for (const entry of opening.entries) this.worker.follow(entry);
    void this.journal.end();
    this.store.begin({
      name: file.name,
      folder: file.folder,
      ready,
      work,
      basis,
      findings,
      saved,
    });
    const begun = await this.journal.begin(this.header(file), opening.bytes, 0, opening.entries);
    if (!begun.ok) this.onJournalFailure(begun.failure);
    return begun.ok;
  }

  /** The workbook as a file, as it stands now; gestures made meanwhile are not in it. */
  async snapshot(long: LongWork): Promise<Result<Snapshot>> {
    // The state of saving is drawn first; the work is looked at behind it.
    await breathe();
    return this.asked(async (client, work) => {
      const kept = this.journal.length;
      const saved = await client.ask("save", { fingerprint: fingerprintOf(work.session) }, long.progress);
      return saved.ok ? success({ work, saved: saved.value, kept }) : saved;
    });
  }

  /** A file says a snapshot now: the workbook is that file's, and the journal begins anew from it. */
  async settle({ work, saved, kept }: Snapshot, file: Required<DocumentFile>): Promise<void> {
    this.of = file;
    this.store.markSaved(work, file);
    const base = saved.base === undefined ? [] : [saved.base];
    const begun = await this.journal.begin(this.header(file), saved.bytes, kept, base);
    if (!begun.ok) this.onJournalFailure(begun.failure);
  }

  /** Workbook, narrative and report of the workbook as it stands now. */
  async deliver(wish: Omit<ExportWish, "fingerprint">, long: LongWork): Promise<Result<Answer<"export">>> {
    return this.asked((client, { session }) =>
      client.ask("export", { ...wish, fingerprint: fingerprintOf(session) }, long.progress),
    );
  }

  /** The workbook as it stands now, or parts of it, as pages; `progress` is told how far they are. */
  async pages(wish: Omit<PagesWish, "fingerprint">, progress: LongWork["progress"]): Promise<Result<PrintedPages>> {
    return this.asked((client, { session }) =>
      client.ask("pages", { ...wish, fingerprint: fingerprintOf(session) }, progress),
    );
  }

  /** What is to be known and confirmed before the workbook as it stands now is published. */
  async preparePublication(
    template: PublicationQuestion["template"],
    long: LongWork,
  ): Promise<Result<PreparedPublication>> {
    return this.asked((client, { session }) =>
      client.ask("prepare-publication", { template, fingerprint: fingerprintOf(session) }, long.progress),
    );
  }

  /** A publication of the workbook as it stands now, its PDFs still as pages. */
  async publish(wish: Omit<PublicationWish, "fingerprint">, long: LongWork): Promise<Result<MadePublication>> {
    return this.asked((client, { session }) =>
      client.ask("publish", { ...wish, fingerprint: fingerprintOf(session) }, long.progress),
    );
  }

  /** Checks a narrative written elsewhere, in bytes of any kind, against the workbook as it stands now. */
  async checkNarrative(document: Uint8Array, template: Uint8Array, long: LongWork): Promise<Result<NarrativeChecked>> {
    return this.asked((client, { session }) =>
      client.ask("check-narrative", { document, template, fingerprint: fingerprintOf(session) }, long.progress),
    );
  }

  /** A copy of a Word document with comments. */
  async markNarrative(ask: Ask<"mark-narrative">): Promise<Result<Uint8Array>> {
    return this.asked((client) => client.ask("mark-narrative", ask));
  }

  /** Closes the workbook; whatever was to be asked has been asked. */
  async close(): Promise<void> {
    this.worker?.end();
    this.worker = undefined;
    this.of = undefined;
    this.store.end();
    await this.journal.end();
  }

  private header({ id, name }: DocumentFile): Parameters<Host["beginJournal"]>[0] {
    const { department, year } = this.work().session.workbook.profile;
    return { ...(id === undefined ? {} : { file: id }), name, department, year };
  }

  /** Like any work, but an old workbook's parser, which is not ours, gets no more than its time. */
  private async inTime<Value>(
    bytes: Uint8Array,
    long: LongWork,
    use: (client: WorkerClient) => Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    if (!isLegacyWorkbook(bytes)) return this.inFreshWorker(long, use);
    const limit = AbortSignal.timeout(LEGACY_LIMIT_MS);
    try {
      return await this.inFreshWorker({ ...long, signal: AbortSignal.any([long.signal, limit]) }, use);
    } catch (error) {
      if (limit.aborted && !long.signal.aborted) return refusal(failure("legacy-workbook"));
      throw error;
    }
  }

  private async inFreshWorker<Value>(
    { signal }: Pick<LongWork, "signal">,
    use: (client: WorkerClient) => Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    const client = new WorkerClient(this.startWorker());
    const stop = (): void => client.end();
    signal.addEventListener("abort", stop);
    try {
      if (signal.aborted) client.end();
      await client.ask("prepare", { packs: this.folders });
      const result = await use(client);
      if (!result.ok) client.end();
      return result;
    } catch (error) {
      client.end();
      throw error;
    } finally {
      signal.removeEventListener("abort", stop);
    }
  }

  /** The same session as the worker's, opened with the same core from the same data, step by step so that the page stays awake. */
  private async revive(client: WorkerClient, found: FoundDocument, bytes: Uint8Array): Promise<Opening> {
    const ready = this.installed.ready.find(({ pack }) => pack.id === found.pack);
    if (ready === undefined) throw new Error(`no pack ${found.pack}`);
    await breathe();
    const workbook = revivedWorkbook(found.workbook);
    await breathe();
    const session = openSession(ready.pack, ready.formulas, workbook);
    await breathe();
    return { client, ready, found, bytes, opening: session, work: begun(session), entries: [] };
  }

  private standingWorker({ client, bytes }: Opening): StandingWorker {
    const worker: StandingWorker = new StandingWorker(client, {
      begin: async () => {
        const again = await this.inFreshWorker({ signal: AbortSignal.timeout(BEGIN_LIMIT_MS) }, async (fresh) => {
          const found = await fresh.ask("open", { bytes, templates: [] });
          return found.ok ? success(fresh) : found;
        });
        if (!again.ok) throw new Error(`the workbook opened once is refused: ${again.failure.code}`);
        return again.value;
      },
      told: (isReplaced) => {
        if (this.worker === worker) this.onWorkerBroken(isReplaced);
      },
      silent: (isSilent) => {
        if (this.worker === worker) this.onWorkerSilent(isSilent ? worker : undefined);
      },
      defect: (error) => {
        if (this.worker === worker) this.onDefect(error);
      },
    });
    return worker;
  }

  /** Asks the open workbook's worker; one that takes a broken one's place is asked anew, about the work as it stands then. */
  private asked<Value>(use: (client: WorkerClient, work: Work) => Promise<Value>): Promise<Value> {
    if (this.worker === undefined) throw new Error("no workbook is open");
    return this.worker.asked((client) => use(client, this.work()));
  }

  private work(): Work {
    const work = this.store.work();
    if (work === undefined) throw new Error("no workbook is open");
    return work;
  }
}
