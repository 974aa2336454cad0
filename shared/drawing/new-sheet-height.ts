/** Pixels of one unit of column width: a digit of 宋体 at 11 points and 96 dots per inch, the workbook's own typeface. */
const UNIT = 8;

/** Pixels of a point at 96 dots per inch. */
const POINT = 96 / 72;

/** Line height over font size; Chinese faces differ, and the tallest of them must not be cut. */
const LEADING = 1.4;

/** The height in points that a text needs when it is wrapped into a width in Excel's character units. */
export function neededHeight(text: string, width: number, size: number): number {
  return linesNeeded(text, width, size) * size * LEADING + size * 0.5;
}

/** How many lines a text takes, its own line breaks included. Chinese characters are as wide as the font is high, others half. */
function linesNeeded(text: string, width: number, size: number): number {
  const available = Math.max(width * UNIT, size * POINT);
  return text.split("\n").reduce((lines, paragraph) => lines + linesOf(paragraph, available, size * POINT), 0);
}

/** Filled as a typesetter fills lines: a character that does not fit begins the next one. */
function linesOf(paragraph: string, available: number, full: number): number {
  let lines = 1;
  let filled = 0;
  for (const character of paragraph) {
    const wide = (character.codePointAt(0) ?? 0) >= FIRST_WIDE ? full : full / 2;
    if (filled + wide > available) {
      lines += 1;
      filled = 0;
    }
    filled += wide;
  }
  return lines;
}

/** General punctuation on: “ ” — … are as wide as Chinese characters in Chinese faces. */
const FIRST_WIDE = 0x2010;
