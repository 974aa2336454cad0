import { isFiner, roundTo, type Decimal } from "../decimal.js";
import type { TableLayout } from "./layout.js";
import type { Plan } from "./plan.js";
import type { Vector } from "./vector.js";

/** The figures of a workbook at one moment, by cell number. */
export interface Figures {
  /** The figure that stands in each cell, absent-row numbers included. */
  readonly standing: Vector<Decimal>;
  /**
   * How many inputs and marks each table holds, by table number: an absent row of a code table is 0 only where there are any.
   * Other tables may hold figures and count none, because all of theirs are computed.
   */
  readonly filled: readonly number[];
  /** How many figures have more places than are printed; while there are none, sums of computed parts always agree in print. */
  readonly overPrecise: number;
}

/** Whether any figure stands in a table, typed or computed. */
export function holdsFigures({ standing }: Figures, table: TableLayout): boolean {
  const end = table.base + table.keys.length * table.width;
  for (let cell = table.base; cell < end; cell += 1) if (standing.at(cell) !== undefined) return true;
  return false;
}

/** A figure as printed: rounded once, half up, to the cell's places; exact kinds are never rounded. */
export function asPrinted(plan: Plan, cell: number, figure: Decimal): Decimal {
  const places = plan.places[cell] ?? -1;
  return places >= 0 && isFiner(figure, places) ? roundTo(figure, places) : figure;
}

/** Whether a figure carries digits its cell does not print. */
export function isOverPrecise(plan: Plan, cell: number, figure: Decimal | undefined): boolean {
  const places = plan.places[cell] ?? -1;
  return figure !== undefined && places >= 0 && isFiner(figure, places);
}

/** Reads figures by cell number; the two ways differ only while a workbook is being computed. */
export type FigureReader = (cell: number) => Decimal | undefined;
