import { TextSplices } from "../archive/text-splices.js";
import { contentOf, descendants, type XmlElement, type XmlTree } from "../archive/xml-tree.js";
import { rewriteZip } from "../archive/zip-rewrite.js";
import { success, type Result } from "../result.js";
import { commentParts } from "./comment-parts.js";
import { openWord, type WordProse } from "./read-word.js";

/** A remark on a stretch of one of the document's paragraphs, in places of the text that {@link openWord} reads. */
export interface DocumentComment {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A copy of a Word document with comments (批注) on it; nothing else of it changes. A comment stands on its very characters where the
 * run they stand in can be cut, else on the runs around them. Comments the document has already are kept. The same document and
 * comments give the same bytes.
 */
export function markWord(bytes: Uint8Array, comments: readonly DocumentComment[], author: string): Result<Uint8Array> {
  const opened = openWord(bytes);
  if (!opened.ok) return opened;
  if (comments.length === 0) return success(bytes);
  const { body, parts } = opened.value;
  const prefix = body.tree.root.name.slice(0, body.tree.root.name.length - body.tree.root.local.length);
  const made = commentParts(parts, body, prefix, { author, texts: comments.map(({ text }) => text) });
  const document = withRanges(opened.value, comments, { prefix, firstId: made.firstId });
  const changed = new Map([...made.changed, [body.path, new TextEncoder().encode(document)] as const]);
  return success(rewriteZip(bytes, { changed, added: made.added, removed: new Set() }));
}

interface Marking {
  readonly prefix: string;
  readonly firstId: number;
}

function withRanges(
  { body, places, prose }: WordProse,
  comments: readonly DocumentComment[],
  { prefix, firstId }: Marking,
): string {
  const splices = new TextSplices();
  const byElement = new Map<XmlElement, Ranged[]>();
  for (const [index, comment] of comments.entries()) {
    const all = places[comment.paragraph] ?? [];
    const place = all.findLast(({ at }) => at <= comment.start) ?? all[0];
    if (place === undefined) continue;
    const { element, at } = place;
    const own = paragraphText(body.tree, element);
    const text = prose.paragraphs[comment.paragraph]?.text ?? "";
    const isWhole = all.length > 1 ? !text.startsWith(own, at) || comment.end > at + own.length : text !== own;
    const range = isWhole
      ? { start: 0, end: Number.MAX_SAFE_INTEGER }
      : { start: comment.start - at, end: comment.end - at };
    byElement.set(element, [
      ...(byElement.get(element) ?? []),
      { id: firstId + index, start: range.start, end: range.end },
    ]);
  }
  for (const [element, ranges] of byElement) markParagraph(body.tree, element, ranges, prefix, splices);
  return splices.apply(body.tree.text);
}

interface Ranged {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

/** Rewrites the runs that ranges begin or end in; the signs of a range stand between runs. */
function markParagraph(
  tree: XmlTree,
  paragraph: XmlElement,
  ranges: readonly Ranged[],
  prefix: string,
  splices: TextSplices,
): void {
  const runs = runsOf(tree, paragraph);
  const length = runs.reduce((sum, { text }) => sum + text.length, 0);
  let at = 0;
  for (const [index, run] of runs.entries()) {
    const [from, to] = [at, at + run.text.length];
    at = to;
    const isLast = index === runs.length - 1;
    const starts = ranges.filter(({ start }) => start >= from && start < to);
    const ends = ranges.filter(
      ({ end }) => (Math.min(end, length) > from && Math.min(end, length) <= to) || (isLast && end > to),
    );
    if (starts.length === 0 && ends.length === 0) continue;
    const open = (those: readonly Ranged[]): string =>
      those.map(({ id }) => `<${prefix}commentRangeStart ${prefix}id="${id}"/>`).join("");
    const close = (those: readonly Ranged[]): string => those.map(({ id }) => endOf(id, prefix)).join("");
    if (!run.canCut) {
      splices.replace(run.element.start, run.element.start, open(starts));
      splices.replace(run.element.end, run.element.end, close(ends));
      continue;
    }
    const cuts = [
      ...new Set([
        0,
        ...starts.map(({ start }) => start - from),
        ...ends.map(({ end }) => Math.min(end, to) - from),
        run.text.length,
      ]),
    ];
    const places = cuts.filter((cut) => cut >= 0 && cut <= run.text.length).sort((a, b) => a - b);
    const pieces = places.map((cut, piece) => {
      const next = places[piece + 1];
      const before = close(ends.filter(({ end }) => Math.min(end, to) - from === cut));
      const after = open(starts.filter(({ start }) => start - from === cut));
      const text = next === undefined ? "" : run.head + run.text.slice(cut, next) + run.tail;
      return before + after + text;
    });
    splices.replace(run.element.start, run.element.end, pieces.join(""));
  }
}

function endOf(id: number, prefix: string): string {
  return `<${prefix}commentRangeEnd ${prefix}id="${id}"/><${prefix}r><${prefix}commentReference ${prefix}id="${id}"/></${prefix}r>`;
}

interface Run {
  readonly element: XmlElement;
  readonly text: string;
  /** Whether it is properties and one plain text and nothing else. */
  readonly canCut: boolean;
  readonly head: string;
  readonly tail: string;
}

function runsOf(tree: XmlTree, paragraph: XmlElement): readonly Run[] {
  const runs = [...descendants(paragraph)].filter(({ local, parent }) => local === "r" && isOf(parent, paragraph));
  return runs.flatMap((element) => {
    const content = element.children.filter(({ local }) => local !== "rPr");
    const [only] = content;
    const text = content.map((child) => textOf(tree, child)).join("");
    if (text === "") return [];
    const raw = only === undefined ? "" : tree.text.slice(only.openEnd, only.closeStart);
    const canCut = content.length === 1 && only?.local === "t" && raw === text;
    const properties = element.children.find(({ local }) => local === "rPr");
    const own = properties === undefined ? "" : tree.text.slice(properties.start, properties.end);
    const open = tree.text.slice(element.start, element.openEnd);
    const name = only?.name ?? "";
    return [
      {
        element,
        text,
        canCut,
        head: `${open}${own}<${name} xml:space="preserve">`,
        tail: `</${name}></${element.name}>`,
      },
    ];
  });
}

/** Whether the nearest paragraph around an element is this one. */
function isOf(element: XmlElement | undefined, paragraph: XmlElement): boolean {
  let above = element;
  while (above !== undefined && above.local !== "p") above = above.parent;
  return above === paragraph;
}

function textOf(tree: XmlTree, element: XmlElement): string {
  if (element.local === "t") return contentOf(tree.text, element);
  return element.local === "tab" ? "\t" : element.local === "br" || element.local === "cr" ? "\n" : "";
}

function paragraphText(tree: XmlTree, paragraph: XmlElement): string {
  return runsOf(tree, paragraph)
    .map(({ text }) => text)
    .join("");
}
