import { columnLetters, MAX_COLUMN, MAX_ROW } from "../sheets/cell-reference.js";
import { findReferences, type FormulaReference, type ReferenceCorner } from "./formula-references.js";
import { shiftRow, shiftSpan, type RowShift } from "./row-shift.js";

const GONE = "#REF!";

/** Where a formula stands, as far as its references depend on it. */
export interface FormulaPlace {
  /** The sheet that references without a sheet name mean; absent where there is none, as in charts. */
  readonly sheet?: string;
  /** In defined names relative rows are offsets from the cell that uses the name: only `$` rows follow a shift. */
  readonly onlyFixed?: boolean;
}

/**
 * The formula after rows were put in or taken out: every reference to that sheet follows. A reference whose rows were
 * all removed becomes `#REF!`. References through several sheets stay, as in Excel
 * and LibreOffice. A formula that does not change comes back as it is.
 */
export function shiftFormula(formula: string, shift: RowShift, place: FormulaPlace): string {
  return rewrite(formula, (reference) => {
    if (!refersTo(reference, shift.sheet, place.sheet)) return undefined;
    if (place.onlyFixed === true && !isFixed(reference)) return undefined;
    return shiftReference(reference, shift);
  });
}

/**
 * The formula as it reads when it is copied by so many rows and columns: relative references move along, `$` stays.
 * A reference that leaves the sheet becomes `#REF!`.
 */
export function translateFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return rewrite(formula, (reference) => {
    const first = translateCorner(reference.first, rows, columns);
    const last = reference.last === undefined ? undefined : translateCorner(reference.last, rows, columns);
    if (first === undefined || (reference.last !== undefined && last === undefined)) return GONE;
    return last === undefined ? first : `${first}:${last}`;
  });
}

/**
 * Whether a formula calculates along its own row, such as `SUM(F13:H13)` or `E13/E$8`: every relative reference stays
 * in that row of its own sheet. Only such a formula means the same in a new row beside it.
 */
export function isRowFormula(formula: string, row: number, sheet: string): boolean {
  return findReferences(formula).every((reference) =>
    corners(reference).every(
      (corner) =>
        corner.row === undefined || corner.rowFixed || (corner.row === row && refersTo(reference, sheet, sheet)),
    ),
  );
}

/** The formula with every reference to a sheet that is taken away turned into `#REF!`. */
export function forgetSheet(formula: string, sheet: string): string {
  return rewrite(formula, ({ prefix }) => {
    if (prefix === undefined || prefix.foreign) return undefined;
    const isNamed = sameName(prefix.first, sheet) || (prefix.last !== undefined && sameName(prefix.last, sheet));
    return isNamed ? GONE : undefined;
  });
}

/** Whether two sheet names are one: Excel does not tell upper and lower case apart. */
export function sameName(a: string, b: string): boolean {
  return a === b || a.toUpperCase() === b.toUpperCase();
}

type NewBody = (reference: FormulaReference) => string | undefined;

/** Puts new cells in the place of references; what is gone loses its sheet's name too: not every program reads `Sheet1!#REF!`. */
function rewrite(formula: string, newBody: NewBody): string {
  let result = "";
  let at = 0;
  for (const reference of findReferences(formula)) {
    const body = newBody(reference);
    if (body === undefined) continue;
    result += formula.slice(at, body === GONE ? reference.start : reference.bodyStart) + body;
    at = reference.end;
  }
  return at === 0 ? formula : result + formula.slice(at);
}

function refersTo(reference: FormulaReference, sheet: string, home: string | undefined): boolean {
  const { prefix } = reference;
  if (prefix === undefined) return home !== undefined && sameName(home, sheet);
  if (prefix.foreign || !sameName(prefix.first, sheet)) return false;
  return prefix.last === undefined || sameName(prefix.last, sheet);
}

function isFixed(reference: FormulaReference): boolean {
  return corners(reference).every((corner) => corner.row === undefined || corner.rowFixed);
}

function corners(reference: FormulaReference): readonly ReferenceCorner[] {
  return reference.last === undefined ? [reference.first] : [reference.first, reference.last];
}

function shiftReference(reference: FormulaReference, shift: RowShift): string | undefined {
  const { first, last } = reference;
  if (first.row === undefined) return undefined;
  if (last?.row === undefined) {
    const row = shiftRow(shift, first.row);
    return row === undefined ? GONE : row === first.row ? undefined : written(first, row);
  }
  const upsideDown = first.row > last.row;
  const span = upsideDown ? { first: last.row, last: first.row } : { first: first.row, last: last.row };
  const moved = shiftSpan(shift, span);
  if (moved === undefined) return GONE;
  if (moved.first === span.first && moved.last === span.last) return undefined;
  return upsideDown
    ? `${written(first, moved.last)}:${written(last, moved.first)}`
    : `${written(first, moved.first)}:${written(last, moved.last)}`;
}

function translateCorner(corner: ReferenceCorner, rows: number, columns: number): string | undefined {
  const row = corner.row === undefined || corner.rowFixed ? corner.row : corner.row + rows;
  if (row !== undefined && (row < 1 || row > MAX_ROW)) return undefined;
  if (corner.column === undefined || corner.columnFixed || columns === 0) return written(corner, row);
  const column = corner.column + columns;
  if (column < 1 || column > MAX_COLUMN) return undefined;
  return written({ ...corner, letters: columnLetters(column) }, row);
}

function written(corner: ReferenceCorner, row: number | undefined): string {
  const column = corner.letters === "" ? "" : (corner.columnFixed ? "$" : "") + corner.letters;
  return row === undefined ? column : `${column}${corner.rowFixed ? "$" : ""}${row}`;
}
