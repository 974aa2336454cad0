import { convert } from "../amount.js";
import type { Computed } from "../calc/computed.js";
import { fixed, halfStep, HUNDRED, lastPlace, parseDecimal, roundTo, type Decimal } from "../decimal.js";
import type { Finding, Severity } from "../model/finding.js";
import { isAmountUnit } from "../template/cell-input.js";
import type { StatedChangeSettings, TextSigns } from "../template/plausibility-settings.js";
import { AMOUNT_UNITS } from "../template/words.js";
import { figureText, findingOf } from "./suspicion.js";
import { amountPattern, anyOf, literally, quote } from "./text-cells.js";

/**
 * A change against last year that a text states, such as 比2019年减少2.36万元，下降10.88%: its direction, amount and percentage must be
 * those of the figures. What rounding alone can have moved is a hint. Says nothing while last year's figure is not known, and
 * nothing of a comparison with any other year.
 */
export function checkStatedChanges(computed: Computed): readonly Finding[] {
  return computed.pack.plausibility.statedChanges.flatMap((settings) => {
    const now = computed.printed(settings.cell);
    const before = computed.lastYear(settings.cell);
    const text = computed.text(settings.text)?.normalize("NFKC");
    if (now === undefined || before === undefined || text === undefined) return [];
    return changesIn(text, settings, computed).flatMap((change) => {
      const severity = judge(change, now, before, computed.places(settings.cell));
      if (severity === undefined) return [];
      const right = fixed(now.minus(before).abs(), computed.places(settings.cell));
      return [
        findingOf(computed, {
          check: "stated-change",
          severity,
          cells: [settings.text, settings.cell],
          facts: {
            text: change.quote,
            now: figureText(computed, settings.cell) ?? "",
            before: fixed(before, computed.places(settings.cell)),
            change: right,
            percent: before.isZero() ? "" : fixed(now.minus(before).div(before).times(HUNDRED).abs(), 2),
            direction: now.cmp(before) > 0 ? "up" : now.cmp(before) < 0 ? "down" : "same",
          },
          left: fixed(change.amount, computed.places(settings.cell)),
          right,
        }),
      ];
    });
  });
}

/** A change as a text states it, its amount in the unit of the cell it speaks of. */
interface StatedChange {
  readonly up: boolean;
  readonly amount: Decimal;
  readonly percentUp?: boolean;
  readonly percent?: Decimal;
  readonly quote: string;
}

function changesIn(original: string, settings: StatedChangeSettings, computed: Computed): readonly StatedChange[] {
  const { signs } = computed.pack.plausibility;
  const unit = computed.unit(settings.cell);
  // Quotation marks come in many shapes and are often left out.
  const text = withoutQuotes(original);
  return [...text.matchAll(changePattern(settings, signs))].flatMap((found) => {
    const { year, direction = "", percentDirection, percent } = found.groups ?? {};
    const [whole, , , digits = "", name] = found;
    const amount = parseDecimal(digits.replaceAll(",", ""));
    const written = AMOUNT_UNITS.find((known) => known === name);
    const isLastYear = year === undefined || Number.parseInt(year, 10) === computed.workbook.profile.year - 1;
    if (amount === undefined || written === undefined || !isAmountUnit(unit) || !isLastYear) return [];
    const share = percent === undefined ? undefined : parseDecimal(percent);
    return [
      {
        up: settings.up.includes(direction),
        amount: convert(amount, written, unit),
        ...(share === undefined || percentDirection === undefined
          ? {}
          : { percent: share, percentUp: settings.up.includes(percentDirection) }),
        quote: quote(text, found.index, found.index + whole.length),
      },
    ];
  });
}

/** Groups: 1 and `year` the year compared with, `direction`, digits and unit of the amount, and of the percentage if there is one. */
function changePattern({ label, against, lastYear, up, down }: StatedChangeSettings, signs: TextSigns): RegExp {
  const name = literally(withoutQuotes(label.normalize("NFKC")));
  const year = `(?:(?<year>\\d{4})\\s*${literally(signs.year)}|${anyOf(lastYear)})`;
  const ways = anyOf([...up, ...down]);
  const share = `(?:[,\\s]*(?<percentDirection>${ways})\\s*(?<percent>\\d+(?:\\.\\d+)?)\\s*%)?`;
  return new RegExp(
    `${name}\\s*${anyOf(against)}\\s*${year}[^\\d,.;]{0,8}?(?<direction>${ways})\\s*${amountPattern()}${share}`,
    "gu",
  );
}

function withoutQuotes(text: string): string {
  return text.replaceAll(/["'\p{Pi}\p{Pf}]/gu, "");
}

function judge(change: StatedChange, now: Decimal, before: Decimal, places: number): Severity | undefined {
  const actual = now.minus(before);
  if (wrongWay(change.up, actual) && !change.amount.isZero()) return "error";
  const amount = judgeAmount(change.amount, actual.abs(), places);
  if (change.percent === undefined || amount === "error") return amount;
  if (change.percentUp !== undefined && wrongWay(change.percentUp, actual) && !change.percent.isZero()) return "error";
  return judgePercent(change.percent, actual.abs(), before, places) ?? amount;
}

function wrongWay(up: boolean, actual: Decimal): boolean {
  return up ? !actual.gt(0) : !actual.lt(0);
}

/** Two figures printed to these places and their printed difference: three terms of half a step each. */
function judgeAmount(stated: Decimal, actual: Decimal, places: number): Severity | undefined {
  const miss = stated.minus(actual).abs();
  if (miss.isZero()) return undefined;
  return miss.lte(halfStep(places).times(3)) ? "hint" : "error";
}

/** The true growth lies between what the figures can be before printing; nothing grows from 0. */
function judgePercent(stated: Decimal, actual: Decimal, before: Decimal, places: number): Severity | undefined {
  const half = halfStep(places);
  if (before.lte(half)) return "error";
  const share = actual.div(before).times(HUNDRED);
  if (roundTo(share, 2).eq(stated)) return undefined;
  const step = lastPlace(places);
  const low = actual.minus(step).div(before.plus(half)).times(HUNDRED).minus(halfStep(2));
  const high = actual.plus(step).div(before.minus(half)).times(HUNDRED).plus(halfStep(2));
  return stated.gte(low) && stated.lte(high) ? "hint" : "error";
}
