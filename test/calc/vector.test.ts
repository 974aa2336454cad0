import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Vector } from "../../shared/calc/vector.js";

type Entry = string | undefined;

/** More entries than one chunk holds, most of them blank. */
const ENTRIES: fc.Arbitrary<Entry[]> = fc
  .array(fc.tuple(fc.nat(699), fc.constantFrom("a", "b", undefined)), { maxLength: 20 })
  .map((filled) => {
    const entries = new Array<Entry>(700).fill(undefined);
    for (const [index, entry] of filled) entries[index] = entry;
    return entries;
  });
const CHANGES = fc.array(fc.tuple(fc.nat(699), fc.constantFrom("a", "c", undefined)), { maxLength: 12 });
const SETTINGS = { seed: 20205, numRuns: 300 };

function entriesOf(vector: Vector<string>): readonly Entry[] {
  return Array.from({ length: vector.size }, (_, index) => vector.at(index));
}

describe("a vector", () => {
  it("holds after changes what an array would, and is itself unchanged", () => {
    fc.assert(
      fc.property(ENTRIES, CHANGES, (entries, changes) => {
        const vector = Vector.from(entries);
        const expected = entries.slice();
        for (const [index, entry] of changes) expected[index] = entry;
        const after = vector.with(new Map(changes));
        expect(entriesOf(after)).toEqual(expected);
        expect(after.items()).toEqual(expected.filter((entry) => entry !== undefined));
        expect(after.indexes()).toEqual([...expected.keys()].filter((index) => expected[index] !== undefined));
        expect(entriesOf(vector)).toEqual(entries);
      }),
      SETTINGS,
    );
  });

  it("knows in which entries it differs from another, whatever way they came about", () => {
    fc.assert(
      fc.property(ENTRIES, ENTRIES, CHANGES, (entries, others, changes) => {
        const one = Vector.from(entries);
        for (const other of [Vector.from(others), one.with(new Map(changes)), Vector.blank<string>(700)]) {
          const different = [...entries.keys()].filter((index) => one.at(index) !== other.at(index));
          expect(one.differences(other)).toEqual(different);
          expect(other.differences(one)).toEqual(different);
        }
      }),
      SETTINGS,
    );
  });

  it("refuses an entry outside", () => {
    expect(() => Vector.from(["a"]).with(new Map([[1, "b"]]))).toThrow(RangeError);
  });
});
