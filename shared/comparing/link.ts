import type { Session } from "../calc/session.js";
import {
  alignMentions,
  alignSentences,
  templateSentences,
  type Alignment,
  type ClaimedMention,
  TemplateIndex,
} from "./align.js";
import type { Claim, Worths } from "./claim.js";
import { NameReader, type Topic } from "./by-names.js";
import type { ReadParagraph, ReadSentence } from "./document-reading.js";
import { factsOf } from "./facts.js";
import type { Direction, Mention } from "./mentions.js";
import type { Slot } from "./template-slots.js";

/** A figure or direction word of the document with what it speaks of. */
export interface LinkedMention {
  readonly sentence: ReadSentence;
  readonly mention: Mention;
  /** Undefined where it could not be decided. */
  readonly claim?: Claim;
  /** Whether the template itself says this figure, such as 12月31日. */
  readonly isFixed: boolean;
  /** Whether its sentence or name leaves no doubt; where it does, a figure that differs may speak of something else. */
  readonly isSure: boolean;
  /** The direction the template's or the person's own words give here, where no figure decides it. */
  readonly fixedDirection?: Direction;
  /** The template's sentence that its own follows, if any. */
  readonly alignment?: Alignment;
}

/** Where what figures speak of is looked up. */
export interface LinkSources {
  readonly slots: readonly Slot[];
  readonly session: Session;
  readonly names: readonly string[];
  readonly worths: Worths;
}

/** Links the mentions of documents. */
export type Linker = (sentences: readonly ReadSentence[]) => readonly LinkedMention[];

/** Prepares linking every mention of documents, by the template's sentences first, and by names where the wording differs. */
export function linkerOf({ slots, session, names, worths }: LinkSources): Linker {
  const { words } = session.plan.layout.pack.narrativeCheck;
  const index = new TemplateIndex(templateSentences(slots, words, names));
  const reader = new NameReader(session, factsOf(session), { names, worths });
  return (sentences) => linkAll(sentences, index, reader);
}

function linkAll(
  sentences: readonly ReadSentence[],
  templates: TemplateIndex,
  reader: NameReader,
): readonly LinkedMention[] {
  const alignments = alignSentences(sentences, templates);
  const topics = new Map<ReadParagraph, Topic>();
  return sentences.flatMap((sentence, index) => {
    const template = alignments[index]?.template;
    const claimed = template === undefined ? [] : alignMentions(sentence, template);
    const topic = topicOf(topics, sentence);
    const named = reader.read(sentence, topic);
    return sentence.mentions.map((mention, at): LinkedMention => {
      const found = claimed[at];
      const likeness = alignments[index]?.likeness ?? 0;
      const byTemplate = found?.claim?.told === undefined || likeness >= TO_THE_LETTER ? found?.claim : undefined;
      const claim = decide(byTemplate, named[at], likeness * (found?.likeness ?? 0));
      const alignment = alignments[index];
      return {
        sentence,
        mention,
        isFixed: isFixed(found, mention),
        isSure: named[at] !== undefined || likeness * (found?.likeness ?? 0) >= DOUBTFUL,
        ...(claim === undefined ? {} : { claim }),
        ...(alignment === undefined ? {} : { alignment }),
        ...fixedDirection(found, alignment),
      };
    });
  });
}

function isFixed(found: ClaimedMention | undefined, mention: Mention): boolean {
  if (found?.claim !== undefined || found?.template.kind !== "figure" || mention.kind !== "figure") return false;
  return found.template.figure.value.eq(mention.figure.value);
}

/** Words that no claim decides are held to the template only where its sentence stands and is followed to the letter. */
function fixedDirection(
  found: ClaimedMention | undefined,
  alignment: Alignment | undefined,
): Pick<LinkedMention, "fixedDirection"> {
  if (found?.claim !== undefined || found?.template.kind !== "word" || alignment === undefined) return {};
  const follows = alignment.template.stands && alignment.likeness >= TO_THE_LETTER;
  return follows ? { fixedDirection: found.template.direction } : {};
}

/** What people wrote, and words no figure decides, count only for a sentence that is the same but for its figures. */
const TO_THE_LETTER = 0.93;

/** A sentence this much like the template's, with the same words around its figure, is the template's. */
const SURE = 0.8;

/** What only resembles a sentence of the template less than this decides nothing by itself. */
const DOUBTFUL = 0.5;

/** Where both ways lead somewhere else, the template's sentence wins only when it is followed closely. */
function decide(byTemplate: Claim | undefined, byName: Claim | undefined, likeness: number): Claim | undefined {
  if (byTemplate === undefined) return byName;
  return byName === undefined || likeness >= SURE ? byTemplate : byName;
}

/** Paragraphs keep what they speak of; lines that continue a list keep nothing. */
function topicOf(topics: Map<ReadParagraph, Topic>, { of }: ReadSentence): Topic {
  const known = topics.get(of);
  if (known !== undefined) return known;
  const topic: Topic = {};
  topics.set(of, topic);
  return topic;
}
