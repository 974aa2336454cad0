import type { FieldCell, FieldLine } from "../template/pack.js";
import type { CellPosition, CellRange } from "../sheets/cell-reference.js";
import { withoutUnit } from "./head-path.js";
import type { LocatedValue } from "./located.js";
import { normalised } from "./printed-text.js";
import type { SheetGrid } from "./sheet-grid.js";

/** A fields region on a sheet. */
export interface FoundFields {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly values: readonly LocatedValue[];
  readonly missing: readonly string[];
}

/**
 * Finds labelled values at or below a row: a value stands right of its label, or below the label that heads its column. Lines
 * may be taller, wider or farther apart than the pack's. Undefined where none of the labels stands there.
 */
export function findFields(
  grid: SheetGrid,
  lines: readonly PlacedLine[],
  from: number,
  to: number,
): FoundFields | undefined {
  const heads: HeadLabel[] = [];
  const values: LocatedValue[] = [];
  const missing: string[] = [];
  let firstRow: number | undefined;
  let lastRow = from - 1;
  for (const line of lines) {
    const labels = findLabels(grid, line, lastRow + 1, to);
    missing.push(...labels.missing);
    const row = labels.row ?? valueRow(heads, line, grid, to);
    if (row === undefined) continue;
    firstRow = Math.min(firstRow ?? row, row);
    values.push(...valuesOf(grid, line, row, labels.areas, heads));
    if (line.every((cell) => cell.cell.kind === "label")) heads.push(...headLabels(line, labels.areas));
    lastRow = Math.max(lastRow, row, ...values.map((value) => lastRowOf(grid, value.at)));
  }
  return firstRow === undefined || heads.length + values.length === 0
    ? undefined
    : { firstRow, lastRow: Math.min(lastRow, to), values, missing };
}

/** A cell of the pack's line and the sheet column it has in the pack's own lay-out, counted from 1. */
interface PlacedCell {
  readonly cell: FieldCell;
  readonly column: number;
  /** A label's text as labels are compared; empty for values. */
  readonly wanted: string;
}

/** A line of the pack, laid out. */
export type PlacedLine = readonly PlacedCell[];

/** A label of a line without values, which heads the values of the lines below. */
interface HeadLabel {
  readonly column: number;
  readonly span: number;
  readonly area: CellRange;
}

/** Lays the lines out as the pack does: columns covered by a taller label of a line above are passed over. */
export function placedLines(lines: readonly FieldLine[]): readonly PlacedLine[] {
  const covered: { readonly until: number; readonly from: number; readonly to: number }[] = [];
  return lines.map((line, index) => {
    let column = 1;
    return line.cells.map((cell) => {
      for (const label of covered) if (label.until > index && label.from === column) column = label.to + 1;
      const placed = { cell, column, wanted: cell.kind === "label" ? comparable(normalised(cell.text)) : "" };
      if (cell.kind === "label" && (cell.rows ?? 1) > 1) {
        covered.push({ until: index + (cell.rows ?? 1), from: column, to: column + cell.span - 1 });
      }
      column += cell.span;
      return placed;
    });
  });
}

interface FoundLabels {
  readonly row: number | undefined;
  readonly areas: ReadonlyMap<PlacedCell, CellRange>;
  readonly missing: readonly string[];
}

/** The first row that prints the line's labels; one of several labels may stand on a row further down. */
function findLabels(grid: SheetGrid, line: readonly PlacedCell[], from: number, to: number): FoundLabels {
  const labels = line.filter(({ wanted }) => wanted !== "");
  const decisive = labels.filter(({ cell }) => cell.kind === "label" && (cell.rows ?? 1) === 1);
  const wanted = decisive.length > 0 ? decisive : labels;
  const areas = new Map<PlacedCell, CellRange>();
  let found: number | undefined;
  for (let row = Math.max(1, from); row <= to && row <= (found ?? row) + LABEL_REACH; row += 1) {
    if (grid.filled(row).length === 0) continue;
    let after = 0;
    for (const label of labels) {
      const area = areas.get(label) ?? labelArea(grid, row, label, after);
      if (area === undefined) continue;
      areas.set(label, area);
      after = area.lastColumn;
    }
    if (found === undefined && wanted.some((label) => areas.has(label))) found = row;
    if (wanted.every((label) => areas.has(label))) break;
  }
  return { row: found, areas, missing: wanted.filter((label) => !areas.has(label)).map(labelText) };
}

/** How many rows below the first label of a line its others may stand. */
const LABEL_REACH = 30;

function labelText({ cell }: PlacedCell): string {
  return cell.kind === "label" ? cell.text : "";
}

/** Where a label begins in a row, right of the label before it. */
function labelArea(grid: SheetGrid, row: number, label: PlacedCell, after: number): CellRange | undefined {
  for (const cell of grid.filled(row)) {
    if (cell.column <= after || cell.type !== "text" || cell.text.length > LONGEST_LABEL) continue;
    if (comparable(grid.textOf(cell)) === label.wanted) return grid.area(row, cell.column);
  }
  return undefined;
}

/** Beyond this a cell holds a sentence. */
const LONGEST_LABEL = 80;

/** Labels, normalised, are compared without units in brackets and without a colon behind them. */
function comparable(text: string): string {
  const bare = withoutUnit(text).text;
  return bare.endsWith(":") ? bare.slice(0, -1) : bare;
}

function headLabels(line: readonly PlacedCell[], areas: ReadonlyMap<PlacedCell, CellRange>): readonly HeadLabel[] {
  return line.flatMap((placed) => {
    const area = areas.get(placed);
    return area === undefined ? [] : [{ column: placed.column, span: placed.cell.span, area }];
  });
}

/** The row of a line without labels: right below the labels that head its values. */
function valueRow(
  heads: readonly HeadLabel[],
  line: readonly PlacedCell[],
  grid: SheetGrid,
  to: number,
): number | undefined {
  if (line.some(({ wanted }) => wanted !== "")) return undefined;
  const head = line.map((placed) => headOf(heads, placed)).find((label) => label !== undefined);
  if (head === undefined) return undefined;
  const row = head.area.lastRow + 1;
  return row <= Math.max(to, grid.lastRow + 1) ? row : undefined;
}

function headOf(heads: readonly HeadLabel[], placed: PlacedCell): HeadLabel | undefined {
  return heads.findLast((head) => head.column === placed.column && head.span === placed.cell.span);
}

/** The places of a line's values: below their heads, or one after the other behind their label. */
function valuesOf(
  grid: SheetGrid,
  line: readonly PlacedCell[],
  row: number,
  areas: ReadonlyMap<PlacedCell, CellRange>,
  heads: readonly HeadLabel[],
): readonly LocatedValue[] {
  const values: LocatedValue[] = [];
  let next: number | undefined;
  let here = row;
  for (const [index, placed] of line.entries()) {
    const { cell } = placed;
    if (cell.kind === "label") {
      const area = areas.get(placed);
      here = area?.firstRow ?? here;
      next = area === undefined ? undefined : firstOfRun(grid, line, index, area, areas);
      continue;
    }
    const column: number | undefined = headOf(heads, placed)?.area.firstColumn ?? next;
    if (column === undefined) continue;
    const area = grid.area(here, column);
    next = area.lastColumn + 1;
    const at: CellPosition = { row: area.firstRow, column: area.firstColumn };
    const { row: key, prefix } = cell;
    values.push({
      ...(key === undefined ? {} : { row: key }),
      column: cell.column,
      at,
      ...(prefix === undefined ? {} : { prefix }),
    });
  }
  return values;
}

/**
 * Where the values behind a label begin. Right behind it; but behind a label that should be merged over several columns and is
 * not, at the first filled cell, if as many cells are filled as there are values.
 */
function firstOfRun(
  grid: SheetGrid,
  line: readonly PlacedCell[],
  index: number,
  area: CellRange,
  areas: ReadonlyMap<PlacedCell, CellRange>,
): number {
  const behind = area.lastColumn + 1;
  const label = line[index];
  if (label === undefined || label.cell.span === 1 || area.lastColumn > area.firstColumn) return behind;
  const rest = line.slice(index + 1);
  const following = rest.findIndex(({ cell }) => cell.kind === "label");
  const count = following < 0 ? rest.length : following;
  const nextLabel = following < 0 ? undefined : rest[following];
  const end = (nextLabel === undefined ? undefined : areas.get(nextLabel)?.firstColumn) ?? grid.lastColumn + 1;
  const filled = grid.filled(area.firstRow).filter((cell) => cell.column >= behind && cell.column < end);
  return filled.length === count ? (filled[0]?.column ?? behind) : behind;
}

function lastRowOf(grid: SheetGrid, at: CellPosition): number {
  return grid.area(at.row, at.column).lastRow;
}
