import type { SheetPosition } from "../../shared/forms/form-sheet.js";
import { isCovered, positionsOf, type SheetExtent } from "./selection.js";
import type { SheetContent } from "./sheet-content.js";
import { extentOf } from "./sheet-ground.js";

/** Where a search found something. */
export interface FoundPlace {
  readonly form: string;
  readonly position: SheetPosition;
}

/**
 * The next place behind one, or before it, whose shown text or exact figure contains the sought text: through the rest of the
 * sheet, then through the other forms in their order, and round to where it began. Case and width of signs do not count.
 */
export function findFrom(
  forms: readonly string[],
  contentOf: (form: string) => SheetContent | undefined,
  from: FoundPlace,
  text: string,
  step: 1 | -1,
): FoundPlace | undefined {
  const sought = folded(text);
  if (sought === "") return undefined;
  const start = Math.max(0, forms.indexOf(from.form));
  for (let turn = 0; turn <= forms.length; turn += 1) {
    const form = forms[modulo(start + turn * step, forms.length)];
    const content = form === undefined ? undefined : contentOf(form);
    if (form === undefined || content === undefined) continue;
    const extent = extentOf(content.sheet);
    const behind = turn === 0 ? indexOf(extent, from.position) + step : undefined;
    const position = inSheet(content, extent, sought, step, behind);
    if (position !== undefined) return { form, position };
  }
  return undefined;
}

/** All places of a form that contain the text, in reading order. */
export function allIn(content: SheetContent, text: string): readonly SheetPosition[] {
  const sought = folded(text);
  if (sought === "") return [];
  const extent = extentOf(content.sheet);
  const whole = { from: { row: extent.firstRow, column: 0 }, to: { row: extent.lastRow, column: extent.lastColumn } };
  return [...positionsOf(extent, [whole])].filter((at) => holds(content, at, sought));
}

/** The text with every occurrence replaced, found as {@link findFrom} finds it; undefined when it has none. */
export function replacedIn(text: string, sought: string, replacement: string): string | undefined {
  const [within, looked] = [folded(text), folded(sought)];
  if (looked === "" || !within.includes(looked)) return undefined;
  // Folding can change a text's length; then its places say nothing about the original.
  const source = within.length === text.length ? text : within;
  let result = "";
  let at = 0;
  for (;;) {
    const next = within.indexOf(looked, at);
    if (next < 0) return result + source.slice(at);
    result += source.slice(at, next) + replacement;
    at = next + looked.length;
  }
}

function inSheet(
  content: SheetContent,
  extent: SheetExtent,
  sought: string,
  step: 1 | -1,
  from: number | undefined,
): SheetPosition | undefined {
  const width = extent.lastColumn + 1;
  const count = (extent.lastRow - extent.firstRow + 1) * width;
  for (let index = from ?? (step > 0 ? 0 : count - 1); index >= 0 && index < count; index += step) {
    const at = { row: extent.firstRow + Math.floor(index / width), column: index % width };
    if (!isCovered(extent, at) && holds(content, at, sought)) return at;
  }
  return undefined;
}

function holds(content: SheetContent, at: SheetPosition, sought: string): boolean {
  const shown = content.shown(at);
  if (shown === "") return false;
  return folded(shown).includes(sought) || folded(content.input(at)).includes(sought);
}

function indexOf(extent: SheetExtent, { row, column }: SheetPosition): number {
  return (row - extent.firstRow) * (extent.lastColumn + 1) + column;
}

function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
