import {
  parseTag,
  sectionWord,
  type FigureTag,
  type OpeningTag,
  type Section,
  type Tag,
  type TagProblem,
} from "./tag.js";

/** A paragraph of a template as its reader found it: its text with tags, joined over all runs. */
export interface TemplateParagraph {
  readonly text: string;
  /** The id of its paragraph style, where it has one. */
  readonly style?: string;
  /** What it stands in: 0 the body, another number one table cell, header or footer each. A section does not leave it. */
  readonly container: number;
}

/** What stands inside a paragraph. */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | FigureTag
  | { readonly kind: "section"; readonly section: Section; readonly inlines: readonly Inline[] };

/** A paragraph, or a section around whole paragraphs whose tags stand in paragraphs of their own and leave none behind. */
export type Block =
  | {
      readonly kind: "paragraph";
      /** Its place among the template's paragraphs, from 0. */
      readonly index: number;
      readonly style?: string;
      /** The id under which 说明要素 may replace it. */
      readonly id?: string;
      readonly inlines: readonly Inline[];
    }
  | { readonly kind: "section"; readonly index: number; readonly section: Section; readonly blocks: readonly Block[] };

/** Something wrong with a template, with the paragraph it stands in. */
export interface TemplateProblem {
  readonly code:
    | TagProblem["code"]
    /** A brace that opens or closes nothing. */
    | "stray-brace"
    /** A section that is not closed in the paragraph it opens in, although it does not stand there alone. */
    | "unclosed-section"
    | "unopened-section"
    | "wrong-closing"
    /** A name that leads nowhere: a misspelt table, row, column or element. */
    | "unknown-name"
    /** Two paragraphs with one id. */
    | "doubled-id";
  /** The paragraph, from 0; −1 for a rewording. */
  readonly paragraph: number;
  readonly id?: string;
  /** The tag, or the piece of text around a stray brace. */
  readonly tag: string;
  /** What in it does not fit. */
  readonly found: string;
}

/** A template's structure, and everything wrong with it. */
export interface Outline {
  readonly blocks: readonly Block[];
  readonly problems: readonly TemplateProblem[];
}

/** Finds the sections and tags of a template's paragraphs. */
export function outlineOf(paragraphs: readonly TemplateParagraph[]): Outline {
  const builder = new OutlineBuilder();
  for (const [index, paragraph] of paragraphs.entries()) builder.paragraph(paragraph, index);
  return builder.finish();
}

/** Reads one paragraph's text, such as a rewording; sections must close in it. */
export function inlinesOf(
  text: string,
  paragraph: number,
): { inlines: readonly Inline[]; problems: TemplateProblem[] } {
  const problems: TemplateProblem[] = [];
  const report = (problem: Omit<TemplateProblem, "paragraph">): void => void problems.push({ ...problem, paragraph });
  return { inlines: nest(pieces(text, report), report), problems };
}

interface OpenBlock {
  readonly opening: OpeningTag;
  readonly index: number;
  readonly container: number;
  readonly blocks: Block[];
}

class OutlineBuilder {
  private readonly top: Block[] = [];
  private readonly open: OpenBlock[] = [];
  private readonly problems: TemplateProblem[] = [];
  private readonly ids = new Set<string>();

  paragraph({ text, style, container }: TemplateParagraph, index: number): void {
    const lone = loneTag(text);
    if (lone?.kind === "open" && lone.section.kind !== "paragraph") {
      this.open.push({ opening: lone, index, container, blocks: [] });
      return;
    }
    if (lone?.kind === "close") {
      this.close(lone.source, lone.word, index, container);
      return;
    }
    const { inlines, problems } = inlinesOf(text, index);
    this.problems.push(...problems);
    const id = this.idOf(inlines, index);
    this.add({
      kind: "paragraph",
      index,
      inlines,
      ...(style === undefined ? {} : { style }),
      ...(id === undefined ? {} : { id }),
    });
  }

  finish(): Outline {
    // What stands in a section that nobody closed is looked at all the same: all problems are told at once.
    for (let last = this.open.pop(); last !== undefined; last = this.open.pop()) {
      const { opening, index, blocks } = last;
      this.problems.push({ code: "unclosed-section", paragraph: index, tag: opening.source, found: opening.source });
      this.add({ kind: "section", index, section: opening.section, blocks });
    }
    return { blocks: this.top, problems: this.problems.sort((a, b) => a.paragraph - b.paragraph) };
  }

  private close(source: string, word: string | undefined, index: number, container: number): void {
    const last = this.open.pop();
    if (last === undefined || last.container !== container) {
      this.problems.push({ code: "unopened-section", paragraph: index, tag: source, found: source });
      return;
    }
    const { section } = last.opening;
    if (word !== undefined && word !== sectionWord(section)) {
      this.problems.push({ code: "wrong-closing", paragraph: index, tag: source, found: last.opening.source });
    }
    this.add({ kind: "section", index: last.index, section, blocks: last.blocks });
  }

  private add(block: Block): void {
    (this.open.at(-1)?.blocks ?? this.top).push(block);
  }

  private idOf(inlines: readonly Inline[], index: number): string | undefined {
    for (const inline of inlines) {
      if (inline.kind !== "section" || inline.section.kind !== "paragraph") continue;
      const { id } = inline.section;
      if (this.ids.has(id)) this.problems.push({ code: "doubled-id", paragraph: index, id, tag: id, found: id });
      this.ids.add(id);
      return id;
    }
    return undefined;
  }
}

type Report = (problem: Omit<TemplateProblem, "paragraph">) => void;

/** The one tag a paragraph consists of, blanks aside. */
function loneTag(text: string): Tag | undefined {
  const match = /^\s*\{([^{}]*)\}\s*$/u.exec(text);
  if (match === null) return undefined;
  const tag = parseTag(match[1] ?? "");
  return tag.kind === "problem" ? undefined : tag;
}

/** How much of a paragraph is shown on either side of a brace that opens or closes nothing. */
const SHOWN = 12;

/** Splits a paragraph at its braces. */
function pieces(text: string, report: Report): readonly (Tag | { readonly kind: "text"; readonly text: string })[] {
  const found: (Tag | { readonly kind: "text"; readonly text: string })[] = [];
  for (const { 0: piece, index } of text.matchAll(/\{[^{}]*\}|[^{}]+|[{}]/gu)) {
    if (piece === "{" || piece === "}") {
      report({ code: "stray-brace", tag: text.slice(Math.max(0, index - SHOWN), index + SHOWN), found: piece });
    } else if (piece.startsWith("{")) {
      const source = piece.slice(1, -1);
      const tag = parseTag(source);
      if (tag.kind === "problem") report({ code: tag.code, tag: source, found: tag.found });
      else found.push(tag);
    } else {
      found.push({ kind: "text", text: piece });
    }
  }
  return found;
}

/** Puts what stands between an opening tag and its closing one inside the section. */
function nest(flat: ReturnType<typeof pieces>, report: Report): readonly Inline[] {
  const top: Inline[] = [];
  const open: { readonly opening: OpeningTag; readonly inlines: Inline[] }[] = [];
  const add = (inline: Inline): void => void (open.at(-1)?.inlines ?? top).push(inline);
  for (const piece of flat) {
    if (piece.kind === "open") {
      open.push({ opening: piece, inlines: [] });
    } else if (piece.kind === "close") {
      const last = open.pop();
      if (last === undefined) {
        report({ code: "unopened-section", tag: piece.source, found: piece.source });
        continue;
      }
      const { section, source } = last.opening;
      if (piece.word !== undefined && piece.word !== sectionWord(section)) {
        report({ code: "wrong-closing", tag: piece.source, found: source });
      }
      add({ kind: "section", section, inlines: last.inlines });
    } else {
      add(piece);
    }
  }
  for (const { opening } of open) report({ code: "unclosed-section", tag: opening.source, found: opening.source });
  return top;
}
