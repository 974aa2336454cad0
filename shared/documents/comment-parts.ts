import type { ZipParts } from "../archive/zip-gate.js";
import type { WordPart } from "../word/word-parts.js";

/** The parts of a package that hold comments, new or with more of them. */
export interface CommentParts {
  /** The number of the first new comment; the others follow. */
  readonly firstId: number;
  readonly changed: ReadonlyMap<string, Uint8Array>;
  readonly added: ReadonlyMap<string, Uint8Array>;
}

/** What the comments say, and who says it. */
export interface Remarks {
  readonly author: string;
  readonly texts: readonly string[];
}

const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";

/** Adds comments to those of a document, or gives it a part for them with its type and relation. */
export function commentParts(parts: ZipParts, body: WordPart, prefix: string, remarks: Remarks): CommentParts {
  const folder = body.path.slice(0, body.path.lastIndexOf("/") + 1);
  const path = `${folder}comments.xml`;
  const known = parts.text(path);
  if (known !== undefined) {
    const own = /<\/([^<>/]*:)?comments\s*>\s*$/u.exec(known)?.[1] ?? "";
    const ids = [...known.matchAll(/<(?:[^<>/\s]*:)?comment\s[^>]*?id="(\d+)"/gu)].map((found) =>
      Number.parseInt(found[1] ?? "0", 10),
    );
    const firstId = Math.max(-1, ...ids) + 1;
    const written = known.replace(
      /<\/(?:[^<>/]*:)?comments\s*>\s*$/u,
      (end) => commentsXml(remarks, firstId, own) + end,
    );
    return { firstId, changed: new Map([[path, encoded(written)]]), added: new Map() };
  }
  const namespace =
    new RegExp(`xmlns${prefix === "" ? "" : `:${prefix.slice(0, -1)}`}="([^"]*)"`, "u").exec(body.tree.text)?.[1] ?? "";
  const declaration = `xmlns${prefix === "" ? "" : `:${prefix.slice(0, -1)}`}="${namespace}"`;
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${prefix}comments ${declaration}>${commentsXml(remarks, 0, prefix)}</${prefix}comments>`;
  const relations = relationsWith(parts, body.path);
  const types = (parts.text("[Content_Types].xml") ?? "").replace(
    /<\/([^<>/]*:)?Types\s*>\s*$/u,
    (end, own: string | undefined) => `<${own ?? ""}Override PartName="/${path}" ContentType="${TYPE}"/>${end}`,
  );
  const changed = new Map([["[Content_Types].xml", encoded(types)]]);
  const added = new Map([[path, encoded(xml)]]);
  (relations.isNew ? added : changed).set(relations.path, encoded(relations.text));
  return { firstId: 0, changed, added };
}

function relationsWith(
  parts: ZipParts,
  path: string,
): { readonly path: string; readonly text: string; readonly isNew: boolean } {
  const cut = path.lastIndexOf("/") + 1;
  const own = `${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`;
  const known = parts.text(own);
  const relation = (id: string, prefix: string): string =>
    `<${prefix}Relationship Id="${id}" Type="${RELATION}" Target="comments.xml"/>`;
  if (known === undefined) {
    const text = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONS}">${relation("rIdComments", "")}</Relationships>`;
    return { path: own, text, isNew: true };
  }
  let id = "rIdComments";
  while (known.includes(`"${id}"`)) id += "1";
  const empty = known.replace(/<(([^<>/\s]*:)?Relationships)([^>]*)\/>\s*$/u, "<$1$3></$1>");
  const text = empty.replace(
    /<\/([^<>/]*:)?Relationships\s*>\s*$/u,
    (end, prefix: string | undefined) => relation(id, prefix ?? "") + end,
  );
  return { path: own, text, isNew: false };
}

function commentsXml({ author, texts }: Remarks, firstId: number, w: string): string {
  return texts
    .map((text, index) => {
      const attributes = `${w}id="${firstId + index}" ${w}author="${escaped(author)}"`;
      return `<${w}comment ${attributes}><${w}p><${w}r><${w}t xml:space="preserve">${escaped(text)}</${w}t></${w}r></${w}p></${w}comment>`;
    })
    .join("");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
