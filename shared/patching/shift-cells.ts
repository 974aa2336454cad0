import { formatRange, parseRange } from "../sheets/cell-reference.js";
import type { FormulaCell, SheetFormulas, SheetRow } from "./formula-cells.js";
import { type FormulaRewrites, rewriteFormula, rewriteShared } from "./formula-markup.js";
import { shiftFormula } from "./formula-shift.js";
import { type RowShift, shiftRange, shiftRangeText, shiftRow } from "./row-shift.js";
import { type CellElement, openTag } from "./sheet-rows.js";
import type { TextSplices } from "../archive/text-splices.js";
import { attributesOf, escapeText } from "../archive/xml-scan.js";
import { isSelfClosing } from "../archive/xml-tree.js";

/** The formulas of a sheet after a shift, each as it reads at its cell's new place. */
export type ShiftedFormulas = ReadonlyMap<CellElement, string>;

/**
 * Lets the formulas in a sheet's cells follow a shift. On the sheet whose rows are shifted, cells also move and go away
 * with their rows; their removal itself is not written here.
 */
export function shiftCellFormulas(
  text: string,
  splices: TextSplices,
  rows: readonly SheetRow[],
  formulas: SheetFormulas,
  shift: RowShift,
  sheet: string,
): ShiftedFormulas {
  const shifted = new Map<CellElement, string>();
  const rewrites: FormulaRewrites = new Map();
  const moves = shift.sheet === sheet;
  const rowOf = (cell: FormulaCell): number | undefined => (moves ? shiftRow(shift, cell.row) : cell.row);
  const textOf = (cell: FormulaCell): string => shiftFormula(cell.text, shift, { sheet });
  for (const cell of formulas.single) {
    const now = textOf(cell);
    shifted.set(cell.cell, now);
    if (rowOf(cell) !== undefined)
      rewriteFormula(text, rewrites, cell, now, moves ? shiftedAttributes(text, cell, shift) : {});
    else if (cell.kind === "array") moveArray(text, splices, rows, cell, shift, now);
  }
  for (const group of formulas.shared) {
    const now = group.members.map((cell) => {
      const row = rowOf(cell);
      const place = row === undefined ? undefined : { row, column: cell.column, text: textOf(cell) };
      if (place !== undefined) shifted.set(cell.cell, place.text);
      return { cell, place };
    });
    const ref = moves && group.master.ref !== undefined ? shiftRangeText(shift, group.master.ref) : undefined;
    rewriteShared(text, rewrites, group, now, ref);
  }
  writeRewrites(splices, formulas, rewrites);
  return shifted;
}

/** Puts the new `<f>` elements in the places of the old ones. */
export function writeRewrites(splices: TextSplices, formulas: SheetFormulas, rewrites: FormulaRewrites): void {
  const cells = [...formulas.single, ...formulas.shared.flatMap(({ members }) => members)];
  for (const { element } of cells) {
    const markup = rewrites.get(element.start);
    if (markup !== undefined) splices.replace(element.start, element.end, markup);
  }
}

/** The range of an array or data table, and the input cells of a data table. */
function shiftedAttributes(text: string, cell: FormulaCell, shift: RowShift): Record<string, string> {
  const moved: Record<string, string> = {};
  for (const { name, valueStart, valueEnd } of attributesOf(text, openTag(cell.element))) {
    if (name !== "ref" && name !== "r1" && name !== "r2") continue;
    const old = text.slice(valueStart, valueEnd);
    moved[name] = shiftRangeText(shift, old) ?? old;
  }
  return moved;
}

/** The row with an array's formula goes, others of the array stay: the formula moves to the first of them. */
function moveArray(
  text: string,
  splices: TextSplices,
  rows: readonly SheetRow[],
  array: FormulaCell,
  shift: RowShift,
  formula: string,
): void {
  const range = parseRange(array.ref ?? "");
  const left = range === undefined ? undefined : shiftRange(shift, range);
  if (range === undefined || left === undefined || shift.kind !== "remove") return;
  const heir = rows
    .find(({ row }) => row.number === shift.first + shift.count)
    ?.cells.find((cell) => cell.column === range.firstColumn);
  if (heir === undefined) return;
  const { name } = array.element;
  const markup = `<${name} t="array" ref="${formatRange(left)}">${escapeText(formula)}</${name}>`;
  if (isSelfClosing(text, heir)) splices.replace(heir.end - 2, heir.end, `>${markup}</${heir.name}>`);
  else splices.insert(heir.openEnd, markup);
}
