import type { WorkerPort } from "../../renderer/session/worker-client.js";
import { answerJobs } from "../../renderer/worker/answer-jobs.js";
import type { FromWorker, ToWorker } from "../../renderer/worker/protocol.js";

/** The window's worker in the same process: messages are copied on the way as between two threads, and come later. */
export function memoryWorker(): WorkerPort {
  let listener: ((message: FromWorker) => void) | undefined;
  let ended = false;
  const take = answerJobs(
    (message) => {
      const copy = structuredClone(message);
      setImmediate(() => {
        if (!ended) listener?.(copy);
      });
    },
    () => new Promise((resolve) => setImmediate(resolve)),
  );
  return {
    post: (message: ToWorker) => {
      const copy = structuredClone(message);
      setImmediate(() => {
        if (!ended) take(copy);
      });
    },
    listen: (onMessage) => {
      listener = onMessage;
    },
    end: () => {
      ended = true;
    },
  };
}

/** Workers that break when a test says so, as one does whose thread dies. */
export class BreakableWorkers {
  /** How many were started. */
  started = 0;
  /** Whether every one that is started breaks at once. */
  broken = false;
  private breakLast: () => void = () => undefined;
  private hangLast: () => void = () => undefined;

  readonly start = (): WorkerPort => {
    this.started += 1;
    const port = memoryWorker();
    return {
      ...port,
      listen: (onMessage, onBroken) => {
        port.listen(onMessage, onBroken);
        this.hangLast = () => port.end();
        this.breakLast = () => {
          port.end();
          onBroken("broken on purpose");
        };
        if (this.broken) setImmediate(this.breakLast);
      },
    };
  };

  /** Breaks the one started last, whatever it is doing. */
  breakNewest(): void {
    this.breakLast();
  }

  /** The one started last answers nothing any more. */
  hangNewest(): void {
    this.hangLast();
  }
}
