import { isBlank, isDash, readFigure } from "../template/cell-input.js";
import type { LocatedForm, LocatedGrid } from "./located.js";
import { numeric } from "../sheets/sheet-cells.js";
import type { SheetCell } from "../sheets/sheet-content.js";

/** How much a form's sheet holds: figures other than zero, and cells with any text. */
export interface Holdings {
  readonly figures: number;
  readonly texts: number;
}

/** Counts what stands in a form's own cells; labels, heads and notes do not count. */
export function holdings(form: LocatedForm): Holdings {
  let figures = 0;
  let texts = 0;
  for (const cell of heldCells(form)) {
    if (isFigure(cell)) figures += 1;
    else if (cell.type === "text" && !isBlank(cell.text) && !isDash(cell.text)) texts += 1;
  }
  return { figures, texts };
}

function heldCells(form: LocatedForm): readonly SheetCell[] {
  return form.regions.flatMap((region) =>
    region.kind === "grid"
      ? bodyCells(form, region)
      : region.values.flatMap(({ at }) => form.grid.shown(at.row, at.column) ?? []),
  );
}

function bodyCells(form: LocatedForm, region: LocatedGrid): readonly SheetCell[] {
  const slots = region.panels.flatMap((panel) =>
    panel.columns.flatMap(({ spec, slot }) => (spec.role === "figure" || spec.role === "text" ? (slot ?? []) : [])),
  );
  const cells: SheetCell[] = [];
  for (let row = region.bodyRow; row <= region.lastRow; row += 1) {
    for (const cell of form.grid.filled(row)) {
      if (slots.some((slot) => slot.first <= cell.column && cell.column <= slot.last)) cells.push(cell);
    }
  }
  return cells;
}

function isFigure(cell: SheetCell): boolean {
  const number = numeric(cell);
  if (number !== undefined) return !number.isZero();
  if (cell.type !== "text") return false;
  const figure = readFigure(cell.text);
  return figure.kind === "figure" && !figure.value.isZero();
}
