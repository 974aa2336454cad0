import { computedOf } from "../calc/computed-session.js";
import { edit } from "../calc/edit.js";
import { resolveReference, type Session } from "../calc/session.js";
import { fixed, roundTo, type Decimal } from "../decimal.js";
import { addressKey, type CellAddress } from "../model/address.js";
import type { Finding } from "../model/finding.js";
import type { Change, Transaction } from "../model/transaction.js";
import { LAST_YEAR_COLUMN, LAST_YEAR_TABLE, type RowData } from "../model/workbook.js";

/**
 * Fills the blanks of 上年数 from last year's workbook. A figure that already stands in the sheet stays; where it differs from
 * last year's workbook, as printed, that is an `explain` finding (`previous-differs`). A workbook that is no earlier one, or another
 * publisher's, is said too (`previous-year`, `previous-department`).
 */
export function takePrevious(
  session: Session,
  previous: Session,
): { readonly session: Session; readonly findings: readonly Finding[] } {
  const references = session.plan.layout.pack.lastYear.map(({ reference }) => reference);
  const { transaction, findings: differing } = takeFigures(session, previousFigures(previous, references));
  const findings = [...wrongWorkbook(session, previous), ...differing];
  if (transaction.changes.length === 0) return { session, findings };
  return { session: edit(session, transaction).session, findings };
}

/** The figures a workbook of last year has of these references; those it has none of are left out. */
export function previousFigures(previous: Session, references: readonly string[]): ReadonlyMap<string, Decimal> {
  const computed = computedOf(previous);
  const figures = new Map<string, Decimal>();
  for (const reference of references) {
    const at = resolveReference(previous.plan.layout, reference);
    const figure = at === undefined ? undefined : computed.figure(at);
    if (figure !== undefined) figures.set(reference, figure);
  }
  return figures;
}

/** The gesture that fills the blanks of 上年数 with these figures, and a finding for each that differs from one already there. */
function takeFigures(
  session: Session,
  figures: ReadonlyMap<string, Decimal>,
): { readonly transaction: Transaction; readonly findings: readonly Finding[] } {
  const changes: Change[] = [];
  const findings: Finding[] = [];
  const rows = session.workbook.tables.get(LAST_YEAR_TABLE)?.rows ?? [];
  let end = rows.length;
  for (const { reference, item } of session.plan.layout.pack.lastYear) {
    const at = resolveReference(session.plan.layout, reference);
    const figure = figures.get(reference);
    if (at === undefined || figure === undefined) continue;
    const known = session.lastYear.get(addressKey(at));
    if (known === undefined) {
      const isThere = rows.some(({ key }) => key === reference);
      if (isThere) changes.push(filled(reference, figure));
      else changes.push({ kind: "insert-row", table: LAST_YEAR_TABLE, index: end, row: rowOf(reference, figure) });
      if (!isThere) end += 1;
    } else if (!samePrinted(session, at, known, figure)) {
      findings.push(differs(session, at, { reference, item }, known, figure));
    }
  }
  return { transaction: { origin: "import", changes }, findings };
}

/** Signs that somebody took the wrong file for last year's. */
function wrongWorkbook(session: Session, previous: Session): readonly Finding[] {
  const [now, then] = [session.workbook.profile, previous.workbook.profile];
  const computed = computedOf(session);
  const found: Finding[] = [];
  const add = (
    code: "previous-year" | "previous-department",
    severity: "explain" | "hint",
    facts: Finding["facts"],
  ): void => {
    const remark = computed.element(code);
    const answer = severity === "hint" ? {} : { remarkId: code, ...(remark === undefined ? {} : { remark }) };
    found.push({ rule: code, severity, kind: "plausibility", code, cells: [], facts, ...answer });
  };
  if (then.year >= now.year) add("previous-year", "explain", { year: String(now.year), previous: String(then.year) });
  if (then.department !== "" && now.department !== "" && then.department !== now.department) {
    add("previous-department", "hint", { department: now.department, previous: then.department });
  }
  return found;
}

/** Whether two figures are the same in the places their cell prints: last year's file may hold 元 and the sheet 万元. */
function samePrinted(session: Session, at: CellAddress, known: Decimal, figure: Decimal): boolean {
  const places = computedOf(session).places(at);
  return roundTo(known, places).equals(roundTo(figure, places));
}

function filled(reference: string, value: Decimal): Change {
  const at = { table: LAST_YEAR_TABLE, row: reference, column: LAST_YEAR_COLUMN };
  return { kind: "set-cell", at, after: { kind: "amount", value } };
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
