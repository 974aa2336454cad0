import type { Transaction } from "../model/transaction.js";
import type { Session } from "./session.js";

/** A session after an edit, and the gesture's whole transaction: what was asked for and what the engine had to add to it. */
export interface Edited {
  readonly session: Session;
  readonly transaction: Transaction;
}
