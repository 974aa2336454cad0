import { computedOf } from "../calc/computed-session.js";
import { edit } from "../calc/edit.js";
import { resolveReference, type Session } from "../calc/session.js";
import { fixed, type Decimal } from "../decimal.js";
import { addressKey, type CellAddress } from "../model/address.js";
import type { Finding } from "../model/finding.js";
import type { Change } from "../model/transaction.js";
import { LAST_YEAR_COLUMN, LAST_YEAR_TABLE, type RowData } from "../model/workbook.js";

/**
 * Fills the blanks of 上年数 from last year's workbook. A figure that already stands in the sheet stays; where it differs from
 * last year's workbook that is an `explain` finding (`previous-differs`).
 */
export function takePrevious(
  session: Session,
  previous: Session,
): { readonly session: Session; readonly findings: readonly Finding[] } {
  const changes: Change[] = [];
  const findings: Finding[] = [];
  const rows = session.workbook.tables.get(LAST_YEAR_TABLE)?.rows ?? [];
  const before = computedOf(previous);
  for (const { reference, item } of session.plan.layout.pack.lastYear) {
    const at = resolveReference(session.plan.layout, reference);
    const then = resolveReference(previous.plan.layout, reference);
    const figure = then === undefined ? undefined : before.figure(then);
    if (at === undefined || figure === undefined) continue;
    const known = session.lastYear.get(addressKey(at));
    if (known === undefined) {
      changes.push({
        kind: "insert-row",
        table: LAST_YEAR_TABLE,
        index: rows.length + changes.length,
        row: rowOf(reference, figure),
      });
    } else if (!known.equals(figure)) {
      findings.push(differs(session, at, { reference, item }, known, figure));
    }
  }
  if (changes.length === 0) return { session, findings };
  return { session: edit(session, { origin: "import", changes }).session, findings };
}

function rowOf(reference: string, value: Decimal): RowData {
  return { key: reference, inputs: new Map([[LAST_YEAR_COLUMN, { kind: "amount", value }]]), marks: new Map() };
}

function differs(
  session: Session,
  at: CellAddress,
  { reference, item }: { readonly reference: string; readonly item: string },
  known: Decimal,
  figure: Decimal,
): Finding {
  const computed = computedOf(session);
  const text = (value: Decimal): string => fixed(value, Math.max(computed.places(at), value.decimalPlaces()));
  const remarkId = `previous-differs@${reference}`;
  const remark = computed.element(remarkId);
  return {
    rule: "previous-differs",
    severity: "explain",
    kind: "plausibility",
    code: "previous-differs",
    cells: [at],
    left: text(known),
    right: text(figure),
    difference: text(known.minus(figure)),
    facts: { reference, item, sheet: text(known), previous: text(figure) },
    remarkId,
    ...(remark === undefined ? {} : { remark }),
  };
}
