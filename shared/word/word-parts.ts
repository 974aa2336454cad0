import type { TemplateParagraph } from "../narrative/outline.js";
import { contentOf, descendants, parseTree, valueOf, type XmlElement, type XmlTree } from "../archive/xml-tree.js";
import type { ZipParts } from "../archive/zip-parts.js";

/** A paragraph of a Word part with the place it stands in. */
export interface WordParagraph extends TemplateParagraph {
  readonly element: XmlElement;
}

/** One part of a Word document that holds text: the body, a header or a footer. */
export interface WordPart {
  readonly path: string;
  readonly tree: XmlTree;
  readonly paragraphs: readonly WordParagraph[];
}

const TEXT_PART = /wordprocessingml\.(?:document\.main|template\.main|header|footer)\+xml$/;
const MAIN_PART = /wordprocessingml\.(?:document|template)\.main\+xml$/;

/**
 * The parts of a Word document that may hold tags, the body first, headers and footers in the order of their names; undefined
 * when the package is no Word document. Throws {@link BrokenXml} for a part that is not well formed.
 */
export function wordParts(parts: ZipParts): readonly WordPart[] | undefined {
  const types = contentTypes(parts);
  const paths = [...types].filter(([path, type]) => TEXT_PART.test(type) && parts.has(path));
  const main = paths.find(([, type]) => MAIN_PART.test(type));
  if (main === undefined) return undefined;
  const others = paths.filter((one) => one !== main).map(([path]) => path);
  const found: WordPart[] = [];
  let containers = 0;
  for (const path of [main[0], ...others.sort()]) {
    const tree = parseTree(parts.text(path) ?? "");
    const paragraphs = paragraphsIn(tree, containers);
    containers += new Set(paragraphs.map(({ container }) => container)).size + 1;
    found.push({ path, tree, paragraphs });
  }
  return found;
}

/** Content types by part name without the leading `/`; parts of a default type hold no text of the document. */
function contentTypes(parts: ZipParts): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  const text = parts.text("[Content_Types].xml");
  if (text === undefined) return types;
  const tree = parseTree(text);
  for (const element of tree.root.children) {
    const path = valueOf(tree, element, "PartName");
    const type = valueOf(tree, element, "ContentType");
    if (path !== undefined && type !== undefined) types.set(path.replace(/^\//, ""), type);
  }
  return types;
}

/** What a section of a template does not leave: a table cell, a text box, a content control, or the part itself. */
const CONTAINERS: ReadonlySet<string> = new Set(["tc", "txbxContent", "sdtContent", "body", "hdr", "ftr"]);

/** All paragraphs of a part in document order. */
export function paragraphsIn(tree: XmlTree, firstContainer: number): readonly WordParagraph[] {
  const numbers = new Map<XmlElement, number>();
  const paragraphs: WordParagraph[] = [];
  for (const element of descendants(tree.root)) {
    if (element.local !== "p" || prefixed(element) !== prefixed(tree.root)) continue;
    const holder = holderOf(element) ?? tree.root;
    const container = numbers.get(holder) ?? firstContainer + numbers.size;
    numbers.set(holder, container);
    const style = styleOf(tree, element);
    paragraphs.push({
      element,
      text: paragraphText(tree, element),
      container,
      ...(style === undefined ? {} : { style }),
    });
  }
  return paragraphs;
}

/** The text of a paragraph over all of its runs; nested paragraphs of text boxes are paragraphs of their own. */
function paragraphText(tree: XmlTree, paragraph: XmlElement): string {
  const pieces: string[] = [];
  const walk = (element: XmlElement): void => {
    for (const child of element.children) {
      if (child.local === "p" || child.local === "pPr" || child.local === "rPr") continue;
      if (child.local === "t") pieces.push(contentOf(tree.text, child));
      else if (child.local === "tab") pieces.push("\t");
      else if (child.local === "br" || child.local === "cr") pieces.push("\n");
      else walk(child);
    }
  };
  walk(paragraph);
  return pieces.join("");
}

function holderOf(element: XmlElement): XmlElement | undefined {
  let holder = element.parent;
  while (holder !== undefined && !CONTAINERS.has(holder.local)) holder = holder.parent;
  return holder;
}

function styleOf(tree: XmlTree, paragraph: XmlElement): string | undefined {
  const properties = paragraph.children.find(({ local }) => local === "pPr");
  const style = properties?.children.find(({ local }) => local === "pStyle");
  return style === undefined ? undefined : valueOf(tree, style, prefixed(style) + "val");
}

/** The prefix an element is written with: the main namespace of the part is that of its root (`a:p` of a drawing is no paragraph). */
function prefixed(element: XmlElement): string {
  return element.name.slice(0, element.name.length - element.local.length);
}
