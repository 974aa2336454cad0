import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import {
  formatReference,
  parseRange,
  parseReference,
  type CellPosition,
  type CellRange,
} from "../../shared/sheets/cell-reference.js";

/** What a cell of a workbook on paper holds, and the place it had in the workbook it was copied from. */
export interface PaperCell {
  readonly value?: string | number | boolean;
  readonly formula?: string;
  /** Its number format; General when there is none. */
  readonly format?: string;
  /** `sheet!A1` of the first workbook: it stays with the cell wherever the cell goes. */
  readonly origin?: string;
}

/** A sheet of values and merges, to be rearranged as people rearrange sheets. */
export class PaperSheet {
  state: "visible" | "hidden" = "visible";
  readonly rows = new Map<number, Map<number, PaperCell>>();
  merges: CellRange[] = [];

  constructor(public name: string) {}

  /** The cell at a place; an empty one where nothing stands. */
  at(row: number, column: number): PaperCell {
    return this.rows.get(row)?.get(column) ?? {};
  }

  get(ref: string): PaperCell {
    const { row, column } = place(ref);
    return this.at(row, column);
  }

  /** Writes a value (or a whole cell) where it keeps its format and origin; undefined blanks it. */
  set(ref: string, value: PaperCell["value"] | { readonly cell: PaperCell }): this {
    const { row, column } = place(ref);
    const { format, origin } = this.at(row, column);
    const kept = { ...(format === undefined ? {} : { format }), ...(origin === undefined ? {} : { origin }) };
    const cell = typeof value === "object" ? value.cell : value === undefined ? {} : { value };
    this.put(row, column, { ...kept, ...cell });
    return this;
  }

  put(row: number, column: number, cell: PaperCell): void {
    const cells = this.rows.get(row) ?? new Map<number, PaperCell>();
    this.rows.set(row, cells.set(column, cell));
  }

  /** A whole new row of values from column A on. */
  fill(row: number, ...values: readonly PaperCell["value"][]): this {
    for (const [index, value] of values.entries()) if (value !== undefined) this.put(row, index + 1, { value });
    return this;
  }

  /** Every cell with its place, from top left to bottom right. */
  *cells(): Generator<{
    readonly row: number;
    readonly column: number;
    readonly ref: string;
    readonly cell: PaperCell;
  }> {
    for (const row of [...this.rows.keys()].sort((a, b) => a - b)) {
      const cells = this.rows.get(row) ?? new Map<number, PaperCell>();
      for (const column of [...cells.keys()].sort((a, b) => a - b)) {
        yield { row, column, ref: formatReference(row, column), cell: this.at(row, column) };
      }
    }
  }

  /** Changes every cell that holds something. */
  map(change: (cell: PaperCell, at: CellPosition) => PaperCell): this {
    for (const { row, column, cell } of [...this.cells()]) this.put(row, column, change(cell, { row, column }));
    return this;
  }

  /** Makes room before a row; merges around it grow. */
  insertRows(before: number, count = 1): this {
    this.move("row", before, count);
    return this;
  }

  /** Makes room before a column; merges around it grow. */
  insertColumns(before: number, count = 1): this {
    this.move("column", before, count);
    return this;
  }

  /** Takes rows out; merges within them go, merges around them shrink. */
  removeRows(first: number, count = 1): this {
    const last = first + count - 1;
    for (let row = first; row <= last; row += 1) this.rows.delete(row);
    this.merges = this.merges.filter((range) => range.firstRow < first || range.lastRow > last);
    this.move("row", last + 1, -count);
    return this;
  }

  private move(axis: "row" | "column", from: number, by: number): void {
    const moved = [...this.cells()].map(({ row, column, cell }) => ({
      row: axis === "row" && row >= from ? row + by : row,
      column: axis === "column" && column >= from ? column + by : column,
      cell,
    }));
    this.rows.clear();
    for (const { row, column, cell } of moved) this.put(row, column, cell);
    const shift = (index: number): number => (index >= from ? index + by : index);
    this.merges = this.merges.map((range) =>
      axis === "row"
        ? { ...range, firstRow: shift(range.firstRow), lastRow: shift(range.lastRow) }
        : { ...range, firstColumn: shift(range.firstColumn), lastColumn: shift(range.lastColumn) },
    );
  }

  merge(range: string): this {
    const parsed = parseRange(range);
    if (parsed === undefined) throw new Error(`no range ${range}`);
    this.merges.push(parsed);
    return this;
  }

  /** Where a text stands, and stands alone in its cell. */
  find(text: string): CellPosition {
    for (const { row, column, cell } of this.cells()) if (cell.value === text) return { row, column };
    throw new Error(`no ${text} on ${this.name}`);
  }

  copy(): PaperSheet {
    const sheet = new PaperSheet(this.name);
    sheet.state = this.state;
    for (const [row, cells] of this.rows) sheet.rows.set(row, new Map(cells));
    sheet.merges = [...this.merges];
    return sheet;
  }
}

/** A workbook on paper. */
export class PaperBook {
  constructor(public sheets: PaperSheet[]) {}

  sheet(name: string): PaperSheet {
    const sheet = this.sheets.find((one) => one.name === name);
    if (sheet === undefined) throw new Error(`no sheet ${name}`);
    return sheet;
  }

  /** A new sheet at a position of the tab order, the last one without one. */
  add(name: string, position = this.sheets.length): PaperSheet {
    const sheet = new PaperSheet(name);
    this.sheets.splice(position, 0, sheet);
    return sheet;
  }

  remove(...names: readonly string[]): this {
    this.sheets = this.sheets.filter(({ name }) => !names.includes(name));
    return this;
  }

  copy(): PaperBook {
    return new PaperBook(this.sheets.map((sheet) => sheet.copy()));
  }
}

/** Copies a workbook of texts and numbers to paper, by a reader that is not the program's own. */
export async function paperBook(file: string): Promise<PaperBook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(readFileSync(file) as unknown as ArrayBuffer);
  return new PaperBook(book.worksheets.map(paperSheet));
}

function paperSheet(source: ExcelJS.Worksheet): PaperSheet {
  const sheet = new PaperSheet(source.name);
  source.eachRow((cells, row) => {
    cells.eachCell((cell, column) => {
      const isCovered = cell.isMerged && cell.master.address !== cell.address;
      const { value } = cell;
      if (isCovered || value === null) return;
      if (typeof value !== "string" && typeof value !== "number")
        throw new Error(`${source.name}!${cell.address} is no text and no number`);
      const format = cell.numFmt as string | undefined;
      sheet.put(row, column, {
        value,
        origin: `${source.name}!${cell.address}`,
        ...(format === undefined || format === "General" ? {} : { format }),
      });
    });
  });
  for (const range of source.model.merges) sheet.merge(range);
  return sheet;
}

function place(ref: string): CellPosition {
  const position = parseReference(ref);
  if (position === undefined) throw new Error(`no reference ${ref}`);
  return position;
}
