import type { XmlElement } from "../archive/xml-tree.js";
import { descendants } from "../archive/xml-tree.js";
import type { ElementReader, Fate } from "./prune.js";
import { prune } from "./prune.js";

/** What a worksheet is published with (CT_Worksheet, ISO/IEC 29500-1 18.3.1.99): content, looks and print set-up. */
const KEPT: ReadonlySet<string> = new Set([
  ...["sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection", "autoFilter"],
  ...["mergeCells", "phoneticPr", "conditionalFormatting", "hyperlinks", "printOptions", "pageMargins", "pageSetup"],
  ...["headerFooter", "rowBreaks", "colBreaks", "ignoredErrors", "drawing", "tableParts", "extLst"],
]);

/** The extensions that draw something: conditional formats and sparklines of newer programs. */
const DRAWING_EXTENSIONS: ReadonlySet<string> = new Set([
  "{78C0D931-6437-407D-A8EE-F0AAD7539E65}",
  "{05C60535-1F16-4FD2-B633-F4F36F0B64E0}",
]);

/** What is only seen by pointing at it, names a program's code, or names the printer. */
const LOST_ATTRIBUTES: ReadonlySet<string> = new Set(["hyperlink/tooltip", "hyperlink/display", "sheetPr/codeName"]);

/** A worksheet without input rules, comments, scenarios, personal views, printers and links into anybody's files. */
export function cleanSheet(text: string, gone: ReadonlySet<string>): string {
  return prune(text, {
    closed: new Set(["sheetData"]),
    element: (element, reader) => sheetFate(element, reader, gone),
    attribute: (element, name, value) => {
      if (LOST_ATTRIBUTES.has(`${element.local}/${name}`)) return undefined;
      return element.local === "pageSetup" && name.endsWith(":id") ? undefined : value;
    },
  });
}

function sheetFate(element: XmlElement, reader: ElementReader, gone: ReadonlySet<string>): Fate {
  if (element.parent?.parent === undefined && !KEPT.has(element.local)) return "drop";
  // A list that would stand empty goes with its last element.
  const isEmptied = (): boolean => element.children.every((child) => sheetFate(child, reader, gone) === "drop");
  switch (element.local) {
    case "hyperlink":
      return hyperlinkStays(element, reader, gone) ? "keep" : "drop";
    case "conditionalFormatting":
    case "sparklineGroup":
      return isStranded(element, reader) ? "drop" : "keep";
    case "hyperlinks":
    case "conditionalFormattings":
    case "sparklineGroups":
      return isEmptied() ? "drop" : "keep";
    case "ext":
      return extensionFate(element, reader, isEmptied);
    case "extLst":
      return element.parent?.local === "worksheet" && isEmptied() ? "drop" : "keep";
    default:
      return "keep";
  }
}

function extensionFate(element: XmlElement, reader: ElementReader, isEmptied: () => boolean): Fate {
  if (element.parent?.parent?.local !== "worksheet") return "keep";
  const uri = reader.attribute(element, "uri") ?? "";
  return DRAWING_EXTENSIONS.has(uri.toUpperCase()) && !isEmptied() ? "keep" : "drop";
}

/** A link stays where it leads into the web or to a published sheet. */
function hyperlinkStays(link: XmlElement, reader: ElementReader, gone: ReadonlySet<string>): boolean {
  const id = reader.attributesOf(link).find(({ name }) => name.endsWith(":id"))?.value;
  if (id !== undefined) return !gone.has(id);
  const location = reader.attribute(link, "location") ?? "";
  return location !== "" && !isForeign(location);
}

/** Whether a rule of looks, or one of several that stand together, refers to a sheet or file that is not published. */
function isStranded(element: XmlElement, reader: ElementReader): boolean {
  return [...descendants(element)].some(
    (inner) =>
      (inner.local === "formula" || inner.local === "f") &&
      inner.children.length === 0 &&
      isForeign(reader.textOf(inner)),
  );
}

/** Whether a formula refers to another file, or to a sheet that has been taken away. */
export function isForeign(formula: string): boolean {
  return /#REF!|\[\d+\]/.test(formula);
}
