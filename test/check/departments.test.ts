import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { publish, type Department, type Unit } from "../support/department.js";
import type { PaperBook } from "../support/paper-book.js";
import { checkBook, findingLine, readSample, type Checked } from "../support/paper-check.js";
import { departments } from "../support/random-department.js";

let blank: PaperBook;

beforeAll(async () => {
  blank = await readSample("workbook");
});

/** Classes that 公开01表 prints. */
const CLASSES = ["201", "202", "203", "204", "205", "206", "207", "211", "212", "213", "214", "215"];

const UNITS: readonly Unit[] = ["万元", "元"];

describe("the tables printed from any department's exact books", () => {
  it.each(UNITS)("have no error in %s: what rounding moved is 尾差", (unit) => {
    fc.assert(
      fc.property(departments, (department) => {
        const checked = checkBook(publish(blank, department, unit));
        expect([checked.unit, checked.department]).toEqual([unit, department.name]);
        expect(errorsOf(checked)).toEqual([]);
      }),
      { seed: 20201231, numRuns: 16 },
    );
  });

  it("have no 尾差 in 元, because nothing was rounded", () => {
    fc.assert(
      fc.property(departments, (department) => {
        const { findings } = checkBook(publish(blank, department, "元"));
        expect(findings.filter(({ kind }) => kind === "rounding").map(findingLine)).toEqual([]);
      }),
      { seed: 4, numRuns: 6 },
    );
  });

  it.each(UNITS)("have an error at the figure, or at its total, when one figure in %s is wrong by 1.00", (unit) => {
    fc.assert(
      fc.property(departments, fc.nat(), (department, pick) => {
        const book = publish(blank, department, unit);
        const tables = ["公开02表", "公开03表", "公开05表"].map((name) => book.sheet(name));
        const figures = tables.flatMap((sheet) =>
          [...sheet.cells()].flatMap(({ ref, cell }) => (typeof cell.value === "number" ? [{ sheet, ref, cell }] : [])),
        );
        const chosen = figures[pick % figures.length];
        if (chosen === undefined) return;
        chosen.sheet.set(chosen.ref, Math.round(Number(chosen.cell.value) * 100 + 100) / 100);
        const places = checkBook(book)
          .findings.filter(({ severity }) => severity === "error")
          .flatMap(({ cells }) => cells.map(({ sheet, address }) => `${sheet}!${address}`));
        expect(places).toContain(`${chosen.sheet.name}!${chosen.ref}`);
      }),
      { seed: 11, numRuns: 16 },
    );
  });
});

describe("a department of one 项 and one source of money", () => {
  const books = (source: Department["items"][number]["source"]): Department => ({
    name: "某县水利局",
    items: [
      { code: "2130301", name: "行政运行", source, basic: false, opening: 0, income: 12_345_678, spent: 12_345_678 },
    ],
    economic: new Map(),
    assets: [0, 0, 0, 0, 0, 0, 0, 0, 0],
  });

  it.each(["fund", "capital", "service", "fees", "operating", "affiliates", "superior", "other"] as const)(
    "has no error when the money is %s",
    (source) => {
      expect(errorsOf(checkBook(publish(blank, books(source), "万元")))).toEqual([]);
    },
  );
});

describe("a department of three hundred codes", () => {
  it("is read whole; a wrong figure in its last row is found there", () => {
    const items = Array.from({ length: 240 }, (_, index) => {
      const code = `${CLASSES[Math.floor(index / 20)] ?? ""}${String((index % 20) + 1).padStart(2, "0")}01`;
      const income = 10_000_019 + index * 7919;
      return {
        code,
        name: `${code}项`,
        source: "general" as const,
        basic: index % 2 === 0,
        opening: 0,
        income,
        spent: income,
      };
    });
    const basic = items.filter((item) => item.basic).reduce((sum, { spent }) => sum + spent, 0);
    const assets = Array.from({ length: 9 }, (_, index) => 1_000_000 * index);
    const department = { name: "某州财政局", items, economic: new Map([["30201", basic]]), assets };
    const book = publish(blank, department, "万元");
    expect(errorsOf(checkBook(book))).toEqual([]);
    const sheet = book.sheet("公开03表");
    const last = Math.max(
      ...[...sheet.cells()].filter(({ cell }) => cell.value === items.at(-1)?.code).map(({ row }) => row),
    );
    expect(last).toBeGreaterThan(300);
    sheet.set(`E${last}`, Number(sheet.get(`E${last}`).value) + 1);
    expect(errorsOf(checkBook(book))[0]).toContain(`公开03表!E${last}`);
  });
});

function errorsOf(checked: Checked): readonly string[] {
  return checked.findings.filter(({ severity }) => severity === "error").map(findingLine);
}
