import type { Finding } from "../model/finding.js";
import type { CheckedProse } from "./checked-prose.js";
import type { ProseFigure } from "../prose/figures.js";
import type { Session } from "../calc/session.js";
import { worthsIn, type Claim, type Worths } from "./claim.js";
import { learnFrom } from "./learn.js";
import { isYearEnd } from "./check-dates.js";
import { judge } from "./judge.js";
import type { LinkedMention } from "./link.js";
import { textFinding, type Noticed } from "./text-finding.js";

/** Holds every linked figure against the tables, and lists those of which nothing could be decided. */
export function checkFigures(checked: CheckedProse, session: Session): readonly Finding[] {
  const learned = learnFrom(checked, session);
  const usual = usualUnit(checked);
  const worths = { known: checked.worths, learned: worthsIn(learned.session), from: learned.from, usual };
  return checked.links.flatMap((link, index) => {
    // Years that nothing explains are looked at by themselves.
    if (link.mention.kind !== "figure" || link.isFixed) return [];
    if (link.mention.figure.kind === "year" && link.claim === undefined) return [];
    const noticed = noticedOf(link, link.mention.figure, worths);
    if (noticed === undefined) return [];
    const { text } = link.sentence.of.normal;
    if (link.mention.figure.kind === "date" && isYearEnd(text, link.mention.start, session.workbook.profile.year))
      return [];
    return [
      textFinding(noticed.code === "text-figure" ? asCopied(noticed, checked.links, index, checked.worths) : noticed),
    ];
  });
}

interface KnownWorths {
  readonly known: Worths;
  /** With what only the text itself says. */
  readonly learned: Worths;
  readonly from: ReadonlySet<LinkedMention>;
  readonly usual: string;
}

/** The unit of money that most amounts of a text are written in; noughts say nothing of it. */
function usualUnit({ links }: CheckedProse): string {
  const counts = new Map<string, number>();
  for (const { mention } of links) {
    if (mention.kind !== "figure" || mention.figure.kind !== "amount" || mention.figure.value.isZero()) continue;
    counts.set(mention.figure.unit, (counts.get(mention.figure.unit) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? "";
}

function noticedOf(
  link: LinkedMention,
  figure: ProseFigure,
  { known, learned, from, usual }: KnownWorths,
): Noticed | undefined {
  const { sentence, claim, isSure } = link;
  const place = { in: sentence.of, sentence, start: figure.start, end: figure.unitEnd };
  const undecided = { ...place, code: "text-not-checked", severity: "hint", kind: "not-checked" } as const;
  if (claim === undefined) return undecided;
  const first = judge(figure, known(claim), usual);
  const verdict = first.kind === "unknown" && !from.has(link) ? judge(figure, learned(claim), usual) : first;
  if (!isSure && figure.kind !== "year" && verdict.kind !== "right" && verdict.kind !== "rounding") return undecided;
  switch (verdict.kind) {
    case "right":
      return undefined;
    case "rounding": {
      const { expected, from: cells } = verdict;
      return {
        ...place,
        code: "text-rounding",
        severity: "hint",
        kind: "rounding",
        expected,
        cells,
        facts: { unit: figure.unit },
      };
    }
    case "wrong":
      return {
        ...place,
        code: codeOf(claim, figure),
        severity: "error",
        expected: verdict.expected,
        cells: verdict.from,
        facts: { unit: figure.kind === "year" ? "" : figure.unit },
      };
    case "unit":
      return {
        ...place,
        code: "text-unit",
        severity: "error",
        expected: verdict.expected + verdict.unit,
        cells: verdict.from,
      };
    case "no-base":
      return { ...place, code: "text-no-base", severity: "error", cells: verdict.from };
    case "unknown":
      return { ...undecided, cells: verdict.from };
  }
}

/** How far away a neighbour's figure may stand to be taken for a copy. */
const NEIGHBOURS = 8;

/** A wrong figure that is a neighbour's right one was copied. */
function asCopied(noticed: Noticed, links: readonly LinkedMention[], index: number, worths: Worths): Noticed {
  const mention = links[index]?.mention;
  if (mention?.kind !== "figure" || mention.figure.value.isZero()) return noticed;
  const { figure } = mention;
  const around = links.slice(Math.max(0, index - NEIGHBOURS), index + NEIGHBOURS + 1);
  const neighbour = around.find((other) => {
    if (other.mention.kind !== "figure" || other === links[index] || other.claim === undefined) return false;
    const isSame = other.mention.figure.value.eq(figure.value) && other.mention.figure.unit === figure.unit;
    return isSame && judge(other.mention.figure, worths(other.claim)).kind === "right";
  });
  if (neighbour === undefined) return noticed;
  const label = neighbour.mention.left.split(/[#~\p{P}]/u).at(-1) ?? "";
  return { ...noticed, code: "text-copied", facts: { ...noticed.facts, neighbour: label } };
}

/** A figure that a person told differently elsewhere, a year, or any other figure. */
function codeOf({ told }: Claim, { kind }: ProseFigure): string {
  if (told !== undefined) return "text-told";
  return kind === "year" ? "text-year" : "text-figure";
}
