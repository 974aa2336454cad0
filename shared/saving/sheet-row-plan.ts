import type { SheetOperation } from "../patching/patch-excel.js";

/** Where a row will stand: on a sheet row that is there now, or on one that is inserted. */
export type RowSpot =
  | { readonly kind: "old"; readonly row: number }
  | { readonly kind: "new"; readonly after: number; readonly index: number; readonly like: number };

/**
 * The rows to be inserted into and removed from one sheet. Row numbers that go in are those of the opened file; what comes out
 * are operations, insertions first and each from the bottom upwards, and the numbers that rows have after all of them.
 */
export class SheetRowPlan {
  private readonly inserted = new Map<number, number[]>();
  private readonly removed = new Set<number>();

  /** Plans a row below row `after` (and below those planned there before), made like row `like`: one above it or the next one. */
  insert(after: number, like: number): RowSpot {
    const list = this.inserted.get(after) ?? [];
    list.push(like);
    this.inserted.set(after, list);
    return { kind: "new", after, index: list.length, like };
  }

  /** Plans the removal of a row. */
  remove(row: number): void {
    this.removed.add(row);
  }

  /** Whether no row comes or goes. */
  get isEmpty(): boolean {
    return this.inserted.size === 0 && this.removed.size === 0;
  }

  /** The operations, in the order in which they are to be made. */
  operations(): readonly SheetOperation[] {
    const insertions = [...this.inserted]
      .sort(([a], [b]) => b - a)
      .flatMap(([after, likes]) => insertRows(after, likes));
    const removals = [...this.removed]
      .sort((a, b) => b - a)
      .map((row): SheetOperation => ({ kind: "remove-rows", first: row + this.insertedAbove(row), count: 1 }));
    return [...insertions, ...removals];
  }

  /** The number a planned or existing row will have; undefined for a removed one. */
  newRow(spot: RowSpot): number | undefined {
    if (spot.kind === "new") {
      return spot.after + this.insertedAbove(spot.after) + spot.index - this.removedUpTo(spot.after);
    }
    if (this.removed.has(spot.row)) return undefined;
    return spot.row + this.insertedAbove(spot.row) - this.removedUpTo(spot.row);
  }

  /** The row of the opened file that will have the given number; undefined for inserted ones. */
  oldRow(row: number): number | undefined {
    if (this.isEmpty) return row;
    const shifts = [...this.inserted.values()].reduce((sum, likes) => sum + likes.length, 0);
    for (let old = Math.max(1, row - shifts); old <= row + this.removed.size; old += 1) {
      if (this.newRow({ kind: "old", row: old }) === row) return old;
    }
    return undefined;
  }

  /** How many rows come in above a row: those inserted below rows before it. */
  private insertedAbove(row: number): number {
    let count = 0;
    for (const [after, likes] of this.inserted) if (after < row) count += likes.length;
    return count;
  }

  private removedUpTo(row: number): number {
    let count = 0;
    for (const removed of this.removed) if (removed <= row) count += 1;
    return count;
  }
}

/** Rows below one row, as few operations as their models allow; the last one is made first, so that numbers hold. */
function insertRows(after: number, likes: readonly number[]): readonly SheetOperation[] {
  const runs: { readonly like: number; count: number }[] = [];
  for (const like of [...likes].reverse()) {
    const last = runs.at(-1);
    if (last?.like === like) last.count += 1;
    else runs.push({ like, count: 1 });
  }
  let inserted = 0;
  return runs.map(({ like, count }) => {
    // A model below the place has been moved down by the rows put in there before.
    const model = like > after ? like + inserted : like;
    inserted += count;
    return { kind: "insert-rows", after, count, like: model };
  });
}
