import type { RowKey } from "../model/address.js";
import type { Table } from "../template/pack.js";
import type { LocatedForm, LocatedGrid, LocatedPanel } from "../recognition/located.js";
import type { ReadWorkbook } from "../reading/read-excel.js";
import type { ReadRow } from "../reading/reading.js";
import { fixedRowsOf } from "../recognition/referenced-unit.js";
import type { SaveRow } from "./save-target.js";
import type { RowSpot, SheetRowPlan } from "./sheet-row-plan.js";

/** Where a row of a grid will stand, and what the file has there now. */
export interface PlannedRow {
  readonly row: SaveRow;
  readonly panel: LocatedPanel;
  readonly region: LocatedGrid;
  readonly spot: RowSpot;
  /** The row of the file that stands there now; absent where the sheet row is new or blank. */
  readonly now?: ReadRow;
}

/** A sheet row of a panel whose labels and cells are to be blanked because the row goes and its sheet row stays. */
export interface ClearedRow {
  readonly panel: LocatedPanel;
  readonly row: number;
}

/** The rows of one table on its sheet. */
export interface TableRowPlan {
  readonly rows: readonly PlannedRow[];
  readonly cleared: readonly ClearedRow[];
}

/** One region of a table, and what planning its rows needs. */
export interface RegionRows {
  readonly read: ReadWorkbook;
  readonly table: Table;
  readonly form: LocatedForm;
  readonly region: LocatedGrid;
  readonly plan: SheetRowPlan;
}

/**
 * Puts the wanted rows of one region on its sheet. Rows that stand keep their sheet rows, wherever those are; a new code goes
 * behind the code before it, a new fixed row behind the fixed row before it, a list takes its rows in order. A blank row of the
 * form is filled before one is inserted; a row is removed only if no other panel uses it and the table keeps another row.
 */
export function planRows(at: RegionRows, wanted: readonly SaveRow[]): TableRowPlan {
  const standing = standingRows(at);
  const isList = at.table.rows.kind === "list" && at.table.rows.fixed === undefined;
  const kept = isList ? pairList(standing, wanted) : pairByKey(standing, wanted);
  const taken = new Set([...kept.values()].map(({ row }) => row));
  const rows: PlannedRow[] = [];
  const placed = new Map<RowKey, PlannedRow>();
  for (const row of wanted) {
    const found = kept.get(row.key);
    const planned: PlannedRow | undefined =
      found === undefined
        ? newRow(at, row, { placed, standing, taken, wanted })
        : { row, panel: found.panel, region: at.region, spot: { kind: "old", row: found.row }, now: found.now };
    if (planned === undefined) continue;
    rows.push(planned);
    placed.set(row.key, planned);
  }
  const staying = new Set(kept.values());
  const gone = standing.filter((each) => !staying.has(each));
  const cleared = gone.flatMap((each) => takeAway(at, each, rows.length > 0));
  return { rows, cleared };
}

interface StandingRow {
  readonly now: ReadRow;
  readonly panel: LocatedPanel;
  readonly row: number;
}

/** The rows this region has in the file, from top to bottom and panel to panel. */
function standingRows({ read, table, region }: RegionRows): readonly StandingRow[] {
  const rows = read.tables.get(table.id)?.rows ?? [];
  return rows.flatMap((now) => {
    const place = read.places.row(table.id, now.key);
    return place?.region === region ? [{ now, panel: place.panel, row: place.row }] : [];
  });
}

function pairByKey(standing: readonly StandingRow[], wanted: readonly SaveRow[]): Map<RowKey, StandingRow> {
  const keys = new Set(wanted.map((row) => row.key));
  return new Map(standing.flatMap((each) => (keys.has(each.now.key) ? [[each.now.key, each]] : [])));
}

/** Rows of a list stay with their keys while these keep their order; else the wanted rows fill the sheet's in turn. */
function pairList(standing: readonly StandingRow[], wanted: readonly SaveRow[]): Map<RowKey, StandingRow> {
  const byKey = pairByKey(standing, wanted);
  const order = wanted.flatMap((row) => byKey.get(row.key)?.row ?? []);
  if (order.every((row, index) => index === 0 || row > (order[index - 1] ?? 0))) return byKey;
  return new Map(
    wanted.flatMap((row, index) => {
      const each = standing[index];
      return each === undefined ? [] : [[row.key, each] as const];
    }),
  );
}

interface Surroundings {
  readonly placed: ReadonlyMap<RowKey, PlannedRow>;
  readonly standing: readonly StandingRow[];
  readonly taken: Set<number>;
  readonly wanted: readonly SaveRow[];
}

/** A row the file does not have. A fixed row without content needs no place. */
function newRow(at: RegionRows, row: SaveRow, around: Surroundings): PlannedRow | undefined {
  if (row.cells.size === 0 && fixedRowsOf(at.table).some(({ key }) => row.key === key || row.key.endsWith(`/${key}`))) {
    return undefined;
  }
  const before = rowBefore(at, row, around);
  const panel = before?.panel ?? panelFor(at, row);
  if (panel === undefined) return undefined;
  const spot = spotBehind(at, panel, before, around);
  return { row, panel, region: at.region, spot };
}

/** The row behind which a new one goes: for a code the nearest smaller code, else the row before it in the table's order. */
function rowBefore(
  at: RegionRows,
  row: SaveRow,
  around: Surroundings,
): { panel: LocatedPanel; spot: RowSpot } | undefined {
  const spots = new Map<RowKey, { panel: LocatedPanel; spot: RowSpot }>(
    around.standing.map((each) => [each.now.key, { panel: each.panel, spot: { kind: "old", row: each.row } }]),
  );
  for (const [key, planned] of around.placed) spots.set(key, planned);
  if (at.table.rows.kind !== "codes" || row.code === undefined) {
    const index = around.wanted.indexOf(row);
    const key = around.wanted.slice(0, index).findLast((each) => spots.has(each.key))?.key;
    return key === undefined ? undefined : spots.get(key);
  }
  const { code } = row;
  const category = code.slice(0, CATEGORY);
  const panel = panelFor(at, row);
  const smaller = [...spots].filter(([key]) => /^\d/.test(key) && codeOf(key) <= code);
  const related = smaller.filter(([key, spot]) => codeOf(key).startsWith(category) || spot.panel === panel);
  const nearest = (related.length > 0 ? related : smaller).sort(([a], [b]) => (codeOf(a) < codeOf(b) ? 1 : -1))[0];
  if (nearest !== undefined) return nearest[1];
  return totalAbove(at, spots);
}

/** 合计, where it stands above the codes. */
function totalAbove(
  { table }: RegionRows,
  spots: ReadonlyMap<RowKey, { panel: LocatedPanel; spot: RowSpot }>,
): { panel: LocatedPanel; spot: RowSpot } | undefined {
  const key = table.rows.kind === "codes" ? table.rows.total?.key : undefined;
  const total = key === undefined ? undefined : spots.get(key);
  const rows = [...spots.values()].flatMap(({ spot }) => (spot.kind === "old" ? [spot.row] : []));
  return total?.spot.kind === "old" && total.spot.row === Math.min(...rows) ? total : undefined;
}

const CATEGORY = 3;

function codeOf(key: RowKey): string {
  return key.split("#")[0] ?? key;
}

/** The panel a row belongs to by its category or its key, else the first of the table. */
function panelFor({ table, region }: RegionRows, row: SaveRow): LocatedPanel | undefined {
  const own = region.panels.filter((panel) => panel.panel.table === table.id);
  const key = row.key.slice(row.key.lastIndexOf("/") + 1);
  return (
    own.find(({ panel }) => panel.rows?.includes(key) ?? false) ??
    own.find(({ panel }) => panel.categories?.includes((row.code ?? "").slice(0, CATEGORY)) ?? false) ??
    own[0]
  );
}

function spotBehind(
  { form, region, plan }: RegionRows,
  panel: LocatedPanel,
  before: { readonly spot: RowSpot } | undefined,
  { standing, taken }: Surroundings,
): RowSpot {
  const behind = before?.spot;
  if (behind?.kind === "new") return plan.insert(behind.after, behind.like);
  const row = behind?.row ?? region.bodyRow - 1;
  if (isFree(form, region, panel, row + 1) && !taken.has(row + 1)) {
    taken.add(row + 1);
    return { kind: "old", row: row + 1 };
  }
  const rows = standing.map((each) => each.row);
  const first = Math.min(...rows);
  // A row behind 合计 or the heads takes after the rows below it, not after them.
  const like = (behind === undefined || row === first) && rows.includes(row + 1) ? row + 1 : row;
  return plan.insert(row, like);
}

/** Whether a row of the form is there to be filled: it has cells in the panel, and none of them holds anything. */
function isFree(form: LocatedForm, region: LocatedGrid, panel: LocatedPanel, row: number): boolean {
  if (row > region.lastRow) return false;
  const slots = panel.columns.flatMap(({ slot }) => slot ?? []);
  const within = (column: number): boolean => slots.some((slot) => slot.first <= column && column <= slot.last);
  const filled = form.grid.filled(row).some((cell) => within(cell.column));
  return !filled && slots.some((slot) => form.grid.content.cell(row, slot.first) !== undefined);
}

/** Removes a row that is no longer wanted, or blanks it where its sheet row is needed. */
function takeAway({ form, region, plan }: RegionRows, gone: StandingRow, keepsOthers: boolean): readonly ClearedRow[] {
  const others = region.panels.filter((panel) => panel !== gone.panel).flatMap((panel) => panel.columns);
  const isShared = form.grid
    .filled(gone.row)
    .some((cell) =>
      others.some(({ slot }) => slot !== undefined && slot.first <= cell.column && cell.column <= slot.last),
    );
  if (isShared || !keepsOthers) return [{ panel: gone.panel, row: gone.row }];
  plan.remove(gone.row);
  return [];
}
