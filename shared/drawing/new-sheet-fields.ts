import type { FieldCell, FieldsRegion, Pack, Table } from "../template/pack.js";
import type { RegionSource } from "./new-sheet-grid.js";
import { addCaption } from "./new-sheet-grid.js";
import { newFigure, type NewFigure } from "./new-sheet-value.js";
import { BLANK_VALUE, HIGHEST_ROW, textValue, type Look, type SheetBuilder } from "./new-sheet.js";

/** Writes labelled values. A line that needs more height than one sheet row can have takes several, merged. */
export function addFields(sheet: SheetBuilder, region: FieldsRegion, source: RegionSource): void {
  if (region.caption !== undefined) addCaption(sheet, region.caption);
  const table = tableOf(source.pack, region.table);
  const lines = placedLines(region).map((cells, index) => ({
    height: region.lines[index]?.height ?? sheet.size * 2,
    cells: cells.map((placed) => ({ ...placed, ...valueOf(placed.cell, table, source) })),
  }));
  const sizes = lines.map(({ cells, height }) => lineSize(sheet, cells, height));
  for (const [index, { cells }] of lines.entries()) {
    for (const { cell, column, figure } of cells) {
      const reach = cell.kind === "label" ? (cell.rows ?? 1) : 1;
      const rows = sizes.slice(index, index + reach).reduce((sum, size) => sum + size.rows, 0);
      sheet.put(column, cell.span, figure.value, lookOf(sheet, cell, figure), rows);
    }
    const { rows, height } = sizes[index] ?? { rows: 1, height: sheet.size * 2 };
    for (let row = 0; row < rows; row += 1) sheet.endRow(height / rows);
  }
}

interface PlacedCell {
  readonly cell: FieldCell;
  /** Counted from 1. */
  readonly column: number;
}

interface FilledCell extends PlacedCell {
  readonly figure: NewFigure;
}

function tableOf(pack: Pack, id: string): Table {
  const table = pack.tables.find((each) => each.id === id);
  if (table === undefined) throw new RangeError(`no table ${id}`);
  return table;
}

/** Where each cell begins: columns that a label of a line above still covers are passed over. */
function placedLines(region: FieldsRegion): readonly (readonly PlacedCell[])[] {
  const covered = new Map<number, Set<number>>();
  return region.lines.map(({ cells }, index) => {
    let column = 1;
    return cells.map((cell) => {
      while (covered.get(index)?.has(column) === true) column += 1;
      const placed = { cell, column };
      for (let below = 1; cell.kind === "label" && below < (cell.rows ?? 1); below += 1) {
        const columns = covered.get(index + below) ?? new Set<number>();
        for (let at = column; at < column + cell.span; at += 1) columns.add(at);
        covered.set(index + below, columns);
      }
      column += cell.span;
      return placed;
    });
  });
}

function valueOf(cell: FieldCell, table: Table, source: RegionSource): { readonly figure: NewFigure } {
  if (cell.kind === "label") {
    return { figure: { value: textValue(cell.text), format: "General", horizontal: "center" } };
  }
  const column = table.columns.find(({ id }) => id === cell.column);
  if (column === undefined) return { figure: { value: BLANK_VALUE, format: "General", horizontal: "left" } };
  const key = cell.row ?? source.block;
  const row = source.content.tables.get(table.id)?.find((each) => each.key === key);
  const figure = newFigure(row?.cells[column.id], column, column.unit);
  if (cell.prefix === undefined) return { figure };
  const own = figure.value.kind === "blank" ? "" : figure.value.text;
  return { figure: { ...figure, value: textValue(`${cell.prefix}${own}`) } };
}

/** How many sheet rows a line takes and how high they are together. */
function lineSize(
  sheet: SheetBuilder,
  cells: readonly FilledCell[],
  least: number,
): { readonly rows: number; readonly height: number } {
  const needed = cells.map(({ cell, column, figure }) =>
    figure.value.kind === "text" && (cell.kind === "value" || (cell.rows ?? 1) === 1)
      ? sheet.heightOf(figure.value.text, column, cell.span)
      : 0,
  );
  const height = Math.max(least, ...needed);
  return { rows: Math.ceil(height / HIGHEST_ROW), height };
}

function lookOf(sheet: SheetBuilder, cell: FieldCell, figure: NewFigure): Look {
  return {
    face: "body",
    size: sheet.size,
    horizontal: cell.kind === "label" ? "center" : figure.horizontal,
    wrap: true,
    border: true,
    format: figure.format,
  };
}
