import fc from "fast-check";
import { expect, test } from "vitest";
import { type RowSpot, SheetRowPlan } from "../../shared/saving/sheet-row-plan.js";

/** A sheet of numbered rows to which the operations are really applied. */
function applied(plan: SheetRowPlan, rows: number): readonly string[] {
  const sheet = Array.from({ length: rows }, (_, index) => `old ${index + 1}`);
  for (const operation of plan.operations()) {
    if (operation.kind === "insert-rows") {
      const fresh = Array.from({ length: operation.count }, () => `like ${sheet[operation.like - 1] ?? ""}`);
      sheet.splice(operation.after, 0, ...fresh);
    } else if (operation.kind === "remove-rows") sheet.splice(operation.first - 1, operation.count);
  }
  return sheet;
}

const change = fc.record({
  remove: fc.boolean(),
  row: fc.integer({ min: 1, max: 12 }),
  like: fc.integer({ min: 1, max: 12 }),
});

test("the numbers that rows are said to have are those they have after the operations", () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
      const plan = new SheetRowPlan();
      const spots: RowSpot[] = [];
      for (const { remove, row, like } of changes) {
        if (remove) plan.remove(row);
        else spots.push(plan.insert(row, Math.min(like, row + 1)));
      }
      const sheet = applied(plan, 12);
      for (const spot of spots) {
        const row = plan.newRow(spot) ?? 0;
        expect(sheet[row - 1]).toBe(`like old ${spot.kind === "new" ? spot.like : 0}`);
        expect(plan.oldRow(row)).toBeUndefined();
      }
      for (let old = 1; old <= 12; old += 1) {
        const row = plan.newRow({ kind: "old", row: old });
        if (row === undefined) continue;
        expect(sheet[row - 1]).toBe(`old ${old}`);
        expect(plan.oldRow(row)).toBe(old);
      }
      expect(new Set(spots.map((spot) => plan.newRow(spot))).size).toBe(spots.length);
    }),
    { seed: 20201231, numRuns: 500 },
  );
});
