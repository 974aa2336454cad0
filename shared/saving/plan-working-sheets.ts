import { convert } from "../amount.js";
import { type Decimal, plain, significant } from "../decimal.js";
import { isAmountUnit } from "../template/cell-input.js";
import type { Pack, WorkingSheet } from "../template/pack.js";
import type { NewSheet } from "../patching/add-sheet.js";
import type { CellWrite } from "../patching/cell-markup.js";
import type { FoundWorkingSheet } from "../recognition/find-working-sheets.js";
import { type PendingCell, sameFigure } from "./pending-cells.js";
import type { ReadWorkbook } from "../reading/read-excel.js";
import { readElements, readLastYear } from "../recognition/read-working-sheets.js";
import { referencedUnit } from "../recognition/referenced-unit.js";
import type { SaveTarget } from "./save-target.js";
import { PROFILE_ELEMENTS } from "../recognition/words.js";

/** What happens to the working sheets: cells that change in those that are there, and sheets to be made. */
export interface WorkingSheetPlan {
  readonly cells: readonly PendingCell[];
  readonly newSheets: readonly NewSheet[];
}

/** Plans 上年数 and 说明要素. A sheet that is not there is made only when it would hold something. */
export function planWorkingSheets(read: ReadWorkbook, target: SaveTarget): WorkingSheetPlan {
  const elements = wantedElements(read, target);
  const { lastYear, elements: found } = read.working;
  const cells = [
    ...(lastYear === undefined ? [] : lastYearCells(read, lastYear, target.lastYear)),
    ...(found === undefined ? [] : elementCells(read, found, elements)),
  ];
  const newSheets = [
    ...(lastYear !== undefined || target.lastYear.size === 0 ? [] : [newLastYear(read, target.lastYear)]),
    ...(found !== undefined || elements.size === 0 ? [] : [newElements(read, elements)]),
  ];
  return { cells, newSheets };
}

/** The entries 说明要素 must have: the remarks, the publisher where it names him already, the year also when it changes. */
function wantedElements(read: ReadWorkbook, target: SaveTarget): ReadonlyMap<string, string> {
  const wanted = new Map([...target.remarks].filter(([, text]) => text !== ""));
  const kept = new Set(readElements(read.working.elements).map(({ id }) => id));
  const { year, department } = target.profile;
  if (kept.has(PROFILE_ELEMENTS.year) || year !== read.profile.year) {
    wanted.set(PROFILE_ELEMENTS.year, String(year));
  }
  if (kept.has(PROFILE_ELEMENTS.department)) wanted.set(PROFILE_ELEMENTS.department, department);
  return wanted;
}

function lastYearCells(
  { pack }: ReadWorkbook,
  found: FoundWorkingSheet,
  wanted: ReadonlyMap<string, Decimal>,
): readonly PendingCell[] {
  const rows = readLastYear(found, pack);
  const [itemColumn = 1, referenceColumn = 2, unitColumn = 3, figureColumn = 4] = found.columns;
  const cells: PendingCell[] = [];
  for (const row of rows) {
    const figure = wanted.get(row.reference);
    const isSame =
      figure === undefined || row.value === undefined ? figure === row.value : sameFigure(figure, row.value);
    if (isSame) continue;
    const { unit, own } = row;
    const printed =
      figure === undefined || unit === undefined || own === undefined ? figure : convert(figure, own, unit);
    cells.push(cellIn(found, row.row, figureColumn, figureWrite(printed)));
  }
  let last = Math.max(found.headRow, ...rows.map(({ row }) => row));
  const known = new Set(rows.map(({ reference }) => reference));
  for (const [reference, figure] of wanted) {
    if (known.has(reference)) continue;
    last += 1;
    const [item, , unit] = lastYearLabels(pack, reference);
    const writes: readonly (readonly [number, CellWrite])[] = [
      [itemColumn, text(item)],
      [referenceColumn, text(reference)],
      [unitColumn, text(unit)],
      [figureColumn, figureWrite(figure)],
    ];
    cells.push(...newCells(found, last, writes));
  }
  return cells;
}

function elementCells(
  { pack }: ReadWorkbook,
  found: FoundWorkingSheet,
  wanted: ReadonlyMap<string, string>,
): readonly PendingCell[] {
  const rows = readElements(found);
  const [idColumn = 1, placeColumn = 2, textColumn = 3] = found.columns;
  const cells: PendingCell[] = [];
  for (const row of rows) {
    const content = wanted.get(row.id) ?? "";
    if (content !== row.text) cells.push(cellIn(found, row.row, textColumn, text(content)));
  }
  let last = Math.max(found.headRow, ...rows.map(({ row }) => row));
  const known = new Set(rows.map(({ id }) => id));
  for (const [id, content] of wanted) {
    if (known.has(id)) continue;
    last += 1;
    const writes: readonly (readonly [number, CellWrite])[] = [
      [idColumn, text(id)],
      [placeColumn, text(placeOf(pack, id))],
      [textColumn, text(content)],
    ];
    cells.push(...newCells(found, last, writes));
  }
  return cells;
}

/** The cells of a row that is not there yet; blank ones need none. */
function newCells(
  found: FoundWorkingSheet,
  row: number,
  writes: readonly (readonly [number, CellWrite])[],
): readonly PendingCell[] {
  return writes.flatMap(([column, value]) => (value.kind === "blank" ? [] : [cellIn(found, row, column, value)]));
}

function newLastYear(read: ReadWorkbook, wanted: ReadonlyMap<string, Decimal>): NewSheet {
  const { pack } = read;
  const references = new Set([...pack.lastYear.map(({ reference }) => reference), ...wanted.keys()]);
  const rows = [...references].map((reference) => [
    ...lastYearLabels(pack, reference).map(text),
    figureWrite(wanted.get(reference)),
  ]);
  return newSheet(read, pack.frame.lastYear, rows);
}

function newElements(read: ReadWorkbook, wanted: ReadonlyMap<string, string>): NewSheet {
  const { pack } = read;
  const order = pack.elements.map(({ id }) => id).filter((id) => wanted.has(id));
  const ids = [...order, ...[...wanted.keys()].filter((id) => !order.includes(id))];
  const rows = ids.map((id) => [id, placeOf(pack, id), wanted.get(id) ?? ""].map(text));
  return newSheet(read, pack.frame.elements, rows);
}

function newSheet(read: ReadWorkbook, working: WorkingSheet, rows: readonly (readonly CellWrite[])[]): NewSheet {
  const title = working.title === undefined ? [] : [[text(working.title)]];
  const names = new Set(read.file.sheets.map(({ name }) => name.toUpperCase()));
  let name = working.sheet;
  for (let number = 2; names.has(name.toUpperCase()); number += 1) name = `${working.sheet} (${number})`;
  return { name, rows: [...title, working.heads.map(text), ...rows], widths: working.widths };
}

/** What a row of 上年数 prints before its figure: item, reference, unit. */
function lastYearLabels(pack: Pack, reference: string): readonly [string, string, string] {
  const item = pack.lastYear.find((each) => each.reference === reference)?.item ?? "";
  const unit = referencedUnit(pack, reference);
  return [item, reference, isAmountUnit(unit) ? unit : (unit ?? "")];
}

function placeOf(pack: Pack, id: string): string {
  return pack.elements.find((element) => element.id === id)?.place ?? "";
}

function cellIn(found: FoundWorkingSheet, row: number, column: number, value: CellWrite): PendingCell {
  const origin = found.grid.content.cell(row, column);
  const cell: PendingCell = { sheet: found.sheet.name, spot: { kind: "old", row }, column, value, changed: true };
  return origin === undefined ? cell : { ...cell, origin };
}

function text(content: string): CellWrite {
  return content === "" ? { kind: "blank" } : { kind: "text", text: content };
}

/** Excel keeps fifteen digits. */
function figureWrite(figure: Decimal | undefined): CellWrite {
  return figure === undefined ? { kind: "blank" } : { kind: "number", text: plain(significant(figure, 15)) };
}
