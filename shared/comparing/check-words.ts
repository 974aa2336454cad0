import type { Session } from "../calc/session.js";
import type { Finding } from "../model/finding.js";
import { sources } from "../expression/evaluate.js";
import type { CheckedProse } from "./checked-prose.js";

import type { Worths } from "./claim.js";
import type { LinkedMention } from "./link.js";
import { directionWordsIn, type Direction } from "./mentions.js";
import { textFinding } from "./text-finding.js";

/**
 * Holds every direction word whose figures are known against them: 增加 where the figures fell, 小于预算数 where they are larger. A word for
 * a change of nothing (减少 0.00 万元) misleads and is to be explained.
 */
export function checkWords({ links, worths }: CheckedProse, session: Session): readonly Finding[] {
  return links.flatMap((link, index) => {
    const { mention, sentence } = link;
    if (mention.kind !== "word") return [];
    const expected = expectedDirection(link, worths, session);
    if (expected === undefined || sameWay(expected.direction, mention.direction)) return [];
    const next = links[index + 1]?.mention;
    const isOfNothing = wayOf(expected.direction) === "same" && next?.kind === "figure" && next.figure.value.isZero();
    return [
      textFinding({
        code: isOfNothing ? "text-no-change" : "text-direction",
        severity: isOfNothing ? "explain" : "error",
        in: sentence.of,
        sentence,
        start: mention.start,
        end: mention.end,
        expected: expected.word,
        cells: expected.cells,
      }),
    ];
  });
}

interface Expected {
  readonly direction: Direction;
  readonly word: string;
  readonly cells: Finding["cells"];
}

function expectedDirection(
  { claim, fixedDirection }: LinkedMention,
  worths: Worths,
  session: Session,
): Expected | undefined {
  const { words } = session.plan.layout.pack.narrativeCheck;
  if (claim === undefined) {
    if (fixedDirection === undefined) return undefined;
    return { direction: fixedDirection, word: words[fixedDirection][0] ?? "", cells: [] };
  }
  const { exact } = worths(claim);
  if (exact.kind !== "text") return undefined;
  const direction = directionWordsIn(exact.text, words)[0]?.direction;
  return direction === undefined ? undefined : { direction, word: exact.text, cells: sources(exact) };
}

type Way = "more" | "less" | "same";

const WAYS: Readonly<Record<Direction, Way>> = {
  up: "more",
  greater: "more",
  down: "less",
  less: "less",
  same: "same",
  equal: "same",
};

function wayOf(direction: Direction): Way {
  return WAYS[direction];
}

function sameWay(one: Direction, other: Direction): boolean {
  return wayOf(one) === wayOf(other);
}
