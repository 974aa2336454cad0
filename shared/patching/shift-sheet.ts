import { failure } from "../failure.js";
import { formatRange, parseRange } from "../sheets/cell-reference.js";
import { ElementRemoval } from "./element-removal.js";
import { readFormulas, readRows } from "./formula-cells.js";
import { shiftFormula } from "./formula-shift.js";
import { formulaSpots, writeSpot } from "./formula-spots.js";
import { PatchRefused } from "./patch-refused.js";
import { type RowShift, shiftRange } from "./row-shift.js";
import { shiftAnchors } from "./shift-anchors.js";
import { shiftBreaks } from "./shift-breaks.js";
import { shiftCellFormulas } from "./shift-cells.js";
import { shiftRules } from "./shift-conditions.js";
import { shiftMerges } from "./shift-merges.js";
import { shiftRanges, shiftSparklines } from "./shift-ranges.js";
import { type ShiftedRows, shiftSheetRows } from "./shift-rows.js";
import { shiftViews, writeAttribute } from "./shift-views.js";
import { TextSplices } from "../archive/text-splices.js";
import { childOf, parseTree, type XmlElement, type XmlTree } from "../archive/xml-tree.js";

/** A sheet's rows are scanned by themselves: they are most of the part. */
const ROWS: ReadonlySet<string> = new Set(["sheetData"]);

/** Parses a sheet; its rows stay closed. */
export function parseSheet(text: string): XmlTree {
  return parseTree(text, ROWS);
}

/** The element around a sheet's rows. A sheet without one is no sheet that Excel would open. */
export function sheetDataOf(tree: XmlTree, sheet: string): XmlElement {
  const found = childOf(tree.root, "sheetData");
  if (found === undefined) throw new PatchRefused(failure("workbook-unsupported", { sheet }));
  return found;
}

/** Shifts the sheet whose rows were put in or taken out: its cells and all that refers to them within the part. */
export function shiftOwnSheet(
  text: string,
  shift: RowShift,
  like: number | undefined,
): { readonly text: string; readonly formulasMoved: boolean } {
  const tree = parseSheet(text);
  const splices = new TextSplices();
  const removal = new ElementRemoval();
  const rows = shiftSheetRows(text, splices, sheetDataOf(tree, shift.sheet), shift, like);
  shiftDimension(tree, splices, shift, rows);
  shiftViews(tree, splices, shift);
  shiftRanges(tree, splices, removal, shift);
  const added = shiftMerges(tree, splices, removal, shift, like);
  const rules = shiftRules(tree, splices, removal, shift, like);
  shiftSparklines(tree, splices, removal, shift, shift.sheet);
  shiftBreaks(tree, splices, removal, shift);
  shiftAnchors(tree, splices, shift);
  for (const spot of formulaSpots(tree, tree.root, (element) => rules.has(element) || removal.has(element))) {
    writeSpot(splices, spot, shiftFormula(spot.text, shift, { sheet: shift.sheet }));
  }
  removal.write(tree, splices, added);
  return { text: splices.apply(text), formulasMoved: rows.formulasMoved };
}

/** Lets the formulas of another sheet follow: of its cells, formats, validations, links and sparklines. */
export function shiftOtherSheet(text: string, shift: RowShift, sheet: string): string {
  const tree = parseSheet(text);
  const splices = new TextSplices();
  const removal = new ElementRemoval();
  const rows = readRows(text, sheetDataOf(tree, sheet));
  shiftCellFormulas(text, splices, rows, readFormulas(text, rows), shift, sheet);
  shiftSparklines(tree, splices, removal, shift, sheet);
  for (const spot of formulaSpots(tree, tree.root, (element) => removal.has(element))) {
    writeSpot(splices, spot, shiftFormula(spot.text, shift, { sheet }));
  }
  removal.write(tree, splices);
  return splices.apply(text);
}

function shiftDimension(tree: XmlTree, splices: TextSplices, shift: RowShift, rows: ShiftedRows): void {
  const element = childOf(tree.root, "dimension");
  if (element === undefined) return;
  writeAttribute(tree, splices, element, "ref", (text) => {
    const old = parseRange(text);
    if (old === undefined) return text;
    const moved = shiftRange(shift, old);
    if (moved === undefined) return "A1";
    if (rows.made === undefined || shift.kind !== "insert") return formatRange(moved);
    return formatRange({
      firstRow: Math.min(moved.firstRow, shift.after + 1),
      lastRow: Math.max(moved.lastRow, shift.after + shift.count),
      firstColumn: Math.min(moved.firstColumn, rows.made.firstColumn),
      lastColumn: Math.max(moved.lastColumn, rows.made.lastColumn),
    });
  });
}
