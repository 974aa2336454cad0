import type { ElementRemoval } from "./element-removal.js";
import { shiftFormula } from "./formula-shift.js";
import { contentSpot, elementsNamed, writeSpot } from "./formula-spots.js";
import { type RowShift, shiftRangeList } from "./row-shift.js";
import { writeAttribute } from "./shift-views.js";
import type { TextSplices } from "../archive/text-splices.js";
import { childOf, valueOf, type XmlTree } from "../archive/xml-tree.js";

/** Attributes with a range or a list of ranges; an element whose ranges were all removed goes with them. */
const RANGE_ATTRIBUTES: ReadonlyMap<string, string> = new Map([
  ["autoFilter", "ref"],
  ["cellSmartTags", "r"],
  ["cellWatch", "r"],
  ["hyperlink", "ref"],
  ["inputCells", "r"],
  ["sortCondition", "ref"],
  ["sortState", "ref"],
]);

/** Shifts what a sheet says about ranges of its own: filter, sort order, links, watched cells. */
export function shiftRanges(tree: XmlTree, splices: TextSplices, removal: ElementRemoval, shift: RowShift): void {
  for (const element of elementsNamed(tree, ...RANGE_ATTRIBUTES.keys())) {
    const name = RANGE_ATTRIBUTES.get(element.local) ?? "";
    const text = valueOf(tree, element, name);
    if (text === undefined) continue;
    if (shiftRangeList(shift, text) === undefined) removal.remove(element);
    else writeAttribute(tree, splices, element, name, () => shiftRangeList(shift, text) ?? text);
  }
}

/**
 * Shifts the sparklines of a sheet. A sparkline goes with its cell; one whose figures were removed is left without a
 * range, as Excel writes it.
 */
export function shiftSparklines(
  tree: XmlTree,
  splices: TextSplices,
  removal: ElementRemoval,
  shift: RowShift,
  sheet: string,
): void {
  for (const sparkline of elementsNamed(tree, "sparkline")) {
    const place = childOf(sparkline, "sqref");
    const figures = childOf(sparkline, "f");
    if (place !== undefined && sheet === shift.sheet) {
      const spot = contentSpot(tree, place);
      const moved = shiftRangeList(shift, spot.text);
      if (moved === undefined) {
        removal.remove(sparkline);
        continue;
      }
      writeSpot(splices, spot, moved);
    }
    if (figures === undefined) continue;
    if (shiftFormula(contentSpot(tree, figures).text, shift, { sheet }).includes("#REF!")) removal.remove(figures);
  }
}
