import { descendants, parseTree, type XmlElement, type XmlTree } from "../archive/xml-tree.js";
import { TextSplices } from "../archive/text-splices.js";

/**
 * Opens a stretch to be highlighted. This and the next two stand in filled text for what plain text cannot say; they are
 * noncharacters, which no document may hold, so nothing a person wrote can be taken for one.
 */
export const MARK_START = "\uFDD0";

/** Closes the stretch to be highlighted. */
export const MARK_END = "\uFDD1";

/** Starts a new paragraph like the one it stands in. */
export const PARAGRAPH_BREAK = "\uFDD2";

const ANY = /[\uFDD0-\uFDD2]/u;

/** Turns the characters above into highlighted runs and paragraphs of their own that look like the one they were written in. */
export function applyMarks(xml: string): string {
  if (!ANY.test(xml)) return xml;
  const tree = parseTree(xml);
  const splices = new TextSplices();
  for (const paragraph of descendants(tree.root)) {
    if (paragraph.local === "p") markParagraph(tree, paragraph, splices);
  }
  return splices.apply(xml);
}

function markParagraph(tree: XmlTree, paragraph: XmlElement, splices: TextSplices): void {
  const texts = textsOf(paragraph).filter((text) => ANY.test(raw(tree, text)));
  if (texts.length === 0) return;
  const prefix = paragraph.name.slice(0, -1);
  const properties = propertiesOf(tree, paragraph);
  let breaks = texts.reduce((sum, text) => sum + countBreaks(tree, paragraph, text), 0);
  if (breaks > 0 && properties.section !== undefined) splices.remove(properties.section.start, properties.section.end);
  for (const text of texts) {
    const run = runOf(tree, text, prefix);
    const splittable = text.parent?.parent === paragraph;
    const written = raw(tree, text).replace(/[\uFDD0-\uFDD2]/gu, (character) => {
      if (character === MARK_START) return run.close + run.openHighlighted;
      if (character === MARK_END) return run.close + run.open;
      if (!splittable) return `</${prefix}t><${prefix}br/><${prefix}t xml:space="preserve">`;
      breaks -= 1;
      const own = breaks === 0 ? properties.whole : properties.withoutSection;
      return `${run.close}</${prefix}p><${prefix}p>${own}${run.open}`;
    });
    splices.replace(text.openEnd, text.closeStart, written);
  }
}

function countBreaks(tree: XmlTree, paragraph: XmlElement, text: XmlElement): number {
  return text.parent?.parent === paragraph ? raw(tree, text).split(PARAGRAPH_BREAK).length - 1 : 0;
}

/** The text elements of a paragraph, those of nested paragraphs left out. */
function textsOf(element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    if (child.local === "t") return [child];
    return child.local === "p" ? [] : textsOf(child);
  });
}

interface ParagraphProperties {
  readonly whole: string;
  /** A section ends at the last of the paragraphs that one becomes. */
  readonly withoutSection: string;
  readonly section: XmlElement | undefined;
}

function propertiesOf(tree: XmlTree, paragraph: XmlElement): ParagraphProperties {
  const properties = paragraph.children.find(({ local }) => local === "pPr");
  if (properties === undefined) return { whole: "", withoutSection: "", section: undefined };
  const section = properties.children.find(({ local }) => local === "sectPr");
  const whole = tree.text.slice(properties.start, properties.end);
  if (section === undefined) return { whole, withoutSection: whole, section };
  const withoutSection =
    tree.text.slice(properties.start, section.start) + tree.text.slice(section.end, properties.end);
  return { whole, withoutSection, section };
}

interface RunMarkup {
  readonly close: string;
  readonly open: string;
  readonly openHighlighted: string;
}

function runOf(tree: XmlTree, text: XmlElement, prefix: string): RunMarkup {
  const properties = text.parent?.children.find(({ local }) => local === "rPr");
  const own = properties === undefined ? "" : tree.text.slice(properties.start, properties.end);
  const begin = `<${prefix}t xml:space="preserve">`;
  return {
    close: `</${prefix}t></${prefix}r>`,
    open: `<${prefix}r>${own}${begin}`,
    openHighlighted: `<${prefix}r>${highlighted(tree, properties, prefix)}${begin}`,
  };
}

/** What may follow the highlight in a run's properties (ECMA-376, 17.3.2); a highlight of its own gives way. */
const AFTER_HIGHLIGHT: ReadonlySet<string> = new Set([
  ...["u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish"],
  ...["oMath", "rPrChange"],
]);

function highlighted(tree: XmlTree, properties: XmlElement | undefined, prefix: string): string {
  const highlight = `<${prefix}highlight ${prefix}val="yellow"/>`;
  const children = (properties?.children ?? []).filter(({ local }) => local !== "highlight");
  const written = (those: readonly XmlElement[]): string =>
    those.map(({ start, end }) => tree.text.slice(start, end)).join("");
  const after = children.filter(({ local }) => AFTER_HIGHLIGHT.has(local));
  const before = children.filter(({ local }) => !AFTER_HIGHLIGHT.has(local));
  return `<${prefix}rPr>${written(before)}${highlight}${written(after)}</${prefix}rPr>`;
}

function raw(tree: XmlTree, text: XmlElement): string {
  return tree.text.slice(text.openEnd, text.closeStart);
}
