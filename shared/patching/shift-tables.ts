import { failure } from "../failure.js";
import { type CellRange, formatRange, parseRange } from "../sheets/cell-reference.js";
import { shiftFormula } from "./formula-shift.js";
import { elementsNamed, formulaSpots, writeSpot } from "./formula-spots.js";
import { PatchRefused } from "./patch-refused.js";
import { type RowShift, shiftRange, shiftRangeText } from "./row-shift.js";
import { writeAttribute } from "./shift-views.js";
import { TextSplices } from "../archive/text-splices.js";
import { wholeNumber } from "../archive/xml-scan.js";
import { parseTree, valueOf, type XmlTree } from "../archive/xml-tree.js";

/**
 * Shifts an Excel table (ListObject) of the sheet whose rows were shifted. Rows copied from its last row and put right
 * below it belong to it. Its head or its total row cannot be removed, nor its last row of data: Excel would call the
 * file damaged.
 */
export function shiftTable(text: string, shift: RowShift, like: number | undefined): string {
  const tree = parseTree(text);
  const splices = new TextSplices();
  const old = parseRange(valueOf(tree, tree.root, "ref") ?? "");
  if (old === undefined) return text;
  refuseBrokenFrame(tree, shift, old);
  const grows = shift.kind === "insert" && shift.after === old.lastRow && isInside(old, like) && totals(tree) === 0;
  const shifted = (range: string): string => {
    const rows = parseRange(range);
    if (!grows || rows?.lastRow !== old.lastRow) return shiftRangeText(shift, range) ?? range;
    return formatRange({ ...rows, lastRow: rows.lastRow + shift.count });
  };
  writeAttribute(tree, splices, tree.root, "ref", shifted);
  for (const element of elementsNamed(tree, "autoFilter", "sortState", "sortCondition")) {
    writeAttribute(tree, splices, element, "ref", shifted);
  }
  writeTableFormulas(tree, splices, shift, shift.sheet);
  return splices.apply(text);
}

/** Lets the column formulas of a table on another sheet follow. */
export function shiftTableFormulas(text: string, shift: RowShift, sheet: string): string {
  const tree = parseTree(text);
  const splices = new TextSplices();
  writeTableFormulas(tree, splices, shift, sheet);
  return splices.apply(text);
}

function writeTableFormulas(tree: XmlTree, splices: TextSplices, shift: RowShift, sheet: string): void {
  for (const spot of formulaSpots(tree, tree.root)) writeSpot(splices, spot, shiftFormula(spot.text, shift, { sheet }));
}

function refuseBrokenFrame(tree: XmlTree, shift: RowShift, old: CellRange): void {
  if (shift.kind === "insert") return;
  const heads = wholeNumber(valueOf(tree, tree.root, "headerRowCount")) ?? 1;
  const rows = { ...old, firstRow: old.firstRow + heads, lastRow: old.lastRow - totals(tree) };
  const data = shiftRange(shift, rows);
  const removedLast = shift.first + shift.count - 1;
  const cutsHead = shift.first < rows.firstRow && removedLast >= old.firstRow;
  const cutsTotals = removedLast > rows.lastRow && shift.first <= old.lastRow;
  if (data === undefined || cutsHead || (cutsTotals && totals(tree) > 0)) {
    const table = valueOf(tree, tree.root, "displayName") ?? "";
    throw new PatchRefused(failure("workbook-unsupported", { sheet: shift.sheet, table, problem: "table" }));
  }
}

function totals(tree: XmlTree): number {
  return wholeNumber(valueOf(tree, tree.root, "totalsRowCount")) ?? 0;
}

function isInside(range: CellRange, row: number | undefined): boolean {
  return row !== undefined && row >= range.firstRow && row <= range.lastRow;
}
