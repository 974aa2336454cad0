import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal, plain, type Decimal } from "../../shared/decimal.js";
import type { Change, Transaction } from "../../shared/model/transaction.js";
import { readTransactionText, transactionText } from "../../shared/model/transaction-text.js";
import type { CellInput, DerivedMark } from "../../shared/model/workbook.js";

/** Figures as texts compare exactly; two decimals of the same digits are two objects. */
function readable(transaction: Transaction | undefined): string {
  return JSON.stringify(transaction, (_, value: unknown) => (value instanceof Map ? [...value] : value));
}

const figure: fc.Arbitrary<Decimal> = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 9 }))
  .map(([digits, places]) => decimal(String(digits)).times(decimal(`0.${"0".repeat(places)}1`)));
const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), fc.constant("__proto__"));
const input: fc.Arbitrary<CellInput> = fc.oneof(
  figure.map((value): CellInput => ({ kind: "amount", value })),
  text.map((written): CellInput => ({ kind: "text", text: written })),
);
const mark: fc.Arbitrary<DerivedMark> = fc.record({
  kind: fc.constantFrom("residual" as const, "stated" as const),
  value: figure,
});
const ends = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<{ before?: Value; after?: Value }> =>
  fc.record({ before: value, after: value }, { requiredKeys: [] });
const at = fc.record({ table: text, row: text, column: text });
const columns = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<ReadonlyMap<string, Value>> =>
  fc.array(fc.tuple(text, value), { maxLength: 4 }).map((pairs) => new Map(pairs));
const row = fc.record({ key: text, inputs: columns(input), marks: columns(mark) });
const profile = fc.record({ department: text, year: fc.integer({ min: 1900, max: 2100 }) });
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(at, ends(input)).map(([place, both]): Change => ({ kind: "set-cell", at: place, ...both })),
  fc.tuple(at, ends(mark)).map(([place, both]): Change => ({ kind: "set-mark", at: place, ...both })),
  fc.record({
    kind: fc.constantFrom("insert-row" as const, "remove-row" as const),
    table: text,
    index: fc.nat(),
    row,
  }),
  fc.tuple(text, ends(text)).map(([id, both]): Change => ({ kind: "set-remark", id, ...both })),
  fc.record({ kind: fc.constant("set-profile" as const), before: profile, after: profile }),
);
const transaction: fc.Arbitrary<Transaction> = fc.record({
  origin: fc.constantFrom("typing", "paste", "rows", "import", "answer", "profile", "undo", "redo"),
  changes: fc.array(change, { maxLength: 6 }),
});

describe("a gesture as text", () => {
  test("reads back as it was, on one line", () => {
    fc.assert(
      fc.property(transaction, (gesture) => {
        const written = transactionText(gesture);
        expect(written).not.toMatch(/[\r\n]/);
        expect(readable(readTransactionText(written))).toBe(readable(gesture));
      }),
      { seed: 20260101, numRuns: 500 },
    );
  });

  test("keeps every digit of a figure", () => {
    const value = decimal("-98765432109876543210.000000001");
    const written = transactionText({
      origin: "typing",
      changes: [
        { kind: "set-cell", at: { table: "03", row: "208", column: "total" }, after: { kind: "amount", value } },
      ],
    });
    expect(written).toBe('[1,"typing",["cell","03","208","total",null,"=-98765432109876543210.000000001"]]');
    const [first] = readTransactionText(written)?.changes ?? [];
    expect(first?.kind === "set-cell" && first.after?.kind === "amount" ? plain(first.after.value) : "").toBe(
      "-98765432109876543210.000000001",
    );
  });

  test.each([
    ["nothing", ""],
    ["half a line", '[1,"typing",["cell","03","208"'],
    ["another format", '[2,"typing"]'],
    ["no list", '{"origin":"typing","changes":[]}'],
    ["an unknown origin", '[1,"magic"]'],
    ["an unknown change", '[1,"typing",["move","03","208","total",null,null]]'],
    ["too few parts", '[1,"typing",["cell","03","208","total",null]]'],
    ["too many parts", '[1,"typing",["remark","x",null,"y","z"]]'],
    ["a figure as a number", '[1,"typing",["cell","03","208","total",null,12.3]]'],
    ["a figure with an exponent", '[1,"typing",["cell","03","208","total",null,"=1e3"]]'],
    ["a figure that is none", '[1,"typing",["cell","03","208","total",null,"=NaN"]]'],
    ["a cell without its sign", '[1,"typing",["cell","03","208","total",null,"12"]]'],
    ["a cell where a mark belongs", '[1,"typing",["mark","03","208","total",null,"=1"]]'],
    ["a row number below 0", '[1,"rows",["insert","03",-1,["208",[],[]]]]'],
    ["a fraction of a row", '[1,"rows",["insert","03",0.5,["208",[],[]]]]'],
    ["a row with a column twice", '[1,"rows",["insert","03",0,["208",["a","=1","a","=2"],[]]]]'],
    ["a row with half a cell", '[1,"rows",["insert","03",0,["208",["a"],[]]]]'],
    ["a year as text", '[1,"profile",["profile","局","2020","局",2021]]'],
  ])("refuses %s", (_, written) => {
    expect(readTransactionText(written)).toBeUndefined();
  });
});
