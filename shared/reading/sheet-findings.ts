import type { Finding } from "../model/finding.js";
import {
  type CellRange,
  columnLetters,
  formatRange,
  formatReference,
  isUnbounded,
  MAX_COLUMN,
  MAX_ROW,
} from "../sheets/cell-reference.js";
import type { OpenSheet } from "../recognition/find-working-sheets.js";
import { hiddenLines } from "./hidden-lines.js";
import type { LocatedForm } from "../recognition/located.js";
import type { WorkbookPackage } from "../sheets/package.js";
import { strayFigure } from "./reading.js";
import { readingFinding } from "./reading-findings.js";

/** What is odd about a sheet as a whole: merges and validations over whole columns, rows or the sheet. */
export function rangeFindings({ sheet, grid }: OpenSheet): readonly Finding[] {
  const of = (ranges: readonly CellRange[], code: "unbounded-merge" | "unbounded-validation"): readonly Finding[] =>
    ranges
      .filter((range) => isUnbounded(range) || isEndless(range))
      .map((range) => {
        const address = rangeText(range);
        return readingFinding(code, { range: address }, { place: { sheet: sheet.name, address } });
      });
  return [...of(grid.content.merges, "unbounded-merge"), ...of(grid.content.validations, "unbounded-validation")];
}

/** A form whose whole sheet nobody sees. */
export function hiddenSheetFindings({ form, sheet, title }: LocatedForm): readonly Finding[] {
  if (sheet.state === "visible") return [];
  const address = formatReference(title?.row ?? 1, title?.column ?? 1);
  return [readingFinding("hidden-sheet", { form: form.title }, { place: { sheet: sheet.name, address } })];
}

/** Figures of a form that nobody sees because their rows or columns are hidden: one finding a sheet. */
export function hiddenFindings(workbook: WorkbookPackage, { sheet, grid, regions }: LocatedForm): readonly Finding[] {
  const hidden = hiddenLines(workbook, sheet);
  if (hidden.rows.size === 0 && hidden.columns.length === 0) return [];
  const lines = new Set<string>();
  let first: string | undefined;
  const [top, bottom] = [regions[0]?.firstRow ?? 1, regions.at(-1)?.lastRow ?? grid.lastRow];
  for (const cell of grid.content.cells) {
    if (cell.row < top || cell.row > bottom || strayFigure(cell) === undefined) continue;
    const isHiddenRow = hidden.rows.has(cell.row);
    const isHiddenColumn = hidden.columns.some(
      (columns) => columns.first <= cell.column && cell.column <= columns.last,
    );
    if (!isHiddenRow && !isHiddenColumn) continue;
    lines.add(isHiddenRow ? String(cell.row) : columnLetters(cell.column));
    first ??= cell.ref;
  }
  if (first === undefined) return [];
  return [
    readingFinding(
      "hidden-figures",
      { lines: [...lines].join(", ") },
      { place: { sheet: sheet.name, address: first } },
    ),
  ];
}

/** One finding when the file refers to other files; they are never opened. */
export function linkFindings(workbook: WorkbookPackage): readonly Finding[] {
  const links = workbook.parts.names.filter((name) => /^xl\/externalLinks\/[^/]+\.xml$/i.test(name));
  return links.length === 0 ? [] : [readingFinding("external-link", { count: String(links.length) })];
}

/** A range that does not begin at the edge and still reaches to it: C2:C1048576. */
function isEndless(range: CellRange): boolean {
  const tall = range.lastRow === MAX_ROW && range.firstRow < MAX_ROW;
  const wide = range.lastColumn === MAX_COLUMN && range.firstColumn < MAX_COLUMN;
  return tall || wide;
}

/** Whole columns as `A:C`, whole rows as `1:3`, other ranges as `A1:C3`. */
function rangeText(range: CellRange): string {
  const allRows = range.firstRow === 1 && range.lastRow === MAX_ROW;
  const allColumns = range.firstColumn === 1 && range.lastColumn === MAX_COLUMN;
  if (allRows && !allColumns) return `${columnLetters(range.firstColumn)}:${columnLetters(range.lastColumn)}`;
  if (allColumns && !allRows) return `${range.firstRow}:${range.lastRow}`;
  return formatRange(range);
}
