import { type Failure, failure } from "../failure.js";
import { type CellElement, type CellValue, cellValue } from "./cell-value.js";
import type { SheetPart, WorkbookPackage } from "./package.js";
import { richText } from "./rich-text.js";
import type { SheetCell, SheetContent } from "./sheet-content.js";
import { type CellPlace, sheetPositions } from "./sheet-positions.js";
import { sheetRanges } from "./sheet-ranges.js";
import type { XmlAttributes, XmlReader } from "./xml-reader.js";

/**
 * The most cells a sheet may have. The longest table of a hundred departments in one sheet stays below; blank cells are
 * written with four letters each, so a file of harmless size could ask for more memory than there is.
 */
const MOST_CELLS = 400_000;

/** A cell while it is being made. */
type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** A reader of worksheet parts that has the sheet's content once the part has been read. */
export interface SheetReader extends XmlReader {
  /** The content of what was read; of use only when the part was not refused. */
  content(): SheetContent;
}

/**
 * Makes the reader of one sheet. Elements count only where the schema puts them, by their depth: 2 sheetData, 3 row,
 * 4 c, 5 f, v and is; whatever else has such names, as extensions do, is something different.
 */
export function sheetReader(workbook: WorkbookPackage, sheet: SheetPart): SheetReader {
  const cells: SheetCell[] = [];
  const positions = sheetPositions(sheet.name);
  const ranges = sheetRanges(sheet.name);
  const inline = richText(5);
  let section = "";
  let cell: CellElement | undefined;
  let gathering: "value" | "formula" | undefined;
  let problem: Failure | undefined;

  const openCell = (attributes: XmlAttributes): void => {
    if (cells.length >= MOST_CELLS) problem ??= tooManyCells(sheet);
    if (problem !== undefined) return;
    const place = positions.cell(attributes["r"]);
    if ("code" in place) problem = place;
    else cell = cellElement(place, attributes);
  };
  const closeCell = (element: CellElement): void => {
    const value = cellValue(element, workbook.sharedStrings);
    if ("problem" in value)
      problem ??= failure("workbook-damaged", { sheet: sheet.name, ref: element.place.ref, ...value });
    else cells.push(sheetCell(element, value, workbook));
    cell = undefined;
  };
  const openInCell = (name: string, element: CellElement): void => {
    if (name === "v") element.value = "";
    if (name === "f") element.formula = "";
    gathering = name === "v" ? "value" : name === "f" ? "formula" : undefined;
  };

  return {
    open(name, depth, attributes) {
      if (depth === 1 && name !== "worksheet") problem ??= failure("workbook-unsupported", { sheet: sheet.name });
      if (depth === 2) section = name;
      if (section !== "sheetData") ranges.open(name, depth, attributes);
      else if (depth === 3 && name === "row") problem ??= positions.row(attributes["r"]);
      else if (depth === 4 && name === "c") openCell(attributes);
      else if (depth === 5 && cell !== undefined) openInCell(name, cell);
      else if (depth > 5) inline.open(name, depth);
    },
    close(name, depth) {
      if (section !== "sheetData") ranges.close(depth);
      else if (depth > 5) inline.close(depth);
      else if (depth === 5 && cell !== undefined) {
        gathering = undefined;
        if (name === "is") cell.inline = inline.take();
      } else if (depth === 4 && cell !== undefined) closeCell(cell);
    },
    text(text) {
      if (section !== "sheetData") ranges.text(text);
      else if (gathering !== undefined && cell !== undefined) cell[gathering] = (cell[gathering] ?? "") + text;
      else inline.text(text);
    },
    problem: () => problem ?? ranges.problem(),
    content: () => sheetContent(cells, ranges.merges, ranges.validations),
  };
}

/** Every property is there from the start: the engine is many times slower with objects that grow. */
function cellElement(place: CellPlace, attributes: XmlAttributes): CellElement {
  const style = Number.parseInt(attributes["s"] ?? "0", 10);
  return { place, type: attributes["t"] ?? "n", style, value: undefined, formula: undefined, inline: undefined };
}

function sheetCell(element: CellElement, value: CellValue, workbook: WorkbookPackage): SheetCell {
  const { ref, row, column } = element.place;
  const { style, formula } = element;
  const cell: Writable<SheetCell> = { ref, row, column, type: value.type, text: value.text, style };
  const numberFormat = workbook.formats.code(style);
  if (formula !== undefined) cell.formula = formula;
  if (numberFormat !== undefined) cell.numberFormat = numberFormat;
  return cell;
}

function tooManyCells(sheet: SheetPart): Failure {
  return failure("workbook-bomb", { sheet: sheet.name, measure: "cells", limit: String(MOST_CELLS) });
}

function sheetContent(
  cells: readonly SheetCell[],
  merges: SheetContent["merges"],
  validations: SheetContent["validations"],
): SheetContent {
  let index: ReadonlyMap<number, SheetCell> | undefined;
  const key = (row: number, column: number): number => row * 65_536 + column;
  return {
    cells,
    merges,
    validations,
    cell(row, column) {
      index ??= new Map(cells.map((cell) => [key(cell.row, cell.column), cell]));
      return index.get(key(row, column));
    },
    maxRow: cells.reduce((most, cell) => Math.max(most, cell.row), 0),
    maxColumn: cells.reduce((most, cell) => Math.max(most, cell.column), 0),
  };
}
