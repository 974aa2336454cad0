/** A paragraph of a document that somebody else wrote. */
export interface ProseParagraph {
  /** Its place among the document's paragraphs, from 0. */
  readonly index: number;
  /** The text as it stands; lines that only the page broke are joined. */
  readonly text: string;
  /** Where its printed lines begin in the text, and which line of the document each is, from 1; at least one. */
  readonly lines: readonly { readonly at: number; readonly line: number }[];
  /** Whether it is a row of a table, its cells parted by tabs. */
  readonly isTable: boolean;
}

/** A document as text: what is checked against the tables. */
export interface Prose {
  readonly paragraphs: readonly ProseParagraph[];
}

/** The line of the document in which a place of a paragraph's text stands. */
export function lineAt({ lines }: ProseParagraph, at: number): number {
  let line = lines[0]?.line ?? 1;
  for (const one of lines) if (one.at <= at) line = one.line;
  return line;
}

/** A text of one paragraph a line, such as one that was pasted. */
export function proseOf(texts: readonly string[]): Prose {
  const paragraphs = texts.flatMap((text, index) =>
    text.trim() === "" ? [] : [{ text: text.trim(), lines: [{ at: 0, line: index + 1 }], isTable: false }],
  );
  return { paragraphs: paragraphs.map((paragraph, index) => ({ index, ...paragraph })) };
}
