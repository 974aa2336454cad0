import type { Failure } from "../../shared/failure.js";
import { refusal, success, type Result } from "../../shared/result.js";
import type { Answer, Ask, FromWorker, JobName, Progress, ToWorker } from "../worker/protocol.js";

/** The wire to a worker: a real one in the window, one in the same process in tests. */
export interface WorkerPort {
  post(message: ToWorker): void;
  listen(onMessage: (message: FromWorker) => void, onBroken: (reason: string) => void): void;
  end(): void;
}

/** A worker ended before it answered: the person cancelled, or another workbook took its place. */
export class WorkEnded extends Error {
  constructor() {
    super("the worker was ended");
    this.name = "WorkEnded";
  }
}

/** A worker broke by itself; what it had not answered was not done. */
export class WorkerBroken extends Error {
  constructor(reason: string) {
    super(`the worker broke: ${reason}`);
    this.name = "WorkerBroken";
  }
}

/**
 * So many seconds without a sign of life, while something is asked of it, make a worker silent. The longest step of a job between two
 * words about its progress takes a tenth of that.
 */
const PATIENCE_S = 20;

interface Waiting {
  readonly job: JobName;
  readonly answered: (message: FromWorker) => void;
  readonly failed: (error: Error) => void;
}

/** Asks one worker, job by job. Refusals of the world come back as results; a defect there or a broken worker throws here. */
export class WorkerClient {
  /** Told once, at the moment the worker breaks by itself. */
  onBroken: () => void = () => undefined;
  /** Told when the worker has been silent for too long, and when it is heard again. */
  onSilent: (isSilent: boolean) => void = () => undefined;
  private silentSeconds = 0;
  private ticking: ReturnType<typeof setInterval> | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  private end_: Error | undefined;

  constructor(private readonly port: WorkerPort) {
    port.listen(
      (message) => {
        this.waiting.get(message.id)?.answered(message);
        this.heard();
      },
      (reason) => {
        if (this.end_ !== undefined) return;
        this.stop(new WorkerBroken(reason));
        this.onBroken();
      },
    );
  }

  /** Whether the worker broke by itself. */
  isBroken(): boolean {
    return this.end_ instanceof WorkerBroken;
  }

  /** Whether somebody waits for more than that a gesture was followed. */
  isWaitedFor(): boolean {
    return [...this.waiting.values()].some(({ job }) => job !== "apply");
  }

  /** A silent worker is given up: from now on it is a broken one. */
  giveUp(): void {
    if (this.end_ !== undefined) return;
    this.stop(new WorkerBroken("it did not answer"));
    this.onBroken();
  }

  /** A silent worker gets as much time once more. */
  waitOn(): void {
    this.silentSeconds = 0;
  }

  /** Hands a job over and waits for its answer; `progress` is told how far it is. */
  ask<Name extends JobName>(
    job: Name,
    ask: Ask<Name>,
    progress: (progress: Progress) => void = () => undefined,
  ): Promise<Result<Answer<Name>>> {
    if (this.end_ !== undefined) return Promise.reject(this.end_);
    this.lastId += 1;
    const id = this.lastId;
    const answer = new Promise<Result<Answer<Name>>>((resolve, reject) => {
      this.waiting.set(id, {
        job,
        failed: reject,
        answered: (message) => {
          if (message.kind === "progress") return progress(message.progress);
          this.waiting.delete(id);
          if (message.kind === "answer") resolve(success(message.answer as Answer<Name>));
          else if (message.kind === "refused") resolve(refusal<Failure>(message.failure));
          else reject(defect(message.message, message.stack));
        },
      });
    });
    this.port.post({ id, job, ask } as ToWorker);
    this.listenForSilence(job);
    return answer;
  }

  /** Ends the worker at once, whatever it is doing; what was asked throws {@link WorkEnded}. */
  end(): void {
    this.stop(new WorkEnded());
  }

  private stop(reason: Error): void {
    if (this.end_ !== undefined) return;
    this.end_ = reason;
    this.port.end();
    this.heard();
    for (const { failed } of this.waiting.values()) failed(reason);
    this.waiting.clear();
    clearInterval(this.ticking);
  }

  /** Seconds are counted one by one: a computer that slept meanwhile has waited for nobody. */
  private listenForSilence(job: JobName): void {
    if (job !== "apply") this.silentSeconds = 0;
    this.ticking ??= setInterval(() => {
      this.silentSeconds += 1;
      if (this.silentSeconds === PATIENCE_S) this.onSilent(true);
    }, 1000);
  }

  private heard(): void {
    if (this.silentSeconds >= PATIENCE_S) this.onSilent(false);
    this.silentSeconds = 0;
    if (this.waiting.size > 0) return;
    clearInterval(this.ticking);
    this.ticking = undefined;
  }
}

function defect(message: string, stack: string): Error {
  const error = new Error(message);
  error.stack = stack;
  return error;
}
