import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SheetOperation } from "../../shared/patching/patch-excel.js";
import { partsOf, patch, patchRich, RICH_SHEET } from "../support/patching.js";

/**
 * The rich workbook after one pair of operations: what cannot come back is gone from it (the calculation chain, one
 * formula shared by cells that no longer agree, a reference that left the sheet).
 */
const START = patchRich([
  { kind: "insert-rows", after: 12, count: 1, like: 12 },
  { kind: "remove-rows", first: 13, count: 1 },
]);

const insertion = fc.record({
  after: fc.integer({ min: 0, max: 30 }),
  count: fc.integer({ min: 1, max: 4 }),
  like: fc.integer({ min: 1, max: 30 }),
});

function operate(bytes: Uint8Array, operations: readonly SheetOperation[]): Uint8Array {
  return patch(bytes, { sheets: [{ sheet: RICH_SHEET, operations }] });
}

function expectSameParts(bytes: Uint8Array): void {
  const [before, after] = [partsOf(START), partsOf(bytes)];
  expect(after.names).toEqual(before.names);
  for (const name of before.names) {
    if (/\.(bin|png)$/.test(name)) continue;
    expect(after.text(name), name).toBe(before.text(name));
  }
}

describe("rows put in and taken out again", () => {
  test("leave every part of the rich workbook as it was", () => {
    fc.assert(
      fc.property(insertion, ({ after, count, like }) => {
        const inserted = operate(START, [{ kind: "insert-rows", after, count, like }]);
        expect(Buffer.compare(inserted, START)).not.toBe(0);
        expectSameParts(operate(inserted, [{ kind: "remove-rows", first: after + 1, count }]));
      }),
      { seed: 20200201, numRuns: 150 },
    );
  });

  test("also when many go in one after the other and out in any grouping", () => {
    fc.assert(
      fc.property(insertion, fc.integer({ min: 1, max: 3 }), ({ after, count, like }, more) => {
        expectSameParts(
          operate(START, [
            { kind: "insert-rows", after, count, like },
            { kind: "insert-rows", after: after + count, count: more, like: after + 1 },
            { kind: "remove-rows", first: after + 1, count: 1 },
            { kind: "remove-rows", first: after + 1, count: count + more - 1 },
          ]),
        );
      }),
      { seed: 20200202, numRuns: 60 },
    );
  });

  test("rows put in at once are the same as put in one by one from below", () => {
    fc.assert(
      fc.property(insertion, ({ after, count, like }) => {
        const atOnce = operate(START, [{ kind: "insert-rows", after, count, like }]);
        const one = like > after ? 1 : 0;
        const oneByOne = operate(
          START,
          Array.from({ length: count }, (_, index) => ({
            kind: "insert-rows" as const,
            after,
            count: 1,
            like: like + one * index,
          })),
        );
        const [a, b] = [partsOf(atOnce), partsOf(oneByOne)];
        for (const name of [
          "xl/workbook.xml",
          "xl/charts/chart1.xml",
          "xl/comments1.xml",
          "xl/worksheets/sheet2.xml",
        ]) {
          expect(b.text(name), name).toBe(a.text(name));
        }
        expect(rowsOf(b.text("xl/worksheets/sheet1.xml"))).toBe(rowsOf(a.text("xl/worksheets/sheet1.xml")));
      }),
      { seed: 20200203, numRuns: 40 },
    );
  });
});

function rowsOf(sheet: string | undefined): string {
  return /<sheetData>.*<\/sheetData>/s.exec(sheet ?? "")?.[0] ?? "";
}
