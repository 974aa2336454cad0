import type { ReadSentence } from "./document-reading.js";
import type { FoundName } from "./facts.js";
import type { Mention } from "./mentions.js";
import { EACH, LIST_JOINT } from "./words.js";

/** A figure of a list and the name it is told of; undefined where there are fewer names than figures. */
export interface Listed {
  readonly name: string | undefined;
  /** Where what is said of all of them begins, and the first figure it stands before. */
  readonly from: number;
  readonly first: Mention;
}

/** The figures of lists such as 基本支出、项目支出分别为1.00万元、2.00万元, by the place of their mention in the sentence. */
export function listsIn(
  { start, mentions }: ReadSentence,
  names: readonly FoundName[],
  text: string,
): ReadonlyMap<number, Listed> {
  const listed = new Map<number, Listed>();
  for (let at = text.indexOf(EACH, start); at >= 0; at = text.indexOf(EACH, at + 1)) {
    const members = membersBehind(mentions, at, text);
    const [first] = members;
    if (first === undefined || members.length < 2) continue;
    const before = names.filter(({ end }) => end <= at).slice(-members.length);
    const from = at + EACH.length;
    for (const [place, { index }] of members.entries()) {
      const name = before.length === members.length ? before[place]?.name : undefined;
      listed.set(index, { name, from, first: first.mention });
    }
  }
  return listed;
}

interface Member {
  readonly index: number;
  readonly mention: Mention;
}

/** The first figure behind a place and those joined to it. */
function membersBehind(mentions: readonly Mention[], at: number, text: string): readonly Member[] {
  const members: Member[] = [];
  let end: number | undefined;
  for (const [index, mention] of mentions.entries()) {
    if (mention.start < at || mention.kind !== "figure") continue;
    if (mention.figure.kind === "year" || mention.figure.kind === "date") continue;
    if (end !== undefined && !LIST_JOINT.test(text.slice(end, mention.start))) break;
    members.push({ index, mention });
    end = mention.figure.unitEnd;
  }
  return members;
}
