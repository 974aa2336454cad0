import type { RowKey } from "../model/address.js";
import type { FieldsRegion, Table } from "../template/pack.js";
import { fixedRows } from "../calc/layout.js";
import { fieldLines, linesOf, type PlacedField } from "./field-lines.js";
import type { SheetCell, SheetRow } from "./form-sheet.js";
import { blockRow, EMPTY, rangeFrom, tableCell, type Section, type SectionSource } from "./section.js";

/** A field and the line it begins on. */
interface Field extends PlacedField {
  readonly line: number;
}

/** Labelled values at free places. */
export function fieldsSection(region: FieldsRegion, source: SectionSource): Section {
  const table = source.computed.table(region.table);
  const fields = fieldLines(region).map((cells, line) => cells.map((placed): Field => ({ ...placed, line })));
  const grid = fieldGrid(fields, source.width);
  const top = region.caption === undefined ? 0 : 1;
  const ownRow = blockRow(source);
  const rowsOf = (line: number): SheetRow["rows"] => {
    const keys = (fields[line] ?? []).flatMap(({ cell }) => (cell.kind === "value" ? (cell.row ?? ownRow ?? []) : []));
    return [...new Set(keys)].map((row) => ({ table: table.id, row }));
  };
  return {
    rowCount: top + fields.length,
    headRows: 0,
    row: (row): SheetRow => {
      if (row < top) return { kind: "caption", rows: [] };
      const height = region.lines[row - top]?.height;
      return { kind: "fields", rows: rowsOf(row - top), ...(height === undefined ? {} : { height }) };
    },
    at: (row, column) => {
      if (row < top) return { kind: "label", text: region.caption ?? "", role: "caption", level: 0 };
      const field = grid[row - top]?.[column];
      return field === undefined ? EMPTY : fieldCell(field, table, ownRow, source);
    },
    merge: (row, column) => {
      if (row < top) return rangeFrom(row, 0, 1, source.width);
      const field = grid[row - top]?.[column];
      if (field === undefined) return undefined;
      return rangeFrom(top + field.line, field.column, linesOf(field.cell), field.cell.span);
    },
    positionOf: (address) => {
      if (address.table !== table.id) return undefined;
      const field = fields
        .flat()
        .find(
          ({ cell }) => cell.kind === "value" && cell.column === address.column && (cell.row ?? ownRow) === address.row,
        );
      return field === undefined ? undefined : { row: top + field.line, column: field.column };
    },
  };
}

/** The field that covers each position. */
function fieldGrid(fields: readonly (readonly Field[])[], width: number): readonly (readonly (Field | undefined)[])[] {
  const grid = fields.map(() => new Array<Field | undefined>(width));
  for (const field of fields.flat()) {
    for (let line = field.line; line < field.line + linesOf(field.cell); line += 1) {
      grid[line]?.fill(field, field.column, field.column + field.cell.span);
    }
  }
  return grid;
}

function fieldCell({ cell }: Field, table: Table, ownRow: RowKey | undefined, source: SectionSource): SheetCell {
  if (cell.kind === "label") return { kind: "label", text: cell.text, role: "field", level: 0 };
  const column = table.columns.find(({ id }) => id === cell.column);
  if (column === undefined) return EMPTY;
  const row = cell.row ?? ownRow;
  if (row === undefined) return { kind: "new", table: table.id, role: "other", column: column.id };
  return tableCell(source.computed, table, row, column, { fixed: fixedRows(table).get(row), prefix: cell.prefix });
}
