import { ZERO, type Decimal } from "../decimal.js";
import type { FigureReader } from "./state.js";

/**
 * Adds signed cells. Blank cells count as exact 0 as soon as one holds a figure; a sum of blanks is blank, never 0.00.
 */
export function sumOf(signed: readonly number[], read: FigureReader): Decimal | undefined {
  let sum: Decimal | undefined;
  for (const term of signed) {
    const figure = read(Math.abs(term) - 1);
    if (figure === undefined) continue;
    if (sum === undefined) sum = term > 0 ? figure : ZERO.minus(figure);
    else sum = term > 0 ? sum.plus(figure) : sum.minus(figure);
  }
  return sum;
}
