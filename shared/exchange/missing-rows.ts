import { computedOf } from "../calc/computed-session.js";
import type { Computed } from "../calc/computed.js";
import type { Session } from "../calc/session.js";
import { fixed } from "../decimal.js";
import type { CellAddress } from "../model/address.js";
import type { Finding } from "../model/finding.js";

/**
 * A printed row that the file lacks although other forms say that there is money in it (fact amount, as the form would print it): a
 * hint no more, but to be explained, because whoever reads the published form adds up its rows. Rows of nothing stay hints.
 */
export function weighMissingRows(findings: readonly Finding[], session: Session): readonly Finding[] {
  if (!findings.some(isMissingRow)) return findings;
  const computed = computedOf(session);
  return findings.map((finding) => (isMissingRow(finding) ? weighed(finding, computed) : finding));
}

function isMissingRow({ code }: Finding): boolean {
  return code === "row-missing";
}

function weighed(finding: Finding, computed: Computed): Finding {
  const [first] = finding.cells;
  if (first === undefined) return finding;
  const cells = computed
    .table(first.table)
    .columns.map(({ id }): CellAddress => ({ ...first, column: id }))
    .filter((at) => computed.printed(at)?.isZero() === false);
  const [filled] = cells;
  const printed = filled === undefined ? undefined : computed.printed(filled);
  if (filled === undefined || printed === undefined) return finding;
  const amount = fixed(printed, Math.max(computed.places(filled), printed.decimalPlaces()));
  const remarkId = `${finding.rule}@${filled.table}.${filled.row}.${filled.column}`;
  const remark = computed.element(remarkId);
  return {
    ...finding,
    severity: "explain",
    cells,
    facts: { ...finding.facts, amount },
    remarkId,
    ...(remark === undefined ? {} : { remark }),
  };
}
