import { addressKey, type CellAddress } from "../model/address.js";
import { computedOf } from "../calc/computed-session.js";
import { resolveReference, type Session } from "../calc/session.js";
import type { Printed } from "./figure.js";
import type { Wanted } from "./wanted.js";
import { cellPlace, lastYearItem, missingMark, noBaseMark, unknownMark } from "./wording.js";

/** Why a visible mark stands in the document. */
export type Mark =
  | Wanted
  | { readonly kind: "no-base"; readonly from: readonly CellAddress[] }
  | { readonly kind: "unknown"; readonly name: string };

/** The marks that stand in place of a figure that cannot be printed. */
export function markTexts(
  printed: Extract<Printed, { kind: "missing" | "no-base" | "unknown" }>,
  session: Session,
): readonly { readonly text: string; readonly mark: Mark }[] {
  if (printed.kind === "no-base") return [{ text: noBaseMark(), mark: printed }];
  if (printed.kind === "unknown") return [{ text: unknownMark(printed.name), mark: printed }];
  return printed.wanted.map((wanted) => ({ text: missingMark(nameOf(wanted, session)), mark: wanted }));
}

/** What is missing, in the words of the pack: an element's question, last year's item, a cell's place. */
export function nameOf(wanted: Wanted, session: Session): string {
  const { pack } = session.plan.layout;
  if (wanted.kind === "element") return pack.elements.find(({ id }) => id === wanted.id)?.asks ?? wanted.id;
  return wanted.kind === "cell" ? placeOf(wanted.cell, session) : lastYearItem(itemOf(wanted.cell, session));
}

/** What last year's figure of a cell is called: the pack's item, else the cell's place. */
export function itemOf(cell: CellAddress, session: Session): string {
  const { layout } = session.plan;
  const key = addressKey(cell);
  const listed = layout.pack.lastYear.find(({ reference }) => {
    const address = resolveReference(layout, reference);
    return address !== undefined && addressKey(address) === key;
  });
  return listed?.item ?? placeOf(cell, session);
}

function placeOf(cell: CellAddress, session: Session): string {
  const computed = computedOf(session);
  const column = computed.column(cell.table, cell.column);
  return cellPlace(computed.table(cell.table).name, computed.rowName(cell.table, cell.row), column.name);
}
