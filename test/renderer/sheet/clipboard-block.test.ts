import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTabbedText, tabbedText } from "../../../renderer/sheet/clipboard-block.js";

function texts(source: string): readonly (readonly (string | undefined)[])[] {
  return readTabbedText(source).map((row) => row.map((cell) => cell?.text));
}

describe("tab separated text", () => {
  test("the line end Excel puts behind the last row is no row", () => {
    expect(texts("1\t2\r\n3\t4\r\n")).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
    expect(texts("5")).toEqual([["5"]]);
    expect(texts("a\n\nb")).toEqual([["a"], [""], ["b"]]);
  });

  test("a quoted field holds tabs, line breaks and doubled quotes", () => {
    expect(texts('"第一行\n第二行 ""引号"""\t5\r\n')).toEqual([['第一行\n第二行 "引号"', "5"]]);
    expect(texts('"a\tb"\t"c\r\nd"')).toEqual([["a\tb", "c\nd"]]);
  });

  test("a quote that does not close before a delimiter is just a sign", () => {
    expect(texts('5" 管\t"开口')).toEqual([['5" 管', '"开口']]);
    expect(texts('"甲"乙\t1')).toEqual([['"甲"乙', "1"]]);
  });

  test("short rows are as long as the longest", () => {
    expect(texts("1\t2\t3\n4")).toEqual([
      ["1", "2", "3"],
      ["4", "", ""],
    ]);
  });

  test("what is written is read back as it stood", () => {
    const field = fc.string({ unit: fc.constantFrom("甲", "1", '"', "\t", "\n", " ", ",") });
    const rows = fc.array(fc.array(field, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(rows, (written) => {
        expect(texts(tabbedText(written))).toEqual(written);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
