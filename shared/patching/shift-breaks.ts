import { MAX_ROW } from "../sheets/cell-reference.js";
import type { ElementRemoval } from "./element-removal.js";
import { elementsNamed } from "./formula-spots.js";
import { type RowShift, shiftRow } from "./row-shift.js";
import type { TextSplices } from "../archive/text-splices.js";
import { wholeNumber } from "../archive/xml-scan.js";
import { attributeOf, valueOf, type XmlElement, type XmlTree } from "../archive/xml-tree.js";

/**
 * Shifts page breaks. A break belongs to the row below it (`id` is the row above) and goes where that row goes; it goes
 * away with it, and so does one that would fall together with another or above the first row.
 */
export function shiftBreaks(tree: XmlTree, splices: TextSplices, removal: ElementRemoval, shift: RowShift): void {
  for (const list of elementsNamed(tree, "rowBreaks")) {
    const taken = new Set<number>();
    for (const element of list.children) shiftBreak(tree, splices, removal, shift, element, taken);
    const manual = list.children.filter((each) => !removal.has(each) && isManual(valueOf(tree, each, "man")));
    const attribute = attributeOf(tree, list, "manualBreakCount");
    if (attribute === undefined || removal.has(list)) continue;
    if (tree.text.slice(attribute.valueStart, attribute.valueEnd) === String(manual.length)) continue;
    splices.replace(attribute.valueStart, attribute.valueEnd, String(manual.length));
  }
}

function shiftBreak(
  tree: XmlTree,
  splices: TextSplices,
  removal: ElementRemoval,
  shift: RowShift,
  element: XmlElement,
  taken: Set<number>,
): void {
  const attribute = attributeOf(tree, element, "id");
  const id = wholeNumber(valueOf(tree, element, "id"));
  if (attribute === undefined || id === undefined || id >= MAX_ROW) return;
  const below = shiftRow(shift, id + 1);
  const now = below === undefined ? 0 : below - 1;
  if (now < 1 || taken.has(now)) {
    removal.remove(element);
    return;
  }
  taken.add(now);
  if (now !== id) splices.replace(attribute.valueStart, attribute.valueEnd, String(now));
}

function isManual(text: string | undefined): boolean {
  return text === "1" || text === "true";
}
