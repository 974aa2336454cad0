import type { Host, HostResult, JournalHeader, JournalId } from "../../shared/host/contract.js";

/**
 * The recovery journal of the open workbook. Calls follow each other: an entry given while a new journal is being begun goes into the
 * new one, behind what was carried over.
 */
export class Journal {
  private id: JournalId | undefined;
  /** Entries since the journal's bytes were made, whether or not they stand in it yet. */
  private entries: string[] = [];
  private chain: Promise<unknown> = Promise.resolve();
  /** Which workbook the entries belong to, counted. */
  private work = 0;

  constructor(private readonly host: () => Host) {}

  /** How many entries were given so far; a save remembers it before it starts. */
  get length(): number {
    return this.entries.length;
  }

  /** Hands an entry over; resolved when the machine has it. Without a journal (it could not be begun) nothing is kept. */
  append(entry: string): Promise<HostResult<void>> {
    this.entries.push(entry);
    return this.next(async () => {
      if (this.id === undefined) return { ok: true, value: undefined };
      return this.host().appendJournal(this.id, entry);
    });
  }

  /**
   * Begins anew with other bytes: a workbook just opened, or saved. `kept`: the first entries the bytes already say; the rest is carried
   * over behind `base`. The journal before is ended when the new one has everything; where the machine refuses, it goes on.
   */
  begin(header: JournalHeader, bytes: Uint8Array, kept: number, base: readonly string[]): Promise<HostResult<void>> {
    const { work } = this;
    const given = this.entries.length;
    const carried = [...base, ...this.entries.slice(kept)];
    return this.next(async () => {
      const begun = await this.host().beginJournal(header, bytes);
      if (!begun.ok) return begun;
      for (const entry of carried) {
        const appended = await this.host().appendJournal(begun.value, entry);
        if (!appended.ok) return appended;
      }
      const old = this.id;
      this.id = begun.value;
      if (work === this.work) this.entries = [...carried, ...this.entries.slice(given)];
      if (old !== undefined) await this.host().endJournal(old);
      return { ok: true, value: undefined };
    });
  }

  /** Ends the journal: its work is in a file, or is not wanted. What is given from now on belongs to another workbook. */
  end(): Promise<void> {
    this.entries = [];
    this.work += 1;
    return this.next(async () => {
      const { id } = this;
      this.id = undefined;
      if (id !== undefined) await this.host().endJournal(id);
    });
  }

  private next<Value>(step: () => Promise<Value>): Promise<Value> {
    const done = this.chain.then(step, step);
    this.chain = done.catch(() => undefined);
    return done;
  }
}
