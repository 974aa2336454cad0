import { resolveReference, type Session } from "../calc/session.js";
import { holdsFigures } from "../calc/state.js";
import { addressKey, type CellAddress } from "../model/address.js";
import type { Finding } from "../model/finding.js";
import { parseExpression } from "../expression/parse.js";
import type { Element } from "../template/pack.js";
import { conditionHolds } from "./condition.js";
import { checkLastYear } from "./last-year.js";
import { itemOf } from "./mark.js";
import { readingOf, type Reading } from "./reading.js";

/**
 * What the narrative lacks, whatever template it is written with: elements of 说明要素 that the figures call for, last year's
 * figures, and last year's figures that cannot be true together. A missing reason or last-year figure is `explain`, never an
 * error (architecture, “Remarks”).
 */
export function checkNarrative(session: Session): readonly Finding[] {
  const reading = readingOf(session);
  return [...missingElements(reading), ...missingLastYear(session), ...checkLastYear(session)];
}

/** Elements whose condition holds and which nobody has filled, in the order of 说明要素. */
function missingElements(reading: Reading): readonly Finding[] {
  const { session } = reading;
  return session.plan.layout.pack.elements.flatMap((element) => {
    if (reading.scope.element(element.id).kind !== "missing" || !isAskedFor(element, reading)) return [];
    return [elementFinding(element, session)];
  });
}

/** The finding of one missing element; its answer is the element itself. */
export function elementFinding(element: Element, session: Session): Finding {
  const text = session.workbook.remarks.get(element.id)?.trim() ?? "";
  return {
    rule: "N-reason",
    severity: "explain",
    kind: "missing",
    // A text where a number is wanted has been filled in, but not with an answer.
    code: text === "" ? "element-missing" : "element-not-a-number",
    cells: [],
    facts: { element: element.id, place: element.place, asks: element.asks ?? element.id, text },
    remarkId: element.id,
  };
}

function isAskedFor(element: Element, reading: Reading): boolean {
  if (element.requiredWhen === undefined) return false;
  const condition = parseExpression(element.requiredWhen);
  if (!condition.ok) throw new Error(`element ${element.id}: ${condition.problem.message}`);
  return conditionHolds(condition.expression, reading) === true;
}

/** Figures of last year the pack wants of tables that hold figures this year, and which are not there. */
function missingLastYear(session: Session): readonly Finding[] {
  const { layout } = session.plan;
  return layout.pack.lastYear.flatMap(({ reference }) => {
    const cell = resolveReference(layout, reference);
    if (cell === undefined || session.lastYear.has(addressKey(cell)) || isEmptyTable(session, cell.table)) return [];
    return [lastYearFinding(cell, session)];
  });
}

/** The finding of one missing figure of last year. */
export function lastYearFinding(cell: CellAddress, session: Session): Finding {
  const remarkId = `N-06@${cell.table}.${cell.row}.${cell.column}`;
  const remark = session.workbook.remarks.get(remarkId)?.trim() ?? "";
  return {
    rule: "N-06",
    severity: "explain",
    kind: "missing",
    code: "last-year-missing",
    cells: [cell],
    facts: { item: itemOf(cell, session) },
    remarkId,
    ...(remark === "" ? {} : { remark }),
  };
}

function isEmptyTable(session: Session, id: string): boolean {
  const table = session.plan.layout.byId.get(id);
  return table === undefined || !holdsFigures(session.figures, table);
}
