import type { SheetPosition, SheetRange } from "../../shared/forms/form-sheet.js";
import * as select from "./selection.js";
import type { Selection, SheetExtent } from "./selection.js";
import type { SheetContent } from "./sheet-content.js";
import type { SheetHit } from "./sheet-view.js";

/** The range that is worked on. */
export function lastRange({ ranges, active }: Selection): SheetRange {
  return ranges.at(-1) ?? { from: active, to: active };
}

/** Whole rows or columns of the last range; the active position stays. */
export function wholeLines(extent: SheetExtent, selection: Selection, what: "rows" | "columns"): Selection {
  const { from, to } = lastRange(selection);
  const range =
    what === "rows" ? select.rowsRange(extent, from.row, to.row) : select.columnsRange(extent, from.column, to.column);
  return { ...select.selectRange(extent, range.from, range.to), active: selection.active };
}

/** What a press selects by itself; with Ctrl beside what is selected, with Shift from where the selection began. */
export function pressed(
  extent: SheetExtent,
  selection: Selection,
  hit: SheetHit,
  { extending, adding }: { readonly extending: boolean; readonly adding: boolean },
): Selection {
  if (hit.kind === "corner") return select.selectAll(extent, selection);
  if (hit.kind === "fill-handle") return selection;
  const [from, to] = cornersOf(extent, hit);
  if (extending) return select.extendTo(extent, widened(extent, selection, hit), to);
  return adding ? select.addRange(extent, selection, from, to) : select.selectRange(extent, from, to);
}

function cornersOf(extent: SheetExtent, hit: SheetHit): readonly [SheetPosition, SheetPosition] {
  if (hit.kind === "cell") return [hit.position, hit.position];
  if (hit.kind !== "rows" && hit.kind !== "columns")
    return [select.within(extent, { row: 0, column: 0 }), { row: 0, column: 0 }];
  const range =
    hit.kind === "rows" ? select.rowsRange(extent, hit.from, hit.to) : select.columnsRange(extent, hit.from, hit.to);
  return [range.from, range.to];
}

/** Shift on a row number or a head extends from the whole row or column where the selection began. */
function widened(extent: SheetExtent, selection: Selection, hit: SheetHit): Selection {
  const { anchor } = selection;
  if (hit.kind === "rows") return { ...selection, anchor: { row: anchor.row, column: 0 } };
  return hit.kind === "columns" ? { ...selection, anchor: { row: extent.firstRow, column: anchor.column } } : selection;
}

/** What a drag selects: positions, or whole rows and columns where it began on their numbers and heads. */
export function dragged(
  extent: SheetExtent,
  selection: Selection,
  at: SheetPosition,
  by: "cell" | "rows" | "columns",
): Selection {
  if (by === "rows") return select.extendTo(extent, selection, { row: at.row, column: extent.lastColumn });
  if (by === "columns") return select.extendTo(extent, selection, { row: extent.lastRow, column: at.column });
  return select.extendTo(extent, selection, at);
}

/**
 * Where a form is entered: the first figure people fill in its first rows, else the first figure or text, else its first position. A
 * form of blocks is read from its top, whatever is filled there.
 */
export function firstPlace(content: SheetContent, extent: SheetExtent): SheetPosition {
  let computed: SheetPosition | undefined;
  let text: SheetPosition | undefined;
  for (let row = extent.firstRow; row <= Math.min(extent.lastRow, extent.firstRow + 20); row += 1) {
    for (let column = 0; column <= extent.lastColumn; column += 1) {
      const look = content.look({ row, column });
      if (look.kind !== "cell") continue;
      if (look.content === "text") {
        if (content.sheet.headRows === 0 && !look.isDerived) return { row, column };
        text ??= { row, column };
        continue;
      }
      if (!look.isDerived) return { row, column };
      computed ??= { row, column };
    }
  }
  return computed ?? text ?? { row: extent.firstRow, column: 0 };
}
