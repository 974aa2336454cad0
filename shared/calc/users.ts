import type { Comparison } from "./comparison.js";

/** Which comparisons read a cell: those of cell c are users[usersStart[c]] … users[usersStart[c + 1] − 1]. */
export interface Users {
  readonly usersStart: Int32Array;
  readonly users: Int32Array;
}

/**
 * Indexes comparisons by the cells they read. Counted loops throughout, here and where a plan is made: a workbook is opened in
 * a process that has just started, and there every step of an iterator makes an object.
 */
export function indexUsers(comparisons: readonly Comparison[], cells: number): Users {
  const usersStart = new Int32Array(cells + 1);
  for (const { left, right } of comparisons) {
    countTerms(left, usersStart);
    countTerms(right, usersStart);
  }
  for (let cell = 0; cell < cells; cell += 1)
    usersStart[cell + 1] = (usersStart[cell + 1] ?? 0) + (usersStart[cell] ?? 0);
  const users = new Int32Array(usersStart[cells] ?? 0);
  const next = usersStart.slice();
  let index = 0;
  for (const { left, right } of comparisons) {
    placeTerms(left, index, users, next);
    placeTerms(right, index, users, next);
    index += 1;
  }
  return { usersStart, users };
}

function countTerms(terms: readonly number[], counts: Int32Array): void {
  for (let at = 0; at < terms.length; at += 1) {
    const cell = Math.abs(terms[at] ?? 0);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
}

function placeTerms(terms: readonly number[], comparison: number, users: Int32Array, next: Int32Array): void {
  for (let at = 0; at < terms.length; at += 1) {
    const cell = Math.abs(terms[at] ?? 0) - 1;
    const place = next[cell] ?? 0;
    users[place] = comparison;
    next[cell] = place + 1;
  }
}
