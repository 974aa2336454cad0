import type { TextSplices } from "../archive/text-splices.js";
import { escapeAttribute, escapeText, type XmlAttribute } from "../archive/xml-scan.js";
import { attributeOf, contentOf, descendants, valueOf, type XmlElement, type XmlTree } from "../archive/xml-tree.js";

/** A formula that stands outside of the cells: in a rule, a list, a chart, a link. */
export interface FormulaSpot {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The quotes around it, when it is the value of an attribute. */
  readonly quote?: string;
}

/** Elements whose text is a formula: of formats and validations, their x14 forms, sparklines, columns of tables. */
const FORMULA_ELEMENTS: ReadonlySet<string> = new Set([
  "calculatedColumnFormula",
  "f",
  "formula",
  "formula1",
  "formula2",
  "totalsRowFormula",
]);

/** Attributes that hold a formula, by the element they stand on. */
const FORMULA_ATTRIBUTES: ReadonlyMap<string, readonly string[]> = new Map([
  ["cfvo", ["val"]],
  ["hyperlink", ["location"]],
  ["controlPr", ["linkedCell", "listFillRange"]],
  ["formControlPr", ["fmlaLink", "fmlaRange", "fmlaTxbx", "fmlaGroup"]],
  ["sp", ["textlink"]],
]);

/** The formulas of an element itself and of everything below it; elements that `except` names are not entered. */
export function formulaSpots(
  tree: XmlTree,
  element: XmlElement,
  except: (element: XmlElement) => boolean = () => false,
): FormulaSpot[] {
  if (except(element)) return [];
  const found = element.children.flatMap((child) => formulaSpots(tree, child, except));
  for (const name of FORMULA_ATTRIBUTES.get(element.local) ?? []) {
    const attribute = attributeOf(tree, element, name);
    const text = valueOf(tree, element, name);
    if (attribute === undefined || text === undefined) continue;
    found.push(attributeSpot(tree, attribute, text));
  }
  if (FORMULA_ELEMENTS.has(element.local) && element.children.length === 0) found.push(contentSpot(tree, element));
  return found;
}

/** The text of an element as a place for a formula. */
export function contentSpot(tree: XmlTree, element: XmlElement): FormulaSpot {
  const { openEnd: start, closeStart: end } = element;
  return { start, end, text: contentOf(tree.text, element) };
}

/** The value of an attribute as a place for a formula or range. */
export function attributeSpot(tree: XmlTree, { valueStart, valueEnd }: XmlAttribute, text: string): FormulaSpot {
  return { start: valueStart, end: valueEnd, text, quote: tree.text.charAt(valueEnd) };
}

/** Puts a new formula in its place; one that did not change keeps its characters. */
export function writeSpot(splices: TextSplices, spot: FormulaSpot, text: string): void {
  if (text === spot.text) return;
  splices.replace(
    spot.start,
    spot.end,
    spot.quote === undefined ? escapeText(text) : escapeAttribute(text, spot.quote),
  );
}

/** Every element below the root with one of the local names, in document order. */
export function elementsNamed(tree: XmlTree, ...locals: readonly string[]): XmlElement[] {
  return [...descendants(tree.root)].filter((element) => locals.includes(element.local));
}
