import type { Worths } from "./claim.js";
import type { ReadParagraph, ReadSentence } from "./document-reading.js";
import type { LinkedMention } from "./link.js";
import type { Slot } from "./template-slots.js";

/** A document that was read and compared with the tables: what it says, and what of it was understood. */
export interface CheckedProse {
  readonly paragraphs: readonly ReadParagraph[];
  readonly sentences: readonly ReadSentence[];
  /** Every figure and direction word, with what it speaks of where that could be decided. */
  readonly links: readonly LinkedMention[];
  readonly worths: Worths;
  /** The template's paragraphs, with what they print for this workbook. */
  readonly slots: readonly Slot[];
}
