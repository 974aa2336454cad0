import { shiftFormula } from "./formula-shift.js";
import { elementsNamed } from "./formula-spots.js";
import type { RowShift } from "./row-shift.js";
import { writeAttribute } from "./shift-views.js";
import { TextSplices } from "../archive/text-splices.js";
import { escapeAttribute } from "../archive/xml-scan.js";
import { parseTree, valueOf } from "../archive/xml-tree.js";

/**
 * Lets links follow that some writers keep among the relations of a sheet, as a target within the file such as
 * `#Sheet1!A5`. Targets outside of the file are left alone, whatever they look like.
 */
export function shiftLinkTargets(text: string, shift: RowShift, sheet: string): string {
  const tree = parseTree(text);
  const splices = new TextSplices();
  for (const element of elementsNamed(tree, "Relationship")) {
    if (!(valueOf(tree, element, "Type") ?? "").endsWith("/hyperlink")) continue;
    writeAttribute(tree, splices, element, "Target", (target) => {
      const place = target.startsWith("#") ? plainTarget(target.slice(1)) : undefined;
      if (place === undefined) return target;
      const moved = shiftFormula(place, shift, { sheet });
      return moved === place ? target : escapeAttribute(`#${target.includes("%") ? encodeURI(moved) : moved}`);
    });
  }
  return splices.apply(text);
}

/** A target with its percent signs resolved; undefined when they mean nothing. */
function plainTarget(target: string): string | undefined {
  try {
    return decodeURIComponent(target);
  } catch (thrown) {
    if (thrown instanceof URIError) return undefined;
    throw thrown;
  }
}
