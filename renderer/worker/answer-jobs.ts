import type { FromWorker, JobName, ToWorker } from "./protocol.js";
import type { Tell } from "./protocol.js";
import { WorkbookKeeper } from "./workbook-keeper.js";

/**
 * Answers jobs one after the other, in the order they come: a gesture handed over after a save began is carried out behind it.
 * `pause` gives the thread a moment between the parts of a job.
 */
export function answerJobs(
  post: (message: FromWorker) => void,
  pause: () => Promise<void>,
): (message: ToWorker) => void {
  const keeper = new WorkbookKeeper();
  let last: Promise<void> = Promise.resolve();
  return (message) => {
    last = last.then(() => answer(keeper, message, post, pause));
  };
}

async function answer(
  keeper: WorkbookKeeper,
  { id, job, ask }: ToWorker,
  post: (message: FromWorker) => void,
  pause: () => Promise<void>,
): Promise<void> {
  const tell: Tell = async (progress) => {
    post({ id, kind: "progress", progress });
    await pause();
  };
  try {
    const result = await keeper.carry<JobName>(job, ask, tell);
    if (result.ok) post({ id, kind: "answer", answer: result.value });
    else post({ id, kind: "refused", failure: result.failure });
  } catch (error) {
    // The one boundary of this process for defects: told to the page, which shows them.
    const { message = String(error), stack = "" } = error instanceof Error ? error : {};
    post({ id, kind: "defect", message, stack });
  }
}
