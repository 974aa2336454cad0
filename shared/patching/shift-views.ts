import { formatReference, parseReference } from "../sheets/cell-reference.js";
import { elementsNamed } from "./formula-spots.js";
import { listAreas, type RowShift, shiftRangeText, shiftRow } from "./row-shift.js";
import type { TextSplices } from "../archive/text-splices.js";
import { wholeNumber } from "../archive/xml-scan.js";
import { attributeOf, childOf, valueOf, type XmlElement, type XmlTree } from "../archive/xml-tree.js";

/**
 * Lets the views of a sheet follow a shift: scroll position, frozen rows and selection. Rows inserted among frozen rows
 * are frozen with them; rows inserted right below them are the first that scroll, and are in sight.
 */
export function shiftViews(tree: XmlTree, splices: TextSplices, shift: RowShift): void {
  for (const view of elementsNamed(tree, "sheetView", "customSheetView")) {
    const frozen = frozenRows(tree, view, shift);
    writeAttribute(tree, splices, view, "topLeftCell", (text) => shiftCorner(shift, text));
    for (const child of view.children) {
      if (child.local === "pane") shiftPane(tree, splices, shift, child, frozen);
      else if (child.local === "selection") shiftSelection(tree, splices, shift, child);
    }
  }
}

/** The row a place in the sheet becomes; a removed row gives way to the one that takes its place. */
export function shiftPlace(shift: RowShift, row: number): number {
  return shiftRow(shift, row) ?? (shift.kind === "remove" ? shift.first : row);
}

/** The upper left cell in sight. Rows put in right above it are in sight, too: among frozen rows they could not be reached. */
function shiftCorner(shift: RowShift, text: string): string {
  const isAbove = shift.kind === "insert" && parseReference(text)?.row === shift.after + 1;
  return isAbove ? text : shiftCell(shift, text);
}

/** A cell's place in A1 notation, with a removed row given way to the next. */
export function shiftCell(shift: RowShift, text: string): string {
  const cell = parseReference(text);
  if (cell === undefined) return text;
  const row = shiftPlace(shift, cell.row);
  return row === cell.row ? text : formatReference(row, cell.column);
}

/** Changes the value of an attribute where there is one and the change makes a difference. */
export function writeAttribute(
  tree: XmlTree,
  splices: TextSplices,
  element: XmlElement,
  name: string,
  change: (text: string) => string,
): void {
  const attribute = attributeOf(tree, element, name);
  const text = valueOf(tree, element, name);
  if (attribute === undefined || text === undefined) return;
  const now = change(text);
  if (now !== text) splices.replace(attribute.valueStart, attribute.valueEnd, now);
}

interface FrozenRows {
  readonly last: number;
  readonly lastNow: number;
  readonly countNow: number;
}

function frozenRows(tree: XmlTree, view: XmlElement, shift: RowShift): FrozenRows | undefined {
  const pane = childOf(view, "pane");
  if (pane === undefined || !(valueOf(tree, pane, "state") ?? "").startsWith("frozen")) return undefined;
  const count = wholeNumber(valueOf(tree, pane, "ySplit")) ?? 0;
  if (count < 1) return undefined;
  const top = parseReference(valueOf(tree, view, "topLeftCell") ?? "")?.row ?? 1;
  const last = top + count - 1;
  const topNow = shift.kind === "insert" && top === shift.after + 1 ? top : shiftPlace(shift, top);
  const lastNow = shiftRow(shift, last) ?? (shift.kind === "remove" ? shift.first - 1 : last);
  return { last, lastNow, countNow: Math.max(lastNow - topNow + 1, 0) };
}

function shiftPane(
  tree: XmlTree,
  splices: TextSplices,
  shift: RowShift,
  pane: XmlElement,
  frozen: FrozenRows | undefined,
): void {
  if (frozen === undefined || frozen.countNow === 0) {
    writeAttribute(tree, splices, pane, "topLeftCell", (text) => shiftCorner(shift, text));
    return;
  }
  writeAttribute(tree, splices, pane, "ySplit", () => String(frozen.countNow));
  writeAttribute(tree, splices, pane, "topLeftCell", (text) => {
    const cell = parseReference(text);
    if (cell?.row !== frozen.last + 1) return shiftCorner(shift, text);
    return formatReference(frozen.lastNow + 1, cell.column);
  });
}

function shiftSelection(tree: XmlTree, splices: TextSplices, shift: RowShift, selection: XmlElement): void {
  const active = shiftCell(shift, valueOf(tree, selection, "activeCell") ?? "A1");
  writeAttribute(tree, splices, selection, "activeCell", () => active);
  const areas = listAreas(valueOf(tree, selection, "sqref") ?? "");
  const moved = areas.flatMap((area) => shiftRangeText(shift, area) ?? []);
  const isWhole = moved.length === areas.length;
  writeAttribute(tree, splices, selection, "sqref", () => (isWhole ? moved.join(" ") : active));
  if (!isWhole) writeAttribute(tree, splices, selection, "activeCellId", () => "0");
}
