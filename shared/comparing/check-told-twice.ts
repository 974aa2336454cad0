import type { Session } from "../calc/session.js";
import { lastPlace, plain, powerOfTen, roundTo, type Decimal } from "../decimal.js";
import type { Finding } from "../model/finding.js";
import { moneyPower, type ProseFigure } from "../prose/figures.js";
import { originalSpan } from "../prose/normal-text.js";
import { lineAt } from "../prose/prose.js";
import { CLAUSE_SIGN } from "../prose/words.js";
import type { CheckedProse } from "./checked-prose.js";
import { statementsIn } from "./check-same-facts.js";
import type { ReadSentence } from "./document-reading.js";
import { textFinding, quoted } from "./text-finding.js";

/** One telling of a fact. */
interface Telling {
  /** Equal for tellings of the same fact. */
  readonly key: string;
  readonly sentence: ReadSentence;
  readonly figure: ProseFigure;
}

/**
 * Finds facts that one text tells twice with two values, whichever of them is right: both sentences are quoted. Those that differ by one
 * last place are told as 尾差.
 */
export function checkToldTwice(checked: CheckedProse, session: Session): readonly Finding[] {
  const first = new Map<string, Telling>();
  const said = new Set<string>();
  return tellings(checked, session).flatMap((telling) => {
    const { key, figure, sentence } = telling;
    const before = first.get(key);
    if (before === undefined) first.set(key, telling);
    const apart = before === undefined ? "same" : difference(before.figure, figure);
    const value = `${key} ${plain(figure.value)}${figure.unit}`;
    if (before === undefined || apart === "same" || said.has(value)) return [];
    said.add(value);
    const { of } = before.sentence;
    const span = originalSpan(of.normal, before.figure.start, before.figure.unitEnd);
    return [
      textFinding({
        code: "text-told-twice",
        severity: apart === "rounding" ? "hint" : "explain",
        ...(apart === "rounding" ? { kind: "rounding" } : {}),
        in: sentence.of,
        sentence,
        start: figure.start,
        end: figure.unitEnd,
        facts: {
          other: quoted(of, before.sentence, span),
          otherFigure: of.paragraph.text.slice(span.start, span.end),
          line: String(lineAt(of.paragraph, span.start)),
        },
      }),
    ];
  });
}

/** All tellings in the order of the text: figures with a claim by it, others by the words in front of them. */
function tellings({ links, sentences }: CheckedProse, session: Session): readonly Telling[] {
  const { common, up, down, against, lastYear } = session.plan.layout.pack.narrativeCheck.words;
  const compared = [...up, ...down, ...against, ...lastYear];
  const claimed = links.flatMap(({ mention, claim, sentence }): readonly Telling[] => {
    if (mention.kind !== "figure" || claim === undefined || claim.told !== undefined || !isTold(mention.figure))
      return [];
    return [{ key: `${claim.key} ${measureOf(mention.figure)}`, sentence, figure: mention.figure }];
  });
  const known = new Set(
    links.flatMap(({ mention, claim, sentence }) => {
      return claim === undefined ? [] : [`${sentence.of.paragraph.index} ${mention.start}`];
    }),
  );
  const labelled = sentences.flatMap((sentence) =>
    statementsIn(sentence.of.normal.text, sentence, common).flatMap(({ label, figure }): readonly Telling[] => {
      const isKnown = known.has(`${sentence.of.paragraph.index} ${figure.start}`);
      if (isKnown || !isTold(figure) || compared.some((word) => label.includes(word))) return [];
      const year = yearBefore(sentence.of.normal.text, figure.start);
      return [{ key: `${year} ${label} ${measureOf(figure)}`, sentence, figure }];
    }),
  );
  return [...claimed, ...labelled].toSorted(
    (a, b) => a.sentence.of.paragraph.index - b.sentence.of.paragraph.index || a.figure.start - b.figure.start,
  );
}

/** The year in a figure's own clause: two years are two facts. */
function yearBefore(text: string, start: number): string {
  const clause = text.slice(0, start).split(CLAUSE_SIGN).at(-1) ?? "";
  return /\d{4}(?!\d)/u.exec(clause)?.[0] ?? "";
}

function isTold({ kind }: ProseFigure): boolean {
  return kind === "amount" || kind === "percent" || kind === "count";
}

/** What a figure is measured in: all units of money are one. */
function measureOf({ kind, unit }: ProseFigure): string {
  return kind === "count" ? unit : kind;
}

/** How two tellings stand to each other, by the coarser of the two. */
function difference(one: ProseFigure, other: ProseFigure): "same" | "rounding" | "different" {
  const [a, b] = [inYuan(one), inYuan(other)];
  const step = Math.min(one.places - moneyPower(one.unit), other.places - moneyPower(other.unit));
  const factor = powerOfTen(Math.max(0, -step));
  const places = Math.max(0, step);
  const apart = roundTo(a.div(factor), places)
    .minus(roundTo(b.div(factor), places))
    .abs();
  if (apart.isZero()) return "same";
  return one.kind !== "count" && apart.lte(lastPlace(places)) ? "rounding" : "different";
}

function inYuan({ value, unit }: ProseFigure): Decimal {
  return value.times(powerOfTen(moneyPower(unit)));
}
