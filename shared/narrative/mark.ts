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
  const place = placeOf(wanted.cell, session);
  if (wanted.kind === "cell") return place;
  const key = addressKey(wanted.cell);
  const listed = pack.lastYear.find(({ reference }) => {
    const address = resolveReference(session.plan.layout, reference);
    return address !== undefined && addressKey(address) === key;
  });
  return lastYearItem(listed?.item ?? place);
}

function placeOf(cell: CellAddress, session: Session): string {
  const computed = computedOf(session);
  const column = computed.column(cell.table, cell.column);
  return cellPlace(computed.table(cell.table).name, computed.rowName(cell.table, cell.row), column.name);
}
