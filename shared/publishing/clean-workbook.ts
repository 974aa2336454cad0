import { isForeign } from "./clean-sheet.js";
import type { ElementReader, Fate } from "./prune.js";
import { prune } from "./prune.js";
import type { XmlElement } from "../archive/xml-tree.js";

/**
 * What a workbook part is published with. Not among them: fileSharing (who reserved the file), absPath (where it lay), fileVersion,
 * revisionPtr, externalReferences, customWorkbookViews (whose views), pivotCaches, web publishing and extensions.
 */
const KEPT: ReadonlySet<string> = new Set([
  ...["workbookPr", "workbookProtection", "bookViews", "sheets", "definedNames", "calcPr"],
]);

/** Names that Excel itself gives: what is printed, which heads repeat, what is filtered. */
const BUILT_IN = /^_xlnm\.(?:Print_Area|Print_Titles|_FilterDatabase)$/i;

/** A workbook part without persons, places and names that lead elsewhere. */
export function cleanWorkbook(text: string): string {
  return prune(text, {
    element: workbookFate,
    attribute: (element, name, value) => {
      const isLost =
        (element.local === "workbookPr" && name === "codeName") ||
        (element.local === "definedName" &&
          ["comment", "description", "help", "statusBar", "customMenu"].includes(name));
      return isLost ? undefined : value;
    },
  });
}

function workbookFate(element: XmlElement, reader: ElementReader): Fate {
  if (element.parent?.parent === undefined && !KEPT.has(element.local)) return "drop";
  if (element.local === "definedNames") {
    return element.children.some((name) => nameStays(name, reader)) ? "keep" : "drop";
  }
  if (element.local === "definedName") return nameStays(element, reader) ? "keep" : "drop";
  return element.local === "extLst" ? "drop" : "keep";
}

/** A name stays where it means cells of published sheets and nothing else: a text in it could say anything. */
function nameStays(element: XmlElement, reader: ElementReader): boolean {
  const formula = reader.textOf(element);
  if (isForeign(formula)) return false;
  if (BUILT_IN.test(reader.attribute(element, "name") ?? "")) return true;
  return reader.attribute(element, "hidden") !== "1" && !formula.includes('"');
}
