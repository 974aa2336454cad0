import { relationsPath, type Relation } from "../archive/relations.js";
import { escapeAttribute, escapeText } from "../archive/xml-scan.js";
import { parseTree, valueOf } from "../archive/xml-tree.js";
import type { ZipParts } from "../archive/zip-gate.js";
import { writeZip } from "../archive/zip-write.js";
import type { PackageEdit } from "../patching/package-edit.js";
import { editingPart } from "../patching/patch-refused.js";
import { cleanImage } from "./clean-image.js";
import { staysRelated, type KeptRelations } from "./kept-relations.js";
import { prune } from "./prune.js";

/** How a package is written for the public. */
export interface PublishedPackage {
  readonly kept: KeptRelations;
  /** The document's name: the only property that is published. */
  readonly title: string;
  /** A part's text without traces of persons, by the kind of relation that leads to it; `gone` are relations it may no longer name. */
  readonly clean: (kind: string, text: string, gone: ReadonlySet<string>) => string;
}

/**
 * Writes an office package anew from those parts that its rules name, each cleaned: what nobody thought of does not go out.
 * Properties, comments, printers, links and everything else of its making stay behind; the zip itself tells nothing either.
 */
export function publishedPackage(edit: PackageEdit, parts: ZipParts, publication: PublishedPackage): Uint8Array {
  const writer = new PackageWriter(edit, parts, publication);
  writer.visit("", "");
  return writer.finish();
}

const CONTENT_TYPES = "[Content_Types].xml";
const CORE = "docProps/core.xml";
const CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml";
const CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

class PackageWriter {
  private readonly written = new Map<string, Uint8Array>();
  private readonly encoder = new TextEncoder();

  constructor(
    private readonly edit: PackageEdit,
    private readonly parts: ZipParts,
    private readonly publication: PublishedPackage,
  ) {}

  /** Writes a part and all that it leads to. */
  visit(path: string, kind: string): void {
    const relations = this.edit.relations(path);
    const kept = relations.filter((one) => this.leadsOn(kind, one));
    const gone = new Set(relations.filter((one) => !kept.includes(one)).map(({ id }) => id));
    const named = path === "" ? kept : this.write(path, kind, kept, gone);
    if (relations.length > 0 || path === "") this.writeRelations(path, named);
    for (const { target, external, kind: next } of named) {
      if (!external && !this.written.has(this.nameOf(target))) this.visit(this.nameOf(target), next);
    }
  }

  finish(): Uint8Array {
    const title = escapeText(this.publication.title);
    this.put(
      CORE,
      `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></cp:coreProperties>`,
    );
    const types = this.encoder.encode(this.contentTypes());
    return writeZip(new Map([[CONTENT_TYPES, types], ...this.written]));
  }

  private leadsOn(kind: string, relation: Relation): boolean {
    if (!staysRelated(this.publication.kept, kind, relation)) return false;
    return relation.external || this.edit.has(relation.target);
  }

  /** Writes one part; gives the relations that its text still names, and those no text names (a workbook's styles). */
  private write(path: string, kind: string, kept: readonly Relation[], gone: ReadonlySet<string>): readonly Relation[] {
    if (kind === "image") {
      this.written.set(path, cleanImage(this.parts.bytes(path) ?? new Uint8Array()));
      return kept;
    }
    const text = editingPart(path, () =>
      this.publication.clean(kind, this.edit.text(path).replace(/^\uFEFF/, ""), gone),
    );
    this.put(path, text);
    const isNamed = ({ id, kind: to }: Relation): boolean =>
      (to !== "hyperlink" && to !== "image") || text.includes(`"${id}"`) || text.includes(`'${id}'`);
    return kept.filter(isNamed);
  }

  private writeRelations(path: string, kept: readonly Relation[]): void {
    const ids = new Set(kept.map(({ id }) => id));
    const name = relationsPath(path);
    const left = prune(this.edit.has(name) ? this.edit.text(name) : "", {
      element: (relation, reader) => (ids.has(reader.attribute(relation, "Id") ?? "") ? "keep" : "drop"),
    });
    if (path !== "") return kept.length === 0 ? undefined : this.put(name, left);
    const core = `<Relationship Id="rIdCore" Type="${CORE_RELATION}" Target="${CORE}"/>`;
    this.put(
      name,
      left.replace(/<\/(?:[\w.-]+:)?Relationships>\s*$/, (end) => inNamespaceOf(end, core) + end),
    );
  }

  /** The types of all parts, from those that the file itself lists. */
  private contentTypes(): string {
    const text = this.edit.text(CONTENT_TYPES);
    const tree = editingPart(CONTENT_TYPES, () => parseTree(text));
    const [defaults, overrides] = [new Map<string, string>(), new Map<string, string>()];
    for (const element of tree.root.children) {
      const type = valueOf(tree, element, "ContentType") ?? "";
      const extension = valueOf(tree, element, "Extension");
      const part = valueOf(tree, element, "PartName");
      if (extension !== undefined) defaults.set(extension.toLowerCase(), type);
      if (part !== undefined) overrides.set(part.toLowerCase(), type);
    }
    const lines = new Set<string>([
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    ]);
    for (const name of this.written.keys()) {
      if (name.endsWith(".rels")) continue;
      const own = name === CORE ? CORE_TYPE : overrides.get(`/${name}`.toLowerCase());
      const extension = name.slice(name.lastIndexOf(".") + 1);
      const type = escapeAttribute(own ?? defaults.get(extension.toLowerCase()) ?? "application/xml");
      if (own === undefined) lines.add(`<Default Extension="${escapeAttribute(extension)}" ContentType="${type}"/>`);
      else lines.add(`<Override PartName="/${escapeAttribute(name)}" ContentType="${type}"/>`);
    }
    const ordered = ["<D", "<O"].flatMap((kind) => [...lines].filter((line) => line.startsWith(kind)));
    return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${ordered.join("")}</Types>`;
  }

  private put(path: string, text: string): void {
    this.written.set(path, this.encoder.encode(text));
  }

  /** A part's name as the zip spells it. */
  private nameOf(path: string): string {
    return this.parts.entry(path)?.name ?? path;
  }
}

/** New markup with the prefix that the element around it is written with. */
function inNamespaceOf(end: string, markup: string): string {
  const prefix = /<\/([\w.-]+:)/.exec(end)?.[1] ?? "";
  return markup.replace("<", `<${prefix}`);
}
