import { translateFormula } from "./formula-shift.js";
import { type CellElement, type ElementSpan, openTag, type RowElement, scanCells, scanRows } from "./sheet-rows.js";
import { attributeValue } from "../archive/xml-scan.js";
import { contentOf } from "../archive/xml-tree.js";

/** One row of a sheet with its cells. */
export interface SheetRow {
  readonly row: RowElement;
  readonly cells: readonly CellElement[];
}

/** A cell that holds a formula. */
export interface FormulaCell {
  readonly row: number;
  readonly column: number;
  readonly cell: CellElement;
  /** Its `<f>` element. */
  readonly element: ElementSpan;
  readonly kind: "plain" | "array" | "table" | "shared";
  /** The formula as it stands for this very cell: a follower's is translated from its master's. */
  readonly text: string;
  /** The range of an array, a data table or, at its master, of a shared formula. */
  readonly ref?: string;
  /** The index by which a shared formula's cells know each other. */
  readonly shared?: string;
}

/** The cells of one shared formula in file order; the master is among them and holds the text for all. */
export interface SharedFormula {
  readonly master: FormulaCell;
  readonly members: readonly FormulaCell[];
}

/** The formulas of a sheet. */
export interface SheetFormulas {
  /** All cells with a formula of their own, array or plain; shared ones stand in `shared` instead. */
  readonly single: readonly FormulaCell[];
  readonly shared: readonly SharedFormula[];
}

/** All rows of a sheet with their cells. */
export function readRows(text: string, sheetData: ElementSpan): SheetRow[] {
  return scanRows(text, sheetData).map((row) => ({ row, cells: scanCells(text, row) }));
}

/** Reads the formulas of a sheet. A follower whose master is missing has no formula to speak of and is left out. */
export function readFormulas(text: string, rows: readonly SheetRow[]): SheetFormulas {
  const single: FormulaCell[] = [];
  const byIndex = new Map<string, FormulaCell[]>();
  for (const { row, cells } of rows) {
    for (const cell of cells) {
      const found = formulaOf(text, row.number, cell);
      if (found === undefined) continue;
      if (found.shared === undefined) {
        single.push(found);
        continue;
      }
      const known = byIndex.get(found.shared);
      if (known === undefined) byIndex.set(found.shared, [found]);
      else known.push(found);
    }
  }
  return { single, shared: [...byIndex.values()].flatMap(groupByMaster) };
}

function formulaOf(text: string, row: number, cell: CellElement): FormulaCell | undefined {
  const element = cell.formula;
  if (element === undefined) return undefined;
  const tag = openTag(element);
  const type = attributeValue(text, tag, "t");
  const ref = attributeValue(text, tag, "ref");
  const shared = type === "shared" ? attributeValue(text, tag, "si") : undefined;
  const kind = shared !== undefined ? "shared" : type === "array" ? "array" : type === "dataTable" ? "table" : "plain";
  return {
    row,
    column: cell.column,
    cell,
    element,
    kind,
    text: contentOf(text, element),
    ...(ref !== undefined && { ref }),
    ...(shared !== undefined && { shared }),
  };
}

/** Some writers use an index again for another formula: a follower belongs to the last master before it. */
function groupByMaster(cells: readonly FormulaCell[]): SharedFormula[] {
  const masters = cells.filter((cell) => cell.text !== "");
  const groups = new Map<FormulaCell, FormulaCell[]>(masters.map((master) => [master, []]));
  let current = masters[0];
  for (const cell of cells) {
    if (cell.text !== "") current = cell;
    if (current === undefined) continue;
    const text = translateFormula(current.text, cell.row - current.row, cell.column - current.column);
    groups.get(current)?.push(cell === current ? cell : { ...cell, text });
  }
  return [...groups].map(([master, members]) => ({ master, members }));
}
