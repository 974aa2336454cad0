import type { AmountUnit } from "../template/pack.js";
import type { CellRange } from "../sheets/cell-reference.js";
import { normalised } from "./printed-text.js";
import type { SheetGrid } from "./sheet-grid.js";
import { amountUnit, UNIT_SUFFIX } from "./words.js";

/** Where a column's head was found: its lowest cell, the first row of the path, and the unit a head text names. */
export interface HeadPath {
  readonly leaf: CellRange;
  readonly firstRow: number;
  readonly unit?: AmountUnit;
  /** Whether part of it was taken from the left, because nothing of its own stands there. */
  readonly inherited: boolean;
}

/** How many rows a head may reach up, blank ones included. */
const TALLEST_HEAD = 10;

/**
 * The heads above a column as one text, from top to bottom: equal neighbours once, units in brackets left out. Two heads with
 * this text in common are the same head, wherever their lines break and their cells are merged.
 */
export function headText(head: readonly string[]): string {
  const texts = head.map((text) => withoutUnit(normalised(text)).text);
  return texts.filter((text, index) => text !== texts[index - 1]).join("");
}

/**
 * Reads a column's head from the given row upwards until it says `head`, or gives undefined. A cell without a text of its own
 * lies below the nearest text on its left, as when a group's head was not merged.
 */
export function climbHead(grid: SheetGrid, row: number, column: number, head: string): HeadPath | undefined {
  let rest = head;
  let leaf: CellRange | undefined;
  let unit: AmountUnit | undefined;
  let last = "";
  let inherited = false;
  const top = Math.max(1, row - TALLEST_HEAD);
  for (let above = row; above >= top;) {
    const area = grid.area(above, column);
    const own = withoutUnit(grid.text(above, column));
    const printed = own.text === "" && leaf !== undefined ? leftText(grid, above, column, rest) : own;
    if (printed.text !== "" && rest.endsWith(printed.text)) {
      rest = rest.slice(0, rest.length - printed.text.length);
      unit ??= printed.unit;
      last = printed.text;
      inherited ||= own.text === "";
      leaf ??= area;
      if (rest === "") return { leaf, firstRow: area.firstRow, inherited, ...(unit === undefined ? {} : { unit }) };
    } else if (own.text !== "" && own.text !== last) {
      return undefined;
    }
    above = area.firstRow - 1;
  }
  return undefined;
}

interface PrintedHead {
  readonly text: string;
  readonly unit?: AmountUnit;
}

/** The unit a normalised text names in brackets at its end, and the text without it. */
export function withoutUnit(text: string): PrintedHead {
  if (!text.endsWith(")")) return { text };
  const match = UNIT_SUFFIX.exec(text);
  const unit = amountUnit(match?.[1]);
  return match === null || unit === undefined ? { text } : { text: text.slice(0, match.index), unit };
}

/** The nearest text on the left, if it is what the head says next. */
function leftText(grid: SheetGrid, row: number, column: number, rest: string): PrintedHead {
  for (let left = column - 1; left >= 1; left -= 1) {
    const printed = withoutUnit(grid.text(row, left));
    if (printed.text === "") continue;
    return rest.endsWith(printed.text) ? printed : { text: "" };
  }
  return { text: "" };
}
