import { columnLetters, formatRange, parseRange } from "../sheets/cell-reference.js";
import { readFormulas, readRows, type SheetRow } from "./formula-cells.js";
import { isRowFormula, translateFormula } from "./formula-shift.js";
import { failure } from "../failure.js";
import { PatchRefused } from "./patch-refused.js";
import { type RowShift, shiftRow } from "./row-shift.js";
import { shiftCellFormulas, type ShiftedFormulas } from "./shift-cells.js";
import { type CellElement, type ElementSpan, openTag, type RowElement } from "./sheet-rows.js";
import type { TextSplices } from "../archive/text-splices.js";
import { attributesOf, attributeValue, escapeText, findAttribute, prefixOf } from "../archive/xml-scan.js";

/** What a shift did to the rows of its sheet. */
export interface ShiftedRows {
  /** Whether a cell with a formula moved, went away or was made: the calculation chain is stale then. */
  readonly formulasMoved: boolean;
  /** The columns of the cells in new rows, as a range; absent when no cell was made. */
  readonly made?: { readonly firstColumn: number; readonly lastColumn: number };
}

/**
 * Shifts the rows of a sheet itself: renumbers rows and cells below, takes removed rows out, and puts new rows in as
 * copies of the row `like`: its height and styles, no values, and those formulas that calculate along their row.
 */
export function shiftSheetRows(
  text: string,
  splices: TextSplices,
  sheetData: ElementSpan,
  shift: RowShift,
  like: number | undefined,
): ShiftedRows {
  const rows = readRows(text, sheetData);
  const shifted = shiftCellFormulas(text, splices, rows, readFormulas(text, rows), shift, shift.sheet);
  let formulasMoved = false;
  for (const each of rows) {
    const now = shiftRow(shift, each.row.number);
    if (now === each.row.number) continue;
    formulasMoved ||= each.cells.some((cell) => cell.formula !== undefined);
    if (now !== undefined) renumber(text, splices, each, now);
    else if (shift.kind === "remove" || !holdsAnything(each)) splices.remove(each.row.start, each.row.end);
    else
      throw new PatchRefused(
        failure("workbook-row-out-of-range", { sheet: shift.sheet, row: String(each.row.number) }),
      );
  }
  const model = shift.kind === "insert" ? rows.find(({ row }) => row.number === like) : undefined;
  if (shift.kind !== "insert" || model === undefined) return { formulasMoved };
  const copies = Array.from({ length: shift.count }, (_, index) =>
    copyRow(text, model, shift, shift.after + 1 + index, shifted),
  );
  splices.insert(insertionPoint(rows, sheetData, shift.after), copies.map((copy) => copy.markup).join(""));
  const columns = copies[0]?.columns ?? [];
  const [firstColumn, lastColumn] = [columns[0], columns.at(-1)];
  const made = firstColumn === undefined || lastColumn === undefined ? {} : { made: { firstColumn, lastColumn } };
  return { formulasMoved: formulasMoved || (copies[0]?.hasFormula ?? false), ...made };
}

function renumber(text: string, splices: TextSplices, { row, cells }: SheetRow, now: number): void {
  const number = findAttribute(text, openTag(row), "r");
  if (number !== undefined) splices.replace(number.valueStart, number.valueEnd, String(now));
  else splices.insert(row.start + 1 + row.name.length, ` r="${now}"`);
  for (const cell of cells) {
    const reference = findAttribute(text, openTag(cell), "r");
    if (reference !== undefined) {
      splices.replace(reference.valueStart, reference.valueEnd, columnLetters(cell.column) + String(now));
    }
  }
}

/** Excel, too, refuses to push rows with something in them off the end of the sheet. */
function holdsAnything({ cells }: SheetRow): boolean {
  return cells.some((cell) => cell.formula !== undefined || cell.values.length > 0);
}

/** Behind the last row above the new ones. */
function insertionPoint(rows: readonly SheetRow[], sheetData: ElementSpan, after: number): number {
  const below = rows.findIndex(({ row }) => row.number > after);
  const above = below < 0 ? rows.at(-1) : rows[below - 1];
  return above?.row.end ?? sheetData.openEnd;
}

interface CopiedRow {
  readonly markup: string;
  readonly columns: readonly number[];
  readonly hasFormula: boolean;
}

function copyRow(text: string, model: SheetRow, shift: RowShift, number: number, shifted: ShiftedFormulas): CopiedRow {
  const columns: number[] = [];
  let hasFormula = false;
  const cells = model.cells.map((cell) => {
    const style = attributeValue(text, openTag(cell), "s");
    const formula = copyFormula(text, model.row, cell, shift, number, shifted.get(cell));
    if (style === undefined && formula === "") return "";
    columns.push(cell.column);
    hasFormula ||= formula !== "";
    const head = `<${cell.name} r="${columnLetters(cell.column)}${number}"${style === undefined ? "" : ` s="${style}"`}`;
    return formula === "" ? `${head}/>` : `${head}>${formula}</${cell.name}>`;
  });
  const { name } = model.row;
  return {
    markup: `<${name}${rowAttributes(text, model.row, number)}>${cells.join("")}</${name}>`,
    columns,
    hasFormula,
  };
}

/** A new row is never hidden, though the row it is copied from may be. */
function rowAttributes(text: string, row: RowElement, number: number): string {
  const others = attributesOf(text, openTag(row))
    .filter((attribute) => !["r", "hidden", "collapsed"].includes(attribute.name))
    .map((attribute) => ` ${text.slice(attribute.start, attribute.end)}`);
  return ` r="${number}"${others.join("")}`;
}

function copyFormula(
  text: string,
  row: RowElement,
  cell: CellElement,
  shift: RowShift,
  number: number,
  formula: string | undefined,
): string {
  const stands = shiftRow(shift, row.number);
  if (cell.formula === undefined || formula === undefined || formula === "" || stands === undefined) return "";
  if (!isRowFormula(formula, stands, shift.sheet)) return "";
  const copied = escapeText(translateFormula(formula, number - stands, 0));
  const name = `${prefixOf(cell.name)}f`;
  const tag = openTag(cell.formula);
  const type = attributeValue(text, tag, "t");
  if (type !== "array") return type === "dataTable" ? "" : `<${name}>${copied}</${name}>`;
  const range = parseRange(attributeValue(text, tag, "ref") ?? "");
  if (range === undefined || range.firstRow !== range.lastRow) return "";
  const ref = formatRange({ ...range, firstRow: number, lastRow: number });
  return `<${name} t="array" ref="${ref}">${copied}</${name}>`;
}
