import { describe, expect, test } from "vitest";
import { correctedTables, corrections, publishedTables } from "../../build/templates/seed-tables.js";
import { checkRules } from "../../shared/checks/check.js";
import { checkPlausibility, figureChecks, textChecks } from "../../shared/checks/plausibility.js";
import { checkStructures } from "../../shared/checks/structure.js";
import { computedOf } from "../../shared/calc/computed-session.js";
import { openSession } from "../../shared/calc/open.js";
import type { Finding } from "../../shared/model/finding.js";
import { foundFrom, loadFormulas, loadPack, type SeedTable } from "../support/seed.js";
import { computedFromSeed, line } from "../support/text-workbook.js";

const pack = loadPack("yunnan-2020");
/** What the published sentences imply of last year. */
const LAST_YEAR = { lastYear: { "三公.2.决算统计数": "21.69" } };

function suspicions(tables: readonly SeedTable[]): readonly Finding[] {
  return checkPlausibility(computedFromSeed(pack, tables, LAST_YEAR));
}

function errors(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity }) => severity === "error");
}

describe("the published document", () => {
  const found = suspicions(publishedTables());

  test("three projects are filled in in 元, one of them across its weight, rate and score", () => {
    const amounts = errors(found).filter(({ rule }) => rule !== "name-as-actual");
    expect(amounts.map(line)).toEqual([
      ...[
        ["p12", "50000.00"],
        ["p13", "11600.00"],
        ["p14", "350000.00"],
      ].flatMap(([project = "", amount = ""]) =>
        ["total", "current"].map((row) => {
          const cells = ["initial", "annual", "executed"].map((column) => `12-funds!${project}/${row}!${column}`);
          return `unit-slip error ${cells.join(" ")} 03!total!total ${amount} ~ 8337.62`;
        }),
      ),
      "pasted-amount error 12-funds!p14/current!weight 12-funds!p14/current!score 12-funds!p14/current!rate 12-funds!p14/current!initial 12-funds!p14/current!annual 12-funds!p14/current!executed 350000 ~ 100",
    ]);
  });

  test("every actual value that is the indicator's own name is found, and was corrected", () => {
    const names = errors(found)
      .filter(({ rule }) => rule === "name-as-actual")
      .map(({ cells }) => cells[0]?.row);
    const corrected = corrections().filter(({ table, column }) => table === "12-indicators" && column === "actual");
    expect([...names].sort()).toEqual(corrected.map(({ row }) => row).sort());
  });

  test("01–09, 国有资产 and the texts of 公开10 and 11 hold no error", () => {
    const elsewhere = errors(found).filter(({ cells }) => cells[0]?.table.startsWith("12") !== true);
    expect(elsewhere).toEqual([]);
  });
});

describe("the corrected sample", () => {
  test("holds no error of plausibility; what remains asks for a reason", () => {
    expect(suspicions(correctedTables()).map(line)).toEqual([
      "stale-year explain 10!balance!text",
      "late-deadline explain 11-indicators!19!value 11-indicators!19!actual",
      "late-deadline explain 12-indicators!p7/2!level3 12-indicators!p7/2!value",
      ...["p1", "p2", "p3", "p4", "p5", "p6", "p8"].map(
        (project) => `goal-as-result explain 12-projects!${project}!actualGoal 12-projects!${project}!expectedGoal`,
      ),
      "same-text explain 12-projects!p6!expectedGoal 12-projects!p8!expectedGoal",
      "same-text explain 12-projects!p6!actualGoal 12-projects!p8!actualGoal",
    ]);
  });

  test("holds every rule of the pack but for what rounding moves", () => {
    const found = foundFrom(pack, correctedTables());
    const empty = new Map(["07", "08"].map((form) => [form, "本年度没有相关收支，故本表无数据。"]));
    const session = openSession(pack, loadFormulas(pack), { ...found, emptySentences: empty });
    const findings = [...checkRules(session), ...checkStructures(computedOf(session))];
    expect(findings.filter(({ kind }) => kind !== "rounding").map(line)).toEqual([]);
  });

  test("asking twice gives equal findings, and the two lists of checks are all there is", () => {
    const computed = computedFromSeed(pack, publishedTables(), LAST_YEAR);
    const first = checkPlausibility(computed);
    expect([...figureChecks, ...textChecks].flatMap((check) => check(computed))).toEqual(first);
  });
});

test("a workbook in which nobody has typed anything is not suspected of anything", () => {
  expect(suspicions([])).toEqual([]);
});

describe("plausibility.json", () => {
  test("names tables, rows and columns the pack has", () => {
    const tables = new Map(pack.tables.map((table) => [table.id, table]));
    const { plausibility } = pack;
    const cells = [
      ...plausibility.unitSlips.flatMap(({ within, table, columns, spent }) => [
        [within.table, [within.column]] as const,
        [table, [...columns, ...spent]] as const,
      ]),
      ...plausibility.unitSlips.flatMap(({ table, twin }) =>
        twin === undefined ? [] : [[table, [twin.column]] as const, [twin.table, [twin.twinColumn]] as const],
      ),
      ...plausibility.pastedAmounts.map(
        (one) => [one.table, [...one.amounts, one.weight, one.rate, one.score]] as const,
      ),
      ...plausibility.scores.map(({ table, weight, score }) => [table, [weight, score]] as const),
      ...plausibility.shares.map(({ table, rate, base }) => [table, [rate, base]] as const),
      ...plausibility.executions.map(({ table, budget, spent }) => [table, [budget, spent]] as const),
      ...plausibility.indicators.map(
        ({ table, name, targets, actual }) => [table, [name, ...targets, actual]] as const,
      ),
      ...plausibility.copies.pairs.map(({ table, left, right }) => [table, [left, right]] as const),
      ...[
        ...plausibility.copies.across,
        ...plausibility.years.texts,
        ...plausibility.years.deadlines,
        ...plausibility.textAmounts.texts,
        ...plausibility.wanted,
        ...plausibility.executions.flatMap(({ reasonsBelow }) => reasonsBelow),
      ].map(({ table, columns }) => [table, columns] as const),
      ...[...plausibility.statedFigures.flatMap(({ figures }) => figures), ...plausibility.statedChanges].map(
        ({ cell }) => [cell.table, [cell.column]] as const,
      ),
    ];
    const unknown = cells.flatMap(([table, columns]) =>
      columns
        .filter((column) => tables.get(table)?.columns.some(({ id }) => id === column) !== true)
        .map((column) => `${table}.${column}`),
    );
    expect(unknown).toEqual([]);
  });
});
