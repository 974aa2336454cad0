import { normalize, type NormalText } from "../prose/normal-text.js";
import type { Prose, ProseParagraph } from "../prose/prose.js";
import { headingLevel } from "../prose/sentences.js";
import type { NarrativeWords } from "../template/narrative-check-settings.js";
import { sentencesIn, type Sentence } from "./mentions.js";

/** A paragraph of the document, ready to be compared. */
export interface ReadParagraph {
  readonly paragraph: ProseParagraph;
  readonly normal: NormalText;
  readonly sentences: readonly ReadSentence[];
  /** The headings it stands below, the outermost first, as normal text. */
  readonly headings: readonly string[];
  readonly isHeading: boolean;
}

/** A sentence of the document with the paragraph it stands in. */
export interface ReadSentence extends Sentence {
  readonly of: ReadParagraph;
  readonly text: string;
}

/** Reads a document's paragraphs: sentences with their figures and words, below their headings. Rows of tables hold no sentences. */
export function readParagraphs(
  prose: Prose,
  words: NarrativeWords,
  names: readonly string[],
): readonly ReadParagraph[] {
  const above: { readonly level: number; readonly text: string }[] = [];
  return prose.paragraphs.map((paragraph) => {
    const normal = normalize(paragraph.text);
    const level = paragraph.isTable ? undefined : headingLevel(normal.text);
    if (level !== undefined) {
      while ((above.at(-1)?.level ?? -1) >= level) above.pop();
    }
    const headings = above.map(({ text }) => text);
    if (level !== undefined) above.push({ level, text: normal.text });
    const sentences: ReadSentence[] = [];
    const read: ReadParagraph = { paragraph, normal, sentences, headings, isHeading: level !== undefined };
    if (!paragraph.isTable) {
      for (const sentence of sentencesIn(normal.text, words, names)) {
        sentences.push({ ...sentence, of: read, text: normal.text.slice(sentence.start, sentence.end) });
      }
    }
    return read;
  });
}
