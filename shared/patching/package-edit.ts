import { failure } from "../failure.js";
import { PatchRefused, editingPart } from "./patch-refused.js";
import { type Relation, readRelations, relationsPath } from "../archive/relations.js";
import { elementsNamed } from "./formula-spots.js";
import { TextSplices } from "../archive/text-splices.js";
import { escapeAttribute, localName, prefixOf } from "../archive/xml-scan.js";
import { attributeOf, isSelfClosing, parseTree, valueOf, type XmlElement, type XmlTree } from "../archive/xml-tree.js";
import type { ZipParts } from "../archive/zip-gate.js";

const CONTENT_TYPES = "[Content_Types].xml";

/** One tab of the workbook, in the order of the tabs; chart sheets are among them. */
export interface SheetEntry {
  readonly name: string;
  readonly path: string;
  /** The last word of its relation's type: `worksheet`, `chartsheet` … */
  readonly kind: string;
}

/** What an edited package differs in from the opened one. */
export interface PackageChanges {
  readonly changed: ReadonlyMap<string, string>;
  readonly added: ReadonlyMap<string, string>;
  readonly removed: ReadonlySet<string>;
}

/** The parts of an opened workbook while they are edited. Parts that end up as they were count as untouched. */
export class PackageEdit {
  private readonly texts = new Map<string, string>();
  private readonly added = new Set<string>();
  private readonly removed = new Set<string>();
  private readonly read = new Map<string, { readonly text: string; readonly relations: readonly Relation[] }>();
  readonly workbookPath: string;

  constructor(private readonly parts: ZipParts) {
    const document = this.relations("").find(({ kind, external }) => kind === "officeDocument" && !external);
    if (document === undefined || !this.has(document.target)) throw new PatchRefused(failure("not-a-workbook"));
    this.workbookPath = document.target;
  }

  /** Whether the package has the part now. */
  has(path: string): boolean {
    const name = this.name(path);
    return this.added.has(name) || (this.parts.has(name) && !this.removed.has(name));
  }

  /** The text of a part as edited so far. A part that is missing is the file's fault. */
  text(path: string): string {
    const name = this.name(path);
    const edited = this.texts.get(name);
    if (edited !== undefined) return edited;
    const text = this.removed.has(name) ? undefined : this.parts.text(name);
    if (text === undefined) throw new PatchRefused(failure("workbook-unsupported", { part: path, problem: "missing" }));
    this.texts.set(name, text);
    return text;
  }

  /** Edits a part's text; a part that is not there is left alone. */
  edit(path: string, change: (text: string) => string): void {
    if (!this.has(path)) return;
    const text = this.text(path);
    this.texts.set(
      this.name(path),
      editingPart(path, () => change(text)),
    );
  }

  /** Adds a part with its content type. */
  add(path: string, text: string, contentType: string): void {
    this.added.add(path);
    this.texts.set(path, text);
    this.edit(CONTENT_TYPES, (types) => {
      const tree = parseTree(types);
      const markup = `<${prefixOf(tree.root.name)}Override PartName="/${path}" ContentType="${contentType}"/>`;
      return appendChild(tree, tree.root, markup);
    });
  }

  /** Puts a part that is there already wholly anew. */
  replace(path: string, text: string): void {
    this.texts.set(this.name(path), text);
  }

  /** Takes a part away, with its content type and its own relations. */
  remove(path: string): void {
    const name = this.name(path);
    this.discard(name);
    this.discard(this.name(relationsPath(name)));
    const isOurs = (tree: XmlTree, element: XmlElement): boolean =>
      (valueOf(tree, element, "PartName") ?? "").toLowerCase() === `/${name}`.toLowerCase();
    this.edit(CONTENT_TYPES, (types) => withoutElements(types, "Override", isOurs));
  }

  /** Takes the relations away that lead from one part to another. */
  removeRelation(from: string, id: string): void {
    const isOurs = (tree: XmlTree, element: XmlElement): boolean => valueOf(tree, element, "Id") === id;
    this.edit(relationsPath(from), (text) => withoutElements(text, "Relationship", isOurs));
  }

  /** The relations of a part; of the package itself for the empty path. */
  relations(path: string): readonly Relation[] {
    const name = relationsPath(path);
    if (!this.has(name)) return [];
    const text = this.text(name);
    const known = this.read.get(name);
    if (known?.text === text) return known.relations;
    const read = readRelations(new TextEncoder().encode(text), path);
    if (!read.ok) throw new PatchRefused(read.failure);
    this.read.set(name, { text, relations: read.value });
    return read.value;
  }

  /** The paths of all parts of a content type, in the order in which the package lists them. */
  partsOfType(contentType: string): string[] {
    const tree = editingPart(CONTENT_TYPES, () => parseTree(this.text(CONTENT_TYPES)));
    return elementsNamed(tree, "Override")
      .filter((element) => valueOf(tree, element, "ContentType") === contentType)
      .map((element) => (valueOf(tree, element, "PartName") ?? "").replace(/^\//, ""))
      .filter((path) => this.has(path));
  }

  /** The tabs of the workbook as edited so far. */
  sheets(): SheetEntry[] {
    const relations = new Map(this.relations(this.workbookPath).map((relation) => [relation.id, relation]));
    const tree = editingPart(this.workbookPath, () => parseTree(this.text(this.workbookPath)));
    return sheetElements(tree).map((element) => {
      const relation = relations.get(relationIdOf(tree, element) ?? "");
      const name = valueOf(tree, element, "name") ?? "";
      return { name, path: relation?.target ?? "", kind: relation?.kind ?? "" };
    });
  }

  /** What became of the parts. */
  changes(): PackageChanges {
    const changed = new Map<string, string>();
    const added = new Map<string, string>();
    for (const [name, text] of this.texts) {
      if (this.added.has(name)) added.set(name, text);
      else if (text !== this.parts.text(name)) changed.set(name, text);
    }
    return { changed, added, removed: this.removed };
  }

  private discard(name: string): void {
    this.texts.delete(name);
    if (!this.added.delete(name) && this.parts.has(name)) this.removed.add(name);
  }

  /** A part's name as the zip spells it: package names are the same in capitals. */
  private name(path: string): string {
    return this.parts.entry(path)?.name ?? path;
  }
}

/** The `<sheet>` elements of a workbook part, in the order of the tabs. */
export function sheetElements(tree: XmlTree): readonly XmlElement[] {
  return tree.root.children.find((child) => child.local === "sheets")?.children ?? [];
}

/** The relation of a `<sheet>` element (`r:id`, whatever the prefix). */
function relationIdOf(tree: XmlTree, element: XmlElement): string | undefined {
  const name = /\s([\w.-]+:id)\s*=/.exec(tree.text.slice(element.start, element.openEnd))?.[1];
  return name !== undefined && localName(name) === "id" ? valueOf(tree, element, name) : undefined;
}

/** The text with a new element as the last child of another. */
export function appendChild(tree: XmlTree, parent: XmlElement, markup: string): string {
  const splices = new TextSplices();
  if (isSelfClosing(tree.text, parent)) splices.replace(parent.end - 2, parent.end, `>${markup}</${parent.name}>`);
  else splices.insert(parent.closeStart, markup);
  return splices.apply(tree.text);
}

/** The text without the elements of that name for which the question is answered with yes. */
export function withoutElements(
  text: string,
  local: string,
  isGone: (tree: XmlTree, element: XmlElement) => boolean,
): string {
  const tree = parseTree(text);
  const splices = new TextSplices();
  for (const element of elementsNamed(tree, local)) {
    if (isGone(tree, element)) splices.remove(element.start, element.end);
  }
  return splices.apply(text);
}

/** The text with an attribute of an element set, in place where it has it already. */
export function withAttribute(
  tree: XmlTree,
  splices: TextSplices,
  element: XmlElement,
  name: string,
  value: string,
): void {
  const attribute = attributeOf(tree, element, name);
  if (attribute !== undefined) splices.replace(attribute.valueStart, attribute.valueEnd, escapeAttribute(value));
  else splices.insert(element.start + 1 + element.name.length, ` ${name}="${escapeAttribute(value)}"`);
}
