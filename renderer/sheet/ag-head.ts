import type { FormSheet, SheetRange } from "../../shared/forms/form-sheet.js";

/** How high each row of a form's head stands, in pixels before zoom, so that every text of it is seen whole. */
export function headHeights(sheet: FormSheet, widthOf: (column: number) => number): readonly number[] {
  const heights = Array.from({ length: sheet.headRows }, (_, row) => {
    const printed = sheet.row(row).height;
    return Math.max(LEAST, printed === undefined ? 0 : Math.min(60, printed * 1.2));
  });
  for (const { range, text } of headBlocks(sheet)) {
    let width = 0;
    for (let column = range.from.column; column <= range.to.column; column += 1) width += widthOf(column);
    const needed = linesOf(text, width - PADDING) * LINE + PADDING;
    const standing = sum(heights.slice(range.from.row, range.to.row + 1));
    const last = range.to.row;
    if (needed > standing) heights[last] = (heights[last] ?? LEAST) + needed - standing;
  }
  return heights;
}

/** A block of the head: the positions a text is merged over. */
export interface HeadBlock {
  readonly range: SheetRange;
  readonly text: string;
  readonly role: "head" | "numbers" | "caption";
}

/** The head's blocks, each once, as printed. */
export function headBlocks(sheet: FormSheet): readonly HeadBlock[] {
  const blocks: HeadBlock[] = [];
  for (let row = 0; row < sheet.headRows; row += 1) {
    for (let column = 0; column < sheet.columns.length; column += 1) {
      const range = sheet.merge(row, column) ?? { from: { row, column }, to: { row, column } };
      if (range.from.row !== row || range.from.column !== column) continue;
      const cell = sheet.at(row, column);
      const text = cell.kind === "label" ? cell.text : "";
      const role = cell.kind === "label" && (cell.role === "numbers" || cell.role === "caption") ? cell.role : "head";
      blocks.push({ range, text, role: sheet.row(row).kind === "numbers" ? "numbers" : role });
    }
  }
  return blocks;
}

/** Where columns stand: frozen ones and scrolling ones each count from their own left edge. */
export interface ColumnPlace {
  readonly frozen: boolean;
  readonly left: number;
  readonly width: number;
}

/**
 * Draws the head as printed, merged in both directions, over the grid's own heads, which stay below it for those who do not see
 * the screen, for resizing and for clicks. Frozen and scrolling columns have a layer each; a block over both is drawn in both.
 */
export function drawHead(
  sheet: FormSheet,
  layers: { readonly frozen: HTMLElement; readonly scrolling: HTMLElement },
  placeOf: (column: number) => ColumnPlace | undefined,
  heights: readonly number[],
): void {
  const tops = heights.map((_, row) => sum(heights.slice(0, row)));
  const drawn: Record<"frozen" | "scrolling", HTMLElement[]> = { frozen: [], scrolling: [] };
  for (const { range, text, role } of headBlocks(sheet)) {
    for (const layer of ["frozen", "scrolling"] as const) {
      const places = columnsOf(range)
        .map(placeOf)
        .filter((place) => place !== undefined)
        .filter(({ frozen }) => frozen === (layer === "frozen"));
      const [first, last] = [places[0], places.at(-1)];
      if (first === undefined || last === undefined) continue;
      const block = document.createElement("div");
      block.className = `sheet-head sheet-head-${role}`;
      block.textContent = text;
      const top = tops[range.from.row] ?? 0;
      const height = sum(heights.slice(range.from.row, range.to.row + 1));
      place(block, first.left, top, last.left + last.width - first.left, height);
      drawn[layer].push(block);
    }
  }
  layers.frozen.replaceChildren(...drawn.frozen);
  layers.scrolling.replaceChildren(...drawn.scrolling);
}

/** Puts an element at a place, in pixels. */
export function place(element: HTMLElement, left: number, top: number, width: number, height: number): void {
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
}

const LEAST = 24;
const LINE = 18;
const PADDING = 8;
/** How wide a sign stands at 13 pixels: Chinese ones are square. */
const WIDE = 13.2;
const NARROW = 7.4;

function linesOf(text: string, width: number): number {
  let needed = 0;
  for (const sign of text) needed += sign.charCodeAt(0) > 0x2e7f ? WIDE : NARROW;
  return Math.max(1, Math.ceil(needed / Math.max(width, WIDE)));
}

function columnsOf({ from, to }: SheetRange): readonly number[] {
  return Array.from({ length: to.column - from.column + 1 }, (_, index) => from.column + index);
}

function sum(figures: readonly number[]): number {
  return figures.reduce((all, one) => all + one, 0);
}
