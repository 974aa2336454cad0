import type { Computed } from "../calc/computed.js";
import type { Session } from "../calc/session.js";
import { refusal, success, type Result } from "../result.js";
import type { Change, Transaction } from "../model/transaction.js";
import type { InputProblem } from "../template/cell-input.js";

/** The workbook a gesture is worked out for, and names of codes learned elsewhere: from an imported list or other workbooks. */
export interface Editing {
  readonly session: Session;
  readonly computed: Computed;
  readonly learned?: LearnedNames;
  /** The named codes of a classification, where a gesture of many rows has gathered them already. */
  readonly gathered?: (classification: string) => ReadonlyMap<string, NamedCode>;
}

/** Where a name comes from: the year's list, a list or workbook read before, or the open workbook's own rows. */
export interface NamedCode {
  readonly code: string;
  readonly name: string;
  readonly from: "pack" | "learned" | "workbook";
}

/** Names of codes by the id of their classification. */
export type LearnedNames = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Why a gesture does nothing, as a code; its sentence is made in shared/messages from the code and the facts. */
export interface EditRefusal {
  readonly reason: EditReason;
  readonly facts: Readonly<Record<string, string>>;
}

/** All reasons. The window answers `code-needed` and `name-needed` with the list of codes instead of a sentence. */
export type EditReason =
  | InputProblem["code"]
  /** The form prints this position; nothing can stand there. */
  | "printed"
  /** A text for a cell the program computes. */
  | "computed-text"
  /** A figure or name in a new row of a code table, before its code: facts `text`. */
  | "code-needed"
  /** Not 3, 5 or 7 digits, or longer than the classification's codes: facts `code`. */
  | "code-malformed"
  /** The table has this code already: facts `code`, `name`. */
  | "code-exists"
  /** A code nobody has named yet: facts `code`. */
  | "name-needed"
  /** A name that no code bears: facts `name`. */
  | "name-unknown"
  /** A name that several codes bear: facts `name`, `codes`. */
  | "name-ambiguous"
  /** Rows that the form always prints: facts `name`. */
  | "row-printed"
  /** A row with rows below it that would stay: facts `code`, `name`, `count`. */
  | "has-children"
  /** A reference that names no cell of the tables: facts `reference`. */
  | "reference-unknown"
  /** A reference that 上年数 has already: facts `reference`. */
  | "reference-exists"
  /** A finding that takes no answer. */
  | "not-answerable"
  /** A cell whose figure is the computed one already. */
  | "nothing-stated"
  /** A fiscal year the forms were not made for: facts `year`. */
  | "year-malformed";

/** A gesture worked out: its transaction, which may be empty, or why it does nothing. */
export type Gesture = Result<Transaction, EditRefusal>;

/** A gesture that does nothing, and why. */
export function refuse(reason: EditReason, facts: EditRefusal["facts"] = {}): Result<never, EditRefusal> {
  return refusal({ reason, facts });
}

/** A gesture with these changes. */
export function gesture(origin: Transaction["origin"], changes: readonly Change[]): Gesture {
  return success({ origin, changes });
}
