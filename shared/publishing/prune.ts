import { TextSplices } from "../archive/text-splices.js";
import { attributesOf, escapeAttribute, resolveEntities } from "../archive/xml-scan.js";
import {
  contentOf,
  isSelfClosing,
  parseTree,
  tagOf,
  valueOf,
  type XmlElement,
  type XmlTree,
} from "../archive/xml-tree.js";

/** What becomes of an element: it stays, goes with all it holds, or gives way to what it holds. */
export type Fate = "keep" | "drop" | "unwrap";

/** Reads the elements of the part that is asked about. */
export interface ElementReader {
  /** The value of an attribute by its name as written. */
  attribute(element: XmlElement, name: string): string | undefined;
  /** The text right inside an element. */
  textOf(element: XmlElement): string;
  /** All attributes of an element with their values. */
  attributesOf(element: XmlElement): readonly { readonly name: string; readonly value: string }[];
}

/** What a part loses. */
export interface Pruning {
  /** Asked of every element below the root, from the outside in. */
  readonly element: (element: XmlElement, reader: ElementReader) => Fate;
  /** The new value of an attribute of an element that stays, the root's too; undefined takes the attribute away. */
  readonly attribute?: (element: XmlElement, name: string, value: string) => string | undefined;
  /** Local names of elements that are not entered: a sheet's rows. */
  readonly closed?: ReadonlySet<string>;
}

/** A part's text without what it must not carry; every other character stays. */
export function prune(text: string, pruning: Pruning): string {
  const plain = withoutComments(text);
  const tree = parseTree(plain, pruning.closed);
  const splices = new TextSplices();
  pruneAttributes(tree, tree.root, splices, pruning);
  const reader = readerOf(tree);
  for (const child of tree.root.children) pruneElement(tree, child, splices, pruning, reader);
  return splices.apply(plain);
}

/** Without XML comments and processing instructions, where a person or a program may have written anything. */
function withoutComments(text: string): string {
  return text.replace(/<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<\?(?!xml\s)[\s\S]*?\?>/g, (piece) =>
    piece.startsWith("<![") ? piece : "",
  );
}

function pruneElement(
  tree: XmlTree,
  element: XmlElement,
  splices: TextSplices,
  pruning: Pruning,
  reader: ElementReader,
): void {
  const fate = pruning.element(element, reader);
  if (fate === "drop" || (fate === "unwrap" && isSelfClosing(tree.text, element))) {
    splices.remove(element.start, element.end);
    return;
  }
  if (fate === "unwrap") {
    splices.remove(element.start, element.openEnd);
    splices.remove(element.closeStart, element.end);
  } else pruneAttributes(tree, element, splices, pruning);
  for (const child of element.children) pruneElement(tree, child, splices, pruning, reader);
}

function readerOf(tree: XmlTree): ElementReader {
  return {
    attribute: (element, name) => valueOf(tree, element, name),
    textOf: (element) => contentOf(tree.text, element),
    attributesOf: (element) =>
      attributesOf(tree.text, tagOf(element)).map(({ name, valueStart, valueEnd }) => ({
        name,
        value: resolveEntities(tree.text.slice(valueStart, valueEnd)),
      })),
  };
}

function pruneAttributes(tree: XmlTree, element: XmlElement, splices: TextSplices, { attribute }: Pruning): void {
  if (attribute === undefined) return;
  for (const { name, start, end, valueStart, valueEnd } of attributesOf(tree.text, tagOf(element))) {
    const value = resolveEntities(tree.text.slice(valueStart, valueEnd));
    const now = attribute(element, name, value);
    if (now === undefined) splices.remove(start, end);
    else if (now !== value) splices.replace(valueStart, valueEnd, escapeAttribute(now, tree.text.charAt(valueEnd)));
  }
}
