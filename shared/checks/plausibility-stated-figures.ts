import { convert } from "../amount.js";
import type { Computed } from "../calc/computed.js";
import { lastPlace, parseDecimal, type Decimal } from "../decimal.js";
import type { CellAddress } from "../model/address.js";
import type { Finding, Severity } from "../model/finding.js";
import { isAmountUnit } from "../template/cell-input.js";
import type { AmountUnit } from "../template/pack.js";
import type { StatedFigureSettings } from "../template/plausibility-settings.js";
import { AMOUNT_UNITS } from "../template/words.js";
import { holdsAny, sentenceAt, yearsIn } from "./sentences.js";
import { figureText, findingOf } from "./suspicion.js";
import { amountPattern, anyOf, literally, quote } from "./text-cells.js";

/**
 * Amounts that a text states under a label and a table holds, such as 年初结转和结余75.24万元 in 公开10: they must be the table's.
 * A difference of 0.01 is a hint, a larger one an error; a text that prints fewer places is right when it rounds the figure.
 * A label that speaks of another year or of a part (财政拨款本年收入) says nothing of the figure and is passed over.
 */
export function checkStatedFigures(computed: Computed): readonly Finding[] {
  return computed.pack.plausibility.statedFigures.flatMap((settings) => {
    const text = computed.text(settings.text)?.normalize("NFKC");
    if (text === undefined) return [];
    // Whose year and what part a label speaks of is asked last: it takes longest, and most figures are right.
    return statements(text, settings).flatMap((statement) => {
      const severity = judge(computed, statement);
      return severity === undefined || !isOfThisYear(computed, settings, text, statement.place)
        ? []
        : statedFinding(computed, settings, text, statement, severity);
    });
  });
}

/** An amount as a text states it. */
interface Statement {
  readonly label: string;
  readonly cell: CellAddress;
  readonly value: Decimal;
  readonly written: string;
  readonly unit: AmountUnit;
  readonly place: number;
  readonly length: number;
}

function statements(text: string, { figures, links }: StatedFigureSettings): readonly Statement[] {
  const cells = new Map(figures.map(({ label, cell }) => [label.normalize("NFKC"), { label, cell }]));
  const between = anyOf(links.map((link) => link.normalize("NFKC")));
  const pattern = new RegExp(`(?<label>${anyOf([...cells.keys()])})\\s*(?:${between}\\s*)*${amountPattern()}`, "gu");
  return [...text.matchAll(pattern)].flatMap((found) => {
    const [whole, name = "", digits = "", written] = found;
    const stated = cells.get(name);
    const value = parseDecimal(digits.replaceAll(",", ""));
    const unit = AMOUNT_UNITS.find((known) => known === written);
    if (stated === undefined || value === undefined || unit === undefined) return [];
    return [{ ...stated, value, written: digits, unit, place: found.index, length: whole.length }];
  });
}

/** Whether the label stands for the whole of the fiscal year: behind punctuation, the year itself or a name of the department. */
function isOfThisYear(
  computed: Computed,
  { before, scopes, figures }: StatedFigureSettings,
  text: string,
  place: number,
): boolean {
  const { signs } = computed.pack.plausibility;
  const leading = text.slice(0, place).trimEnd();
  const sentence = text.slice(sentenceAt(text, place, signs).start, place);
  const latest = yearsIn(sentence, signs).at(-1);
  if (latest !== undefined && latest.year !== computed.workbook.profile.year) return false;
  if (holdsAny(sentence.replaceAll(new RegExp(anyOf(figures.map(({ label }) => label)), "gu"), ""), scopes))
    return false;
  const afterYear = new RegExp(`\\d{4}\\s*${literally(signs.year)}\\p{Script=Han}?$`, "u");
  return /(^|[\p{P}\s])$/u.test(leading) || afterYear.test(leading) || before.some((word) => leading.endsWith(word));
}

function statedFinding(
  computed: Computed,
  settings: StatedFigureSettings,
  text: string,
  statement: Statement,
  severity: Severity,
): readonly Finding[] {
  const right = figureText(computed, statement.cell) ?? "";
  const left = statement.written.replaceAll(",", "");
  return [
    findingOf(computed, {
      check: "stated-figure",
      severity,
      cells: [settings.text, statement.cell],
      facts: {
        label: statement.label,
        stated: `${statement.written}${statement.unit}`,
        figure: right,
        text: quote(text, statement.place, statement.place + statement.length),
      },
      left,
      right,
    }),
  ];
}

/** Both figures are compared in steps of the coarser of the two ways they are printed. */
function judge(computed: Computed, { cell, value, unit, written }: Statement): Severity | undefined {
  const cellUnit = computed.unit(cell);
  const figure = computed.printed(cell);
  if (figure === undefined || !isAmountUnit(cellUnit)) return undefined;
  const printed = lastPlace(placesWritten(written));
  const held = convert(lastPlace(computed.places(cell)), cellUnit, unit);
  const step = held.gt(printed) ? held : printed;
  const miss = value.minus(convert(figure, cellUnit, unit)).abs();
  if (miss.times(2).lte(step)) return undefined;
  return miss.lte(step) ? "hint" : "error";
}

function placesWritten(written: string): number {
  const point = written.indexOf(".");
  return point < 0 ? 0 : written.length - point - 1;
}
