import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  MAX_COLUMN,
  MAX_ROW,
  columnLetters,
  columnNumber,
  contains,
  formatRange,
  formatReference,
  isUnbounded,
  parseRange,
  parseReference,
} from "../../shared/sheets/cell-reference.js";

describe("a reference", () => {
  it("is read back as it was written, for every place of a sheet", () => {
    const row = fc.integer({ min: 1, max: MAX_ROW });
    const column = fc.integer({ min: 1, max: MAX_COLUMN });
    fc.assert(
      fc.property(row, column, (r, c) => {
        expect(parseReference(formatReference(r, c))).toEqual({ row: r, column: c });
      }),
      { seed: 1 },
    );
  });

  it.each([
    ["A1", 1, 1],
    ["$Z$9", 9, 26],
    ["aa10", 10, 27],
    ["XFD1048576", 1048576, 16384],
  ])("%s is row %i, column %i", (text, row, column) => {
    expect(parseReference(text)).toEqual({ row, column });
  });

  it.each(["", "A", "1", "A0", "XFE1", "A1048577", "A1:B2", "A-1", "A1.5", "R1C1", "__proto__", "A１", " A1"])(
    "%j is none",
    (text) => {
      expect(parseReference(text)).toBeUndefined();
    },
  );
});

describe("a column", () => {
  it("has letters that give its number again, A to XFD", () => {
    const columns = Array.from({ length: MAX_COLUMN }, (_, index) => index + 1);
    expect(columns.map((column) => columnNumber(columnLetters(column)))).toEqual(columns);
    expect([columnLetters(1), columnLetters(26), columnLetters(27), columnLetters(MAX_COLUMN)]).toEqual([
      "A",
      "Z",
      "AA",
      "XFD",
    ]);
  });

  it("that no sheet has is a defect", () => {
    expect(() => columnLetters(0)).toThrow(RangeError);
    expect(() => columnLetters(MAX_COLUMN + 1)).toThrow(RangeError);
    expect(columnNumber("XFE")).toBeUndefined();
  });
});

describe("a range", () => {
  it.each([
    ["B2:D9", "B2:D9", false],
    ["D9:B2", "B2:D9", false],
    ["$B$2", "B2", false],
    ["A:C", "A1:C1048576", true],
    ["2:3", "A2:XFD3", true],
    ["A1:XFD1048576", "A1:XFD1048576", true],
    ["A2:C1048576", "A2:C1048576", false],
  ])("%s is %s", (text, written, unbounded) => {
    const range = parseRange(text);
    expect(range && [formatRange(range), isUnbounded(range)]).toEqual([written, unbounded]);
  });

  it.each(["", ":", "A1:", "A1:B2:C3", "A:1", "A1:A1048577", "0:3", "A:XFE", "#REF!", "Sheet!A1"])(
    "%j is none",
    (text) => {
      expect(parseRange(text)).toBeUndefined();
    },
  );

  it("contains its edges and nothing beyond them", () => {
    const range = parseRange("B2:C3");
    const inside = [1, 2, 3, 4].flatMap((row) =>
      [1, 2, 3, 4]
        .filter((column) => range && contains(range, row, column))
        .map((column) => formatReference(row, column)),
    );
    expect(inside).toEqual(["B2", "C2", "B3", "C3"]);
  });
});
