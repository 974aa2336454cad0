import { describe, expect, test } from "vitest";
import { readTabbedText } from "../../../renderer/sheet/clipboard-block.js";
import { planPaste, type PastePlan } from "../../../renderer/sheet/paste-plan.js";
import { CODED, PLAIN, range } from "./small-extent.js";

function shown(plan: PastePlan | undefined): readonly string[] | undefined {
  return plan?.cells.map(({ position, text }) => `${position.row},${position.column}=${text}`);
}

const FOUR = readTabbedText("1\t2\n3\t4");

describe("where a block goes", () => {
  test("from the first selected position on, however small the selection", () => {
    const plan = planPaste(PLAIN, [range(4, 1, 4, 1)], FOUR);
    expect(shown(plan)).toEqual(["4,1=1", "4,2=2", "5,1=3", "5,2=4"]);
    expect(plan?.ranges).toEqual([range(4, 1, 5, 2)]);
  });

  test("one value fills the selection", () => {
    expect(shown(planPaste(PLAIN, [range(4, 1, 5, 2)], readTabbedText("7")))).toEqual([
      "4,1=7",
      "4,2=7",
      "5,1=7",
      "5,2=7",
    ]);
  });

  test("a block is repeated where the selection is a multiple of it, and only in that direction", () => {
    expect(shown(planPaste(PLAIN, [range(4, 1, 7, 1)], readTabbedText("a\nb")))).toEqual([
      "4,1=a",
      "5,1=b",
      "6,1=a",
      "7,1=b",
    ]);
    expect(planPaste(PLAIN, [range(4, 1, 6, 1)], readTabbedText("a\nb"))?.ranges).toEqual([range(4, 1, 5, 1)]);
  });

  test("what lies beyond the sheet is counted, blanks not", () => {
    const plan = planPaste(PLAIN, [range(11, 5, 11, 5)], readTabbedText("1\t2\t\n3\t4\t"));
    expect([shown(plan), plan?.beyond, plan?.ranges]).toEqual([["11,5=1"], 3, [range(11, 5, 11, 5)]]);
  });

  test("several ranges take a block only when it fills each of them", () => {
    const two = [range(3, 1, 3, 1), range(6, 2, 7, 2)];
    expect(shown(planPaste(PLAIN, two, readTabbedText("5")))).toEqual(["3,1=5", "6,2=5", "7,2=5"]);
    expect(planPaste(PLAIN, two, FOUR)).toBeUndefined();
  });

  test("a code from a sheet of 类 款 项 brings its two empty columns along; one from elsewhere does not", () => {
    expect(shown(planPaste(CODED, [range(4, 0, 4, 2)], readTabbedText("2080101\t\t\t行政运行\t5")))).toEqual([
      "4,0=2080101",
      "4,3=行政运行",
      "4,4=5",
    ]);
    expect(shown(planPaste(CODED, [range(4, 0, 4, 2)], readTabbedText("2080101\t行政运行\t5")))).toEqual([
      "4,0=2080101",
      "4,3=行政运行",
      "4,4=5",
    ]);
  });
});
