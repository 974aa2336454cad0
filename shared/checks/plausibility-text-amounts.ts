import type { Computed } from "../calc/computed.js";
import type { Finding } from "../model/finding.js";
import { clauseAt, holdsAny, sentenceAt } from "./sentences.js";
import { findingOf } from "./suspicion.js";
import { amountPattern, quote, textsOf, type TextCell } from "./text-cells.js";

/**
 * An amount in 元 with two decimal places in a sentence that states at least two in 万元 in the same way: most likely the 万 was
 * forgotten. Prices and rates (每人, 标准, 元/人) are rightly in 元.
 */
export function checkTextAmounts(computed: Computed): readonly Finding[] {
  return computed.pack.plausibility.textAmounts.texts.flatMap((texts) =>
    textsOf(computed, texts).flatMap((cell) => oddAmounts(computed, cell)),
  );
}

interface Amount {
  readonly text: string;
  readonly unit: string;
  readonly place: number;
}

function oddAmounts(computed: Computed, { address, text: original }: TextCell): readonly Finding[] {
  const { signs, textAmounts } = computed.pack.plausibility;
  const text = original.normalize("NFKC");
  const amounts = amountsIn(text);
  const sentenceOf = (place: number): number => sentenceAt(text, place, signs).start;
  const odd = amounts.filter(
    ({ unit, place }) =>
      unit === "元" &&
      amounts.filter((other) => other.unit === "万元" && sentenceOf(other.place) === sentenceOf(place)).length >= 2 &&
      !holdsAny(clauseAt(text, place, signs).text, textAmounts.prices),
  );
  return odd.map((amount) =>
    findingOf(computed, {
      check: "odd-unit",
      severity: "explain",
      cells: [address],
      facts: { amount: amount.text, text: quote(text, amount.place, amount.place + amount.text.length) },
    }),
  );
}

/** Amounts printed with two decimal places, as the tables print them. */
function amountsIn(text: string): readonly Amount[] {
  return [...text.matchAll(new RegExp(amountPattern(), "gu"))].flatMap((found) => {
    const [whole, digits = "", unit = ""] = found;
    return /\.\d\d$/.test(digits) ? [{ text: whole, unit, place: found.index }] : [];
  });
}
