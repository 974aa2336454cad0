import type { FormSheet } from "../forms/form-sheet.js";

/** The printable width of A4 between margins of 15 mm, and how wide one of Excel's characters is at 11 points. */
const PRINTABLE_MM = { portrait: 180, landscape: 267 } as const;
const CHARACTER_MM = 1.96;
const SMALLEST_SHARE_OF_SIZE = 0.5;

/** How a form is fitted to one page's width: each column's share in percent, and the size of its letters in points. */
export interface Fit {
  readonly shares: readonly number[];
  readonly points: number;
}

/**
 * Fits the columns to the page: in proportion to the form's widths, but no column of figures narrower than its longest figure. A
 * form wider than the page is printed in smaller letters, as Excel's “fit to one page wide” does.
 */
export function fitToPage({ form, columns }: FormSheet, longestFigures: readonly number[]): Fit {
  const widths = columns.map(({ width }, index) => Math.max(width, (longestFigures[index] ?? 0) + 1.5));
  const total = widths.reduce((sum, width) => sum + width, 0);
  const scale = PRINTABLE_MM[form.print.orientation] / (total * CHARACTER_MM);
  const size = form.print.fontSize * Math.min(1, Math.max(SMALLEST_SHARE_OF_SIZE, scale));
  return { shares: widths.map((width) => (100 * width) / total), points: size };
}

/** A measure on paper as a style says it; it is no figure of anybody's, so two places are enough. */
export function hundredths(measure: number): string {
  return String(Math.round(measure * 100) / 100);
}
