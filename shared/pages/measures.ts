/** What A4 has room for between its margins of 18 mm above and below and 15 mm at the sides, in points. */
export const PRINTABLE_POINTS = {
  portrait: { width: 510, height: 739 },
  landscape: { width: 756, height: 493 },
} as const;

/** The height of a line in a table, in ems. */
export const LINE_HEIGHT = 1.25;

/** Lines between cells. */
export const BORDER_POINTS = 0.75;

/** What a cell leaves free in ems: above and below its text together, and at both sides together. */
export const CELL_SPACE = { portrait: 0.28, landscape: 0.44, sides: 0.6 } as const;

/** What stands around a table, in points: its title, a line above it, a line of notes below it, the foot row with the seal's square. */
export const AROUND_POINTS = {
  title: 31,
  line: 18,
  noteSpace: 4.3,
  noteLine: 13.3,
  noteLetter: 9.5,
  signOff: 113.4,
} as const;
