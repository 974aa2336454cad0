import { ExactSum, type Decimal } from "../decimal.js";
import type { FigureReader } from "./state.js";

/**
 * Adds signed cells. Blank cells count as exact 0 as soon as one holds a figure; a sum of blanks is blank, never 0.00.
 */
export function sumOf(signed: readonly number[], read: FigureReader): Decimal | undefined {
  let sum: ExactSum | undefined;
  let first: Decimal | undefined;
  for (let at = 0; at < signed.length; at += 1) {
    const term = signed[at] ?? 0;
    const figure = read(Math.abs(term) - 1);
    if (figure === undefined) continue;
    if (sum !== undefined) sum.add(figure, term);
    else if (first === undefined && term > 0) first = figure;
    else {
      sum = new ExactSum();
      if (first !== undefined) sum.add(first, 1);
      sum.add(figure, term);
    }
  }
  return sum?.total() ?? first;
}
