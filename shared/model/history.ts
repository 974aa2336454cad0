import { invert, type Transaction } from "./transaction.js";

/** What can be taken back and done again: whole gestures, the newest last. */
export interface History {
  readonly done: readonly Transaction[];
  readonly undone: readonly Transaction[];
}

/** The history of a workbook just opened. */
export const NOTHING_DONE: History = { done: [], undone: [] };

/** After a new gesture; what had been undone can no longer be redone. */
export function record(history: History, transaction: Transaction): History {
  return { done: [...history.done, transaction], undone: [] };
}

/** The transaction that takes the last gesture back, and the history after it; undefined when nothing is left to undo. */
export function undo(history: History): { readonly transaction: Transaction; readonly history: History } | undefined {
  const last = history.done.at(-1);
  if (last === undefined) return undefined;
  return {
    transaction: { ...invert(last), origin: "undo" },
    history: { done: history.done.slice(0, -1), undone: [...history.undone, last] },
  };
}

/** The transaction that does the last undone gesture again; undefined when there is none. */
export function redo(history: History): { readonly transaction: Transaction; readonly history: History } | undefined {
  const next = history.undone.at(-1);
  if (next === undefined) return undefined;
  return {
    transaction: { ...next, origin: "redo" },
    history: { done: [...history.done, next], undone: history.undone.slice(0, -1) },
  };
}
