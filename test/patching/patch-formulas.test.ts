import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forgetSheet, isRowFormula, shiftFormula, translateFormula } from "../../shared/patching/formula-shift.js";
import type { RowShift } from "../../shared/patching/row-shift.js";

const HOME = "公开01表";
const insert = (after: number, count: number, sheet = HOME): RowShift => ({ kind: "insert", sheet, after, count });
const remove = (first: number, count: number, sheet = HOME): RowShift => ({ kind: "remove", sheet, first, count });

describe("two rows put in below row 10", () => {
  test.each<[string, string]>([
    ["A10+A11", "A10+A13"],
    ["$A$11+A$11+$A11", "$A$13+A$13+$A13"],
    ["SUM(E9:E20)", "SUM(E9:E22)"],
    ["SUM(E2:E10)", "SUM(E2:E10)"],
    ["SUM(E11:E20)", "SUM(E13:E22)"],
    ["SUM(E20:E9)", "SUM(E22:E9)"],
    ["SUM(A:C)+SUM($A:$A)", "SUM(A:C)+SUM($A:$A)"],
    ["SUM(5:11)+SUM($11:$12)", "SUM(5:13)+SUM($13:$14)"],
    ["A5:A1048576", "A5:A1048576"],
    ["A1048576", "#REF!"],
    ["A1048575:B1048576", "#REF!"],
    ["A11:INDEX(B1:B20,3)", "A13:INDEX(B1:B22,3)"],
    ["A1:B11:C12", "A1:B13:C14"],
    ["A11:B12 B12:C13,A11", "A13:B14 B14:C15,A13"],
    ["A11#+@A12", "A13#+@A14"],
    ['"A11"&A11&"say ""A11"""', '"A11"&A13&"say ""A11"""'],
    ["LOG10(A11)+DEC2BIN(A11)+ATAN2(A11,1)", "LOG10(A13)+DEC2BIN(A13)+ATAN2(A13,1)"],
    ["A11.5+A1B+收入A11+A11收入+_A11+TRUE", "A11.5+A1B+收入A11+A11收入+_A11+TRUE"],
    ["XFE11+ABCD11+A0+A1048577", "XFE11+ABCD11+A0+A1048577"],
    ["a11+xfd11", "a13+xfd13"],
    ["1E5+1.5E+11+11%", "1E5+1.5E+11+11%"],
    ["{11,12;13,14}*A11", "{11,12;13,14}*A13"],
    ["表格[[#This Row],[A11]]+表格[A'[11']]+A11", "表格[[#This Row],[A11]]+表格[A'[11']]+A13"],
    ["#REF!+#REF!A11+#N/A+#DIV/0!+A11", "#REF!+#REF!A11+#N/A+#DIV/0!+A13"],
    ["公开01表!A11+'公开01表'!A11", "公开01表!A13+'公开01表'!A13"],
    ["公开02表!A11+'公开 02表'!A11+Sheet1!A11", "公开02表!A11+'公开 02表'!A11+Sheet1!A11"],
    ["公开01表!A11:公开01表!B12", "公开01表!A13:B14"],
    [
      "[1]公开01表!A11+'[other.xlsx]公开01表'!A11+'C:\\x\\[o.xlsx]公开01表'!A11",
      "[1]公开01表!A11+'[other.xlsx]公开01表'!A11+'C:\\x\\[o.xlsx]公开01表'!A11",
    ],
    ["[0]!A11名+[1]!A11", "[0]!A11名+[1]!A11"],
    [
      "SUM(公开01表:公开03表!A11)+SUM('公开01表:公开03表'!A11)+A11",
      "SUM(公开01表:公开03表!A11)+SUM('公开01表:公开03表'!A11)+A13",
    ],
    ["SUM(公开01表:公开01表!A11)", "SUM(公开01表:公开01表!A13)"],
    ["IF(A11>0,\"\",'公开01表'!$A$11:$B$12)", "IF(A13>0,\"\",'公开01表'!$A$13:$B$14)"],
    ["", ""],
  ])("%s", (formula, expected) => {
    expect(shiftFormula(formula, insert(10, 2), { sheet: HOME })).toBe(expected);
  });
});

describe("two rows taken out from row 10 on", () => {
  test.each<[string, string]>([
    ["A9+A10+A11+A12", "A9+#REF!+#REF!+A10"],
    ["SUM(E9:E20)", "SUM(E9:E18)"],
    ["SUM(E5:E10)", "SUM(E5:E9)"],
    ["SUM(E11:E20)", "SUM(E10:E18)"],
    ["SUM(E10:E11)", "SUM(#REF!)"],
    ["SUM(E11:E10)", "SUM(#REF!)"],
    ["SUM(10:11)+SUM($9:$10)", "SUM(#REF!)+SUM($9:$9)"],
    ["A5:A1048576+A11:A1048576", "A5:A1048576+A10:A1048576"],
    ["公开01表!A10+'公开01表'!A$11*2", "#REF!+#REF!*2"],
    ["A10:INDEX(B1:B20,3)", "#REF!:INDEX(B1:B18,3)"],
  ])("%s", (formula, expected) => {
    expect(shiftFormula(formula, remove(10, 2), { sheet: HOME })).toBe(expected);
  });
});

describe("whose rows a reference means", () => {
  test("sheet names are one whatever their capitals, and doubled apostrophes are one", () => {
    expect(shiftFormula("'it''s'!A5+'IT''S'!A5", insert(1, 1, "It's"), {})).toBe("'it''s'!A6+'IT''S'!A6");
  });

  test("a formula of another sheet means its own sheet without a name", () => {
    expect(shiftFormula("A11+公开01表!A11", insert(10, 2), { sheet: "公开02表" })).toBe("A11+公开01表!A13");
    expect(shiftFormula("A11", insert(10, 2), {})).toBe("A11");
  });

  test("names follow with their fixed rows only", () => {
    const place = { onlyFixed: true };
    expect(shiftFormula("公开01表!$A$11:$B$12+公开01表!A11+公开01表!$A11:B$12", insert(10, 2), place)).toBe(
      "公开01表!$A$13:$B$14+公开01表!A11+公开01表!$A11:B$12",
    );
  });

  test("a sheet that is taken away leaves #REF!", () => {
    expect(forgetSheet("上年数!A1+SUM('上年数'!A1:B2)+A1+SUM(a:上年数!C1)+[1]上年数!A1", "上年数")).toBe(
      "#REF!+SUM(#REF!)+A1+SUM(#REF!)+[1]上年数!A1",
    );
  });
});

describe("copied formulas", () => {
  test.each<[string, number, number, string]>([
    ["SUM(F8:H8)+$A8+A$8+$A$8", 3, 0, "SUM(F11:H11)+$A11+A$8+$A$8"],
    ["Z1+$Z1+A:B+$A:B+1:1", 0, 1, "AA1+$Z1+B:C+$A:C+1:1"],
    ["表!A1+'表 2'!A$1&\"A1\"", 1, 1, "表!B2+'表 2'!B$1&\"A1\""],
    ["A1+B2", -1, 0, "#REF!+B1"],
    ["表!A1:B3", -1, 0, "#REF!"],
    ["XFD1", 0, 1, "#REF!"],
  ])("%s by %i rows and %i columns", (formula, rows, columns, expected) => {
    expect(translateFormula(formula, rows, columns)).toBe(expected);
  });

  test("only what stays in its own row is copied into a new one", () => {
    const along = [
      "SUM(F8:H8)",
      "E8/E$7",
      "公开01表!F8*2",
      "公开02表!$A$1",
      "SUM(A:A)",
      "E$7:E8",
      "ROW()",
      "表格[[#This Row],[金额]]",
    ];
    const across = ["SUM(E9:E20)", "E7+F8", "公开02表!F8", "[1]公开01表!F8", "8:8+7:7"];
    expect(along.filter((formula) => !isRowFormula(formula, 8, HOME))).toEqual([]);
    expect(across.filter((formula) => isRowFormula(formula, 8, HOME))).toEqual([]);
  });
});

describe("against an oracle that moves a column of numbered rows", () => {
  const shifts = fc.oneof(
    fc
      .record({ after: fc.integer({ min: 0, max: 30 }), count: fc.integer({ min: 1, max: 4 }) })
      .map(({ after, count }) => insert(after, count)),
    fc
      .record({ first: fc.integer({ min: 1, max: 30 }), count: fc.integer({ min: 1, max: 4 }) })
      .map(({ first, count }) => remove(first, count)),
  );
  const rows = fc.integer({ min: 1, max: 34 });
  const dollar = fc.constantFrom("", "$");
  const prefix = fc.constantFrom("", "公开01表!", "'公开01表'!", "公开02表!", "[1]公开01表!");
  const piece = fc.oneof(
    fc.record({ prefix, column: fc.constantFrom("A", "$XFD"), dollar, row: rows }),
    fc.record({ prefix, column: fc.constantFrom("B"), dollar, row: rows, to: rows }),
    fc.record({ words: fc.constantFrom('"A5"', "LOG10(2)", "税率", "表[A5]", "1.5", "A:C", "#N/A") }),
  );

  test("every reference goes where its rows go", () => {
    fc.assert(
      fc.property(shifts, fc.array(piece, { minLength: 1, maxLength: 6 }), (shift, pieces) => {
        const written = pieces.map((each) => ("words" in each ? each.words : reference(each, undefined)));
        const expected = pieces.map((each) => ("words" in each ? each.words : reference(each, shift)));
        expect(shiftFormula(written.join("+"), shift, { sheet: HOME })).toBe(expected.join("+"));
      }),
      { seed: 20200101, numRuns: 2000 },
    );
  });

  test("rows put in and taken out again leave every formula as it was", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 1, max: 9 }),
        fc.array(piece, { maxLength: 6 }),
        (after, count, pieces) => {
          const formula = pieces.map((each) => ("words" in each ? each.words : reference(each, undefined))).join("*");
          const there = shiftFormula(formula, insert(after, count), { sheet: HOME });
          expect(shiftFormula(there, remove(after + 1, count), { sheet: HOME })).toBe(formula);
        },
      ),
      { seed: 20200102, numRuns: 1000 },
    );
  });

  test("translating there and back leaves every formula that stays on the sheet as it was", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50 }), fc.array(piece, { maxLength: 6 }), (by, pieces) => {
        const formula = pieces.map((each) => ("words" in each ? each.words : reference(each, undefined))).join("-");
        expect(translateFormula(translateFormula(formula, by, 0), -by, 0)).toBe(formula);
      }),
      { seed: 20200103, numRuns: 500 },
    );
  });
});

interface Piece {
  readonly prefix: string;
  readonly column: string;
  readonly dollar: string;
  readonly row: number;
  readonly to?: number;
}

/** The reference as it is written before (no shift) or after it, found by moving sixty numbered rows. */
function reference({ prefix, column, dollar, row, to }: Piece, shift: RowShift | undefined): string {
  const isOurs = !prefix.includes("02") && !prefix.includes("[");
  const sheet = Array.from({ length: 60 }, (_, index) => index + 1);
  if (shift?.kind === "insert" && isOurs) sheet.splice(shift.after, 0, ...Array<number>(shift.count).fill(0));
  if (shift?.kind === "remove" && isOurs) sheet.splice(shift.first - 1, shift.count);
  const [top, bottom] = [Math.min(row, to ?? row), Math.max(row, to ?? row)];
  const left = sheet.flatMap((id, index) => (id >= top && id <= bottom ? [index + 1] : []));
  const [first, last] = [left[0], left.at(-1)];
  if (first === undefined || last === undefined) return "#REF!";
  const cell = (place: number): string => `${column}${dollar}${place}`;
  if (to === undefined) return prefix + cell(first);
  return row <= to ? `${prefix}${cell(first)}:${cell(last)}` : `${prefix}${cell(last)}:${cell(first)}`;
}
