import type { RowKey, TableId } from "../model/address.js";
import type { CellInput } from "../model/workbook.js";
import type { Column, Table } from "../template/pack.js";
import type { CellWrite } from "../patching/cell-markup.js";
import type { LocatedForm, LocatedGrid, LocatedRegion } from "../recognition/located.js";
import { type PendingCell, writeOf } from "./pending-cells.js";
import { slotCell, slotOf } from "../reading/places.js";
import { fixedRowOf } from "./plan-table.js";
import { storedScale } from "../reading/read-cell.js";
import type { ReadWorkbook } from "../reading/read-excel.js";
import { unitsOf } from "../reading/reading.js";
import type { SaveRow, SaveTarget } from "./save-target.js";
import type { SheetCell } from "../sheets/sheet-content.js";
import type { RowSpot, SheetRowPlan } from "./sheet-row-plan.js";

/** What becomes of the blocks of a form, each a row of one table with all that stands below it (公开12: a project). */
export interface BlockPlan {
  /** Blocks that go, sheet rows and all. */
  readonly gone: ReadonlySet<RowKey>;
  /** The labels and values of blocks that are new. */
  readonly cells: readonly PendingCell[];
}

/**
 * Plans the blocks of a form. A block whose row is no longer wanted is removed whole, but the last one is only emptied. A new one
 * is put behind the others, made like the last of them row by row; areas merged over several of its rows are not merged anew.
 */
export function planBlocks(read: ReadWorkbook, target: SaveTarget, form: LocatedForm, plan: SheetRowPlan): BlockPlan {
  const gone = new Set<RowKey>();
  const cells: PendingCell[] = [];
  for (const table of new Set(form.form.regions.flatMap((region) => region.repeatedBy ?? []))) {
    const blocks = blocksOf(read, form, table);
    const wanted = target.tables.get(table) ?? [];
    const kept = blocks.filter(({ key }) => wanted.some((row) => row.key === key));
    for (const block of blocks) {
      if (kept.length === 0 || kept.includes(block)) continue;
      gone.add(block.key);
      for (let row = block.first; row <= block.last; row += 1) plan.remove(row);
    }
    const model = kept.at(-1) ?? blocks.at(-1);
    const end = blocks.at(-1)?.last;
    const fresh = wanted.filter((row) => !blocks.some(({ key }) => key === row.key));
    if (model === undefined || end === undefined) continue;
    for (const row of fresh) cells.push(...newBlock({ read, target, form, plan, model, end }, row.key));
  }
  return { gone, cells };
}

interface Block {
  readonly key: RowKey;
  readonly first: number;
  readonly last: number;
  readonly regions: readonly LocatedRegion[];
}

function blocksOf(read: ReadWorkbook, form: LocatedForm, table: TableId): readonly Block[] {
  const keys = (read.tables.get(table)?.rows ?? []).map((row) => row.key);
  const blocks = keys.flatMap((key) => {
    const regions = form.regions.filter((region) => region.parent === key);
    const [start] = regions;
    return start === undefined ? [] : [{ key, first: start.firstRow, regions }];
  });
  return blocks.map((block, index) => {
    const next = blocks[index + 1]?.first;
    const last = Math.max(...block.regions.map((region) => region.lastRow));
    return { ...block, last: next === undefined ? last : next - 1 };
  });
}

interface NewBlock {
  readonly read: ReadWorkbook;
  readonly target: SaveTarget;
  readonly form: LocatedForm;
  readonly plan: SheetRowPlan;
  readonly model: Block;
  readonly end: number;
}

/** The rows and cells of one new block. */
function newBlock(at: NewBlock, parent: RowKey): readonly PendingCell[] {
  const cells: PendingCell[] = [];
  const spots = new Map<number, RowSpot>();
  for (let row = at.model.first; row <= at.model.last; row += 1) {
    const list = at.model.regions.find((region) => isListBody(at, region, row));
    if (list === undefined) {
      const spot = at.plan.insert(at.end, row);
      spots.set(row, spot);
      cells.push(...labels(at, row, spot));
    } else if (list.kind === "grid" && row === list.bodyRow) {
      cells.push(...listCells(at, list, parent));
    }
  }
  return [...cells, ...valueCells(at, spots, parent), ...fixedCells(at, spots, parent)];
}

function isListBody({ read }: NewBlock, region: LocatedRegion, row: number): boolean {
  if (region.kind !== "grid" || row < region.bodyRow || row > region.lastRow) return false;
  return region.panels.some(({ panel }) => {
    const rows = tableOf(read, panel.table).rows;
    return rows.kind === "list" && rows.fixed === undefined;
  });
}

/** The printed words of a row: everything of the model's row that is no value of a table. */
function labels({ form, model }: NewBlock, row: number, spot: RowSpot): readonly PendingCell[] {
  const isValue = (column: number): boolean =>
    model.regions.some((region) => {
      if (region.kind === "fields") return region.values.some(({ at }) => at.row === row && at.column === column);
      if (row < region.bodyRow || row > region.lastRow) return false;
      return region.panels.some(({ columns }) =>
        columns.some(
          ({ spec, slot }) =>
            spec.column !== undefined && slot !== undefined && slot.first <= column && column <= slot.last,
        ),
      );
    });
  return form.grid
    .filled(row)
    .filter((cell) => cell.type === "text" && !isValue(cell.column))
    .map((origin) => pending(form, spot, origin.column, { kind: "text", text: origin.text }, origin));
}

function listCells(at: NewBlock, region: LocatedGrid, parent: RowKey): readonly PendingCell[] {
  return region.panels.flatMap((panel) => {
    const table = tableOf(at.read, panel.panel.table);
    return wantedBelow(at.target, table.id, parent).flatMap((row) => {
      const spot = at.plan.insert(at.end, region.bodyRow);
      return gridCells(at, { region, table, row, spot, model: region.bodyRow });
    });
  });
}

/** The fixed rows below a new block's row, such as the sources of a project's funds. */
function fixedCells(at: NewBlock, spots: ReadonlyMap<number, RowSpot>, parent: RowKey): readonly PendingCell[] {
  return at.model.regions.flatMap((region) => {
    if (region.kind !== "grid") return [];
    return [...new Set(region.panels.map(({ panel }) => panel.table))].flatMap((id) => {
      const table = tableOf(at.read, id);
      return wantedBelow(at.target, id, parent).flatMap((row) => {
        const own = row.key.slice(row.key.lastIndexOf("/") + 1);
        const place = at.read.places.row(id, `${at.model.key}/${own}`);
        const spot = place === undefined ? undefined : spots.get(place.row);
        if (place === undefined || spot === undefined) return [];
        return gridCells(at, { region, table, row, spot, model: place.row });
      });
    });
  });
}

function gridCells(
  { form }: NewBlock,
  at: {
    readonly region: LocatedGrid;
    readonly table: Table;
    readonly row: SaveRow;
    readonly spot: RowSpot;
    readonly model: number;
  },
): readonly PendingCell[] {
  return at.region.panels.flatMap((panel) =>
    at.table.columns.flatMap((column) => {
      const slot = slotOf(panel, column.id);
      const wanted = at.row.cells.get(column.id);
      if (slot === undefined || wanted === undefined || panel.panel.table !== at.table.id) return [];
      const place = slotCell(form.grid, at.model, slot);
      const origin = form.grid.content.cell(place.row, place.column);
      const units = unitsOf(form, column, fixedRowOf(at.table, at.row.key), panel, slot);
      const value = writeOf(wanted, storedScale(origin, { column, ...units }));
      return [pending(form, at.spot, place.column, value, origin)];
    }),
  );
}

/** The labelled values of a new block's own row. */
function valueCells(at: NewBlock, spots: ReadonlyMap<number, RowSpot>, parent: RowKey): readonly PendingCell[] {
  const { form, model, read, target } = at;
  return model.regions.flatMap((region) => {
    if (region.kind !== "fields") return [];
    const table = tableOf(read, region.region.table);
    const row = (target.tables.get(table.id) ?? []).find((each) => each.key === parent);
    return region.values.flatMap((value) => {
      const spot = spots.get(value.at.row);
      const column: Column | undefined = table.columns.find(({ id }) => id === value.column);
      if (spot === undefined || column === undefined || row === undefined) return [];
      const wanted: CellInput | undefined = row.cells.get(column.id);
      const origin = form.grid.content.cell(value.at.row, value.at.column);
      const scale = storedScale(origin, { column, ...unitsOf(form, column, undefined) });
      const write = writeOf(wanted, scale, value.prefix);
      return write.kind === "blank" ? [] : [pending(form, spot, value.at.column, write, origin)];
    });
  });
}

function wantedBelow(target: SaveTarget, table: TableId, parent: RowKey): readonly SaveRow[] {
  return (target.tables.get(table) ?? []).filter((row) => row.key.startsWith(`${parent}/`));
}

function tableOf(read: ReadWorkbook, id: TableId): Table {
  const table = read.pack.tables.find((each) => each.id === id);
  if (table === undefined) throw new Error(`no table ${id}`);
  return table;
}

function pending(
  form: LocatedForm,
  spot: RowSpot,
  column: number,
  value: CellWrite,
  origin: SheetCell | undefined,
): PendingCell {
  const cell: PendingCell = { sheet: form.sheet.name, spot, column, value, changed: true };
  return origin === undefined ? cell : { ...cell, origin };
}
