import type { Finding } from "../model/finding.js";
import type { CheckedProse } from "./checked-prose.js";
import type { ProseFigure } from "../prose/figures.js";
import type { Claim, Worths } from "./claim.js";
import { judge } from "./judge.js";
import type { LinkedMention } from "./link.js";
import { textFinding, type Noticed } from "./text-finding.js";

/** Holds every linked figure against the tables, and lists those of which nothing could be decided. */
export function checkFigures({ links, worths }: CheckedProse): readonly Finding[] {
  return links.flatMap((link) => {
    // Years that nothing explains are looked at by themselves.
    if (link.mention.kind !== "figure" || link.isFixed) return [];
    if (link.mention.figure.kind === "year" && link.claim === undefined) return [];
    const noticed = checkFigure(link, worths);
    return noticed === undefined ? [] : [textFinding(noticed)];
  });
}

function checkFigure({ mention, sentence, claim }: LinkedMention, worths: Worths): Noticed | undefined {
  if (mention.kind !== "figure") return undefined;
  const { figure } = mention;
  const place = { in: sentence.of, sentence, start: figure.start, end: figure.unitEnd };
  if (claim === undefined) {
    return { ...place, code: "text-not-checked", severity: "hint", kind: "not-checked" };
  }
  const verdict = judge(figure, worths(claim));
  switch (verdict.kind) {
    case "right":
      return undefined;
    case "rounding":
      return {
        ...place,
        code: "text-rounding",
        severity: "hint",
        kind: "rounding",
        expected: verdict.expected,
        cells: verdict.from,
      };
    case "wrong":
      return {
        ...place,
        code: codeOf(claim, figure),
        severity: "error",
        expected: verdict.expected,
        cells: verdict.from,
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
      return { ...place, code: "text-not-checked", severity: "hint", kind: "not-checked", cells: verdict.from };
  }
}

/** A figure that a person told differently elsewhere, a year, or any other figure. */
function codeOf({ told }: Claim, { kind }: ProseFigure): string {
  if (told !== undefined) return "text-told";
  return kind === "year" ? "text-year" : "text-figure";
}
