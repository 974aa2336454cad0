import { describe, expect, test } from "vitest";
import { advance, jump, step, toEdge } from "../../../renderer/sheet/selection-moves.js";
import {
  addRange,
  extendTo,
  keptWithin,
  positionsOf,
  rowsRange,
  selectAll,
  selectAt,
  selectRange,
  type SheetExtent,
} from "../../../renderer/sheet/selection.js";
import { at, CODED, PLAIN, range } from "./small-extent.js";

const RIGHT = { rows: 0, columns: 1 } as const;
const DOWN = { rows: 1, columns: 0 } as const;
const UP = { rows: -1, columns: 0 } as const;

describe("selecting", () => {
  test("a merged code is selected whole, whichever of its columns is pressed", () => {
    const { ranges, active } = selectAt(CODED, at(4, 1));
    expect(ranges).toEqual([range(4, 0, 4, 2)]);
    expect(active).toEqual(at(4, 0));
  });

  test("a range grows until no merge sticks out of it", () => {
    expect(selectRange(CODED, at(3, 2), at(5, 4)).ranges).toEqual([range(3, 0, 5, 4)]);
    const tall: SheetExtent = {
      ...PLAIN,
      merge: (row, column) => (column === 3 && row < 8 ? range(2, 3, 7, 3) : undefined),
    };
    expect(selectRange(tall, at(5, 2), at(6, 4)).ranges).toEqual([range(2, 2, 7, 4)]);
  });

  test("Shift keeps the position where the range began active, to whichever side it reaches", () => {
    const began = selectAt(PLAIN, at(5, 3));
    expect(extendTo(PLAIN, began, at(3, 1))).toMatchObject({ ranges: [range(3, 1, 5, 3)], active: at(5, 3) });
  });

  test("Ctrl adds a range and works on it; what two ranges share counts once", () => {
    const both = addRange(PLAIN, selectRange(PLAIN, at(3, 1), at(4, 2)), at(4, 2), at(5, 3));
    expect(both.ranges).toEqual([range(3, 1, 4, 2), range(4, 2, 5, 3)]);
    expect(both.active).toEqual(at(4, 2));
    expect([...positionsOf(PLAIN, both.ranges)]).toHaveLength(7);
  });

  test("a selection never leaves the body: the head cannot be selected", () => {
    expect(selectAt(PLAIN, at(0, 9)).active).toEqual(at(2, 5));
    expect(rowsRange(PLAIN, 5, 3)).toEqual(range(3, 0, 5, 5));
    expect(selectAll(PLAIN, selectAt(PLAIN, at(4, 4)))).toMatchObject({
      ranges: [range(2, 0, 11, 5)],
      active: at(4, 4),
    });
  });

  test("rows that went take the selection back into what is left", () => {
    const shorter = { ...PLAIN, lastRow: 6 };
    const kept = keptWithin(shorter, selectRange(PLAIN, at(5, 1), at(9, 2)));
    expect(kept).toMatchObject({ ranges: [range(5, 1, 6, 2)], active: at(5, 1), head: at(6, 2) });
  });

  test("positions covered by a merge hold nothing of their own", () => {
    expect([...positionsOf(CODED, [range(3, 0, 3, 4)])].map(({ column }) => column)).toEqual([0, 3, 4]);
  });
});

describe("moving", () => {
  test("an arrow steps over a merge, and stops at the edge", () => {
    expect(step(CODED, selectAt(CODED, at(4, 0)), RIGHT, false).active).toEqual(at(4, 3));
    expect(step(CODED, selectAt(CODED, at(2, 4)), UP, false).active).toEqual(at(2, 4));
  });

  test("Ctrl + arrow goes to the end of the filled block, over blanks to the next one, and to the edge", () => {
    const filled = new Set([3, 4, 5, 8]);
    const isFilled = ({ row }: { readonly row: number }): boolean => filled.has(row);
    const from = (row: number): number => jump(PLAIN, selectAt(PLAIN, at(row, 3)), DOWN, false, isFilled).active.row;
    expect([from(3), from(5), from(6), from(8)]).toEqual([5, 8, 8, 11]);
  });

  test("Home and End go along the row, with Ctrl to the corners, with Shift extending", () => {
    const here = selectAt(PLAIN, at(5, 3));
    expect(toEdge(PLAIN, here, "first", false, false).active).toEqual(at(5, 0));
    expect(toEdge(PLAIN, here, "last", true, true).ranges).toEqual([range(5, 3, 11, 5)]);
    expect(toEdge(PLAIN, here, "first", true, false).active).toEqual(at(2, 0));
  });

  test("Enter after a run of Tabs goes back below the column where it began", () => {
    const tabbed = advance(PLAIN, advance(PLAIN, selectAt(PLAIN, at(4, 2)), "column", false), "column", false);
    expect(tabbed.active).toEqual(at(4, 4));
    expect(advance(PLAIN, tabbed, "row", false).active).toEqual(at(5, 2));
    expect(advance(PLAIN, selectAt(PLAIN, at(4, 2)), "row", true).active).toEqual(at(3, 2));
  });

  test("within ranges Enter goes down and round, Tab across, and Shift goes back", () => {
    let now = addRange(PLAIN, selectRange(PLAIN, at(3, 1), at(4, 2)), at(8, 4));
    const visited = [0, 1, 2, 3, 4].map(() => {
      now = advance(PLAIN, now, "row", false);
      return now.active;
    });
    expect(visited).toEqual([at(3, 1), at(4, 1), at(3, 2), at(4, 2), at(8, 4)]);
    const across = advance(PLAIN, selectRange(PLAIN, at(3, 1), at(4, 2)), "column", false);
    expect(across.active).toEqual(at(3, 2));
    expect(advance(PLAIN, { ...across, active: at(3, 1) }, "column", true).active).toEqual(at(4, 2));
  });

  test("Tab within rows of merged codes passes their covered columns over", () => {
    const first = selectRange(CODED, at(3, 0), at(4, 4));
    const second = advance(CODED, first, "column", false);
    expect([second.active, advance(CODED, second, "column", false).active]).toEqual([at(3, 3), at(3, 4)]);
  });
});
