import type { Computed } from "../calc/computed.js";
import type { Finding } from "../model/finding.js";
import type { TextSigns, YearSettings } from "../template/plausibility-settings.js";
import { holdsAny, isInTitle, sentenceAt, yearsIn, type YearMention } from "./sentences.js";
import { findingOf } from "./suspicion.js";
import { quote, textsOf, type TextCell } from "./text-cells.js";

/**
 * A year in a text that is not the fiscal year, as it stays behind when last year's text is used again. Other years are right
 * in a comparison, in the title of a law or document, in the name of a batch of funds, after 自 and before 以来, and as far
 * ahead as the text may look. A title that names the budget or accounts of a year must name the fiscal year.
 */
export function checkStaleYears(computed: Computed): readonly Finding[] {
  const { years, signs } = computed.pack.plausibility;
  const fiscal = computed.workbook.profile.year;
  return years.texts.flatMap((texts) =>
    textsOf(computed, texts).flatMap((cell) => {
      const stale = yearsIn(cell.text, signs).filter(
        (mention) =>
          (mention.year < fiscal || mention.year > fiscal + texts.ahead) && !isRight(cell, mention, years, signs),
      );
      return onePerYear(stale).map(({ year, start, end }) =>
        findingOf(computed, {
          check: "stale-year",
          severity: "explain",
          cells: [cell.address],
          facts: { year: String(year), fiscal: String(fiscal), text: quote(cell.text, start, end) },
        }),
      );
    }),
  );
}

function isRight({ text }: TextCell, { start, end }: YearMention, years: YearSettings, signs: TextSigns): boolean {
  const following = text.slice(end).trimStart();
  if (isInTitle(text, start, signs)) return !years.fiscal.some((word) => following.startsWith(word));
  const leading = text.slice(0, start).trimEnd();
  return (
    years.before.some((word) => leading.endsWith(word)) ||
    years.after.some((word) => following.startsWith(word)) ||
    holdsAny(sentenceAt(text, start, signs).text.replaceAll(/\s+/gu, ""), years.comparison)
  );
}

function onePerYear(mentions: readonly YearMention[]): readonly YearMention[] {
  return mentions.filter((mention, index) => mentions.findIndex(({ year }) => year === mention.year) === index);
}
