import { shiftFormula } from "./formula-shift.js";
import { elementsNamed, formulaSpots, writeSpot } from "./formula-spots.js";
import { type RowShift, shiftRow } from "./row-shift.js";
import { TextSplices } from "../archive/text-splices.js";
import { wholeNumber } from "../archive/xml-scan.js";
import { childOf, contentOf, parseTree, valueOf, type XmlElement, type XmlTree } from "../archive/xml-tree.js";

/** How a picture, chart or control follows the rows under it. */
export type Following = "move-and-size" | "move" | "stay";

/** The rows between which a shape lies, counted from 0 as drawings do. */
export interface AnchorRows {
  readonly from: number;
  readonly to: number;
}

/** An anchor after a shift; `fromCut` and `toCut` say that the edge's own row was removed: it lies on a row's top now. */
export interface ShiftedAnchor extends AnchorRows {
  readonly fromCut: boolean;
  readonly toCut: boolean;
}

/**
 * Where a shape lies after a shift. One whose rows were all removed keeps its size and stands where they were, so that no
 * seal or chart vanishes unseen.
 */
export function shiftAnchor(shift: RowShift, rows: AnchorRows, following: Following): ShiftedAnchor {
  if (following === "stay") return { ...rows, fromCut: false, toCut: false };
  const from = shiftEdge(shift, rows.from);
  const to = shiftEdge(shift, rows.to);
  if (following === "move" || (from.cut && to.cut)) {
    return { from: from.row, to: Math.max(rows.to + from.row - rows.from, from.row), fromCut: from.cut, toCut: false };
  }
  return { from: from.row, to: to.row, fromCut: from.cut, toCut: to.cut };
}

/** Shifts a drawing of the sheet whose rows were shifted: where its shapes lie, and the cells their texts come from. */
export function shiftDrawing(text: string, shift: RowShift, sheet: string): string {
  const tree = parseTree(text);
  const splices = new TextSplices();
  shiftAnchors(tree, splices, shift);
  for (const spot of formulaSpots(tree, tree.root)) writeSpot(splices, spot, shiftFormula(spot.text, shift, { sheet }));
  return splices.apply(text);
}

/** Shifts the anchors of a drawing part, and those of form controls and embedded objects in a sheet part. */
export function shiftAnchors(tree: XmlTree, splices: TextSplices, shift: RowShift): void {
  for (const anchor of elementsNamed(tree, "twoCellAnchor", "oneCellAnchor", "anchor")) {
    const from = childOf(anchor, "from");
    const to = childOf(anchor, "to");
    const fromRow = rowOf(tree, from);
    if (from === undefined || fromRow === undefined) continue;
    const toRow = rowOf(tree, to);
    const moved = shiftAnchor(shift, { from: fromRow, to: toRow ?? fromRow }, followingOf(tree, anchor));
    writeMarker(tree, splices, from, fromRow, moved.from, moved.fromCut);
    if (to !== undefined && toRow !== undefined) writeMarker(tree, splices, to, toRow, moved.to, moved.toCut);
  }
}

function shiftEdge(shift: RowShift, row: number): { readonly row: number; readonly cut: boolean } {
  const moved = shiftRow(shift, row + 1);
  if (moved !== undefined) return { row: moved - 1, cut: false };
  return { row: shift.kind === "remove" ? shift.first - 1 : row, cut: true };
}

function followingOf(tree: XmlTree, anchor: XmlElement): Following {
  if (anchor.local === "oneCellAnchor") return "move";
  if (anchor.local === "twoCellAnchor") {
    const editAs = valueOf(tree, anchor, "editAs");
    return editAs === "absolute" ? "stay" : editAs === "oneCell" ? "move" : "move-and-size";
  }
  if (isTrue(valueOf(tree, anchor, "sizeWithCells"))) return "move-and-size";
  return isTrue(valueOf(tree, anchor, "moveWithCells")) ? "move" : "stay";
}

function rowOf(tree: XmlTree, marker: XmlElement | undefined): number | undefined {
  const element = marker === undefined ? undefined : childOf(marker, "row");
  if (element === undefined) return undefined;
  return wholeNumber(contentOf(tree.text, element));
}

function writeMarker(
  tree: XmlTree,
  splices: TextSplices,
  marker: XmlElement,
  old: number,
  now: number,
  cut: boolean,
): void {
  const row = childOf(marker, "row");
  const offset = childOf(marker, "rowOff");
  if (row !== undefined && now !== old) splices.replace(row.openEnd, row.closeStart, String(now));
  if (cut && offset !== undefined && contentOf(tree.text, offset) !== "0") {
    splices.replace(offset.openEnd, offset.closeStart, "0");
  }
}

function isTrue(text: string | undefined): boolean {
  return text === "1" || text === "true";
}
