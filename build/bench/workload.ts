/**
 * The workload that both engines calculate: 13 tables of 10 columns and 100 × size rows below a 合计. Every tenth row is a class
 * (类) over the nine leaves below it. The first column of a leaf is the sum of its other nine, a class row the sum of its
 * leaves, 合计 the sum of the classes; 100 × size checks compare one cell with the same cell of the next table. Amounts are
 * whole cents from a fixed generator, so that every total is known exactly beforehand.
 */
export interface Workload {
  /** Classes of a table. */
  readonly groups: number;
  readonly tables: readonly Amounts[];
  readonly checks: readonly Check[];
}

/** The amounts of one table in cents: those of leaf l of class g are the nine from (g × 9 + l) × 9 on. */
export type Amounts = Int32Array;

/** A cell of a table equals the same cell of the next one. The row is a class, or 合计 where there is none. */
export interface Check {
  readonly table: number;
  readonly group: number | undefined;
  readonly column: number;
}

/** One figure typed into a leaf. Tables, groups and leaves count from 0; column 0 is the leaf's sum and is never typed. */
export interface LeafEdit {
  readonly table: number;
  readonly group: number;
  readonly leaf: number;
  readonly column: number;
  readonly cents: number;
}

export const TABLES = 13;
export const COLUMNS = 10;
export const LEAVES = 9;

const AMOUNTS_OF_LEAF = COLUMNS - 1;

/** The workload at once or 100 times the size of a published set of forms. */
export function makeWorkload(size: number): Workload {
  const groups = 10 * size;
  const random = generator(11);
  const tables = Array.from({ length: TABLES }, () =>
    Int32Array.from({ length: groups * LEAVES * AMOUNTS_OF_LEAF }, () => Math.floor(random() * 1e6)),
  );
  // Tables in pairs hold the same amounts, so that half of the checks hold.
  for (let table = 1; table < TABLES; table += 2) tables[table] = tables[table - 1]?.slice() ?? new Int32Array();
  const checks = Array.from({ length: 100 * size }, (_, number) => ({
    table: number % (TABLES - 1),
    group: number % 2 === 1 ? undefined : (number * 7) % groups,
    column: number % COLUMNS,
  }));
  return { groups, tables, checks };
}

/** The same edits for both engines, in the order in which they are typed. */
export function editPlan(workload: Workload, count: number): readonly LeafEdit[] {
  const random = generator(5);
  const below = (limit: number): number => Math.floor(random() * limit);
  return Array.from({ length: count }, () => ({
    table: below(TABLES),
    group: below(workload.groups),
    leaf: below(LEAVES),
    column: 1 + below(AMOUNTS_OF_LEAF),
    cents: below(1e6),
  }));
}

/** The workload after some edits, for knowing the totals that must follow. */
export function afterEdits(workload: Workload, edits: readonly LeafEdit[]): Workload {
  const tables = workload.tables.map((amounts) => amounts.slice());
  for (const { table, group, leaf, column, cents } of edits) {
    tables[table]?.fill(cents, amountAt(group, leaf, column), amountAt(group, leaf, column) + 1);
  }
  return { ...workload, tables };
}

/** Where an amount stands among those of its table. */
export function amountAt(group: number, leaf: number, column: number): number {
  return (group * LEAVES + leaf) * AMOUNTS_OF_LEAF + column - 1;
}

/** The 合计 of each table and column in whole cents, added as integers. */
export function exactTotals({ tables, groups }: Workload): readonly (readonly number[])[] {
  return tables.map((amounts) => Array.from({ length: COLUMNS }, (_, column) => sumOf(amounts, 0, groups, column)));
}

/** How many of the checks do not hold, by integers. */
export function failingChecks(workload: Workload): number {
  const totals = exactTotals(workload);
  const cell = (table: number, { group, column }: Check): number => {
    const amounts = workload.tables[table] ?? new Int32Array();
    return group === undefined ? (totals[table]?.[column] ?? 0) : sumOf(amounts, group, group + 1, column);
  };
  return workload.checks.filter((check) => cell(check.table, check) !== cell(check.table + 1, check)).length;
}

/** A sum over all leaves of some classes; column 0 is the sum of the others. */
function sumOf(amounts: Amounts, fromGroup: number, toGroup: number, column: number): number {
  let sum = 0;
  for (let at = amountAt(fromGroup, 0, 1); at < amountAt(toGroup, 0, 1); at += 1) {
    if (column === 0 || at % AMOUNTS_OF_LEAF === column - 1) sum += amounts[at] ?? 0;
  }
  return sum;
}

export function classCode(group: number): string {
  return String(201 + group);
}

export function leafCode(group: number, leaf: number): string {
  return String(20102 + group * 100 + leaf);
}

/** Cents as printed with two places. */
export function printed(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
}

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}
