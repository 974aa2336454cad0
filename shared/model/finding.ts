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
  /** Where the answer to this finding is kept in 说明要素, for findings of severity `explain`. */
  readonly remarkId?: RemarkId;
  /** The answer found there. An answered finding stays listed and is no longer counted. */
  readonly remark?: string;
}

/** The table a finding belongs to in lists, by its first cell. */
export function findingTable(finding: Finding): TableId | undefined {
  return finding.cells[0]?.table;
}
