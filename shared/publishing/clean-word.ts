import type { XmlElement } from "../archive/xml-tree.js";
import { cleanName, namesGone } from "./clean-drawing.js";
import type { ElementReader, Fate } from "./prune.js";
import { prune } from "./prune.js";

/** What a document's settings are published with: how lines and pages are set, nothing of templates, data sources and persons. */
const SETTINGS: ReadonlySet<string> = new Set([
  ...["view", "zoom", "displayBackgroundShape", "mirrorMargins", "alignBordersAndEdges", "gutterAtTop"],
  ...["bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "defaultTabStop", "autoHyphenation"],
  ...["consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps", "evenAndOddHeaders", "bookFoldPrinting"],
  ...["drawingGridHorizontalSpacing", "drawingGridVerticalSpacing", "displayHorizontalDrawingGridEvery"],
  ...["displayVerticalDrawingGridEvery", "doNotUseMarginsForDrawingGridOrigin", "characterSpacingControl"],
  ...["noLineBreaksAfter", "noLineBreaksBefore", "footnotePr", "endnotePr", "compat", "mathPr", "themeFontLang"],
  ...["clrSchemeMapping", "decimalSymbol", "listSeparator", "strictFirstAndLastChars"],
]);

/** A document's settings without attached templates, mail merges, variables, revision marks and protections. */
export function cleanSettings(text: string, gone: ReadonlySet<string>): string {
  return prune(text, {
    element: (element, reader) => {
      const isForeign = element.parent?.parent === undefined && !SETTINGS.has(element.local);
      return isForeign || namesGone(element, reader, gone) ? "drop" : "keep";
    },
  });
}

/** Marks of comments, revisions, permissions and editors: what they held is as if it had been accepted. */
const MARKS: ReadonlySet<string> = new Set([
  ...["commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef", "permStart", "permEnd", "proofErr"],
  ...["del", "moveFrom", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"],
  ...["customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd"],
  ...["customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart"],
  ...["customXmlMoveToRangeEnd", "cellIns", "cellDel", "cellMerge", "numberingChange"],
  ...["customXmlPr", "smartTagPr", "dataBinding", "alias", "tag", "placeholder", "docPartObj"],
]);

/** What gives way to its content: accepted insertions, and tags that programs put around words. */
const WRAPPINGS: ReadonlySet<string> = new Set(["ins", "moveTo", "smartTag", "customXml"]);

/** A document's text (body, header, footer, notes) without comments, revisions, paths and descriptions; what is read stays. */
export function cleanDocument(text: string, gone: ReadonlySet<string>): string {
  return prune(text, {
    element: (element, reader) => documentFate(element, reader, gone),
    attribute: (element, name, value) => {
      if (element.local === "hyperlink" && /:(?:tooltip|docLocation|tgtFrame)$/.test(name)) return undefined;
      if (["alt", "o:title", "o:href", "href"].includes(name) && VML.has(element.name.replace(/:.*/, "")))
        return undefined;
      return cleanName(element, name, value);
    },
  });
}

const VML: ReadonlySet<string> = new Set(["v", "o"]);

function documentFate(element: XmlElement, reader: ElementReader, gone: ReadonlySet<string>): Fate {
  const { local } = element;
  if (MARKS.has(local) || local.endsWith("PrChange") || local === "tblGridChange") return "drop";
  if (WRAPPINGS.has(local)) return "unwrap";
  // The words of a link stay when what it led to does not.
  if (local === "hyperlink") return namesGone(element, reader, gone) ? "unwrap" : "keep";
  if (namesGone(element, reader, gone)) return "drop";
  if (local === "instrText") return tellsPath(reader.textOf(element)) ? "drop" : "keep";
  if (local !== "fldSimple") return "keep";
  return reader.attributesOf(element).some(({ value }) => tellsPath(value)) ? "unwrap" : "keep";
}

/** Whether a field's instruction names a file on somebody's disk or server. */
function tellsPath(instruction: string): boolean {
  return /[A-Za-z]:\\|\\\\\\?\\?[\w.-]|file:/i.test(instruction);
}
