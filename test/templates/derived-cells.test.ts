import { describe, expect, test } from "vitest";
import type { Computed } from "../../shared/calc/computed.js";
import { computedOf } from "../../shared/calc/computed-session.js";
import { openSession } from "../../shared/calc/open.js";
import type { CellAddress } from "../../shared/model/address.js";
import { workbookOf } from "../support/rule-example.js";
import { foundFrom, loadFormulas, loadPack, loadSeed } from "../support/seed.js";

const pack = loadPack("yunnan-2020");
const formulas = loadFormulas(pack);
const files = ["tables-01-09.json", "assets.json", "profile-11.json", "projects-12.json"];
const session = openSession(pack, formulas, foundFrom(pack, loadSeed(...files)));
const published = computedOf(session);

/** `row.column` of the derived cells of a table, rows by 行次 where a range is derived. */
function derivedIn(table: string, computed: Computed = published): readonly string[] {
  return cellsOf(table, computed)
    .filter((address) => computed.derived(address) !== undefined)
    .map(({ row, column }) => `${row}.${column}`);
}

function cellsOf(table: string, computed: Computed): readonly CellAddress[] {
  const { columns } = computed.table(table);
  return computed.rows(table).flatMap((row) => columns.map(({ id }) => ({ table, row, column: id })));
}

function rows(from: number, to: number, ...columns: readonly string[]): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `r${from + index}`).flatMap((row) =>
    columns.map((column) => `${row}.${column}`),
  );
}

describe("derived cells", () => {
  test("have one defining formula each, and the formulas form no circle", () => {
    // Planning throws for a cell with two defining formulas and for a circle; here every derived cell has its place.
    const { definedBy, order, target } = session.plan;
    const defined = [...definedBy].filter((comparison) => comparison >= 0);
    expect(new Set(defined).size).toBe(defined.length);
    expect(order).toHaveLength(defined.length);
    expect([...target].filter((cell) => cell >= 0)).toHaveLength(defined.length);
    expect(defined).toHaveLength(792);
  });

  test("of 公开01 leave the four carry-overs and distributions to people", () => {
    expect(derivedIn("01")).toEqual([
      ...rows(1, 8, "revenue"),
      ...["r27.revenue", "r30.revenue"],
      ...rows(31, 57, "expenditure"),
      "r60.expenditure",
    ]);
  });

  test("of 公开04 are all its cells: it sums up 公开05, 07 and 08", () => {
    const funds = ["total", "generalPublicBudget", "governmentFunds", "stateCapital"];
    expect(derivedIn("04")).toEqual([
      ...rows(1, 3, "actual"),
      ...rows(27, 32, "actual"),
      ...rows(33, 60, ...funds),
      ...rows(64, 64, ...funds),
    ]);
  });

  test.each([
    ["02", ["total"]],
    ["03", ["total"]],
    ["05", ["openingTotal", "revenueTotal", "expenditureTotal", "closingTotal"]],
  ])("of 公开%s are 合计, rows with rows below them, and the sums of the lowest rows", (table, sums) => {
    for (const { row, column } of cellsOf(table, published)) {
      const isLowest = row !== "total" && published.children(table, row).length === 0;
      const isDerived = published.derived({ table, row, column }) !== undefined;
      expect(isDerived, `${row}.${column}`).toBe(!isLowest || sums.includes(column));
    }
  });

  test("of 公开06 are its 类 and the two totals below", () => {
    const categories = ["301", "302", "303", "307", "310", "312", "399"];
    expect(derivedIn("06").toSorted()).toEqual(
      [...categories, "personnelTotal", "runningTotal"].map((row) => `${row}.amount`).toSorted(),
    );
  });

  test("of 公开07 and 公开08 follow the same pattern as soon as there are rows", () => {
    const computed = computedOf(openSession(pack, formulas, workbookOf(pack, { given: FUND_ROWS, expect: "holds" })));
    expect(derivedIn("07", computed).filter((cell) => cell.startsWith("2120803"))).toEqual(
      ["openingTotal", "revenueTotal", "expenditureTotal", "closingTotal"].map((column) => `2120803.${column}`),
    );
    expect(derivedIn("07", computed).filter((cell) => cell.startsWith("total."))).toHaveLength(13);
    expect(derivedIn("07", computed).filter((cell) => cell.startsWith("212."))).toHaveLength(13);
    expect(derivedIn("08", computed)).toEqual([...SIX.map((column) => `total.${column}`), "2230105.closingTotal"]);
  });

  test("of 公开09, 国有资产, 公开11 and 公开12 are their sums and rates", () => {
    const both = ["r2.budgeted", "r2.actual", "r4.budgeted", "r4.actual"];
    expect(derivedIn("09")).toEqual([...both, "r7.actual", "r22.actual"]);
    expect(derivedIn("assets")).toEqual(["r1.total", "r1.fixed"]);
    expect(derivedIn("11-tasks")).toEqual(["1", "2", "3", "4"].flatMap((task) => [`${task}.total`, `${task}.rate`]));
    expect(derivedIn("12-projects").slice(0, 2)).toEqual(["p1.totalWeight", "p1.totalScore"]);
    expect(derivedIn("12-funds").slice(0, 7)).toEqual([
      ...["initial", "annual", "executed", "rate"].map((column) => `p1/total.${column}`),
      ...["current", "carryover", "other"].map((row) => `p1/${row}.rate`),
    ]);
  });
});

describe("the sums over codes", () => {
  test("lose nothing when a 类 is missing, and leave a 类 without 款 to people", () => {
    const given = { "支出.20801.项目支出": "700.81", "支出.213.项目支出": "5.00", "支出.2080102.项目支出": "700.81" };
    const computed = computedOf(openSession(pack, formulas, workbookOf(pack, { given, expect: "holds" })));
    expect(computed.figure({ table: "03", row: "total", column: "total" })?.toFixed(2)).toBe("705.81");
    expect(computed.derived({ table: "03", row: "213", column: "project" })).toBeUndefined();
    expect(computed.figure({ table: "03", row: "213", column: "total" })?.toFixed(2)).toBe("5.00");
  });
});

const SIX = ["opening", "revenue", "expenditure", "closingTotal", "closingCarryover", "closingSurplus"];

const FUND_ROWS = {
  "基金.212.收入项目": "300.00",
  "基金.2120803.收入项目": "300.00",
  "国资经营.2230105.本年收入": "50.00",
};
