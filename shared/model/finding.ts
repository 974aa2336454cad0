import type { CellAddress, TableId } from "./address.js";
import type { RemarkId } from "./workbook.js";

/** error: must be corrected · explain: may stand with a written reason (核实性) · hint: 尾差 and advice. */
export type Severity = "error" | "explain" | "hint";

/** The command line's `kind` of a finding (design of the CLI). */
export type FindingKind = "violated" | "rounding" | "not-checked" | "missing" | "plausibility" | "narrative" | "format";

/**
 * One thing about the user's figures or file that should be known. A value, never an exception. The sentence is made
 * from `code` and `facts` by `shared/messages`; figures are plain decimal texts in the table's printed unit.
 */
export interface Finding {
  /** The rule's id in the pack, or the id of a plausibility, reading or narrative check such as `same-text`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly kind: FindingKind;
  /** Which sentence says it; see shared/messages. For rules: `rule-violated`, `rule-rounding`, `rule-not-checked`. */
  readonly code: string;
  /** The cells it speaks of, the one to look at first in front. */
  readonly cells: readonly CellAddress[];
  readonly left?: string;
  readonly right?: string;
  /** left − right. */
  readonly difference?: string;
  readonly tolerance?: string;
  readonly facts: Readonly<Record<string, string>>;
  /** A place in the file that is no cell of a table, such as a merge: sheet name and A1 reference. */
  readonly place?: { readonly sheet: string; readonly address: string };
  /** What an existing narrative says there: the sentence, its figure as written, what it should be, and the document's line. */
  readonly text?: QuotedText;
  /** Where the answer to this finding is kept in 说明要素, for findings of severity `explain`. */
  readonly remarkId?: RemarkId;
  /** The answer found there. An answered finding stays listed and is no longer counted. */
  readonly remark?: string;
}

/** A place in an existing narrative. `figure` and `expected` are empty where a finding speaks of no figure. */
export interface QuotedText {
  readonly quote: string;
  readonly figure: string;
  readonly expected: string;
  /** From 1: the line of a plain text or PDF, the paragraph of a Word document; 0 for the document as a whole. */
  readonly line: number;
  /** The paragraph of the document and the stretch of it the finding speaks of, for marking it. */
  readonly mark?: { readonly paragraph: number; readonly start: number; readonly end: number };
}

/** The table a finding belongs to in lists, by its first cell. */
export function findingTable(finding: Finding): TableId | undefined {
  return finding.cells[0]?.table;
}
