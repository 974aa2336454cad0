import { ElementRemoval } from "./element-removal.js";
import { sameName, shiftFormula } from "./formula-shift.js";
import { contentSpot, elementsNamed, formulaSpots, writeSpot } from "./formula-spots.js";
import { type RowShift, shiftRangeText } from "./row-shift.js";
import { writeAttribute } from "./shift-views.js";
import { TextSplices } from "../archive/text-splices.js";
import { wholeNumber } from "../archive/xml-scan.js";
import { parseTree, valueOf } from "../archive/xml-tree.js";

const GONE = "#REF!";

/** Names that Excel keeps for itself and that hold ranges: an area of theirs that was removed is dropped, not broken. */
const PRINT_AND_FILTER = /^_xlnm\.(Print_Area|Print_Titles|_FilterDatabase)$/i;

/**
 * Lets the defined names of the workbook follow a shift. Print areas, print titles and filter ranges lose the areas that
 * were removed, and go when none is left; other names get `#REF!`, as formulas do.
 */
export function shiftNames(text: string, shift: RowShift, sheetNames: readonly string[]): string {
  const tree = parseTree(text);
  const splices = new TextSplices();
  const removal = new ElementRemoval();
  for (const element of elementsNamed(tree, "definedName")) {
    const local = wholeNumber(valueOf(tree, element, "localSheetId"));
    const home = local === undefined ? undefined : sheetNames[local];
    const place = home === undefined ? {} : { sheet: home };
    const spot = contentSpot(tree, element);
    if (!PRINT_AND_FILTER.test(valueOf(tree, element, "name") ?? "")) {
      writeSpot(splices, spot, shiftFormula(spot.text, shift, { ...place, onlyFixed: true }));
      continue;
    }
    const areas = splitUnion(spot.text);
    const left = areas
      .map((area) => ({ old: area, now: shiftFormula(area, shift, place) }))
      .filter(({ old, now }) => old === now || !now.includes(GONE));
    const unchanged = left.length === areas.length && left.every(({ old, now }) => old === now);
    if (unchanged) continue;
    if (left.length === 0) removal.remove(element);
    else writeSpot(splices, spot, left.map(({ now }) => now).join(","));
  }
  removal.write(tree, splices);
  return splices.apply(text);
}

/** Lets the series of a chart follow; the figures it has cached stay until Excel reads them anew. */
export function shiftChart(text: string, shift: RowShift): string {
  const tree = parseTree(text);
  const splices = new TextSplices();
  for (const element of elementsNamed(tree, "f", "sqref")) {
    if (element.children.length > 0) continue;
    const spot = contentSpot(tree, element);
    writeSpot(splices, spot, shiftFormula(spot.text, shift, {}));
  }
  return splices.apply(text);
}

/** Lets the formulas in a drawing (texts linked to a cell) or a form control's properties follow. */
export function shiftLinkedCells(text: string, shift: RowShift, sheet: string | undefined): string {
  const tree = parseTree(text);
  const splices = new TextSplices();
  const place = sheet === undefined ? {} : { sheet };
  for (const spot of formulaSpots(tree, tree.root)) writeSpot(splices, spot, shiftFormula(spot.text, shift, place));
  return splices.apply(text);
}

/** Lets the source of a pivot table's cache follow. A source that was removed stays for Excel to complain about. */
export function shiftPivotSource(text: string, shift: RowShift): string {
  const tree = parseTree(text);
  const splices = new TextSplices();
  for (const element of elementsNamed(tree, "worksheetSource", "rangeSet")) {
    if (!sameName(valueOf(tree, element, "sheet") ?? "", shift.sheet) || hasOtherBook(tree.text, element)) continue;
    writeAttribute(tree, splices, element, "ref", (range) => shiftRangeText(shift, range) ?? range);
  }
  return splices.apply(text);
}

/** Moves a pivot table with the rows of its sheet. */
export function shiftPivotTable(text: string, shift: RowShift): string {
  const tree = parseTree(text);
  const splices = new TextSplices();
  for (const element of elementsNamed(tree, "location")) {
    writeAttribute(tree, splices, element, "ref", (range) => shiftRangeText(shift, range) ?? range);
  }
  return splices.apply(text);
}

function hasOtherBook(text: string, element: { readonly start: number; readonly openEnd: number }): boolean {
  return /\s[\w.-]+:id\s*=/.test(text.slice(element.start, element.openEnd));
}

/** The areas of a union, at commas outside of quotes. */
function splitUnion(formula: string): string[] {
  return (formula.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? []).map((area) => area.trim());
}
