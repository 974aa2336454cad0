/**
 * How many lines a text takes in a column of `room` ems. Faces differ from machine to machine, so this errs on the side of more lines: a
 * Chinese sign is an em wide, figures and Latin letters are as wide as in the widest face of the stack.
 */
export function linesOfText(text: string, room: number): number {
  return text
    .split(/\r\n|\r|\n/u)
    .map((line) => {
      const width = widthOf(line);
      return width <= room ? 1 : Math.ceil(width / Math.max(1, room - LOST_AT_LINE_END));
    })
    .reduce((sum, lines) => sum + lines, 0);
}

/** Punctuation may not begin a line, and figures are not torn: so much of a line stays empty. */
const LOST_AT_LINE_END = 0.7;

const WIDE_FROM = 0x2000;
const WIDTHS: readonly (readonly [signs: RegExp, width: number])[] = [
  [/[ .,:;'|!]/u, 0.3],
  [/[A-Z%@&mw]/u, 0.85],
];
const OTHER_WIDTH = 0.56;

/** How wide a line of text is in ems, on the wide side. */
export function widthOf(line: string): number {
  let width = 0;
  for (const sign of line) {
    const isWide = (sign.codePointAt(0) ?? 0) >= WIDE_FROM;
    width += isWide ? 1 : (WIDTHS.find(([signs]) => signs.test(sign))?.[1] ?? OTHER_WIDTH);
  }
  return width;
}
