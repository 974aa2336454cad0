import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openSession, type FoundRow } from "../../shared/calc/open.js";
import type { Session } from "../../shared/calc/session.js";
import { checkRules } from "../../shared/checks/check.js";
import { decimal } from "../../shared/decimal.js";
import type { CellInput } from "../../shared/model/workbook.js";
import { loadFormulas } from "../support/seed.js";
import { findings, markOf, show, type } from "../support/show.js";
import { foundText, openText, smallPack } from "../support/small-pack.js";

const PACK = smallPack();
const FORMULAS = loadFormulas(PACK);

/** 类, 款 and 项 of two classes; rows in between may be missing. */
const CODES = fc.uniqueArray(
  fc.tuple(fc.constantFrom("201", "208"), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })).map(codeText),
  { minLength: 1, maxLength: 14 },
);

function codeText([category, section, item]: readonly [string, number, number]): string {
  if (section === 0) return category;
  return item === 0 ? `${category}0${section}` : `${category}0${section}0${item}`;
}

type Figures = Readonly<Record<"basic" | "project", bigint | undefined>>;
type Leaves = ReadonlyMap<string, Figures>;

/** Rows with exact figures in every row that has none below it. */
function tables(figure: fc.Arbitrary<bigint | undefined>): fc.Arbitrary<{ codes: readonly string[]; leaves: Leaves }> {
  return CODES.chain((codes) => {
    const bottom = codes.filter((code) => !codes.some((other) => other !== code && other.startsWith(code)));
    const figures = fc.array(fc.record({ basic: figure, project: figure }), {
      minLength: bottom.length,
      maxLength: bottom.length,
    });
    return figures.map((all) => ({
      codes,
      leaves: new Map(bottom.map((code, index) => [code, all[index] ?? { basic: undefined, project: undefined }])),
    }));
  });
}

/** The exact sum of a column over all leaves of a row; blank when all of them are. Every code begins with no letters at all. */
function exactSum(leaves: Leaves, code: string, column: string): bigint | undefined {
  const parts = [...leaves]
    .filter(([leaf]) => leaf.startsWith(code))
    .flatMap(([, { basic, project }]) =>
      column === "total" ? [basic, project] : column === "basic" ? [basic] : [project],
    )
    .filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.reduce((sum, part) => sum + part, 0n);
}

const COLUMNS = ["total", "basic", "project"] as const;

/** A whole number of hundredths as text. */
function hundredths(count: bigint): string {
  const digits = String(count < 0n ? -count : count).padStart(3, "0");
  return `${count < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function open(rows: readonly FoundRow[], forms: readonly FoundRow[] = []): Session {
  const tables = new Map([
    ["03", { rows }],
    ["01", { rows: forms }],
  ]);
  return openSession(PACK, FORMULAS, { ...foundText("02 | total"), tables });
}

function amounts(texts: Readonly<Record<string, string | undefined>>): ReadonlyMap<string, CellInput> {
  const cells = new Map<string, CellInput>();
  for (const [column, text] of Object.entries(texts)) {
    if (text !== undefined) cells.set(column, { kind: "amount", value: decimal(text) });
  }
  return cells;
}

describe("sums", () => {
  it("are exact to the last digit, however large, in every row and column", () => {
    const figure = fc.option(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), { nil: undefined, freq: 4 });
    fc.assert(
      fc.property(tables(figure), ({ codes, leaves }) => {
        const rows = codes.map((key): FoundRow => {
          const { basic, project } = leaves.get(key) ?? {};
          const text = (part: bigint | undefined) => (part === undefined ? undefined : hundredths(part));
          return { key, cells: amounts({ basic: text(basic), project: text(project) }) };
        });
        const session = open(rows);
        for (const row of ["total", ...codes]) {
          for (const column of COLUMNS) {
            const sum = exactSum(leaves, row === "total" ? "" : row, column);
            const expected = sum === undefined ? "" : hundredths(sum).replace(/\.?0+$/, "");
            expect(show(session, `03!${row}!${column}`)).toBe(expected);
          }
        }
        expect(findings(session)).toEqual([]);
      }),
      { seed: 20204, numRuns: 300 },
    );
  });
});

/** An exact amount in 分: nothing, or enough to be seen when it is printed in 万元. */
const FEN = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0n) },
  { weight: 4, arbitrary: fc.bigInt({ min: 500_000n, max: 10n ** 12n }) },
);

/** 分 printed in 万元 with two places: rounded once, half up. */
function wan(fen: bigint): string {
  return hundredths((fen + 5_000n) / 10_000n);
}

/** A workbook each of whose figures is printed from its own exact amount. */
function printedOnce(codes: readonly string[], leaves: Leaves): { rows: FoundRow[]; forms: FoundRow[] } {
  const text = (code: string, column: string): string => wan(exactSum(leaves, code, column) ?? 0n);
  const row = (key: string, code: string): FoundRow => {
    return { key, cells: amounts(Object.fromEntries(COLUMNS.map((column) => [column, text(code, column)]))) };
  };
  const category = codes.includes("208") ? text("208", "total") : "0.00";
  const printed = { r2: text("", "total"), r3: category, r4: text("", "total") };
  return {
    rows: [row("total", ""), ...codes.map((code) => row(code, code))],
    forms: Object.entries(printed).map(([key, sum]) => ({ key, cells: amounts({ sum }) })),
  };
}

describe("figures printed once from exact amounts", () => {
  it("never give an error: every miss is 尾差", () => {
    fc.assert(
      fc.property(tables(FEN), ({ codes, leaves }) => {
        const { rows, forms } = printedOnce(codes, leaves);
        const kinds = checkRules(open(rows, forms)).map(({ kind, severity }) => `${kind} ${severity}`);
        expect(kinds.filter((kind) => kind !== "rounding hint")).toEqual([]);
      }),
      { seed: 20205, numRuns: 500 },
    );
  });

  it("give an error as soon as one of them is 1.00 off", () => {
    fc.assert(
      fc.property(tables(FEN), fc.nat(), fc.constantFrom(...COLUMNS), ({ codes, leaves }, at, column) => {
        const { rows, forms } = printedOnce(codes, leaves);
        const index = at % rows.length;
        const wrong = rows.map((row, place): FoundRow => {
          const input = row.cells.get(column);
          if (place !== index || input?.kind !== "amount") return row;
          return { ...row, cells: new Map(row.cells).set(column, { ...input, value: input.value.plus(1) }) };
        });
        expect(checkRules(open(wrong, forms)).some(({ severity }) => severity === "error")).toBe(true);
      }),
      { seed: 20206, numRuns: 300 },
    );
  });
});

describe("a residual", () => {
  it("survives every edit of its parts as long as one is not 0", () => {
    const part = fc.bigInt({ min: 100n, max: 10n ** 9n });
    const edits = fc.array(fc.tuple(fc.constantFrom("20801", "20802", "20803"), part), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(part, part, part, fc.constantFrom(1n, -1n), edits, (a, b, c, miss, all) => {
        const parts = new Map([
          ["20801", a],
          ["20802", b],
          ["20803", c],
        ]);
        const sum = (): bigint => [...parts.values()].reduce((whole, one) => whole + one, 0n);
        const lines = [...parts].map(([code, one]) => `${code} | ${hundredths(one)}`);
        let session = openText(`03 | basic\n208 | ${hundredths(sum() + miss)}\n${lines.join("\n")}`, PACK);
        for (const [code, figure] of all) {
          parts.set(code, figure);
          ({ session } = type(session, `03!${code}!basic`, hundredths(figure)));
          expect(markOf(session, "03!208!basic")).toBe(`residual ${miss < 0n ? "-" : ""}0.01`);
          expect(show(session, "03!208!basic")).toBe(hundredths(sum() + miss).replace(/\.?0+$/, ""));
        }
      }),
      { seed: 20207, numRuns: 300 },
    );
  });
});
