import { type Failure, failure } from "../failure.js";
import { type CellElement, type CellValue, cellValue } from "./cell-value.js";
import type { SheetPart, WorkbookPackage } from "./package.js";
import type { SheetCell } from "./sheet-content.js";
import { type CellPlace, sheetPositions } from "./sheet-positions.js";

/**
 * The most cells a sheet may have. The longest table of a hundred departments in one sheet stays below; blank cells are
 * written with four letters each, so a file of harmless size could ask for more memory than there is.
 */
const MOST_CELLS = 400_000;

/** The cells of a sheet while its part is being read, row by row. After the first problem nothing is added any more. */
export interface CellList {
  readonly cells: readonly SheetCell[];
  /** A row begins, with its number as written. */
  row(number: string | undefined): void;
  /** A cell of this row has been read. */
  add(element: CellElement): void;
  problem(): Failure | undefined;
}

/** A cell while it is being made. */
type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** Makes an empty list for one sheet. */
export function cellList(workbook: WorkbookPackage, sheet: SheetPart): CellList {
  const cells: SheetCell[] = [];
  const positions = sheetPositions(sheet.name);
  let problem: Failure | undefined;
  return {
    cells,
    row(number) {
      problem ??= positions.row(number);
    },
    add(element) {
      if (cells.length >= MOST_CELLS) problem ??= tooManyCells(sheet);
      if (problem !== undefined) return;
      const place = positions.cell(element.reference);
      if ("code" in place) {
        problem = place;
        return;
      }
      const style = styleIndex(element);
      const value = style < 0 ? { problem: "style" } : cellValue(element, workbook.sharedStrings);
      if ("problem" in value) problem = failure("workbook-damaged", { sheet: sheet.name, ref: place.ref, ...value });
      else cells.push(sheetCell(place, element, value, style, workbook));
    },
    problem: () => problem,
  };
}

/** -1 when it is no index. */
function styleIndex(element: CellElement): number {
  const { style } = element;
  if (style === undefined) return 0;
  return /^[0-9]{1,9}$/.test(style) ? Number.parseInt(style, 10) : -1;
}

function sheetCell(
  place: CellPlace,
  element: CellElement,
  value: CellValue,
  style: number,
  workbook: WorkbookPackage,
): SheetCell {
  const { ref, row, column } = place;
  const { type, text } = value;
  const cell: Writable<SheetCell> = { ref, row, column, type, text, style };
  const numberFormat = workbook.formats.code(style);
  if (element.formula !== undefined) cell.formula = element.formula;
  if (numberFormat !== undefined) cell.numberFormat = numberFormat;
  return cell;
}

function tooManyCells(sheet: SheetPart): Failure {
  return failure("workbook-bomb", { sheet: sheet.name, measure: "cells", limit: String(MOST_CELLS) });
}
