import type { Computed } from "../calc/computed.js";
import type { CellAddress } from "../model/address.js";
import type { Finding, FindingKind, Severity } from "../model/finding.js";
import type { Rule } from "../template/pack.js";

/** What a check of structure noticed; everything not said here comes from the rule. */
export interface StructureFault {
  /** Which sentence says it. */
  readonly code: string;
  readonly cells: readonly CellAddress[];
  readonly facts: Readonly<Record<string, string>>;
  /** `violated` unless said otherwise. */
  readonly kind?: FindingKind;
  /** The rule's severity unless said otherwise. */
  readonly severity?: Severity;
  readonly figures?: Pick<Finding, "left" | "right" | "difference" | "tolerance">;
}

/** Makes the finding of a fault. One that may stand with a reason keeps its answer under the rule and the first cell. */
export function structureFinding(rule: Rule, computed: Computed, fault: StructureFault): Finding {
  const { code, cells, facts, kind = "violated", severity = rule.severity, figures = {} } = fault;
  const [first] = cells;
  const remarkId =
    severity === "explain" && first !== undefined
      ? `${rule.id}@${first.table}.${first.row}.${first.column}`
      : undefined;
  const remark = remarkId === undefined ? undefined : computed.element(remarkId);
  return {
    rule: rule.id,
    severity,
    kind,
    code,
    cells,
    ...figures,
    facts: { title: rule.title, ...facts },
    ...(remarkId === undefined ? {} : { remarkId }),
    ...(remark === undefined ? {} : { remark }),
  };
}
