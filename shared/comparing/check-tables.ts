import { isMoney } from "../amount.js";
import type { Session } from "../calc/session.js";
import { fixed } from "../decimal.js";
import type { Finding } from "../model/finding.js";
import type { ProseFigure } from "../prose/figures.js";
import type { CheckedProse } from "./checked-prose.js";
import type { Claim, Worths } from "./claim.js";
import { factsOf } from "./facts.js";
import { judge, type Verdict } from "./judge.js";
import { NOTHING_TOLD, TableReader } from "./table-claims.js";
import { textFinding } from "./text-finding.js";
import { toldTables, type ToldFigure, type ToldRow, type ToldTable } from "./told-tables.js";

/**
 * Holds the figures of tables inside a text against the workbook. Rows with figures of which it could not be decided what they say are
 * named once a table, with how many figures that leaves.
 */
export function checkTables({ paragraphs, worths }: CheckedProse, session: Session): readonly Finding[] {
  const tables = toldTables(paragraphs);
  if (tables.length === 0) return [];
  const reader = new TableReader(session, factsOf(session));
  return tables.flatMap((table) => tableFindings(table, reader, worths));
}

function tableFindings(table: ToldTable, reader: TableReader, worths: Worths): readonly Finding[] {
  const findings: Finding[] = [];
  const undecided: { readonly row: ToldRow; readonly figure: ToldFigure }[] = [];
  for (const row of table.rows) {
    const claims = reader.read(table, row);
    const judged = row.figures.map((figure, index) => ({
      figure,
      verdict: verdictOf(figure, claims[index], table, worths),
    }));
    const isDoubtful = !row.isGrid && judged.filter(({ verdict }) => isWrong(verdict)).length * 2 > judged.length;
    for (const { figure, verdict } of judged) {
      if (verdict === undefined || verdict.kind === "unknown" || (isDoubtful && verdict.kind !== "right")) {
        undecided.push({ row, figure });
      } else if (verdict.kind !== "right") findings.push(cellFinding(row, figure, verdict));
    }
  }
  const [first] = undecided;
  if (first === undefined) return findings;
  const named = { row: first.row, figure: first.figure, count: undecided.length };
  return [...findings, undecidedFinding(named)];
}

function isWrong(verdict: Verdict | undefined): boolean {
  return verdict?.kind === "wrong" || verdict?.kind === "unit";
}

function verdictOf(
  figure: ToldFigure,
  claim: Claim | undefined,
  { unit }: ToldTable,
  worths: Worths,
): Verdict | undefined {
  if (claim === undefined) return undefined;
  if (claim === NOTHING_TOLD) return { kind: "right" };
  const worth = worths(claim);
  const { exact } = worth;
  if (exact.kind !== "value") return judge(asProse(figure, ""), worth);
  if (figure.isPercent !== (exact.unit === "%")) return undefined;
  const said = isMoney(exact.unit) ? (unit ?? exact.unit ?? "") : (exact.unit ?? "");
  const verdict = judge(asProse(figure, said), worth, said);
  const isOtherWay = !figure.value.isZero() && !exact.value.isZero() && figure.isNegative !== exact.value.isNegative();
  return verdict.kind === "right" && isOtherWay
    ? { kind: "wrong", expected: fixed(exact.value, exact.places ?? 2), from: exact.from }
    : verdict;
}

/** The figure of a cell as a sentence would tell it. */
function asProse({ value, places, isPercent, start, end }: ToldFigure, unit: string): ProseFigure {
  const kind = isPercent ? "percent" : isMoney(unit) ? "amount" : "count";
  return { kind, value, places, unit: isPercent ? "%" : unit, start, end, unitEnd: end };
}

function cellFinding(row: ToldRow, figure: ToldFigure, verdict: Exclude<Verdict, { kind: "right" }>): Finding {
  const isRounding = verdict.kind === "rounding";
  return textFinding({
    ...placeOf(row, figure),
    code: isRounding ? "text-rounding" : verdict.kind === "no-base" ? "text-no-base" : "text-figure",
    severity: isRounding ? "hint" : "error",
    ...(isRounding ? { kind: "rounding" } : {}),
    expected: "expected" in verdict ? verdict.expected : "",
    cells: verdict.from,
    facts: { unit: figure.isPercent ? "%" : "" },
  });
}

function undecidedFinding({ row, figure, count }: { row: ToldRow; figure: ToldFigure; count: number }): Finding {
  const facts = { count: String(count) };
  return textFinding({ ...placeOf(row, figure), code: "text-table", severity: "hint", kind: "not-checked", facts });
}

/** Where a cell stands in the normal text of its row. */
function placeOf({ of }: ToldRow, { start, end }: ToldFigure) {
  const { origins, text } = of.normal;
  const at = (place: number): number => {
    const found = origins.findIndex((origin) => origin >= place);
    return found < 0 ? text.length : found;
  };
  return { in: of, sentence: { start: 0, end: text.length }, start: at(start), end: at(end) };
}
