import { invert, type Transaction } from "./transaction.js";

/** What can be taken back and done again: whole gestures, the newest last. */
export interface History {
  readonly done: readonly Transaction[];
  readonly undone: readonly Transaction[];
  /** The last gesture that is too far back to be taken back; absent while the workbook's beginning can still be reached. */
  readonly forgotten?: Transaction;
}

/** How many gestures can be taken back. A day's work has fewer; without an end the window would hold every figure ever typed. */
export const MOST_GESTURES = 1000;

/** The history of a workbook just opened. */
export const NOTHING_DONE: History = { done: [], undone: [] };

/** After a new gesture; what had been undone can no longer be redone, and the oldest gesture of too many no longer undone. */
export function record(history: History, transaction: Transaction): History {
  const done = [...history.done, transaction];
  const forgotten = done.length > MOST_GESTURES ? done.shift() : history.forgotten;
  return { done, undone: [], ...(forgotten === undefined ? {} : { forgotten }) };
}

/** The gesture the workbook stands at; undefined at its beginning. Two histories of one workbook that stand at one gesture say the same. */
export function standsAt(history: History): Transaction | undefined {
  return history.done.at(-1) ?? history.forgotten;
}

/** The transaction that takes the last gesture back, and the history after it; undefined when nothing is left to undo. */
export function undo(history: History): { readonly transaction: Transaction; readonly history: History } | undefined {
  const last = history.done.at(-1);
  if (last === undefined) return undefined;
  return {
    transaction: { ...invert(last), origin: "undo" },
    history: { ...history, done: history.done.slice(0, -1), undone: [...history.undone, last] },
  };
}

/** The transaction that does the last undone gesture again; undefined when there is none. */
export function redo(history: History): { readonly transaction: Transaction; readonly history: History } | undefined {
  const next = history.undone.at(-1);
  if (next === undefined) return undefined;
  return {
    transaction: { ...next, origin: "redo" },
    history: { ...history, done: [...history.done, next], undone: history.undone.slice(0, -1) },
  };
}
