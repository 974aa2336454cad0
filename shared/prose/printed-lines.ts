import type { Prose, ProseParagraph } from "./prose.js";
import { CLAUSE_SIGN, HEADINGS, LIST_ITEM, PAGE_LINE, PARAGRAPH_END, PART_OF } from "./words.js";

/** A line as a page prints it. */
export interface PrintedLine {
  readonly text: string;
  /** Its number in the document, from 1. */
  readonly line: number;
  /** Whether it begins further right than the lines around it, where that is known. */
  readonly isIndented?: boolean;
}

/** A line that reaches this share of the widest usual line is full: the page broke it, not the writer. */
const FULL = 0.86;

/** Texts whose usual lines are longer than this were not broken by a page. */
const WIDEST = 60;

/** No page is so narrow; shorter lines are names, headings and items. */
const NARROWEST = 15;

/** At least this share of the full lines of a broken text ends in the middle of a sentence. */
const MIDDLE = 0.3;

/**
 * Puts the lines of printed pages together to paragraphs again. Page numbers go; a full line that does not end a sentence goes on in
 * the next one, unless that begins a heading or an item. A text whose lines are paragraphs stays as it is.
 */
export function paragraphsOf(lines: readonly PrintedLine[]): Prose {
  const kept = lines.filter(({ text }) => text.trim() !== "" && !PAGE_LINE.test(text.trim()));
  const width = usualWidth(kept);
  const paragraphs: { text: string; lines: { at: number; line: number }[]; isTable: boolean }[] = [];
  let previous: PrintedLine | undefined;
  for (const line of kept) {
    const text = line.text.trim();
    const last = paragraphs.at(-1);
    const table = isTableRow(text);
    if (
      last !== undefined &&
      previous !== undefined &&
      width !== undefined &&
      !table &&
      !last.isTable &&
      goesOn(previous, line, width)
    ) {
      const joint = /[A-Za-z0-9]$/.test(last.text) && /^[A-Za-z]/.test(text) ? " " : "";
      last.lines.push({ at: last.text.length + joint.length, line: line.line });
      last.text += joint + text;
    } else {
      paragraphs.push({ text, lines: [{ at: 0, line: line.line }], isTable: table });
    }
    previous = line;
  }
  return { paragraphs: paragraphs.map((paragraph, index): ProseParagraph => ({ index, ...paragraph })) };
}

/** A name of one or two words and nothing but figures behind it. */
const TWO_FIGURES = /^\S+(?:\s+[^\s\d]+)?(?:\s+-?\d[\d,]*\.\d+%?){2,}$/u;

function goesOn(previous: PrintedLine, line: PrintedLine, width: number): boolean {
  const [before, text] = [previous.text.trim(), line.text.trim()];
  if (line.isIndented === true || startsAnew(text)) return false;
  // A heading that fills its line goes on in a short one; behind a whole heading the text begins with a full line.
  if (isHeadingLine(before) && widthOf(text) >= width * FULL) return false;
  return (
    widthOf(before) >= width * FULL ||
    (!PARAGRAPH_END.test(before) && !startsAnew(before) && widthOf(before) >= width * 0.6)
  );
}

function startsAnew(text: string): boolean {
  return LIST_ITEM.test(text) || HEADINGS.some((pattern) => pattern.test(text));
}

function isHeadingLine(text: string): boolean {
  return HEADINGS.some((pattern) => pattern.test(text)) && !CLAUSE_SIGN.test(text);
}

/** The width of a full line; undefined where lines are paragraphs. */
function usualWidth(lines: readonly PrintedLine[]): number | undefined {
  const prose = lines.filter(({ text }) => !isTableRow(text.trim()));
  const widths = prose.map(({ text }) => widthOf(text.trim())).sort((a, b) => a - b);
  const usual = widths[Math.floor(widths.length * 0.8)] ?? 0;
  const full = prose.filter(({ text }) => widthOf(text.trim()) >= usual * FULL);
  const broken = full.filter(({ text }) => !PARAGRAPH_END.test(text.trim()));
  return usual < NARROWEST || usual > WIDEST || broken.length < full.length * MIDDLE ? undefined : usual;
}

/** In Chinese characters; Latin letters and digits count half. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text.replaceAll(/\s+/gu, "")) width += /[\u0021-\u007e]/.test(character) ? 0.5 : 1;
  return width;
}

/**
 * A row of figures in columns: at least three numbers that stand alone between blanks, or a name and two that have decimals, and nothing
 * of a sentence.
 */
function isTableRow(text: string): boolean {
  if (CLAUSE_SIGN.test(text.replace(PART_OF, "").replaceAll(/(?<=\d),(?=\d{3})/gu, ""))) return false;
  if (TWO_FIGURES.test(text)) return true;
  const alone = text.split(/\s+/u).filter((cell) => /^-?[\d,]+(?:\.\d+)?%?$/u.test(cell));
  return alone.length >= 3;
}
