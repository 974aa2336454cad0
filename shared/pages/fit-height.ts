import type { FormSheet, SheetPart } from "../forms/form-sheet.js";
import { PRINTABLE_POINTS } from "./measures.js";
import { heightOfRows, type HeightSource, type LetterSize } from "./row-heights.js";

/** Parts of a form that stand together: a block, or all of a form that has none. */
export interface Stretch extends LetterSize {
  readonly parts: readonly SheetPart[];
  /** Whether it fits on one page, and is therefore not torn. */
  readonly isWhole: boolean;
}

/** What stands on the page besides the rows, in points. */
export interface Around {
  readonly above: number;
  readonly below: number;
}

/** Smaller than this nobody sets a table only to save a page: a part of its own size, and letters in points. */
const SMALLEST_SCALE = 0.85;
const SMALLEST_POINTS = 6.5;
const STEP = 0.01;

/** Heights are reckoned: so much of a page is left free, in points. */
const SPARE = 6;

/**
 * Fits every stretch of a form on one page where that can be done: as it is, or set a little smaller, as a careful colleague would. What
 * is longer keeps its size and goes on over pages.
 */
export function fitHeights(source: HeightSource, points: number, around: Around): readonly Stretch[] {
  const stretches = stretchesOf(source.sheet);
  const page = PRINTABLE_POINTS[source.sheet.form.print.orientation].height - SPARE;
  return stretches.map((parts, index) => {
    const above = index === 0 ? around.above : 0;
    const below = index === stretches.length - 1 ? around.below : 0;
    return { parts, ...fitHeight(source, parts, points, page - above - below) };
  });
}

/** The parts of each block; those outside of blocks stand by themselves. */
function stretchesOf({ parts }: FormSheet): readonly (readonly SheetPart[])[] {
  const stretches: SheetPart[][] = [];
  for (const part of parts) {
    const last = stretches.at(-1);
    if (last !== undefined && last[0]?.block === part.block) last.push(part);
    else stretches.push([part]);
  }
  return stretches;
}

function fitHeight(
  source: HeightSource,
  parts: readonly SheetPart[],
  points: number,
  room: number,
): Omit<Stretch, "parts"> {
  const rows = [parts[0]?.first ?? 0, parts.at(-1)?.end ?? 0] as const;
  // A line of letters a row is the least: tables of thousands of rows are not measured cell by cell.
  const isFarTooLong = (rows[1] - rows[0]) * points * SMALLEST_SCALE > room;
  for (let scale = 1; scale >= SMALLEST_SCALE && !isFarTooLong; scale -= STEP) {
    const size = { points: points * scale, scale };
    if (scale < 1 && size.points < SMALLEST_POINTS) break;
    if (heightOfRows(source, rows, size) <= room) return { ...size, isWhole: true };
  }
  return { points, scale: 1, isWhole: false };
}
