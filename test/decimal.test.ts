import { Decimal as Library } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ExactSum, fixed, halfStep, isFiner, lastPlace, parseDecimal, plain, powerOfTen } from "../shared/decimal.js";

/** decimal.js by itself, with room for every digit: what the short ways of the program have to agree with. */
const Plain = Library.clone({ precision: 60, rounding: Library.ROUND_HALF_UP, toExpNeg: -1000, toExpPos: 1000 });

/** Figures of a published table, and odd ones: many digits, many places, nothing before the point, leading zeros. */
const FIGURES = fc.oneof(
  fc.stringMatching(/^-?\d{1,7}\.\d{2}$/),
  fc.stringMatching(/^-?\d{1,17}(\.\d{1,9})?$/),
  fc.stringMatching(/^-?0{1,3}\.\d{1,9}$/),
  fc.constantFrom("0", "-0.00", "10000000", "9999999.9999999", "0.0000001", "00012.50", "20000000.0000001"),
);

const OTHER_TEXTS = fc.oneof(
  fc.string(),
  fc.constantFrom(
    "",
    "-",
    ".",
    "1.",
    ".5",
    "-.5",
    "--1",
    "+1",
    "1e3",
    "0x10",
    "1,234.50",
    "１",
    "1 ",
    "NaN",
    "Infinity",
  ),
);

const SETTINGS = { seed: 20201231, numRuns: 3000 };

describe("reading decimals", () => {
  it("gives what decimal.js gives, down to its inner form", () => {
    fc.assert(
      fc.property(FIGURES, (text) => {
        const [got, want] = [parseDecimal(text), new Plain(text)];
        expect([got?.s, got?.e, got?.d]).toEqual([want.s, want.e, want.d]);
      }),
      SETTINGS,
    );
  });

  it("refuses every text that is not plain, although decimal.js would take some of them", () => {
    fc.assert(
      fc.property(OTHER_TEXTS, (text) => {
        fc.pre(!/^-?\d+(\.\d+)?$/.test(text));
        expect(parseDecimal(text)).toBeUndefined();
      }),
      SETTINGS,
    );
  });
});

describe("adding many figures", () => {
  it("is exact and leaves the same inner form as adding one by one", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(FIGURES, fc.constantFrom(1, -1)), { maxLength: 20 }), (terms) => {
        const sum = new ExactSum();
        let want = new Plain(0);
        for (const [text, sign] of terms) {
          const figure = parseDecimal(text);
          if (figure !== undefined) sum.add(figure, sign);
          want = want.plus(new Plain(text).times(sign));
        }
        const got = sum.total();
        expect([plain(got), got.e, got.d]).toEqual([plain(want), want.e, want.d]);
      }),
      SETTINGS,
    );
  });

  it("gives 0 for no figure at all", () => {
    expect(plain(new ExactSum().total())).toBe("0");
  });
});

describe("seeing whether printing would round", () => {
  it("agrees with counting the places", () => {
    fc.assert(
      fc.property(FIGURES, fc.integer({ min: 0, max: 9 }), (text, places) => {
        expect(isFiner(new Plain(text), places)).toBe(new Plain(text).decimalPlaces() > places);
      }),
      SETTINGS,
    );
  });
});

describe("steps of printed places", () => {
  it("are exact powers of ten", () => {
    expect([0, 2, 6].map((places) => plain(halfStep(places)))).toEqual(["0.5", "0.005", "0.0000005"]);
    expect([0, 2, 6].map((places) => plain(lastPlace(places)))).toEqual(["1", "0.01", "0.000001"]);
    expect([-4, 0, 4].map((power) => plain(powerOfTen(power)))).toEqual(["0.0001", "1", "10000"]);
  });
});

describe("printing", () => {
  it("gives what decimal.js gives, except for a negative zero", () => {
    fc.assert(
      fc.property(FIGURES, fc.integer({ min: 0, max: 9 }), (text, places) => {
        const want = new Plain(text).toFixed(places);
        expect(fixed(new Plain(text), places)).toBe(/^-0(\.0*)?$/.test(want) ? want.slice(1) : want);
      }),
      SETTINGS,
    );
  });

  it("rounds half away from zero and never prints a negative zero", () => {
    const print = (text: string): string => fixed(new Plain(text), 2);
    expect(["1.005", "-1.005", "-0.004", "0"].map(print)).toEqual(["1.01", "-1.01", "0.00", "0.00"]);
  });
});
