import { convert } from "../amount.js";
import type { Decimal } from "../decimal.js";
import type { RemarkId } from "../model/workbook.js";
import { isAmountUnit, isBlank, isDash, readFigure } from "../template/cell-input.js";
import type { AmountUnit, Pack } from "../template/pack.js";
import { displayText } from "../sheets/cell-display.js";
import type { FoundWorkingSheet, FoundWorkingSheets } from "./find-working-sheets.js";
import { normalised, trimmed } from "./printed-text.js";
import { referencedUnit } from "./referenced-unit.js";
import { numeric } from "../sheets/sheet-cells.js";
import { amountUnit, PROFILE_ELEMENTS, YEAR_CELL } from "./words.js";

/** One row of 说明要素. */
export interface ElementRow {
  readonly id: RemarkId;
  /** The content as printed; empty where nobody has written any. */
  readonly text: string;
  readonly row: number;
}

/** One row of 上年数. */
export interface LastYearRow {
  /** The reference that names this year's cell, in the pack's spelling where the pack has it. */
  readonly reference: string;
  /** The figure in the unit of the cell it names; absent for a blank. */
  readonly value?: Decimal;
  /** What stands there instead of a figure. */
  readonly unreadable?: string;
  /** The unit the row prints. */
  readonly unit?: AmountUnit;
  /** The unit of the cell the reference names. */
  readonly own?: AmountUnit;
  readonly row: number;
}

/** Reads 说明要素: 编号, 位置, 内容. Rows without a 编号 say nothing. */
export function readElements(found: FoundWorkingSheet | undefined): readonly ElementRow[] {
  if (found === undefined) return [];
  const { grid, headRow, columns } = found;
  const [idColumn = 0, , textColumn = 0] = columns;
  const rows: ElementRow[] = [];
  for (let row = headRow + 1; row <= grid.lastRow; row += 1) {
    const idCell = grid.content.cell(row, idColumn);
    const id = idCell === undefined ? "" : trimmed(displayText(idCell, false));
    const cell = grid.content.cell(row, textColumn);
    if (id !== "") rows.push({ id, text: cell === undefined ? "" : trimmed(displayText(cell, false)), row });
  }
  return rows;
}

/** Reads 上年数: 项目, 引用, 单位, 上年数. A figure in 元 for a cell in 万元 is converted, and the other way round. */
export function readLastYear(found: FoundWorkingSheet | undefined, pack: Pack): readonly LastYearRow[] {
  if (found === undefined) return [];
  const { grid, headRow, columns } = found;
  const [, referenceColumn = 0, unitColumn = 0, figureColumn = 0] = columns;
  const rows: LastYearRow[] = [];
  for (let row = headRow + 1; row <= grid.lastRow; row += 1) {
    const reference = spelledReference(grid.content.cell(row, referenceColumn)?.text ?? "", pack);
    if (reference === "") continue;
    const unit = amountUnit(grid.text(row, unitColumn));
    const own = referencedUnit(pack, reference);
    rows.push({
      reference,
      row,
      ...(unit === undefined ? {} : { unit }),
      ...(isAmountUnit(own) ? { own } : {}),
      ...lastYearFigure(found, row, figureColumn, unit, isAmountUnit(own) ? own : undefined),
    });
  }
  return rows;
}

/** A written reference in the pack's own spelling where the pack has it, else without blanks and narrow. */
function spelledReference(text: string, pack: Pack): string {
  const written = comparable(text);
  return pack.lastYear.find(({ reference }) => comparable(reference) === written)?.reference ?? written;
}

function comparable(text: string): string {
  return text.normalize("NFKC").replaceAll(/\s+/gu, "");
}

/** The fiscal year that 说明要素 names, if it does. */
export function profileYear(working: FoundWorkingSheets): number | undefined {
  const row = readElements(working.elements).find((element) => element.id === PROFILE_ELEMENTS.year);
  const year = YEAR_CELL.exec(normalised(row?.text ?? ""))?.[1];
  return year === undefined ? undefined : Number.parseInt(year, 10);
}

function lastYearFigure(
  found: FoundWorkingSheet,
  row: number,
  column: number,
  unit: AmountUnit | undefined,
  own: AmountUnit | undefined,
): { readonly value?: Decimal; readonly unreadable?: string } {
  const cell = found.grid.content.cell(row, column);
  if (cell === undefined || cell.type === "blank" || isBlank(cell.text) || isDash(cell.text)) return {};
  const number = numeric(cell);
  const written = number === undefined ? readFigure(cell.text) : undefined;
  const value = number ?? (written?.kind === "figure" ? written.value : undefined);
  if (value === undefined) return { unreadable: cell.text };
  const printed = written?.kind === "figure" && isAmountUnit(written.unit) ? written.unit : unit;
  return { value: printed === undefined || own === undefined ? value : convert(value, printed, own) };
}
