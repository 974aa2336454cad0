import type { Session } from "../calc/session.js";
import type { Finding } from "../model/finding.js";
import type { CheckedProse } from "./checked-prose.js";
import { textFinding } from "./text-finding.js";

/** Departments are older than this only in history. */
const EARLIEST = 1949;

/**
 * Looks at years that no sentence of the template explains. The fiscal year and the one before may stand anywhere, the fiscal year alone
 * where a title says whose accounts they are; another year is to be explained, and one that cannot have come yet is wrong.
 */
export function checkYears({ links }: CheckedProse, session: Session): readonly Finding[] {
  const { profile } = session.workbook;
  const { years } = session.plan.layout.pack.plausibility;
  return links.flatMap(({ mention, sentence, claim, isFixed }) => {
    if (mention.kind !== "figure" || mention.figure.kind !== "year" || claim !== undefined || isFixed) return [];
    const { figure } = mention;
    const year = Number.parseInt(sentence.of.normal.text.slice(figure.start, figure.end), 10);
    const behind = sentence.of.normal.text.slice(figure.unitEnd);
    const mustBeFiscal = years.fiscal.some((word) => behind.startsWith(word)) || sentence.of.isHeading;
    if (year === profile.year || (year === profile.year - 1 && !mustBeFiscal)) return [];
    const isWrong = mustBeFiscal || year > profile.year + 1 || year < EARLIEST;
    return [
      textFinding({
        code: isWrong ? "text-year" : "text-other-year",
        severity: isWrong ? "error" : "explain",
        in: sentence.of,
        sentence,
        start: figure.start,
        end: figure.unitEnd,
        expected: isWrong ? String(profile.year) : "",
      }),
    ];
  });
}
