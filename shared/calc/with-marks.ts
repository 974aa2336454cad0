import type { ColumnId, TableId } from "../model/address.js";
import type { CellInput, DerivedMark, RowData, Workbook } from "../model/workbook.js";
import type { Mark } from "./compute.js";
import { tableOfCell, type Layout } from "./layout.js";

/**
 * The workbook with everything found in derived cells (`covered`) taken out of the inputs and the marks of these cells put in.
 * Rows with neither stay the file's own, uncopied.
 */
export function withMarks(
  raw: Workbook,
  layout: Layout,
  covered: readonly number[],
  marks: ReadonlyMap<number, Mark>,
): Workbook {
  const copies = new RowCopies(raw, layout);
  for (const cell of covered) copies.uncover(cell);
  for (const [cell, mark] of marks) copies.mark(cell, mark);
  return { ...raw, tables: copies.tables() };
}

interface RowCopy extends RowData {
  readonly inputs: Map<ColumnId, CellInput>;
  readonly marks: Map<ColumnId, DerivedMark>;
}

/** The rows of a workbook, each copied when it is touched for the first time. */
class RowCopies {
  private readonly copies = new Map<TableId, Map<number, RowCopy>>();

  constructor(
    private readonly raw: Workbook,
    private readonly layout: Layout,
  ) {}

  uncover(cell: number): void {
    const { row, column } = this.at(cell);
    row.inputs.delete(column);
  }

  mark(cell: number, mark: Mark): void {
    const { row, column } = this.at(cell);
    row.marks.set(column, mark);
  }

  tables(): Workbook["tables"] {
    const tables = new Map(this.raw.tables);
    for (const [id, copies] of this.copies) {
      const rows = this.raw.tables.get(id)?.rows ?? [];
      tables.set(id, { rows: rows.map((row, index) => copies.get(index) ?? row) });
    }
    return tables;
  }

  private at(cell: number): { readonly row: RowCopy; readonly column: ColumnId } {
    const table = tableOfCell(this.layout, cell);
    const { id, columns } = table.table;
    const index = Math.floor((cell - table.base) / table.width);
    const column = columns[(cell - table.base) % table.width]?.id;
    if (column === undefined) throw new RangeError(`no cell ${cell}`);
    const copies = this.copies.get(id) ?? new Map<number, RowCopy>();
    this.copies.set(id, copies);
    const row = copies.get(index) ?? this.copy(id, index);
    copies.set(index, row);
    return { row, column };
  }

  private copy(id: TableId, index: number): RowCopy {
    const row = this.raw.tables.get(id)?.rows[index];
    if (row === undefined) throw new RangeError(`table ${id} has no row ${index}`);
    return { key: row.key, inputs: new Map(row.inputs), marks: new Map(row.marks) };
  }
}
