import { computedOf } from "../calc/computed-session.js";
import type { Session } from "../calc/session.js";
import { decimal, plain, roundTo, type Decimal } from "../decimal.js";
import type { CellAddress } from "../model/address.js";
import type { Finding } from "../model/finding.js";
import type { ProseFigure } from "../prose/figures.js";
import { figuresIn } from "../prose/figures.js";
import { normalize } from "../prose/normal-text.js";
import { sentencesOf } from "../prose/sentences.js";
import { CLAUSE_SIGN, TEN_THOUSANDS } from "../prose/words.js";
import type { CheckedProse } from "./checked-prose.js";
import { sameEnd } from "./likeness.js";
import { textFinding } from "./text-finding.js";
import { IN_A_LIST, PERSONS } from "./words.js";

/** A figure with the words that say what it counts. */
export interface Statement {
  readonly label: string;
  readonly value: Decimal;
  readonly places: number;
  readonly unit: string;
  readonly quote: string;
  readonly figure: ProseFigure;
}

/** Words in common that make two labels the same. */
const COMMON = 4;

/**
 * Finds facts that the document and the texts of the tables (公开10 to 12) both tell, with different figures. Which of the two is right
 * nobody here can know: both are quoted, to be explained.
 */
export function checkSameFacts({ sentences, links }: CheckedProse, session: Session): readonly Finding[] {
  const { common } = session.plan.layout.pack.narrativeCheck.words;
  const told = toldInTables(session, common);
  const settled = new Set(
    links.filter(({ claim }) => claim !== undefined && claim.told === undefined).map(({ mention }) => mention.start),
  );
  return sentences.flatMap((sentence) => {
    const { text } = sentence.of.normal;
    const isSettled =
      sentence.mentions.length > 0 &&
      sentence.mentions.every(({ kind, start }) => kind === "word" || settled.has(start));
    if (isSettled) return [];
    return statementsIn(text, sentence, common).flatMap((statement) => {
      const other = told.find((one) => isSameFact(statement, one.statement) && differs(statement, one.statement));
      const agrees = told.some((one) => isSameFact(statement, one.statement) && !differs(statement, one.statement));
      if (other === undefined) return [];
      return [
        textFinding({
          code: "text-two-tellings",
          severity: "explain",
          in: sentence.of,
          sentence,
          start: statement.figure.start,
          end: statement.figure.unitEnd,
          expected: `${plain(other.statement.figure.value)}${other.statement.figure.unit}`,
          cells: [other.cell],
          facts: { other: other.statement.quote, agrees: agrees ? "yes" : "" },
        }),
      ];
    });
  });
}

function toldInTables(
  session: Session,
  common: readonly string[],
): readonly { readonly cell: CellAddress; readonly statement: Statement }[] {
  const computed = computedOf(session);
  return session.plan.layout.pack.narrativeCheck.sameFacts.flatMap(({ table, columns }) =>
    computed.rows(table).flatMap((row) =>
      columns.flatMap((column) => {
        const cell = { table, row, column };
        const text = normalize(computed.text(cell) ?? "").text;
        const found = sentencesOf(text).flatMap((sentence) => statementsIn(text, sentence, common));
        return found.map((statement) => ({ cell, statement }));
      }),
    ),
  );
}

/** The figures of a sentence with the words in front of them, those in lists and without words left out. */
export function statementsIn(
  text: string,
  sentence: { readonly start: number; readonly end: number },
  common: readonly string[],
): readonly Statement[] {
  const statements: Statement[] = [];
  let from = sentence.start;
  let before = "";
  for (const figure of figuresIn(text)) {
    if (figure.start < sentence.start || figure.end > sentence.end) continue;
    if (figure.kind === "year" || figure.kind === "date" || figure.kind === "bare") continue;
    const raw = text.slice(from, figure.start);
    const own = labelOf(raw, common);
    // 完成年度目标任务的 100% is told of what stands before it.
    const label = own === "" && figure.kind === "percent" && before !== "" ? `${before}%` : own;
    const isList = IN_A_LIST.test(raw);
    from = figure.unitEnd;
    before = isList ? "" : own === "" ? before : own;
    if (label.length < COMMON || isList) continue;
    const [power, unit] = TEN_THOUSANDS[figure.unit] ?? ["1", figure.unit];
    const quote = text.slice(Math.max(sentence.start, figure.start - 20), figure.unitEnd);
    statements.push({ label, value: figure.value.times(decimal(power)), places: figure.places, unit, quote, figure });
  }
  return statements;
}

/** The words right before a figure, without those that say nothing of which fact it is. */
function labelOf(raw: string, common: readonly string[]): string {
  let label =
    raw
      .split(CLAUSE_SIGN)
      .at(-1)
      ?.replace(/[^\p{Script=Han}]/gu, "") ?? "";
  for (let again = true; again;) {
    const end = common.find((word) => label.endsWith(word));
    const start = common.find((word) => label.startsWith(word));
    again = end !== undefined || start !== undefined;
    if (end !== undefined) label = label.slice(0, -end.length);
    else if (start !== undefined) label = label.slice(start.length);
  }
  return label;
}

/** The shorter label must nearly be the end of the longer one. */
function isSameFact(one: Statement, other: Statement): boolean {
  const sameUnit = one.unit === other.unit || (PERSONS.has(one.unit) && PERSONS.has(other.unit));
  if (!sameUnit) return false;
  const shared = sameEnd(one.label, other.label);
  const [short, long] = [one.label.length, other.label.length].sort((a, b) => a - b);
  return shared >= COMMON && shared >= (short ?? 0) * 0.8 && shared >= (long ?? 0) * 0.5;
}

/** Whether the coarser of the two is not the finer one rounded. */
function differs(one: Statement, other: Statement): boolean {
  if (one.value.eq(other.value)) return false;
  const coarse = stepOf(one) > stepOf(other) ? one : other;
  const fine = coarse === one ? other : one;
  const factor = TEN_THOUSANDS[coarse.figure.unit]?.[0] ?? "1";
  return !roundTo(fine.value.div(decimal(factor)), coarse.places).eq(coarse.figure.value);
}

/** How coarsely a figure is written: the place of its last digit. */
function stepOf({ places, figure }: Statement): number {
  return (TEN_THOUSANDS[figure.unit] === undefined ? 0 : 4) - places;
}
