import type { Style, Workbook, Worksheet } from "exceljs";
import type { Frame } from "../template/pack.js";
import type { Look, NewCell, NewSheet } from "./new-sheet.js";

/**
 * Draws a sheet with exceljs. Numbers are kept apart: a cell gets the place of its number in `numbers`, and the digits are put
 * in when the file is settled, for exceljs would pass them through a binary float.
 */
export function drawSheet(workbook: Workbook, sheet: NewSheet, frame: Frame, numbers: string[]): void {
  const worksheet = workbook.addWorksheet(sheet.name);
  for (const [index, width] of sheet.widths.entries()) worksheet.getColumn(index + 1).width = width;
  for (const [row, height] of sheet.heights) worksheet.getRow(row).height = height;
  for (const cell of sheet.cells) drawCell(worksheet, cell, frame, numbers);
  setUpPage(worksheet, sheet, frame);
}

function drawCell(worksheet: Worksheet, cell: NewCell, frame: Frame, numbers: string[]): void {
  const style = styleOf(cell.look, frame);
  const lastRow = cell.row + cell.rows - 1;
  const lastColumn = cell.column + cell.columns - 1;
  for (let row = cell.row; row <= lastRow; row += 1) {
    for (let column = cell.column; column <= lastColumn; column += 1) worksheet.getCell(row, column).style = style;
  }
  if (cell.rows > 1 || cell.columns > 1) worksheet.mergeCells(cell.row, cell.column, lastRow, lastColumn);
  const target = worksheet.getCell(cell.row, cell.column);
  if (cell.value.kind === "text") target.value = cell.value.text;
  if (cell.value.kind === "number") {
    target.value = numbers.length;
    numbers.push(cell.value.text);
  }
}

const THIN = { style: "thin" } as const;

function styleOf(look: Look, frame: Frame): Style {
  return {
    numFmt: look.format ?? "General",
    font: {
      name: frame.fonts[look.face],
      size: look.size,
      charset: GB2312,
      ...(look.bold === true ? { bold: true } : {}),
    },
    alignment: {
      horizontal: look.horizontal,
      vertical: look.vertical ?? "middle",
      wrapText: look.wrap,
      ...(look.indent === undefined ? {} : { indent: look.indent }),
    },
    border: look.border ? { top: THIN, left: THIN, bottom: THIN, right: THIN } : {},
    fill: { type: "pattern", pattern: "none" },
    protection: {},
  };
}

/** The character set of Chinese faces, by which old programs choose a substitute. */
const GB2312 = 134;

/** Margins in inches: the print fits A4 with room for the page foot. */
const MARGINS = { left: 0.55, right: 0.55, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.4 } as const;

/** A4, one page wide and as many high as needed, centred, head repeated. */
function setUpPage(worksheet: Worksheet, sheet: NewSheet, frame: Frame): void {
  Object.assign(worksheet.pageSetup, {
    paperSize: 9,
    orientation: sheet.orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: MARGINS,
    ...(sheet.head === undefined ? {} : { printTitlesRow: `${sheet.head.first}:${sheet.head.last}` }),
  });
  worksheet.headerFooter.oddFooter = `&C${frame.footer}`;
  worksheet.views = [
    sheet.head === undefined
      ? { state: "normal" }
      : { state: "frozen", xSplit: sheet.frozenColumns, ySplit: sheet.head.last },
  ];
}
