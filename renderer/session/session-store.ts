import { computedOf } from "../../shared/calc/computed-session.js";
import type { Session } from "../../shared/calc/session.js";
import { checkWorkbook, type Checked } from "../../shared/exchange/open-workbook.js";
import { standingReading, type ReadingBasis } from "../../shared/exchange/standing-reading.js";
import type { ReadyPack } from "../../shared/exchange/open-workbook.js";
import type { HostFailure, HostResult } from "../../shared/host/contract.js";
import type { CellAddress } from "../../shared/model/address.js";
import type { Finding } from "../../shared/model/finding.js";
import { standsAt } from "../../shared/model/history.js";
import type { Transaction } from "../../shared/model/transaction.js";
import { transactionText } from "../../shared/model/transaction-text.js";
import { changedCells } from "./changed-cells.js";
import type { DocumentStore, OpenDocument } from "./document-store.js";
import { findingsByCell } from "./findings-by-cell.js";
import { carryOut, doAgain, takeBack, type Step, type Work } from "./gestures.js";

/** Where gestures are kept besides the page: the recovery journal and the worker's copy of the workbook. */
export interface GestureKeeper {
  /** Resolved once the operating system has the entry. */
  journal(entry: string): Promise<HostResult<void>>;
  replica(entry: string): void;
  /** Told once a document, at the first entry the machine refuses; work goes on without a net. */
  journalFailed(failure: HostFailure): void;
}

/** A workbook to be shown: just opened, made or recovered. */
export interface Beginning {
  readonly name: string;
  readonly folder: string;
  readonly ready: ReadyPack;
  readonly work: Work;
  readonly basis: ReadingBasis;
  /** All findings of the work. */
  readonly findings: readonly Finding[];
  /** Whether a file says all of it. */
  readonly saved: boolean;
}

/** The newest work with its findings, journal confirmed or not. */
interface Newest {
  readonly work: Work;
  readonly findings: readonly Finding[];
  /** What the next check keeps; absent before the first gesture. */
  readonly checked?: Checked;
  readonly version: number;
}

/** The one open workbook of the window, and the order in which its gestures are carried out, kept and shown. */
export class SessionStore implements DocumentStore {
  private readonly listeners = new Set<() => void>();
  private shown: OpenDocument | undefined;
  private newest: Newest | undefined;
  private about: Omit<Beginning, "work" | "findings" | "saved"> | undefined;
  /** The last gesture of the history that the file says; undefined where it says the beginning. */
  private savedAt: Transaction | "never" | undefined;
  private saving = false;
  private told = false;
  private kept: Promise<void> = Promise.resolve();

  constructor(private readonly keeper: GestureKeeper) {}

  current(): OpenDocument | undefined {
    return this.shown;
  }

  latest(): Session | undefined {
    return this.newest?.work.session;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  run(transaction: Transaction, at?: CellAddress): void {
    if (transaction.changes.length === 0) return;
    this.take(carryOut(this.opened().work, transaction, at));
  }

  undo(): CellAddress | undefined {
    return this.taken(this.newest === undefined ? undefined : takeBack(this.newest.work));
  }

  redo(): CellAddress | undefined {
    return this.taken(this.newest === undefined ? undefined : doAgain(this.newest.work));
  }

  /** Shows another workbook, in place of any before. */
  begin({ work, findings, saved, ...about }: Beginning): void {
    this.about = about;
    this.savedAt = saved ? standsAt(work.history) : "never";
    this.saving = false;
    this.told = false;
    this.newest = { work, findings, version: (this.newest?.version ?? 0) + 1 };
    this.show(this.documentOf(this.newest, undefined));
  }

  /** Shows none: the start screen. */
  end(): void {
    this.about = undefined;
    this.newest = undefined;
    this.show(undefined);
  }

  /** The newest work, to be saved or compared with what the worker has. */
  work(): Work | undefined {
    return this.newest?.work;
  }

  /** Whether a gesture was made that no file says yet, journal confirmed or not. */
  isUnsaved(): boolean {
    return this.newest !== undefined && standsAt(this.newest.work.history) !== this.savedAt;
  }

  /** Everything given to the journal so far has been answered. */
  settled(): Promise<void> {
    return this.kept;
  }

  /** Shows that a save is under way, or no longer. */
  markSaving(saving: boolean): void {
    this.saving = saving;
    this.refresh();
  }

  /** A file says this work now; gestures made since stay unsaved. */
  markSaved(work: Work, file: { readonly name: string; readonly folder: string }): void {
    this.savedAt = standsAt(work.history);
    this.saving = false;
    if (this.about !== undefined) this.about = { ...this.about, name: file.name, folder: file.folder };
    this.refresh();
  }

  private taken(step: Step | undefined): CellAddress | undefined {
    if (step !== undefined) this.take(step);
    return step?.at;
  }

  /** Carries a step on: to the journal first, then to the replica, then, once the journal has it, to the views. */
  private take({ work, asked, whole }: Step): void {
    const before = this.opened();
    const entry = transactionText(asked);
    const written = this.keeper.journal(entry);
    this.keeper.replica(entry);
    const checked = this.check(work.session, before.checked);
    const after: Newest = { work, findings: checked.findings, checked, version: before.version + 1 };
    this.newest = after;
    const changed = changedCells(
      { session: before.work.session, findings: before.findings },
      { session: work.session, findings: after.findings },
      whole,
    );
    const { about } = this;
    this.kept = this.kept.then(async () => {
      const answer = await written;
      if (!answer.ok) this.tellOnce(answer.failure);
      if (this.about?.basis === about?.basis && this.about !== undefined) this.show(this.documentOf(after, changed));
    });
  }

  private tellOnce(failure: HostFailure): void {
    if (this.told) return;
    this.told = true;
    this.keeper.journalFailed(failure);
  }

  private check(session: Session, before: Checked | undefined): Checked {
    if (this.about === undefined) throw new Error("no workbook is open");
    return checkWorkbook({ session, reading: standingReading(this.about.basis, session) }, [], before);
  }

  private opened(): Newest {
    if (this.newest === undefined) throw new Error("no workbook is open");
    return this.newest;
  }

  /** Shows the same work again after its state of saving changed. */
  private refresh(): void {
    const { shown } = this;
    if (shown === undefined || this.about === undefined) return;
    const { name, folder } = this.about;
    this.show({ ...shown, name, folder, changed: new Set(), saved: this.savedState() });
  }

  private savedState(): OpenDocument["saved"] {
    if (this.saving) return "saving";
    return this.isUnsaved() ? "unsaved" : "saved";
  }

  private documentOf({ work, findings, version }: Newest, changed: OpenDocument["changed"]): OpenDocument {
    if (this.about === undefined) throw new Error("no workbook is open");
    const { name, folder, ready, basis } = this.about;
    const { session, history } = work;
    return {
      name,
      folder,
      ready,
      session,
      opening: basis.session,
      computed: computedOf(session),
      findings,
      findingsAt: findingsByCell(findings),
      changed,
      canUndo: history.done.length > 0,
      canRedo: history.undone.length > 0,
      saved: this.savedState(),
      version,
    };
  }

  private show(document: OpenDocument | undefined): void {
    this.shown = document;
    for (const listener of this.listeners) listener();
  }
}
