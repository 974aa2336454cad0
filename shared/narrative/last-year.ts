import { fixed, halfStep, plain, ZERO, type Decimal } from "../decimal.js";
import { addressOf, cellNumber, type Layout } from "../calc/layout.js";
import type { Comparison } from "../calc/comparison.js";
import { resolveReference, type Session } from "../calc/session.js";
import { addressKey } from "../model/address.js";
import type { Finding } from "../model/finding.js";

/**
 * Last year's figures must satisfy the same sums as this year's, as far as they are known (rule N-06): a total is the sum of
 * its parts, and is never less than those of them that are given. A sentence such as “资产总额增加180.49，其中固定资产减少91.93” is
 * proved impossible this way. What rounding can have moved is passed over.
 */
export function checkLastYear(session: Session): readonly Finding[] {
  return sumsWithLastYear(session).flatMap((comparison) => impossible(comparison, session));
}

/** The formulas that read a cell with a figure of last year, in pack order; the others, thousands of them, have nothing to say. */
function sumsWithLastYear({ plan, lastYear }: Session): readonly Comparison[] {
  const found = new Set<number>();
  for (const cell of cellsWithLastYear(plan.layout, lastYear)) {
    const end = plan.usersStart[cell + 1] ?? 0;
    for (let at = plan.usersStart[cell] ?? 0; at < end; at += 1) found.add(plan.users[at] ?? -1);
    found.add(plan.definedBy[cell] ?? -1);
  }
  const ordered = [...found].sort((a, b) => a - b);
  return ordered.flatMap((index) => plan.comparisons[index] ?? []);
}

/** Last year's references are few: looked up one by one, never by walking over all cells. */
function cellsWithLastYear(layout: Layout, lastYear: Session["lastYear"]): readonly number[] {
  return layout.pack.lastYear.flatMap(({ reference }) => {
    const address = resolveReference(layout, reference);
    const cell = address === undefined ? undefined : cellNumber(layout, address);
    return address === undefined || cell === undefined || !lastYear.has(addressKey(address)) ? [] : [cell];
  });
}

/** A term of a sum with last year's figure, where it is known. */
interface Term {
  readonly cell: number;
  readonly figure: Decimal | undefined;
}

type KnownTerm = Term & { readonly figure: Decimal };

function impossible(comparison: Comparison, session: Session): readonly Finding[] {
  const total = totalOf(comparison);
  if (total === undefined) return [];
  const whole = lastYearAt(total, session);
  if (whole === undefined) return [];
  const parts = comparison.right.map((term): Term => ({ cell: term - 1, figure: lastYearAt(term - 1, session) }));
  const known = parts.filter((part): part is KnownTerm => part.figure !== undefined);
  if (known.length === 0) return [];
  const sum = known.reduce((so, { figure }) => so.plus(figure), ZERO);
  const complete = known.length === parts.length;
  const excess = sum.minus(whole);
  const tolerance = toleranceOf([{ cell: total, figure: whole }, ...known], session);
  if (complete ? excess.abs().lte(tolerance) : excess.lte(tolerance)) return [];
  return [
    findingOf(comparison, session, { total, known: known.map(({ cell }) => cell), whole, sum, tolerance, complete }),
  ];
}

/** The total of a sum of several parts that are all added; undefined for any other formula. */
function totalOf({ formula, left, right, linear }: Comparison): number | undefined {
  const [total] = left;
  const isSum = linear && formula.op === "=" && left.length === 1 && right.length > 1;
  return isSum && total !== undefined && total > 0 && right.every((term) => term > 0) ? total - 1 : undefined;
}

function lastYearAt(cell: number, { plan, lastYear }: Session): Decimal | undefined {
  return cell >= plan.layout.cells ? undefined : lastYear.get(addressKey(addressOf(plan.layout, cell)));
}

/**
 * Half a last place for the total and each part that is not 0 (domain, section 3). 上年数 may print 万元 beside a table in 元: a
 * figure is known to the places it was typed with.
 */
function toleranceOf([total, ...parts]: readonly KnownTerm[], { plan }: Session): Decimal {
  const terms = [total, ...parts.filter(({ figure }) => !figure.isZero())];
  return terms.reduce((sum, term) => {
    const places = term === undefined ? -1 : (plan.places[term.cell] ?? -1);
    const typed = Math.max(TYPED_PLACES, term?.figure.decimalPlaces() ?? 0);
    return places < 0 ? sum : sum.plus(halfStep(Math.min(places, typed)));
  }, ZERO);
}

/** Amounts of last year are typed as they were published. */
const TYPED_PLACES = 2;

interface Misfit {
  readonly total: number;
  readonly known: readonly number[];
  readonly whole: Decimal;
  readonly sum: Decimal;
  readonly tolerance: Decimal;
  readonly complete: boolean;
}

function findingOf({ formula }: Comparison, session: Session, misfit: Misfit): Finding {
  const { plan, workbook } = session;
  const { total, known, whole, sum, tolerance, complete } = misfit;
  const cells = [total, ...known].map((cell) => addressOf(plan.layout, cell));
  const places = Math.max(0, plan.places[total] ?? 0);
  const [first] = cells;
  const remarkId = `N-06-${formula.rule.id}@${first?.table ?? ""}.${first?.row ?? ""}.${first?.column ?? ""}`;
  const remark = workbook.remarks.get(remarkId)?.trim() ?? "";
  return {
    rule: "N-06",
    severity: "explain",
    kind: "narrative",
    code: complete ? "last-year-sum" : "last-year-part",
    cells,
    left: fixed(whole, places),
    right: fixed(sum, places),
    difference: fixed(whole.minus(sum), places),
    tolerance: plain(tolerance),
    facts: { formula: formula.rule.id, title: formula.rule.title },
    remarkId,
    ...(remark === "" ? {} : { remark }),
  };
}
