import type { NarrativeParagraph, Run } from "../../shared/narrative/render.js";
import { textOf } from "../../shared/narrative/render.js";
import { addressKey } from "../../shared/model/address.js";
import { headingLevel } from "../../shared/prose/sentences.js";
import type { TemplateTable, WordLayout } from "../../shared/word/word-layout.js";

/** How a paragraph is set: the pack's styles by name, other templates by what their headings look like. */
export type Look =
  "title" | "part" | "heading1" | "heading2" | "body" | "caption" | "unit" | "note" | "ending" | "cell";

/** One piece of the page, from above. Keys stay the same from one gesture to the next. */
export type PagePart =
  | {
      readonly kind: "paragraph";
      readonly key: string;
      readonly look: Look;
      readonly paragraph: NarrativeParagraph;
    }
  /** A text that is wholly a person's: all its paragraphs are one element of 说明要素. */
  | {
      readonly kind: "text";
      readonly key: string;
      readonly element: string;
      readonly paragraphs: readonly NarrativeParagraph[];
    }
  | {
      readonly kind: "table";
      readonly key: string;
      readonly table: TemplateTable;
      /** What stands in its cells, by the template's paragraph. */
      readonly cells: ReadonlyMap<number, readonly NarrativeParagraph[]>;
    };

/** Lays a rendered narrative out; headers and footers are left to paper. Parts that say the same as before are the very same objects. */
export function pageParts(
  paragraphs: readonly NarrativeParagraph[],
  layout: WordLayout,
  before: readonly PagePart[] = [],
): readonly PagePart[] {
  const known = new Map(before.map((part) => [part.key, part]));
  const body = paragraphs.filter(({ template }) => template < layout.body);
  const parts: PagePart[] = [];
  const counts = new Map<string, number>();
  for (let at = 0; at < body.length;) {
    const first = body[at];
    if (first === undefined) break;
    const table = layout.tables.find((one) => first.template >= one.first && first.template <= one.last);
    const element = table === undefined ? wholeElement(first) : undefined;
    const belongs = (one: NarrativeParagraph): boolean =>
      table === undefined
        ? element !== undefined && one.template === first.template && wholeElement(one) === element
        : one.template >= table.first && one.template <= table.last;
    let end = at + 1;
    for (let next = body[end]; next !== undefined && belongs(next); next = body[end]) end += 1;
    const own = body.slice(at, end);
    const base = String(first.template);
    const count = counts.get(base) ?? 0;
    counts.set(base, count + 1);
    const part = partOf(`${base}.${String(count)}`, own, table, element, at === 0);
    const old = known.get(part.key);
    parts.push(old !== undefined && saysTheSame(old, part) ? old : part);
    at = end;
  }
  return parts;
}

/** Whether a part is a heading of the outline. */
export function isHeading(part: PagePart): boolean {
  return part.kind === "paragraph" && OF_LEVEL.includes(part.look);
}

/** All paragraphs of a part, in their order. */
export function paragraphsIn(part: PagePart): readonly NarrativeParagraph[] {
  if (part.kind === "paragraph") return [part.paragraph];
  return part.kind === "text" ? part.paragraphs : [...part.cells.values()].flat();
}

function partOf(
  key: string,
  paragraphs: readonly NarrativeParagraph[],
  table: TemplateTable | undefined,
  element: string | undefined,
  isFirst: boolean,
): PagePart {
  const [paragraph] = paragraphs;
  if (table !== undefined) {
    const cells = new Map<number, NarrativeParagraph[]>();
    for (const one of paragraphs) cells.set(one.template, [...(cells.get(one.template) ?? []), one]);
    return { kind: "table", key, table, cells };
  }
  if (element !== undefined) return { kind: "text", key, element, paragraphs };
  if (paragraph === undefined) throw new Error("a part without paragraphs");
  return { kind: "paragraph", key, look: lookOf(paragraph, isFirst), paragraph };
}

/** The element a paragraph consists of; undefined where it has any words of its own. */
function wholeElement({ runs }: NarrativeParagraph): string | undefined {
  const said = runs.filter(({ text }) => text !== "");
  const [only] = said;
  return said.length === 1 && only !== undefined ? elementOf(only) : undefined;
}

/** The element of 说明要素 a run is, filled or missing. */
export function elementOf(run: Run): string | undefined {
  if (run.kind === "remark") return run.element;
  return run.kind === "mark" && run.mark.kind === "element" ? run.mark.id : undefined;
}

const LOOKS: ReadonlySet<string> = new Set([
  ...["title", "part", "heading1", "heading2", "body", "caption", "unit", "note", "ending", "cell"],
]);
const OF_LEVEL: readonly Look[] = ["part", "heading1", "heading2"];
const STYLE_PREFIX = "narrative-";

function lookOf(paragraph: NarrativeParagraph, isFirst: boolean): Look {
  const { style = "" } = paragraph;
  const named = style.startsWith(STYLE_PREFIX) ? style.slice(STYLE_PREFIX.length) : "";
  if (LOOKS.has(named)) return named as Look;
  if (isFirst) return "title";
  const level = headingLevel(textOf(paragraph));
  return (level === undefined ? undefined : OF_LEVEL[level]) ?? "body";
}

function saysTheSame(one: PagePart, other: PagePart): boolean {
  if (one.kind !== other.kind) return false;
  if (one.kind === "paragraph" && other.kind === "paragraph" && one.look !== other.look) return false;
  if (one.kind === "text" && other.kind === "text" && one.element !== other.element) return false;
  if (one.kind === "table" && other.kind === "table" && one.table !== other.table) return false;
  const [left, right] = [paragraphsIn(one), paragraphsIn(other)];
  return left.length === right.length && left.every((paragraph, at) => isSame(paragraph, right[at]));
}

function isSame(one: NarrativeParagraph, other: NarrativeParagraph | undefined): boolean {
  if (one === other) return true;
  if (other === undefined || one.template !== other.template || one.runs.length !== other.runs.length) return false;
  return one.runs.every((run, at) => isSameRun(run, other.runs[at]));
}

function isSameRun(one: Run, other: Run | undefined): boolean {
  if (one.kind !== other?.kind || one.text !== other.text) return false;
  if (one.kind === "figure" && other.kind === "figure") return keysOf(one) === keysOf(other);
  if (one.kind === "remark" && other.kind === "remark") return one.element === other.element;
  return one.kind !== "mark" || other.kind !== "mark" || JSON.stringify(one.mark) === JSON.stringify(other.mark);
}

function keysOf({ from }: Extract<Run, { kind: "figure" }>): string {
  return from.map(addressKey).join("|");
}
