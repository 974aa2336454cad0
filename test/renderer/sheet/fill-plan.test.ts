import { describe, expect, test } from "vitest";
import { handleTarget, planFill, repeated } from "../../../renderer/sheet/fill-plan.js";
import { at, PLAIN, range } from "./small-extent.js";

function shown(pairs: ReturnType<typeof planFill>): readonly string[] {
  return pairs.map(({ from, to }) => `${from.row},${from.column}>${to.row},${to.column}`);
}

describe("filling", () => {
  test("Ctrl+D copies the first row down, a single row takes the one above", () => {
    expect(shown(planFill(PLAIN, [range(4, 1, 6, 1)], "down"))).toEqual(["4,1>5,1", "4,1>6,1"]);
    expect(shown(planFill(PLAIN, [range(4, 1, 4, 2)], "down"))).toEqual(["3,1>4,1", "3,2>4,2"]);
    expect(planFill(PLAIN, [range(2, 1, 2, 1)], "down")).toEqual([]);
  });

  test("Ctrl+R copies the first column to the right", () => {
    expect(shown(planFill(PLAIN, [range(4, 1, 4, 3)], "right"))).toEqual(["4,1>4,2", "4,1>4,3"]);
  });

  test("the handle goes the way the pointer is further off, and nowhere inside", () => {
    expect(handleTarget(range(4, 1, 5, 1), at(8, 2))).toEqual(range(4, 1, 8, 1));
    expect(handleTarget(range(4, 1, 5, 1), at(6, 4))).toEqual(range(4, 1, 5, 4));
    expect(handleTarget(range(4, 1, 5, 1), at(4, 1))).toBeUndefined();
  });

  test("a block of two rows is repeated in turn", () => {
    expect(shown(repeated(PLAIN, range(4, 1, 5, 1), range(4, 1, 8, 1)))).toEqual(["4,1>6,1", "5,1>7,1", "4,1>8,1"]);
  });
});
