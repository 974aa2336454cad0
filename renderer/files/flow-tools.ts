import type { DocumentDesk, LongWork } from "../session/document-desk.js";
import { WorkEnded, WorkerBroken } from "../session/worker-client.js";
import type { Dialogs, FailureWay } from "./dialogs.js";
import { STEPS, WORDS, type Step } from "./wording.js";

/** A short word about what was done, or what could not be. */
export interface FileNotice {
  readonly kind: "done" | "info" | "problem";
  readonly title: string;
  readonly text?: string;
  /** A button beside it. */
  readonly action?: { readonly label: string; readonly onSelect: () => void };
}

/** What every flow works with. */
export interface FlowTools {
  readonly desk: DocumentDesk;
  readonly dialogs: Dialogs;
  readonly notify: (notice: FileNotice) => void;
  /** The bureau's own narrative template, where the open workbook is shown with one. */
  readonly ownTemplate: () => OwnTemplate | undefined;
  /** Told when packs were added or taken away. */
  readonly packsChanged: () => void;
}

/** A bureau's own narrative template by its file's name. */
export interface OwnTemplate {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** Long work of a flow, whose steps may be the shell's. */
export interface FlowWork extends LongWork {
  readonly progress: (step: Step) => void;
}

/**
 * Runs long work with its progress on the screen; gives undefined when the person stopped it, and when no worker can be had, which is
 * said.
 */
export async function longWork<Value>(
  tools: FlowTools,
  what: string,
  job: (long: FlowWork) => Promise<Value>,
): Promise<Value | undefined> {
  try {
    return await shownWork(tools, what, job);
  } catch (error) {
    if (error instanceof WorkEnded) return undefined;
    if (!(error instanceof WorkerBroken)) throw error;
  }
  const { title, text } = WORDS.workFailed;
  const way = await tellFailure(tools, title, text, ["restart-page", "retry"]);
  if (way === "restart-page") await tools.desk.host().leavePage("restart");
  return way === "retry" ? longWork(tools, what, job) : undefined;
}

async function shownWork<Value>(
  { dialogs }: FlowTools,
  what: string,
  job: (long: FlowWork) => Promise<Value>,
): Promise<Value | undefined> {
  const stop = new AbortController();
  const cancel = (): void => stop.abort();
  dialogs.work({ what, step: undefined, cancel });
  const progress: FlowWork["progress"] = (step) => dialogs.work({ what, step: STEPS[step], cancel });
  try {
    const stopped = new Promise<undefined>((resolve) =>
      stop.signal.addEventListener("abort", () => resolve(undefined), { once: true }),
    );
    return await Promise.race([job({ progress, signal: stop.signal }), stopped]);
  } finally {
    dialogs.work(undefined);
  }
}

/** Says what could not be done and why; gives what the person wants to do about it. */
export function tellFailure(
  { dialogs }: FlowTools,
  title: string,
  text: string,
  ways: readonly FailureWay[] = [],
): Promise<FailureWay | "close"> {
  return dialogs.ask("failure", { title, text, ways });
}
