import type { FormSheet } from "../forms/form-sheet.js";
import { CELL_SPACE, PRINTABLE_POINTS } from "./measures.js";

/** The printable width of A4 between margins of 15 mm, and how wide one of Excel's characters is at 11 points. */
const PRINTABLE_MM = { portrait: 180, landscape: 267 } as const;
const CHARACTER_MM = 1.96;
const SMALLEST_SHARE_OF_SIZE = 0.5;

/** Letters smaller than the first are set larger, up to the second, where columns of words can give room: their lines break. */
const TOO_SMALL_POINTS = 7.5;
const READABLE_POINTS = 8;
const STEP_POINTS = 0.1;

/** What a column of figures leaves free beside its longest one, and the least it keeps for its head; the least a column of words keeps: ems. */
const FREE_EMS = 0.5;
const LEAST_FIGURES_EMS = 4;
const LEAST_WORDS_EMS = 5;

/** How a form is fitted to one page's width: each column's share in percent, and the size of its letters in points. */
export interface Fit {
  readonly shares: readonly number[];
  readonly points: number;
}

/** What must not break in a column: its longest figure in signs, and its widest figure, code or number in ems; 0 where there is none. */
export interface Unbroken {
  readonly signs: number;
  readonly ems: number;
}

/**
 * Fits the columns to the page: in proportion to the form's widths, but no column of figures narrower than its longest figure. A
 * form wider than the page is printed in smaller letters, as Excel's “fit to one page wide” does; where that is too small to be read,
 * figures and codes get the room they need and the columns of words share the rest, as a person would draw them.
 */
export function fitToPage(sheet: FormSheet, unbroken: readonly Unbroken[]): Fit {
  const { orientation, fontSize } = sheet.form.print;
  const widths = sheet.columns.map(({ width }, index) => Math.max(width, (unbroken[index]?.signs ?? 0) + 1.5));
  const total = sum(widths);
  const scale = PRINTABLE_MM[orientation] / (total * CHARACTER_MM);
  const points = fontSize * Math.min(1, Math.max(SMALLEST_SHARE_OF_SIZE, scale));
  const fit = { shares: widths.map((width) => (100 * width) / total), points };
  if (points >= Math.min(fontSize, TOO_SMALL_POINTS)) return fit;
  for (let larger = Math.min(fontSize, READABLE_POINTS); larger > points; larger -= STEP_POINTS) {
    const found = enlarged(sheet, unbroken, larger);
    if (found !== undefined) return found;
  }
  return fit;
}

/** The columns at a size of letters that Excel's fit would not give; undefined where words would have no room left. */
function enlarged({ form, columns }: FormSheet, unbroken: readonly Unbroken[], points: number): Fit | undefined {
  const page = PRINTABLE_POINTS[form.print.orientation].width / points;
  const needed = columns.map((_, index) => {
    const { signs, ems } = unbroken[index] ?? { signs: 0, ems: 0 };
    const least = signs > 0 ? LEAST_FIGURES_EMS : 0;
    return ems === 0 ? 0 : Math.max(least, ems + CELL_SPACE.sides + FREE_EMS);
  });
  const words = sum(columns.map(({ width }, index) => (needed[index] === 0 ? width : 0)));
  const left = page - sum(needed);
  const ems = columns.map(({ width }, index) => needed[index] || (left * width) / words);
  if (ems.some((one, index) => needed[index] === 0 && one < LEAST_WORDS_EMS)) return undefined;
  return { shares: ems.map((one) => (100 * one) / page), points };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}

/** A measure on paper as a style says it; it is no figure of anybody's, so two places are enough. */
export function hundredths(measure: number): string {
  return String(Math.round(measure * 100) / 100);
}
