import { NAME_COLUMN } from "../model/workbook.js";
import type { GridRegion } from "../template/pack.js";
import type { SheetCell, SheetRange, SheetRow } from "./form-sheet.js";
import { gridBodyCell } from "./grid-body-cell.js";
import { gridHead } from "./grid-head.js";
import { gridPanels, gridSlots, type GridSlot } from "./grid-panels.js";
import { EMPTY, rangeFrom, type Section, type SectionSource } from "./section.js";

/** A grid: its caption, head, 栏次 row and body. */
export function gridSection(region: GridRegion, source: SectionSource): Section {
  const panels = gridPanels(region, source);
  const slots = gridSlots(panels);
  const head = gridHead(region, panels, slots, source);
  const bodyCount = Math.max(1, ...panels.map(({ body }) => body.rowCount));
  const rowCount = head.rowCount + bodyCount;
  const top = region.caption === undefined ? 0 : 1;

  /** Where the content of a position stands: at the first position of its merge. */
  const merge = (row: number, column: number): SheetRange | undefined => {
    const slot = slots[column];
    if (slot?.column.role === "side" && row >= top) {
      return rangeFrom(top, slot.first, rowCount - top, slot.column.span ?? 1);
    }
    if (row < head.rowCount) return head.merge(row, column);
    return slot === undefined ? undefined : bodyMerge(slot, row - head.rowCount, head.rowCount);
  };

  return {
    rowCount,
    headRows: head.rowCount,
    merge,
    row: (row) => (row < head.rowCount ? head.row(row) : bodyRow(row - head.rowCount)),
    at: (row, column): SheetCell => {
      const slot = slots[column];
      const from = merge(row, column)?.from ?? { row, column };
      if (slot?.column.role === "side" && row >= top) return sideLabel(slot);
      if (row < head.rowCount) return head.at(from.row, from.column);
      return slot === undefined ? EMPTY : gridBodyCell(slot, from.row - head.rowCount, source);
    },
    positionOf: ({ table, row, column }) => {
      const slot = slots.find(
        (each) => each.panel.table.id === table && holds(each, column) && each.panel.rowOf(row) !== undefined,
      );
      const found = slot?.panel.rowOf(row);
      return slot === undefined || found === undefined ? undefined : { row: head.rowCount + found, column: slot.first };
    },
  };

  function bodyRow(index: number): SheetRow {
    const rows = panels.flatMap(({ table, body }) => {
      const key = body.keys[index];
      return key === undefined ? [] : [{ table: table.id, row: key }];
    });
    return { kind: "body", rows };
  }
}

/** Names of code rows are cells of the column `name`. */
function holds({ column }: GridSlot, wanted: string): boolean {
  return column.role === "name" ? wanted === NAME_COLUMN && column.column === undefined : column.column === wanted;
}

function sideLabel({ column }: GridSlot): SheetCell {
  return { kind: "label", text: column.head[0] ?? "", role: "side", level: 0 };
}

function bodyMerge({ panel, column, first }: GridSlot, index: number, top: number): SheetRange | undefined {
  const runs = panel.runs(column);
  let start = index;
  while (start > 0 && runs?.[start] === 0) start -= 1;
  return rangeFrom(top + start, first, runs?.[start] ?? 1, column.span ?? 1);
}
