import type { TextSplices } from "../archive/text-splices.js";
import { attributeOf, type XmlElement, type XmlTree } from "../archive/xml-tree.js";

/** Lists that must not stand empty in a part: the last element takes them along. */
const LISTS: ReadonlySet<string> = new Set([
  "cellWatches",
  "conditionalFormattings",
  "dataValidations",
  "definedNames",
  "ext",
  "extLst",
  "hyperlinks",
  "ignoredErrors",
  "mergeCells",
  "protectedRanges",
  "rowBreaks",
  "smartTags",
  "sparklineGroups",
  "sparklines",
]);

/** Collects elements that go away, and takes away with them the lists they leave empty; counts of lists follow. */
export class ElementRemoval {
  private readonly gone = new Set<XmlElement>();

  /** Marks an element; the last sparkline of a group takes the group along. */
  remove(element: XmlElement): void {
    this.gone.add(element);
    const { parent } = element;
    if (parent === undefined || !parent.children.every((child) => this.gone.has(child))) return;
    if (parent.local === "sparklines" && parent.parent !== undefined) this.remove(parent.parent);
    else if (LISTS.has(parent.local)) this.remove(parent);
  }

  /** Whether the element, or one around it, goes away. */
  has(element: XmlElement | undefined): boolean {
    for (let each = element; each !== undefined; each = each.parent) if (this.gone.has(each)) return true;
    return false;
  }

  /** Writes the removals; `added` elements per list are counted in. */
  write(tree: XmlTree, splices: TextSplices, added: ReadonlyMap<XmlElement, number> = new Map()): void {
    const lists = new Set<XmlElement>(added.keys());
    for (const element of this.gone) {
      if (this.has(element.parent)) continue;
      splices.remove(element.start, element.end);
      if (element.parent !== undefined) lists.add(element.parent);
    }
    for (const list of lists) this.count(tree, splices, list, added.get(list) ?? 0);
  }

  private count(tree: XmlTree, splices: TextSplices, list: XmlElement, added: number): void {
    const attribute = attributeOf(tree, list, "count");
    if (attribute === undefined || this.has(list)) return;
    const left = list.children.filter((child) => !this.gone.has(child)).length + added;
    splices.replace(attribute.valueStart, attribute.valueEnd, String(left));
  }
}
