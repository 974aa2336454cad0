import type { RemarkId } from "../model/workbook.js";
import { inlinesOf, type Block, type Inline, type Outline, type TemplateProblem } from "./outline.js";
import { parseTag } from "./tag.js";
import { paragraphsOf, REWORDING_PREFIX } from "./wording.js";

/** Paragraphs as the user reworded them, tags included. */
export interface Rewordings {
  /** By the id of the paragraph they replace; one list of inlines for each line. */
  readonly byId: ReadonlyMap<
    string,
    { readonly source: readonly string[]; readonly lines: readonly (readonly Inline[])[] }
  >;
  readonly problems: readonly TemplateProblem[];
  /** Ids the template has no paragraph for: the rewording is kept in 说明要素, and a finding says so. */
  readonly orphans: readonly string[];
}

/** Reads what 说明要素 holds under `段.编号`; an empty text rewords nothing. */
export function readRewordings(outline: Outline, remarks: ReadonlyMap<RemarkId, string>): Rewordings {
  const known = new Set(idsIn(outline.blocks));
  const byId = new Map<string, { source: readonly string[]; lines: readonly (readonly Inline[])[] }>();
  const problems: TemplateProblem[] = [];
  const orphans: string[] = [];
  for (const [remark, text] of remarks) {
    const id = remark.startsWith(REWORDING_PREFIX) ? remark.slice(REWORDING_PREFIX.length) : undefined;
    const source = id === undefined ? [] : paragraphsOf(text.replace(/\r\n?/g, "\n"));
    if (id === undefined || source.length === 0) continue;
    if (!known.has(id)) {
      orphans.push(id);
      continue;
    }
    const read = source.map((line) => inlinesOf(line, -1));
    for (const line of read) problems.push(...line.problems.map((problem) => ({ ...problem, id })));
    byId.set(id, { source, lines: read.map(({ inlines }) => inlines) });
  }
  return { byId, problems, orphans };
}

/**
 * A paragraph's text with what stands between `{#段 编号}` and its closing tag replaced by the rewording's lines, joined with
 * `lineBreak`; the very same text when nothing of it is reworded.
 */
export function rewordText(text: string, rewordings: Rewordings, lineBreak: string): string {
  for (const { id, start, end } of rewordableStretches(text)) {
    const reworded = rewordings.byId.get(id)?.source;
    if (reworded !== undefined) return text.slice(0, start) + reworded.join(lineBreak) + text.slice(end);
  }
  return text;
}

/** What stands between `{#段 编号}` and its closing tag in a paragraph's text; undefined where it has no such section. */
export function textBetween(text: string, id: string): string | undefined {
  const stretch = rewordableStretches(text).find((one) => one.id === id);
  return stretch === undefined ? undefined : text.slice(stretch.start, stretch.end);
}

interface Stretch {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** The sections `{#段 编号}` of a paragraph's text that stand in no other section. */
function rewordableStretches(text: string): readonly Stretch[] {
  const found: Stretch[] = [];
  let depth = 0;
  let open: Omit<Stretch, "end"> | undefined;
  for (const { 0: braces, index } of text.matchAll(/\{[^{}]*\}/gu)) {
    const tag = parseTag(braces.slice(1, -1));
    if (tag.kind === "close") depth -= 1;
    if (tag.kind === "close" && depth === 0 && open !== undefined) {
      found.push({ ...open, end: index });
      open = undefined;
    }
    if (tag.kind !== "open") continue;
    depth += 1;
    if (depth === 1 && tag.section.kind === "paragraph") open = { id: tag.section.id, start: index + braces.length };
  }
  return found;
}

function idsIn(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === "section") return idsIn(block.blocks);
    return block.id === undefined ? [] : [block.id];
  });
}
