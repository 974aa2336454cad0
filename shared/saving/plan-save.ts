import type { Finding } from "../model/finding.js";
import type { Table } from "../template/pack.js";
import type { CellSetting } from "../patching/cell-settings.js";
import type { LocatedFields, LocatedForm } from "../recognition/located.js";
import type { PatchRequest, SheetPatch } from "../patching/patch-excel.js";
import type { PendingCell } from "./pending-cells.js";
import { planBlocks } from "./plan-blocks.js";
import { planFormulas } from "./plan-formulas.js";
import { planProfile } from "./plan-profile.js";
import { planRows, type RegionRows } from "./plan-rows.js";
import { clearedCells, rowCells, valueCell } from "./plan-table.js";
import { planWorkingSheets } from "./plan-working-sheets.js";
import type { ReadWorkbook } from "../reading/read-excel.js";
import type { SaveRow, SaveTarget } from "./save-target.js";
import { SheetRowPlan } from "./sheet-row-plan.js";
import { type WorkbookFormulas, workbookFormulas } from "./workbook-formulas.js";

/** The changes that make a file say what it must say, and what had to be given up for them. */
export interface SavePlan extends PatchRequest {
  /** Formulas that gave way to values. */
  readonly findings: readonly Finding[];
}

/**
 * Plans how an opened workbook is saved: the fewest changes after which reading it gives the target. Cells whose figure or text
 * is the wanted one already keep their XML, formulas whose own result is the wanted figure stay, dashes stay dashes. New codes
 * go to their place among the others, on a blank row of the form or an inserted one. Tables of forms that the workbook does not
 * have are left out. Planning changes nothing; `patchExcel` does.
 */
export function planSave(read: ReadWorkbook, target: SaveTarget): SavePlan {
  const working = planWorkingSheets(read, target);
  const rows = new Map<string, SheetRowPlan>();
  const cells: PendingCell[] = [];
  for (const form of read.forms.values()) {
    // Two forms may stand on one sheet: its rows are planned together.
    const plan = rows.get(form.sheet.name) ?? new SheetRowPlan();
    cells.push(...formCells(read, target, form, plan));
    if (!plan.isEmpty) rows.set(form.sheet.name, plan);
  }
  cells.push(...planProfile(read, target.profile), ...working.cells);
  const isChanged = rows.size > 0 || cells.some((cell) => cell.changed);
  const formulas: WorkbookFormulas = isChanged ? workbookFormulas(read.file, read.sheets) : new Map();
  const plan = planFormulas({ sheets: read.sheets, formulas, rows }, cells);
  return {
    sheets: sheetPatches(read, rows, plan.settings),
    newSheets: working.newSheets,
    removeSheets: [],
    recalculate: plan.recalculate,
    findings: plan.findings,
  };
}

/** Rows first, then cells, sheet by sheet in tab order. */
function sheetPatches(
  read: ReadWorkbook,
  rows: ReadonlyMap<string, SheetRowPlan>,
  settings: ReadonlyMap<string, readonly CellSetting[]>,
): readonly SheetPatch[] {
  return read.sheets.flatMap(({ sheet }) => {
    const operations = [
      ...(rows.get(sheet.name)?.operations() ?? []),
      ...(settings.get(sheet.name) ?? []).map((setting) => ({ kind: "set-cell" as const, ...setting })),
    ];
    return operations.length === 0 ? [] : [{ sheet: sheet.name, operations }];
  });
}

/** The cells of all tables a form shows. */
function formCells(
  read: ReadWorkbook,
  target: SaveTarget,
  form: LocatedForm,
  plan: SheetRowPlan,
): readonly PendingCell[] {
  const blocks = planBlocks(read, target, form, plan);
  const tables = read.pack.tables.filter((table) => table.form === form.form.id);
  const standing = form.regions.filter(({ parent }) => parent === undefined || !blocks.gone.has(parent));
  const cells = tables.flatMap((table) => {
    const wanted = target.tables.get(table.id);
    if (wanted === undefined) return [];
    return standing.flatMap((region) => {
      if (region.kind === "fields") {
        return region.region.table === table.id ? fieldCells(read, table, form, { region, wanted }) : [];
      }
      if (!region.panels.some((panel) => panel.panel.table === table.id)) return [];
      const prefix = region.parent === undefined ? "" : `${region.parent}/`;
      const own = wanted.filter((row) => row.key.startsWith(prefix));
      return regionCells({ read, table, form, region, plan }, own);
    });
  });
  return [...cells, ...blocks.cells];
}

function regionCells(at: RegionRows, wanted: readonly SaveRow[]): readonly PendingCell[] {
  const { rows, cleared } = planRows(
    at,
    wanted.filter((row) => !isFieldRow(at, row)),
  );
  return [
    ...cleared.flatMap((each) => clearedCells(at.form, each)),
    ...rows.flatMap((planned) => rowCells(at.form, at.table, planned)),
  ];
}

/** Whether a row's cells stand in a fields region of the same form, as the sums below 公开06 do. */
function isFieldRow({ table, form }: RegionRows, row: SaveRow): boolean {
  return form.regions.some(
    (region) =>
      region.kind === "fields" &&
      region.region.table === table.id &&
      region.values.some((value) => value.row === row.key),
  );
}

/** Labelled values; those of a row that is gone while its block stays become blank. */
function fieldCells(
  read: ReadWorkbook,
  table: Table,
  form: LocatedForm,
  { region, wanted }: { readonly region: LocatedFields; readonly wanted: readonly SaveRow[] },
): readonly PendingCell[] {
  return region.values.flatMap((value) => {
    const key = value.row ?? region.parent;
    const column = table.columns.find(({ id }) => id === value.column);
    if (key === undefined || column === undefined) return [];
    const row = wanted.find((each) => each.key === key);
    const now = read.tables.get(table.id)?.rows.find((each) => each.key === key);
    const inputs = {
      now: now?.cells.get(column.id),
      wanted: row?.cells.get(column.id),
      isBlankSum: row?.blankSums.has(column.id) === true,
    };
    return valueCell(form, table, { ...value, key, column }, inputs);
  });
}
