import { fixed } from "../decimal.js";
import type { Computed } from "../calc/computed.js";
import type { CellAddress } from "../model/address.js";
import type { Finding, FindingKind, Severity } from "../model/finding.js";

/**
 * What a check of plausibility noticed. `check` names the check, and with it the sentence `shared/messages` makes of the facts;
 * the cells stand with the one to look at first in front.
 */
export interface Suspicion {
  readonly check: string;
  readonly severity: Severity;
  readonly cells: readonly CellAddress[];
  readonly facts: Readonly<Record<string, string>>;
  /** The suspected figure as plain decimal text in its cell's unit. */
  readonly left?: string;
  /** The figure it was held against. */
  readonly right?: string;
  /** `plausibility` unless something is merely not there. */
  readonly kind?: FindingKind;
}

/**
 * Makes the finding of a suspicion. One that may stand with a reason keeps its answer under the check's name and the first
 * cell, like the answer to a rule; an answer given there comes with the finding.
 */
export function findingOf(computed: Computed, suspicion: Suspicion): Finding {
  const { check, severity, cells, facts, left, right, kind = "plausibility" } = suspicion;
  const [first] = cells;
  const remarkId =
    severity === "explain" && first !== undefined ? `${check}@${first.table}.${first.row}.${first.column}` : undefined;
  const remark = remarkId === undefined ? undefined : computed.element(remarkId);
  return {
    rule: check,
    severity,
    kind,
    code: check,
    cells,
    ...(left === undefined ? {} : { left }),
    ...(right === undefined ? {} : { right }),
    facts,
    ...(remarkId === undefined ? {} : { remarkId }),
    ...(remark === undefined ? {} : { remark }),
  };
}

/** A figure as facts and both sides of a finding carry it: every digit it has, and at least the places its cell prints. */
export function figureText(computed: Computed, address: CellAddress): string | undefined {
  const value = computed.figure(address);
  return value === undefined ? undefined : fixed(value, Math.max(computed.places(address), value.decimalPlaces()));
}
