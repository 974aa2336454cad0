import type { Decimal } from "../decimal.js";
import type { CellAddress } from "../model/address.js";
import type { Change } from "../model/transaction.js";
import type { CellInput } from "../model/workbook.js";
import { classify, computeCell } from "./compute.js";
import { markAt } from "./edit.js";
import { cellNumber } from "./layout.js";
import { sourceOf, type Session } from "./session.js";

/**
 * The change that puts something into a cell, whatever kind of cell it is; undefined when nothing would change. Typing a
 * figure into a derived cell follows the rule of opening: a residual within the tolerance, stated beyond it; clearing gives
 * back the computed figure (architecture, “Typing”). A text typed into a derived cell is refused by the caller's reading.
 */
export function changeOfCell(session: Session, at: CellAddress, input: CellInput | undefined): Change | undefined {
  const cell = cellNumber(session.plan.layout, at);
  if (cell === undefined) throw new Error(`no cell ${at.table}.${at.row}.${at.column}`);
  const comparison = session.plan.comparisons[session.plan.definedBy[cell] ?? -1];
  if (comparison === undefined) {
    const row = session.plan.layout.byId.get(at.table)?.indexOf.get(at.row) ?? -1;
    const before = session.workbook.tables.get(at.table)?.rows[row]?.inputs.get(at.column);
    return sameInput(before, input) ? undefined : { kind: "set-cell", at, ...ends(before, input) };
  }
  const source = sourceOf(session, "printed");
  const computed = computeCell(comparison, cell, source);
  const figure: Decimal | undefined = input?.kind === "amount" ? input.value : undefined;
  const after = classify(comparison, cell, computed, figure, source);
  const before = markAt(session, cell);
  const isSame =
    before?.kind === after?.kind && (before === undefined || (after !== undefined && before.value.equals(after.value)));
  return isSame ? undefined : { kind: "set-mark", at, ...ends(before, after) };
}

function sameInput(a: CellInput | undefined, b: CellInput | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.kind === "amount" && b.kind === "amount") return a.value.equals(b.value);
  return a.kind === "text" && b.kind === "text" && a.text === b.text;
}

function ends<Value>(before: Value | undefined, after: Value | undefined): { before?: Value; after?: Value } {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}
