import type { Rewordings } from "../narrative/rewording.js";
import { rewordText } from "../narrative/rewording.js";
import { TextSplices } from "../archive/text-splices.js";
import { PARAGRAPH_BREAK } from "./word-marks.js";
import type { WordPart } from "./word-parts.js";
import { descendants, type XmlElement, type XmlTree } from "../archive/xml-tree.js";

/**
 * The part's XML with reworded paragraphs in place of the template's. A reworded paragraph keeps its own properties and is
 * one run with those of its first.
 */
export function applyRewordings(part: WordPart, rewordings: Rewordings): string {
  const splices = new TextSplices();
  for (const { element, text } of part.paragraphs) {
    const reworded = rewordText(text, rewordings, PARAGRAPH_BREAK);
    if (reworded !== text) replaceText(part.tree, element, reworded, splices);
  }
  return splices.apply(part.tree.text);
}

function replaceText(tree: XmlTree, paragraph: XmlElement, text: string, splices: TextSplices): void {
  const prefix = paragraph.name.slice(0, -1);
  const properties = paragraph.children.find(({ local }) => local === "pPr");
  const run = [...descendants(paragraph)].find(
    (one) => one.local === "r" && one.children.some(({ local }) => local === "t"),
  );
  const own = run?.children.find(({ local }) => local === "rPr");
  const look = own === undefined ? "" : tree.text.slice(own.start, own.end);
  const written = `<${prefix}r>${look}<${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t></${prefix}r>`;
  splices.replace(properties?.end ?? paragraph.openEnd, paragraph.closeStart, written);
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
