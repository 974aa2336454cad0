import { fixed, halfStep, plain, ZERO, type Decimal } from "../decimal.js";
import { addressOf, cellNumber, type Layout } from "../calc/layout.js";
import type { Comparison } from "../calc/comparison.js";
import { resolveReference, type Session } from "../calc/session.js";
import { addressKey, type CellAddress } from "../model/address.js";
import type { Finding } from "../model/finding.js";

/**
 * Last year's figures must satisfy the same sums as this year's, as far as they are known (rule N-06): a total is the sum of
 * its parts, and is never less than those of them that are given. A sentence such as “资产总额增加180.49，其中固定资产减少91.93” is
 * proved impossible this way. What rounding can have moved is passed over.
 */
export function checkLastYear(session: Session): readonly Finding[] {
  return lastYearMisfits(session).flatMap((misfit) => (isRounding(misfit) ? [] : [findingOf(misfit, session)]));
}

/** A sum over last year's figures that does not come out, by however little. */
export interface Misfit {
  readonly comparison: Comparison;
  /** The total's cell and the cells of its known parts. */
  readonly cells: readonly CellAddress[];
  readonly whole: Decimal;
  readonly sum: Decimal;
  /** What rounding alone can have moved. */
  readonly tolerance: Decimal;
  /** Whether every part is known; if not, the known ones may only not be larger than the whole. */
  readonly complete: boolean;
}

/** Every sum over last year's figures that does not come out exactly, in pack order. */
export function lastYearMisfits(session: Session): readonly Misfit[] {
  return sumsWithLastYear(session).flatMap((comparison) => misfitOf(comparison, session));
}

/** Whether rounding alone explains it; figures that were themselves worked out of two rounded ones bring `times` as much. */
export function isRounding({ whole, sum, tolerance }: Misfit, times = 1): boolean {
  return sum.minus(whole).abs().lte(tolerance.times(times));
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

function misfitOf(comparison: Comparison, session: Session): readonly Misfit[] {
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
  if (complete ? excess.isZero() : excess.lte(ZERO)) return [];
  const tolerance = toleranceOf([{ cell: total, figure: whole }, ...known], session);
  const cells = [total, ...known.map(({ cell }) => cell)].map((cell) => addressOf(session.plan.layout, cell));
  return [{ comparison, cells, whole, sum, tolerance, complete }];
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

function findingOf({ comparison, cells, whole, sum, tolerance, complete }: Misfit, session: Session): Finding {
  const { plan, workbook } = session;
  const { formula } = comparison;
  const [first] = cells;
  const total = first === undefined ? undefined : cellNumber(plan.layout, first);
  const places = Math.max(0, plan.places[total ?? -1] ?? 0);
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
