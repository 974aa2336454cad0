import { WorkEnded, WorkerBroken, type WorkerClient } from "./worker-client.js";

/** What the worker of an open workbook needs of its desk. */
interface Replacing {
  /** Another worker with the workbook as it was opened. */
  readonly begin: () => Promise<WorkerClient>;
  /** Told when the worker broke: that another has taken its place, or that none could. */
  readonly told: (isReplaced: boolean) => void;
  /** Told when the worker has been silent for too long, and when it is heard again or given up. */
  readonly silent: (isSilent: boolean) => void;
  /** Told of a gesture that the worker could not carry out. */
  readonly defect: (error: unknown) => void;
}

/** A worker that does not answer. */
export interface SilentWorker {
  /** Whether somebody waits for more than that it follows. */
  isWaitedFor(): boolean;
  /** Lets another take its place, or waits on. */
  answerSilence(way: "restart" | "wait"): void;
}

/**
 * The worker of the open workbook, and whichever takes its place when it breaks: begun with the same bytes, it is handed every gesture
 * since, so that it says the same as the page. One that breaks is replaced at once; where that fails, every further job tries again.
 */
export class StandingWorker implements SilentWorker {
  private readonly entries: string[] = [];
  private replacing: Promise<boolean> | undefined;
  private ended = false;

  constructor(
    private client: WorkerClient,
    private readonly desk: Replacing,
  ) {
    this.hear(client);
    if (client.isBroken()) this.broken();
  }

  /** Hands a gesture over; a worker that is being begun gets it with the others. */
  follow(entry: string): void {
    this.entries.push(entry);
    if (!this.client.isBroken()) void this.handOver(this.client, entry);
  }

  /** Lets the worker do something; when it breaks meanwhile, its replacement does it once more. Throws `WorkerBroken` without one. */
  async asked<Value>(use: (client: WorkerClient) => Promise<Value>): Promise<Value> {
    if (this.client.isBroken()) await this.replaced();
    try {
      return await use(this.client);
    } catch (error) {
      if (!(error instanceof WorkerBroken)) throw error;
    }
    await this.replaced();
    return use(this.client);
  }

  isWaitedFor(): boolean {
    return this.client.isWaitedFor();
  }

  answerSilence(way: "restart" | "wait"): void {
    if (way === "restart") this.client.giveUp();
    else this.client.waitOn();
  }

  /** The workbook is closed. */
  end(): void {
    this.ended = true;
    this.client.end();
  }

  private hear(client: WorkerClient): void {
    client.onBroken = () => this.broken();
    client.onSilent = (isSilent) => {
      if (!this.ended || !isSilent) this.desk.silent(isSilent);
    };
  }

  private broken(): void {
    void this.replaced().then((isReplaced) => {
      if (!isReplaced && !this.ended) this.desk.told(false);
    });
  }

  /** Resolved when another worker stands in the place, or false when none could be begun. */
  private replaced(): Promise<boolean> {
    this.replacing ??= this.replace().finally(() => (this.replacing = undefined));
    return this.replacing;
  }

  private async replace(): Promise<boolean> {
    let fresh: WorkerClient;
    try {
      fresh = await this.desk.begin();
    } catch (error) {
      console.error("no worker could be begun:", error);
      return false;
    }
    if (this.ended) {
      fresh.end();
      return true;
    }
    // Nothing is awaited before the new one stands: a gesture is either among these or handed over by itself.
    const handed = this.entries.map((entry) => this.handOver(fresh, entry));
    this.client = fresh;
    await Promise.all(handed);
    // One that breaks over its gestures would break for ever: it is not replaced by itself.
    if (fresh.isBroken()) return false;
    this.hear(fresh);
    this.desk.told(true);
    return true;
  }

  /** A gesture the worker could not carry out is a defect; that it was ended or broke is none. */
  private async handOver(client: WorkerClient, entry: string): Promise<void> {
    try {
      await client.ask("apply", { entry });
    } catch (error) {
      if (!this.ended && !(error instanceof WorkEnded) && !(error instanceof WorkerBroken)) this.desk.defect(error);
    }
  }
}
