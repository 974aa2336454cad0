import type { CellAddress } from "../model/address.js";
import type { DerivedMark } from "../model/workbook.js";
import type { Rule } from "../template/pack.js";
import { markAt } from "./edit.js";
import { addressOf, cellNumber } from "./layout.js";
import type { Session } from "./session.js";

/** How a derived cell gets its figure: by which rule, from which cells, and what stands beside the computed figure. */
export interface Derivation {
  readonly rule: Rule;
  /** Whether it is one other cell, taken over as it is: the same fact printed twice. */
  readonly linked: boolean;
  /** Whether the figure is the sum of its parts with their signs; otherwise the parts are what the rule's formula reads. */
  readonly isSum: boolean;
  readonly parts: readonly DerivationPart[];
  /** The residual or the stated figure that stands in the cell, if any. */
  readonly mark?: DerivedMark;
}

/** One cell a derived figure is made from; `sign` −1 where a sum takes it off. */
export interface DerivationPart {
  readonly at: CellAddress;
  readonly sign: 1 | -1;
}

/**
 * The derivation of a cell in the workbook as it is now; undefined for cells people type into. Rows that a code table lacks
 * count as 0 and are no part.
 */
export function derivationOf(session: Session, at: CellAddress): Derivation | undefined {
  const { plan } = session;
  const cell = cellNumber(plan.layout, at);
  const comparison = cell === undefined ? undefined : plan.comparisons[plan.definedBy[cell] ?? -1];
  if (cell === undefined || comparison === undefined) return undefined;
  const { formula, linear, right } = comparison;
  const seen = new Set<number>();
  const parts: DerivationPart[] = [];
  for (const term of right) {
    const part = Math.abs(term) - 1;
    if (part >= plan.layout.cells || (!linear && (seen.has(part) || part === cell))) continue;
    seen.add(part);
    parts.push({ at: addressOf(plan.layout, part), sign: term < 0 ? -1 : 1 });
  }
  const mark = markAt(session, cell);
  const [only] = parts;
  const linked = formula.same && parts.length === 1 && only !== undefined && only.at.table !== at.table;
  return {
    rule: formula.rule,
    linked,
    isSum: linear,
    parts,
    ...(mark === undefined ? {} : { mark }),
  };
}
