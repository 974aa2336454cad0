import type { AmountUnit } from "../template/pack.js";
import { normalised, trimmed } from "./printed-text.js";
import type { SheetCell } from "./sheet-content.js";
import type { SheetGrid } from "./sheet-grid.js";
import { amountUnit, DEPARTMENT_LINE, DEPARTMENT_NAME, FORM_NUMBER, UNIT_LINE } from "./words.js";

/** What the lines between a form's title and its heads say. */
export interface SheetLines {
  readonly unit?: AmountUnit;
  /** The publisher's name, as printed. */
  readonly department?: SheetDepartment;
}

/** A publisher named on a sheet, and the cell that names it. */
export interface SheetDepartment {
  readonly name: string;
  readonly ref: string;
}

/** Reads the lines of a sheet above the given row: 部门：…, 金额单位：…, each in a cell of its own or both in one. */
export function readLines(grid: SheetGrid, headRow: number): SheetLines {
  let unit: AmountUnit | undefined;
  let department: SheetDepartment | undefined;
  for (let row = 1; row < headRow; row += 1) {
    const cells = grid.filled(row);
    for (const [index, cell] of cells.entries()) {
      if (cell.type !== "text") continue;
      unit ??= amountUnit(UNIT_LINE.exec(normalised(cell.text))?.[1]);
      department ??= departmentIn(cell, cells[index + 1]);
    }
  }
  return { ...(unit === undefined ? {} : { unit }), ...(department === undefined ? {} : { department }) };
}

/** The publisher a cell names, or its neighbour when the cell holds the label alone. */
function departmentIn(cell: SheetCell, neighbour: SheetCell | undefined): SheetDepartment | undefined {
  const text = normalised(cell.text);
  if (!DEPARTMENT_LINE.test(text)) return undefined;
  const name = trimmed(DEPARTMENT_NAME.exec(cell.text)?.[1] ?? "");
  if (name !== "") return isUnitWord(name) ? undefined : { name, ref: cell.ref };
  const next = neighbour?.type === "text" ? trimmed(neighbour.text) : "";
  const isLine = UNIT_LINE.test(normalised(next)) || FORM_NUMBER.test(normalised(next));
  return next === "" || isLine || neighbour === undefined ? undefined : { name: next, ref: neighbour.ref };
}

function isUnitWord(name: string): boolean {
  return amountUnit(normalised(name).replace(/\)$/, "")) !== undefined;
}
