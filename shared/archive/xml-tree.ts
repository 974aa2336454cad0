import {
  attributeValue,
  BrokenXml,
  resolveEntities,
  findAttribute,
  isPlain,
  localName,
  TagCursor,
  type TagSpan,
  type XmlAttribute,
} from "./xml-scan.js";

/** One element of a part by its offsets, so that an edit can replace exactly its characters. */
export interface XmlElement {
  /** As written, with its prefix. */
  readonly name: string;
  /** Without its prefix. */
  readonly local: string;
  /** The `<` of its start tag. */
  readonly start: number;
  /** Just behind its start tag. */
  readonly openEnd: number;
  /** The `<` of its end tag; equal to `openEnd` for `<c/>`. */
  readonly closeStart: number;
  /** Just behind the whole element. */
  readonly end: number;
  readonly parent: XmlElement | undefined;
  /** Its child elements; left empty for an element that was not to be entered. */
  readonly children: readonly XmlElement[];
}

/** A parsed part: its text and its root. */
export interface XmlTree {
  readonly text: string;
  readonly root: XmlElement;
}

/** Real parts nest a few dozen elements; what goes far beyond was made to break programs. */
const DEEPEST = 1_000;

interface GrowingElement extends XmlElement {
  closeStart: number;
  end: number;
  readonly children: GrowingElement[];
  readonly parent: GrowingElement | undefined;
  readonly depth: number;
}

/**
 * Parses a part into elements with offsets. The elements named in `closed` (local names), which never hold themselves,
 * are not entered: a sheet's rows are read by `scanRows` instead. `lenient` lets an end tag close unclosed elements
 * inside, as the `<br>` of old VML drawings needs it; otherwise a wrong end tag is {@link BrokenXml}.
 */
export function parseTree(text: string, closed?: ReadonlySet<string>, lenient = false): XmlTree {
  const cursor = new TagCursor(text);
  let root: GrowingElement | undefined;
  let open: GrowingElement | undefined;
  while (cursor.next()) {
    if (cursor.kind === "close") {
      open = close(open, cursor, lenient);
      continue;
    }
    if (open === undefined && root !== undefined) throw new BrokenXml(cursor.start);
    const element = begin(cursor, open);
    if (open === undefined) root = element;
    else open.children.push(element);
    if (cursor.kind === "empty") continue;
    if (closed?.has(element.local)) {
      cursor.toEnd(isPlain(text, element.start));
      element.closeStart = cursor.start;
      element.end = cursor.end;
    } else open = element;
  }
  if (root === undefined || (open !== undefined && !lenient)) throw new BrokenXml(text.length);
  return { text, root };
}

function begin(cursor: TagCursor, parent: GrowingElement | undefined): GrowingElement {
  const { name, start, end } = cursor;
  const depth = parent === undefined ? 1 : parent.depth + 1;
  if (depth > DEEPEST) throw new BrokenXml(start);
  return { name, local: localName(name), start, openEnd: end, closeStart: end, end, parent, depth, children: [] };
}

function close(open: GrowingElement | undefined, cursor: TagCursor, lenient: boolean): GrowingElement | undefined {
  let element = open;
  while (lenient && element !== undefined && element.name !== cursor.name) element = element.parent;
  if (element === undefined || element.name !== cursor.name) {
    if (lenient) return open;
    throw new BrokenXml(cursor.start);
  }
  element.closeStart = cursor.start;
  element.end = cursor.end;
  return element.parent;
}

/** The start tag of an element, for reading attributes. */
export function tagOf(element: XmlElement): TagSpan {
  return { start: element.start, end: element.openEnd };
}

/** Whether the element was written as `<c/>`. */
export function isSelfClosing(text: string, element: { readonly openEnd: number; readonly end: number }): boolean {
  return element.openEnd === element.end && text.charCodeAt(element.end - 2) === 47;
}

/** The decoded value of an attribute, or undefined. */
export function valueOf(tree: XmlTree, element: XmlElement, name: string): string | undefined {
  return attributeValue(tree.text, tagOf(element), name);
}

/** The attribute by its offsets, or undefined. */
export function attributeOf(tree: XmlTree, element: XmlElement, name: string): XmlAttribute | undefined {
  return findAttribute(tree.text, tagOf(element), name);
}

/** The first child of that local name, or undefined. */
export function childOf(element: XmlElement, local: string): XmlElement | undefined {
  return element.children.find((child) => child.local === local);
}

/** Every element below (not the element itself) in document order. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  for (const child of element.children) {
    yield child;
    yield* descendants(child);
  }
}

const MARKUP = /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<[^>]*>|[^<]+/g;

/** The text of an element between its tags: entities resolved, CDATA unwrapped, comments and inner tags left out. */
export function contentOf(text: string, element: { readonly openEnd: number; readonly closeStart: number }): string {
  const raw = text.slice(element.openEnd, element.closeStart);
  if (!raw.includes("<")) return resolveEntities(raw);
  return raw.replace(MARKUP, (piece, verbatim: string | undefined) =>
    piece.startsWith("<") ? (verbatim ?? "") : resolveEntities(piece),
  );
}
