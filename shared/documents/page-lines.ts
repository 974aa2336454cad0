/** A piece of text as a page sets it; measures in points, from the page's lower left corner. */
export interface TextPiece {
  readonly text: string;
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/** Pieces whose base lines differ by no more than this share of their height stand in one line. */
const SAME_LINE = 0.5;

/** A gap wider than this share of the height parts words or the cells of a table. */
const GAP = 1.2;

/** The lines of a page from top to bottom, the pieces of each from left to right. */
export function linesOfPage(pieces: readonly TextPiece[]): readonly string[] {
  const rows: { bottom: number; height: number; pieces: TextPiece[] }[] = [];
  for (const piece of pieces.toSorted((a, b) => b.bottom - a.bottom || a.left - b.left)) {
    const last = rows.at(-1);
    const reach = Math.max(last?.height ?? 0, piece.height) * SAME_LINE;
    if (last !== undefined && last.bottom - piece.bottom <= reach) last.pieces.push(piece);
    else rows.push({ bottom: piece.bottom, height: piece.height, pieces: [piece] });
  }
  return rows.map((row) => textOf(row.pieces.toSorted((a, b) => a.left - b.left)));
}

function textOf(pieces: readonly TextPiece[]): string {
  let text = "";
  let right: number | undefined;
  for (const piece of pieces) {
    if (right !== undefined && piece.left - right > piece.height * GAP) text += " ";
    text += piece.text;
    right = piece.left + piece.width;
  }
  return text;
}
