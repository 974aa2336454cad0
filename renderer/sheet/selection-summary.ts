import { ExactSum, roundTo, whole } from "../../shared/decimal.js";
import type { SheetRange } from "../../shared/forms/form-sheet.js";
import type { SheetContent } from "./sheet-content.js";
import { positionsOf, type SheetExtent } from "./selection.js";
import type { SelectionSummary } from "./sheet-state.js";

/** How many positions are added up before the window gets its turn. */
const SLICE = 2_000;

/**
 * Adds a selection up exactly. It gives way after every two thousand positions by yielding undefined, so that the window stays
 * alive over a selection of a quarter million; the last value is the sum.
 */
export function* summing(
  content: SheetContent,
  extent: SheetExtent,
  ranges: readonly SheetRange[],
): Generator<undefined, SelectionSummary> {
  const sum = new ExactSum();
  let [seen, filled, figures] = [0, 0, 0];
  for (const at of positionsOf(extent, ranges)) {
    seen += 1;
    if (seen % SLICE === 0) yield undefined;
    const figure = content.figure(at);
    if (figure !== undefined) {
      sum.add(figure, 1);
      figures += 1;
      filled += 1;
    } else if (content.sheet.at(at.row, at.column).kind === "cell" && content.shown(at) !== "") filled += 1;
  }
  const total = figures === 0 ? undefined : sum.total();
  const average = total === undefined ? undefined : roundTo(total.dividedBy(whole(figures)), 6);
  return { filled, figures, sum: total, average };
}
