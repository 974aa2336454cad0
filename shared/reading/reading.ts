import type { Decimal } from "../decimal.js";
import { addressKey, type CellAddress, type ColumnId, type RowKey, type TableId } from "../model/address.js";
import type { Finding } from "../model/finding.js";
import type { CellInput } from "../model/workbook.js";
import type { AmountUnit, Column, FixedRow, Pack, Table, Unit } from "../template/pack.js";
import { isDash, isAmountUnit, readFigure } from "../template/cell-input.js";
import { formatReference, type CellPosition } from "../sheets/cell-reference.js";
import type { LocatedForm, LocatedPanel, Slot } from "../recognition/located.js";
import { PlaceCollector } from "./places.js";
import { type CellProblem, readCell } from "./read-cell.js";
import { type FilePlace, readingFinding } from "./reading-findings.js";
import { numeric } from "../sheets/sheet-cells.js";
import type { SheetCell } from "../sheets/sheet-content.js";

/** One row of a table as a file has it. */
export interface ReadRow {
  readonly key: RowKey;
  /** The name as printed, without indentation; empty for rows without one. */
  readonly name: string;
  /** The classification code as printed, in narrow digits; present in code tables. */
  readonly code?: string;
  /** What its cells hold, in their columns' units; blank cells are absent. */
  readonly cells: ReadonlyMap<ColumnId, CellInput>;
}

/** A workbook while it is being read: everything found so far. */
export class Reading {
  readonly rows = new Map<TableId, ReadRow[]>();
  readonly findings: Finding[] = [];
  readonly formulas = new Map<string, string>();
  readonly places = new PlaceCollector();
  /** Figures stored as text, by table. */
  readonly textFigures = new Map<TableId, CellAddress[]>();
  private readonly tables: ReadonlyMap<TableId, Table>;

  constructor(
    readonly pack: Pack,
    readonly date1904: boolean,
  ) {
    this.tables = new Map(pack.tables.map((table) => [table.id, table]));
  }

  /** A table of the pack; the pack's own forms name no other ones. */
  table(id: TableId): Table {
    const table = this.tables.get(id);
    if (table === undefined) throw new Error(`no table ${id} in pack ${this.pack.id}`);
    return table;
  }

  /** Rows already read, to be added to. */
  rowsOf(table: TableId): ReadRow[] {
    const known = this.rows.get(table);
    if (known !== undefined) return known;
    const rows: ReadRow[] = [];
    this.rows.set(table, rows);
    return rows;
  }

  /** Reads one cell of a table and notes what is odd about it. */
  readAt(
    form: LocatedForm,
    address: CellAddress,
    at: CellPosition,
    column: Column,
    units: CellUnits,
  ): CellInput | undefined {
    const cell = form.grid.content.cell(at.row, at.column);
    const reading = readCell(cell, { column, ...units, date1904: this.date1904 });
    if (cell === undefined) return undefined;
    if (cell.formula !== undefined) this.formulas.set(addressKey(address), cell.formula);
    if (reading.problem !== undefined) this.problem(reading.problem, cell, { address, form });
    if (reading.storedAsText) {
      const known = this.textFigures.get(address.table) ?? [];
      known.push(address);
      this.textFigures.set(address.table, known);
    }
    return reading.input;
  }

  private problem(
    problem: CellProblem,
    cell: SheetCell,
    { address, form }: { readonly address: CellAddress; readonly form: LocatedForm },
  ): void {
    const place = { sheet: form.sheet.name, address: cell.ref };
    const where = { cells: [address], place };
    this.findings.push(
      problem === "formula-without-value"
        ? readingFinding("formula-without-value", { formula: cell.formula ?? "" }, where)
        : readingFinding("unreadable-figure", { text: cell.text, problem }, where),
    );
  }
}

/** The unit a cell has in the model, and the unit of money its sheet prints. */
export interface CellUnits {
  readonly unit: Unit | undefined;
  readonly printed: AmountUnit | undefined;
}

/** A cell's units: a row's own unit goes before its column's; a head's before the side label's and the sheet's. */
export function unitsOf(
  form: LocatedForm,
  column: Column,
  row: FixedRow | undefined,
  panel?: LocatedPanel,
  slot?: Slot,
): CellUnits {
  const takesRow = column.kind === "amount" || column.kind === "count";
  const unit = takesRow ? (row?.unit ?? column.unit) : column.unit;
  if (!isAmountUnit(unit)) return { unit, printed: undefined };
  const side = panel?.columns.find(({ spec }) => spec.role === "side")?.slot?.unit;
  return { unit, printed: slot?.unit ?? side ?? form.unit };
}

/** The figure a cell shows where the form has no cell for one; nothing for blanks, dashes, zeros and other texts. */
export function strayFigure(cell: SheetCell | undefined): Decimal | undefined {
  if (cell === undefined || (cell.type === "text" && isDash(cell.text))) return undefined;
  const number = numeric(cell);
  const written = number === undefined && cell.type === "text" ? readFigure(cell.text) : undefined;
  const value = number ?? (written?.kind === "figure" ? written.value : undefined);
  return value === undefined || value.isZero() ? undefined : value;
}

/** A place on a form's sheet. */
export function placeOn(form: LocatedForm, at: CellPosition): FilePlace {
  return { sheet: form.sheet.name, address: formatReference(at.row, at.column) };
}
