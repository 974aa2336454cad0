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

interface Waiting {
  readonly answered: (message: FromWorker) => void;
  readonly failed: (error: Error) => void;
}

/** Asks one worker, job by job. Refusals of the world come back as results; a defect there or a broken worker throws here. */
export class WorkerClient {
  /** Told once, at the moment the worker breaks by itself. */
  onBroken: () => void = () => undefined;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  private end_: Error | undefined;

  constructor(private readonly port: WorkerPort) {
    port.listen(
      (message) => this.waiting.get(message.id)?.answered(message),
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
    for (const { failed } of this.waiting.values()) failed(reason);
    this.waiting.clear();
  }
}

function defect(message: string, stack: string): Error {
  const error = new Error(message);
  error.stack = stack;
  return error;
}
