import { edit } from "../../shared/calc/edit.js";
import type { Session } from "../../shared/calc/session.js";
import type { CellAddress } from "../../shared/model/address.js";
import { MOST_GESTURES, NOTHING_DONE, record, redo, undo, type History } from "../../shared/model/history.js";
import type { Transaction } from "../../shared/model/transaction.js";

/** An open workbook with what can be taken back, and where each gesture happened. Immutable like the session in it. */
export interface Work {
  readonly session: Session;
  readonly history: History;
  /** Where the selection was at each gesture of the history. */
  readonly places: ReadonlyMap<Transaction, CellAddress>;
}

/** The work after a gesture. */
export interface Step {
  readonly work: Work;
  /** The transaction to keep in the journal and the replica. */
  readonly asked: Transaction;
  /** The same with everything that followed from it. */
  readonly whole: Transaction;
  /** Where it happened. */
  readonly at?: CellAddress;
}

/** A workbook just opened: nothing to take back. */
export function begun(session: Session): Work {
  return { session, history: NOTHING_DONE, places: new Map() };
}

/**
 * Carries out a gesture. What is kept is the transaction as it was asked for: carried out on the same session it gives the same again,
 * with all that the engine adds to it.
 */
export function carryOut(work: Work, transaction: Transaction, at?: CellAddress): Step {
  const { session, transaction: whole } = edit(work.session, transaction);
  const places = at === undefined ? work.places : withPlace(work.places, whole, at);
  return {
    work: { session, history: record(work.history, whole), places },
    asked: transaction,
    whole,
    ...optional(at),
  };
}

/** The oldest place goes with the oldest gesture: there are never more than gestures that can be taken back. */
function withPlace(places: Work["places"], gesture: Transaction, at: CellAddress): Work["places"] {
  const all = new Map(places).set(gesture, at);
  for (const oldest of all.keys()) {
    if (all.size <= MOST_GESTURES) break;
    all.delete(oldest);
  }
  return all;
}

/** Takes the last gesture back; undefined when there is none. */
export function takeBack(work: Work): Step | undefined {
  const last = work.history.done.at(-1);
  return moved(work, undo(work.history), last);
}

/** Does the last gesture taken back again; undefined when there is none. */
export function doAgain(work: Work): Step | undefined {
  const next = work.history.undone.at(-1);
  return moved(work, redo(work.history), next);
}

/**
 * Carries out what a journal or another copy of the workbook says was done: gestures, undo and redo. A redo with nothing to redo is
 * the work of before the journal began, in one piece: it can not be taken back.
 */
export function replay(work: Work, transaction: Transaction): Work {
  if (transaction.origin === "undo") return takeBack(work)?.work ?? unrecorded(work, transaction);
  if (transaction.origin === "redo") return doAgain(work)?.work ?? unrecorded(work, transaction);
  return carryOut(work, transaction).work;
}

function moved(
  work: Work,
  step: { readonly transaction: Transaction; readonly history: History } | undefined,
  gesture: Transaction | undefined,
): Step | undefined {
  if (step === undefined || gesture === undefined) return undefined;
  const { session, transaction: whole } = edit(work.session, step.transaction);
  const at = work.places.get(gesture);
  return { work: { ...work, session, history: step.history }, asked: step.transaction, whole, ...optional(at) };
}

function unrecorded(work: Work, transaction: Transaction): Work {
  return { ...work, session: edit(work.session, transaction).session };
}

function optional(at: CellAddress | undefined): { at?: CellAddress } {
  return at === undefined ? {} : { at };
}
