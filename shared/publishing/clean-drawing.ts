import { descendants, type XmlElement } from "../archive/xml-tree.js";
import { isForeign } from "./clean-sheet.js";
import type { ElementReader, Fate } from "./prune.js";
import { prune } from "./prune.js";

/** Elements that name a drawn thing: programs write the path of the picture it came from into their description. */
const NAMED: ReadonlySet<string> = new Set(["cNvPr", "docPr"]);

/** Whether an element names a relation that its part no longer has. */
export function namesGone(element: XmlElement, reader: ElementReader, gone: ReadonlySet<string>): boolean {
  if (gone.size === 0) return false;
  return reader.attributesOf(element).some(({ name, value }) => RELATION.test(name) && gone.has(value));
}

/** The attributes by which elements name relations, whatever the prefix: `r:id`, `r:embed`, `r:link`, `o:relid` … */
const RELATION = /:(?:id|embed|link|pict|relid|dm|lo|qs|cs|blip)$/;

/** A drawn thing's name says its number and no more; descriptions go. Undefined takes the attribute away. */
export function cleanName(element: XmlElement, name: string, value: string): string | undefined {
  if (!NAMED.has(element.local)) return value;
  if (name === "descr" || name === "title") return undefined;
  return name === "name" ? "Shape" : value;
}

/** A drawing without macros, links to cells, descriptions, and things whose content is not published (slicers, ink, controls). */
export function cleanDrawing(text: string, gone: ReadonlySet<string>): string {
  return prune(text, {
    element: (element, reader) => {
      if (ANCHORS.has(element.local) && isHollow(element, reader, gone)) return "drop";
      return namesGone(element, reader, gone) ? "drop" : "keep";
    },
    attribute: (element, name, value) => {
      if (name === "textlink" || (name === "macro" && value !== "")) return undefined;
      return cleanName(element, name, value);
    },
  });
}

const ANCHORS: ReadonlySet<string> = new Set(["oneCellAnchor", "twoCellAnchor", "absoluteAnchor"]);

/** Whether what stands in an anchor cannot be shown without a part that stays behind. */
function isHollow(anchor: XmlElement, reader: ElementReader, gone: ReadonlySet<string>): boolean {
  return [...descendants(anchor)].some((element) => {
    if (element.local === "contentPart") return true;
    if (element.local === "blip") {
      return reader.attributesOf(element).every(({ name, value }) => !/:embed$/.test(name) || gone.has(value));
    }
    if (element.local !== "graphicData") return false;
    const uri = reader.attribute(element, "uri") ?? "";
    return !/\/(?:chart|chartex|table|picture)$/.test(uri);
  });
}

/** A chart with the figures it shows; what it drew them from stays only where that is published. */
export function cleanChart(text: string, gone: ReadonlySet<string>): string {
  const pruned = prune(text, {
    element: (element, reader): Fate => {
      if (UNPUBLISHED.has(element.local)) return "drop";
      return namesGone(element, reader, gone) ? "drop" : "keep";
    },
    attribute: cleanName,
  });
  return pruned.replace(/(<(?:[\w.-]+:)?f(?:\s[^>]*)?>)([^<]*)(?=<)/g, (all, tag: string, formula: string) =>
    isForeign(formula) ? `${tag}#REF!` : all,
  );
}

/** Embedded workbooks, shapes drawn over the chart, pivot sources and printers. */
const UNPUBLISHED: ReadonlySet<string> = new Set(["externalData", "userShapes", "pivotSource", "printSettings"]);
