import type { Session } from "../calc/session.js";
import { printTag } from "./figure.js";
import { markTexts } from "./mark.js";
import type { Block, Inline, Outline, TemplateParagraph } from "./outline.js";
import { readingOf, type Reading } from "./reading.js";
import { readingsOf } from "./render.js";
import { textBetween } from "./rewording.js";
import { parseTag, sectionWord } from "./tag.js";
import { REWORDING_PREFIX } from "./wording.js";

/** A paragraph as a person rewords it. */
export interface Rewordable {
  /** Its text with tags in braces; lines are paragraphs. */
  readonly text: string;
  /** Whether 说明要素 rewords it already. */
  readonly isReworded: boolean;
  /** What a tag prints today, by what stands between its braces; the word of a section's tag. */
  readonly prints: (source: string) => string;
}

/**
 * What a person is shown who wants to reword a paragraph: the rewording that stands, else the sentence as it reads today, its figures as
 * tags. Conditions are decided as they stand today, for nobody can reword both branches at once; a paragraph in or with a loop speaks of
 * many rows and keeps all its tags. `occurrence`: which of the loop's rows the tags are printed for. Undefined for an unknown id.
 */
export function rewordableOf(
  template: readonly TemplateParagraph[],
  outline: Outline,
  session: Session,
  { id, occurrence = 0 }: { readonly id: string; readonly occurrence?: number },
): Rewordable | undefined {
  const place = placeOf(outline.blocks, id, readingOf(session), occurrence, false);
  if (place === undefined) return undefined;
  const { block, reading } = place;
  const standing = session.workbook.remarks.get(`${REWORDING_PREFIX}${id}`)?.trim() ?? "";
  const own = textBetween(template[block.index]?.text ?? "", id) ?? "";
  const today = place.inLoop || holdsLoop(block.inlines) ? own : sourceOf(sectionIn(block.inlines, id), reading);
  return {
    text: standing === "" ? today : standing,
    isReworded: standing !== "",
    prints: (source) => printed(source, reading),
  };
}

interface Place {
  readonly block: Extract<Block, { kind: "paragraph" }>;
  readonly reading: Reading;
  readonly inLoop: boolean;
}

function placeOf(
  blocks: readonly Block[],
  id: string,
  reading: Reading,
  occurrence: number,
  inLoop: boolean,
): Place | undefined {
  for (const block of blocks) {
    if (block.kind === "paragraph") {
      if (block.id === id) return { block, reading, inLoop };
      continue;
    }
    const isLoop = block.section.kind === "loop";
    const readings = isLoop ? readingsOf(block.section, reading) : [];
    const inner = readings[occurrence] ?? readings[0] ?? reading;
    const found = placeOf(block.blocks, id, inner, occurrence, inLoop || isLoop);
    if (found !== undefined) return found;
  }
  return undefined;
}

function holdsLoop(inlines: readonly Inline[]): boolean {
  return inlines.some((one) => one.kind === "section" && (one.section.kind === "loop" || holdsLoop(one.inlines)));
}

/** What stands within `{#段 编号}`. */
function sectionIn(inlines: readonly Inline[], id: string): readonly Inline[] {
  const found = inlines.find(
    (one) => one.kind === "section" && one.section.kind === "paragraph" && one.section.id === id,
  );
  return found?.kind === "section" ? found.inlines : [];
}

/** The sentence as it reads today, its figures as tags. */
function sourceOf(inlines: readonly Inline[], reading: Reading): string {
  return inlines
    .map((inline) => {
      if (inline.kind === "text") return inline.text;
      if (inline.kind === "figure") return `{${inline.source}}`;
      return readingsOf(inline.section, reading)
        .map((inner) => sourceOf(inline.inlines, inner))
        .join("");
    })
    .join("");
}

function printed(source: string, reading: Reading): string {
  const tag = parseTag(source);
  if (tag.kind === "open") return sectionWord(tag.section);
  if (tag.kind !== "figure") return source.trim();
  const found = printTag(tag, reading);
  if (found.kind === "figure") return found.text;
  if (found.kind === "remark") return found.lines.join("\n");
  return markTexts(found, reading.session)
    .map(({ text }) => text)
    .join("");
}
