import type { CellAddress } from "../model/address.js";
import type { Session } from "../calc/session.js";
import { conditionHolds } from "./condition.js";
import { printTag, type Printed } from "./figure.js";
import { markTexts, type Mark } from "./mark.js";
import {
  outlineOf,
  type Block,
  type Inline,
  type Outline,
  type TemplateParagraph,
  type TemplateProblem,
} from "./outline.js";
import { readingOf, rowsInSet, type Loop, type Reading } from "./reading.js";
import { readRewordings, type Rewordings } from "./rewording.js";
import type { Section } from "./tag.js";
import { unknownNames } from "./unknown-names.js";

/** A stretch of a rendered paragraph, and where it comes from. */
export type Run =
  | { readonly kind: "template"; readonly text: string }
  | { readonly kind: "figure"; readonly text: string; readonly from: readonly CellAddress[] }
  /** What a person wrote in 说明要素; it may hold line breaks. */
  | { readonly kind: "remark"; readonly text: string; readonly element: string }
  /** The visible mark of something missing. */
  | { readonly kind: "mark"; readonly text: string; readonly mark: Mark };

/** A paragraph of the narrative. */
export interface NarrativeParagraph {
  /** The template's paragraph it comes from, from 0. */
  readonly template: number;
  readonly id?: string;
  readonly style?: string;
  readonly runs: readonly Run[];
}

/** The whole narrative of a workbook. With problems there are no paragraphs: nothing is written from a broken template. */
export interface Narrative {
  readonly paragraphs: readonly NarrativeParagraph[];
  readonly problems: readonly TemplateProblem[];
  /** Ids of rewordings the template has no paragraph for. */
  readonly orphans: readonly string[];
}

/** Fills a template from a workbook: figures, words, elements, conditions, loops and rewordings. */
export function renderNarrative(template: readonly TemplateParagraph[], session: Session): Narrative {
  return renderOutline(outlineOf(template), session);
}

/** The same for a template whose structure is known already: a live preview reads it once and renders it after every edit. */
export function renderOutline(outline: Outline, session: Session): Narrative {
  const rewordings = readRewordings(outline, session.workbook.remarks);
  const reading = readingOf(session);
  const found = [...outline.problems, ...rewordings.problems, ...unknownNames(outline, rewordings, reading)];
  const problems = found.toSorted((a, b) => a.paragraph - b.paragraph);
  if (problems.length > 0) return { paragraphs: [], problems, orphans: rewordings.orphans };
  const paragraphs = outline.blocks.flatMap((block) => renderBlock(block, reading, rewordings));
  return { paragraphs, problems: [], orphans: rewordings.orphans };
}

/** The plain text of a rendered paragraph. */
export function textOf(paragraph: NarrativeParagraph): string {
  return paragraph.runs.map((run) => run.text).join("");
}

function renderBlock(block: Block, reading: Reading, rewordings: Rewordings): readonly NarrativeParagraph[] {
  if (block.kind === "section") {
    return readingsOf(block.section, reading).flatMap((inner) =>
      block.blocks.flatMap((one) => renderBlock(one, inner, rewordings)),
    );
  }
  const writer = new ParagraphWriter(block);
  writer.inlines(block.inlines, reading, rewordings);
  return writer.finish();
}

/** Where a section's content is read: nowhere, once, or once for each row of a loop. */
export function readingsOf(section: Section, reading: Reading): readonly Reading[] {
  switch (section.kind) {
    case "paragraph":
      return [reading];
    case "condition": {
      const holds = conditionHolds(section.expression, reading) ?? true;
      return holds === section.negated ? [] : [reading];
    }
    case "loop":
      return loopsOf(section, reading).map((loop) => readingOf(reading.session, loop));
  }
}

/** The rows a loop lists, numbered as they are listed. */
export function loopsOf(section: Extract<Section, { kind: "loop" }>, reading: Reading): readonly Loop[] {
  const { where } = section;
  const rows = rowsInSet(reading, section.table, section.rows) ?? [];
  const listed = rows.filter(
    (row) => where === undefined || (conditionHolds(where, readingOf(reading.session, { row, position: 0 })) ?? true),
  );
  return listed.map((row, index) => ({ row, position: index + 1 }));
}

/** Collects runs; an element written in several paragraphs, or a rewording with several lines, starts new ones. */
class ParagraphWriter {
  private readonly done: (readonly Run[])[] = [];
  private runs: Run[] = [];

  constructor(private readonly block: Extract<Block, { kind: "paragraph" }>) {}

  inlines(inlines: readonly Inline[], reading: Reading, rewordings: Rewordings): void {
    for (const inline of inlines) {
      if (inline.kind === "text") this.runs.push({ kind: "template", text: inline.text });
      else if (inline.kind === "figure") this.printed(printTag(inline, reading), reading);
      else this.section(inline, reading, rewordings);
    }
  }

  finish(): readonly NarrativeParagraph[] {
    this.breakParagraph();
    const { index, id, style } = this.block;
    const common = { template: index, ...(id === undefined ? {} : { id }), ...(style === undefined ? {} : { style }) };
    return this.done.map((runs) => ({ ...common, runs }));
  }

  private section(inline: Extract<Inline, { kind: "section" }>, reading: Reading, rewordings: Rewordings): void {
    const { section } = inline;
    const reworded = section.kind === "paragraph" ? rewordings.byId.get(section.id) : undefined;
    if (reworded === undefined) {
      for (const inner of readingsOf(section, reading)) this.inlines(inline.inlines, inner, rewordings);
      return;
    }
    for (const [line, inlines] of reworded.lines.entries()) {
      if (line > 0) this.breakParagraph();
      this.inlines(inlines, reading, rewordings);
    }
  }

  private printed(printed: Printed, reading: Reading): void {
    if (printed.kind === "figure") {
      this.runs.push({ kind: "figure", text: printed.text, from: printed.from });
    } else if (printed.kind === "remark") {
      const { element } = printed;
      const texts = printed.paragraphs ? printed.lines : [printed.lines.join("\n")];
      for (const [line, text] of texts.entries()) {
        if (line > 0) this.breakParagraph();
        this.runs.push({ kind: "remark", text, element });
      }
    } else {
      for (const { text, mark } of markTexts(printed, reading.session)) this.runs.push({ kind: "mark", text, mark });
    }
  }

  private breakParagraph(): void {
    this.done.push(this.runs);
    this.runs = [];
  }
}
