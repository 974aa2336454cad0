import { ElementRemoval } from "./element-removal.js";
import { shiftFormula } from "./formula-shift.js";
import { contentSpot, elementsNamed, writeSpot } from "./formula-spots.js";
import { type RowShift, shiftRangeText, shiftRow } from "./row-shift.js";
import { type Following, shiftAnchor } from "./shift-anchors.js";
import { writeAttribute } from "./shift-views.js";
import { TextSplices } from "../archive/text-splices.js";
import { wholeNumber } from "../archive/xml-scan.js";
import { contentOf, descendants, parseTree, valueOf, type XmlElement, type XmlTree } from "../archive/xml-tree.js";

/** Shifts the comments of the sheet, old notes or threads; those of removed cells go. */
export function shiftComments(text: string, shift: RowShift): string {
  const tree = parseTree(text);
  const splices = new TextSplices();
  const removal = new ElementRemoval();
  for (const comment of elementsNamed(tree, "comment", "threadedComment")) {
    const ref = valueOf(tree, comment, "ref");
    const moved = ref === undefined ? undefined : shiftRangeText(shift, ref);
    if (moved === undefined) removal.remove(comment);
    else writeAttribute(tree, splices, comment, "ref", () => moved);
  }
  removal.write(tree, splices);
  return splices.apply(text);
}

const CONTROL_FORMULAS: ReadonlySet<string> = new Set(["FmlaLink", "FmlaRange", "FmlaTxbx", "FmlaGroup", "FmlaPict"]);

/**
 * Shifts the shapes of an old VML drawing: the boxes of notes go where their cells go, and away with them; form controls
 * follow their rows unless they are set not to, and the cells they are linked to follow everywhere.
 */
export function shiftVml(text: string, shift: RowShift, sheet: string): string {
  const tree = parseTree(text, undefined, true);
  const splices = new TextSplices();
  const removal = new ElementRemoval();
  for (const data of elementsNamed(tree, "ClientData")) {
    if (sheet === shift.sheet) shiftShape(tree, splices, removal, shift, data);
    for (const child of data.children) {
      if (!CONTROL_FORMULAS.has(child.local) || removal.has(child)) continue;
      const spot = contentSpot(tree, child);
      writeSpot(splices, spot, shiftFormula(spot.text, shift, { sheet }));
    }
  }
  removal.write(tree, splices);
  return splices.apply(text);
}

function shiftShape(
  tree: XmlTree,
  splices: TextSplices,
  removal: ElementRemoval,
  shift: RowShift,
  data: XmlElement,
): void {
  const part = (local: string): XmlElement | undefined => [...descendants(data)].find((each) => each.local === local);
  const row = part("Row");
  const anchor = part("Anchor");
  if (row === undefined) {
    const stays = isSet(tree, part("MoveWithCells"));
    const following: Following = stays ? "stay" : isSet(tree, part("SizeWithCells")) ? "move" : "move-and-size";
    if (anchor !== undefined)
      writeAnchor(tree, splices, anchor, (from, to) => shiftAnchor(shift, { from, to }, following));
    return;
  }
  const old = wholeNumber(contentOf(tree.text, row));
  if (old === undefined) return;
  const moved = shiftRow(shift, old + 1);
  if (moved === undefined) {
    removal.remove(data.parent ?? data);
    return;
  }
  const by = moved - 1 - old;
  if (by === 0) return;
  splices.replace(row.openEnd, row.closeStart, String(moved - 1));
  if (anchor !== undefined) {
    writeAnchor(tree, splices, anchor, (from, to) => ({ from: Math.max(from + by, 0), to: Math.max(to + by, 0) }));
  }
}

/** In VML these settings mean the opposite of what they are called: present, the shape does not move or size. */
function isSet(tree: XmlTree, element: XmlElement | undefined): boolean {
  return element !== undefined && !/^f/i.test(contentOf(tree.text, element).trim());
}

/** An anchor is eight numbers: column, offset, row, offset of the upper left corner, then of the lower right one. */
function writeAnchor(
  tree: XmlTree,
  splices: TextSplices,
  anchor: XmlElement,
  change: (from: number, to: number) => { readonly from: number; readonly to: number },
): void {
  const numbers = tree.text.slice(anchor.openEnd, anchor.closeStart).split(",");
  const [from, to] = [wholeNumber(numbers[2]), wholeNumber(numbers[6])];
  if (numbers.length !== 8 || from === undefined || to === undefined) return;
  const now = change(from, to);
  if (now.from === from && now.to === to) return;
  numbers[2] = (numbers[2] ?? "").replace(/\d+/, String(now.from));
  numbers[6] = (numbers[6] ?? "").replace(/\d+/, String(now.to));
  splices.replace(anchor.openEnd, anchor.closeStart, numbers.join(","));
}
