import type { Decimal } from "../decimal.js";
import type { Comparison } from "./comparison.js";
import { tableOfCell, type Layout } from "./layout.js";
import type { Plan } from "./plan.js";
import type { FigureReader } from "./state.js";

/**
 * The places to which a cell's printed figure is known: those of its sheet, in a coarse table those of the pack for a figure
 * that needs no more; −1 for exact kinds.
 */
export function knownPlaces(plan: Plan, cell: number, figure: Decimal | undefined): number {
  const places = plan.places[cell] ?? -1;
  const { layout } = plan;
  if (layout.coarse.size === 0 || places < 0 || cell >= layout.cells) return places;
  const usual = usualPlaces(layout, cell);
  return usual === undefined || (figure?.decimalPlaces() ?? 0) > usual ? places : Math.min(places, usual);
}

function usualPlaces(layout: Layout, cell: number): number | undefined {
  const table = tableOfCell(layout, cell);
  if (!layout.coarse.has(table.number)) return undefined;
  return table.table.columns[(cell - table.base) % table.width]?.places ?? 2;
}

/**
 * How the cells of one comparison are known. One figure to the last 元 among coarse ones speaks for 元 throughout: then nothing
 * in the comparison is 尾差 of 万元.
 */
export function placesKnown(comparison: Comparison, plan: Plan, printed: FigureReader): (cell: number) => number {
  const own = (cell: number): number => plan.places[cell] ?? -1;
  if (plan.layout.coarse.size === 0) return own;
  const isFine = [...comparison.left, ...comparison.right].some((term) => {
    const cell = Math.abs(term) - 1;
    const usual = cell < plan.layout.cells ? usualPlaces(plan.layout, cell) : undefined;
    return usual !== undefined && own(cell) > usual && (printed(cell)?.decimalPlaces() ?? 0) > usual;
  });
  return isFine ? own : (cell) => knownPlaces(plan, cell, printed(cell));
}
