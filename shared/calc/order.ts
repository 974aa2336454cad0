import type { Comparison } from "./comparison.js";

/**
 * The order in which derived cells are computed, parts before wholes (Kahn's algorithm, stable by cell number), and each
 * cell's place in it. A cycle among defining formulas is a broken pack and throws.
 */
export function calculationOrder(
  comparisons: readonly Comparison[],
  target: Int32Array,
  definedBy: Int32Array,
  usersStart: Int32Array,
  users: Int32Array,
): { order: Int32Array; rank: Int32Array } {
  const waiting = new Int32Array(definedBy.length);
  const order: number[] = [];
  let derived = 0;
  for (let cell = 0; cell < definedBy.length; cell += 1) {
    const comparison = comparisons[definedBy[cell] ?? -1];
    if (comparison === undefined) continue;
    derived += 1;
    const { right } = comparison;
    let open = 0;
    for (let at = 0; at < right.length; at += 1) {
      if ((definedBy[Math.abs(right[at] ?? 0) - 1] ?? -1) >= 0) open += 1;
    }
    waiting[cell] = open;
    if (open === 0) order.push(cell);
  }
  for (let next = 0; next < order.length; next += 1) {
    const cell = order[next] ?? 0;
    for (let at = usersStart[cell] ?? 0; at < (usersStart[cell + 1] ?? 0); at += 1) {
      const whole = target[users[at] ?? 0] ?? -1;
      if (whole < 0 || whole === cell) continue;
      waiting[whole] = (waiting[whole] ?? 0) - 1;
      if (waiting[whole] === 0) order.push(whole);
    }
  }
  if (order.length !== derived) throw new Error("the defining formulas of this pack form a circle");
  const rank = new Int32Array(definedBy.length).fill(-1);
  for (let place = 0; place < order.length; place += 1) rank[order[place] ?? 0] = place;
  return { order: Int32Array.from(order), rank };
}

/** For each comparison the cell it derives, or −1. */
export function targets(comparisons: readonly Comparison[], definedBy: Int32Array): Int32Array {
  const target = new Int32Array(comparisons.length).fill(-1);
  for (let cell = 0; cell < definedBy.length; cell += 1) {
    const comparison = definedBy[cell] ?? -1;
    if (comparison >= 0) target[comparison] = cell;
  }
  return target;
}
