import { fieldLines, linesOf, type PlacedField } from "../forms/field-lines.js";
import type { FieldCell, FieldsRegion, Pack, Table } from "../template/pack.js";
import type { RegionSource } from "./new-sheet-grid.js";
import { addCaption } from "./new-sheet-grid.js";
import { newFigure, type NewFigure } from "./new-sheet-value.js";
import { BLANK_VALUE, HIGHEST_ROW, textValue, type Look, type SheetBuilder } from "./new-sheet.js";

/** Writes labelled values. A line that needs more height than one sheet row can have takes several, merged. */
export function addFields(sheet: SheetBuilder, region: FieldsRegion, source: RegionSource): void {
  if (region.caption !== undefined) addCaption(sheet, region.caption);
  const table = tableOf(source.pack, region.table);
  const lines = fieldLines(region).map((cells, index) => ({
    height: region.lines[index]?.height ?? sheet.size * 2,
    cells: cells.map((placed) => ({ ...placed, ...valueOf(placed.cell, table, source) })),
  }));
  const sizes = lines.map(({ cells, height }) => lineSize(sheet, cells, height));
  for (const [index, { cells }] of lines.entries()) {
    for (const { cell, column, figure } of cells) {
      const reach = linesOf(cell);
      const rows = sizes.slice(index, index + reach).reduce((sum, size) => sum + size.rows, 0);
      sheet.put(column + 1, cell.span, figure.value, lookOf(sheet, cell, figure), rows);
    }
    const { rows, height } = sizes[index] ?? { rows: 1, height: sheet.size * 2 };
    for (let row = 0; row < rows; row += 1) sheet.endRow(height / rows);
  }
}

interface FilledCell extends PlacedField {
  readonly figure: NewFigure;
}

function tableOf(pack: Pack, id: string): Table {
  const table = pack.tables.find((each) => each.id === id);
  if (table === undefined) throw new RangeError(`no table ${id}`);
  return table;
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
    figure.value.kind === "text" && linesOf(cell) === 1 ? sheet.heightOf(figure.value.text, column + 1, cell.span) : 0,
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
