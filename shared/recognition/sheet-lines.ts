import type { AmountUnit } from "../template/pack.js";
import { normalised, trimmed } from "./printed-text.js";
import type { SheetCell } from "../sheets/sheet-content.js";
import type { SheetGrid } from "./sheet-grid.js";
import { amountUnit, DEPARTMENT_LINE, DEPARTMENT_NAME, FOREIGN_UNIT_LINE, FORM_NUMBER, UNIT_LINE } from "./words.js";

/** What the lines between a form's title and its heads say. */
export interface SheetLines {
  readonly unit?: AmountUnit;
  /** A unit of money the program does not know, such as 千元, where no other is named. */
  readonly foreignUnit?: ForeignUnit;
  /** The publisher's name, as printed. */
  readonly department?: SheetDepartment;
}

/** A unit of money that is neither 元 nor 万元, and the cell that names it. */
export interface ForeignUnit {
  readonly text: string;
  readonly ref: string;
}

/** A publisher named on a sheet, and the cell that names it. */
export interface SheetDepartment {
  readonly name: string;
  readonly ref: string;
}

/** The cell in which a sheet names its publisher, or has room for it, and what stands around the name there. */
export interface DepartmentLine {
  readonly cell: SheetCell;
  readonly before: string;
  readonly name: string;
  readonly behind: string;
}

/** Reads the lines of a sheet above the given row: 部门：…, 金额单位：…, each in a cell of its own or both in one. */
export function readLines(grid: SheetGrid, headRow: number): SheetLines {
  const cells = lineCells(grid, headRow);
  const unit = cells
    .map((cell) => amountUnit(UNIT_LINE.exec(grid.textOf(cell))?.[1]))
    .find((found) => found !== undefined);
  const foreign = unit === undefined ? foreignUnit(grid, cells) : undefined;
  const line = departmentLine(grid, headRow);
  const department = line === undefined || line.name === "" ? undefined : { name: line.name, ref: line.cell.ref };
  return {
    ...(unit === undefined ? {} : { unit }),
    ...(foreign === undefined ? {} : { foreignUnit: foreign }),
    ...(department === undefined ? {} : { department }),
  };
}

function foreignUnit(grid: SheetGrid, cells: readonly SheetCell[]): ForeignUnit | undefined {
  for (const cell of cells) {
    const text = FOREIGN_UNIT_LINE.exec(grid.textOf(cell))?.[1];
    if (text !== undefined) return { text, ref: cell.ref };
  }
  return undefined;
}

/** Finds the line above the given row that names the publisher. The name may stand in the cell right of its label. */
export function departmentLine(grid: SheetGrid, headRow: number): DepartmentLine | undefined {
  for (let row = 1; row < headRow; row += 1) {
    const cells = grid.filled(row).filter((cell) => cell.type === "text");
    for (const [index, cell] of cells.entries()) {
      if (cell.text.length > LONGEST_LINE || !DEPARTMENT_LINE.test(grid.textOf(cell))) continue;
      const line = lineIn(cell);
      if (line === undefined) continue;
      const next = cells[index + 1];
      if (line.name !== "" || next === undefined || isOtherLine(grid.textOf(next))) return line;
      return { cell: next, before: "", name: trimmed(next.text), behind: "" };
    }
  }
  return undefined;
}

/** Beyond this a cell above the heads holds a text, not a line. */
const LONGEST_LINE = 300;

function lineCells(grid: SheetGrid, headRow: number): readonly SheetCell[] {
  const cells: SheetCell[] = [];
  for (let row = 1; row < headRow; row += 1) cells.push(...grid.filled(row).filter((cell) => cell.type === "text"));
  return cells;
}

/** The name in a line, unless the line names a unit of money. */
function lineIn(cell: SheetCell): DepartmentLine | undefined {
  const [, before = "", inner = ""] = DEPARTMENT_NAME.exec(cell.text) ?? [];
  const name = trimmed(inner);
  if (namesUnit(normalised(name))) return undefined;
  return { cell, before, name, behind: cell.text.slice(before.length + inner.length) };
}

function isOtherLine(text: string): boolean {
  return namesUnit(text) || FORM_NUMBER.test(text) || DEPARTMENT_LINE.test(text);
}

/** Whether a text names a unit of money, known or not. */
function namesUnit(text: string): boolean {
  return UNIT_LINE.test(text) || FOREIGN_UNIT_LINE.test(text);
}
