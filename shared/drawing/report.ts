import ExcelJS, { type FillPattern, type Font, type Row, type Worksheet } from "exceljs";
import type { Severity } from "../model/finding.js";
import { settle } from "./new-excel-parts.js";

/** What the findings report says; `shared/messages` makes it. */
export interface ReportSheet {
  readonly title: string;
  readonly lines: readonly string[];
  readonly heads: readonly string[];
  readonly rows: readonly {
    readonly severity: Severity;
    readonly cells: readonly { readonly kind: "text" | "figure"; readonly text: string }[];
  }[];
  readonly none: string;
  readonly faces: { readonly title: string; readonly body: string };
  readonly footer: string;
}

/** Together no wider than letters of 8 points on A4 landscape: number, kind, table, place, cell, three figures, sentence, rule, answer. */
const WIDTHS: readonly number[] = [6, 8, 20, 24, 14, 13, 13, 11, 54, 9, 16];

/** Light fills by severity; hints have none. */
const FILLS: Readonly<Record<Severity, string | undefined>> = {
  error: "FFFCE4E4",
  explain: "FFFFF4D6",
  hint: undefined,
};

/** The word of the kind is set off too, so that it is told apart in grey print and by who sees no colours. */
const KIND_COLOURS: Readonly<Record<Severity, string | undefined>> = {
  error: "FFB00020",
  explain: "FF8A5A00",
  hint: undefined,
};

/** Behind the heads. */
const HEAD_FILL = "FFE8ECF2";

/** The character set of Chinese faces, by which old programs choose a substitute. */
const GB2312 = 134;

/**
 * Writes the findings report as a workbook: A4 landscape, one page wide, the head repeated on every page. The same content
 * gives the same bytes. A text that looks like a formula stays text.
 */
export async function writeReport(content: ReportSheet): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(content.title);
  for (const [index, width] of WIDTHS.entries()) sheet.getColumn(index + 1).width = width;
  const numbers: string[] = [];
  writeHead(sheet, content);
  for (const row of content.rows) writeRow(sheet, row, bodyFace(content), numbers);
  if (content.rows.length === 0) writeLine(sheet, content.none, bodyFace(content));
  setUpPage(sheet, content.lines.length + 2, content.footer);
  const written = await workbook.xlsx.writeBuffer();
  return settle(new Uint8Array(written), numbers, content.faces.body);
}

function writeHead(sheet: Worksheet, content: ReportSheet): void {
  const body = bodyFace(content);
  const title = sheet.addRow([content.title]);
  sheet.mergeCells(title.number, 1, title.number, WIDTHS.length);
  title.height = 32;
  Object.assign(title.getCell(1), {
    font: { name: content.faces.title, size: 18, charset: GB2312 },
    alignment: { horizontal: "center", vertical: "middle" },
  });
  for (const line of content.lines) writeLine(sheet, line, body);
  const heads = sheet.addRow([...content.heads]);
  heads.height = 24;
  eachCell(heads, (cell) =>
    Object.assign(cell, { font: { ...body, bold: true }, ...BOX, alignment: CENTRED, fill: filled(HEAD_FILL) }),
  );
}

function bodyFace({ faces }: ReportSheet): Partial<Font> {
  return { name: faces.body, size: 10.5, charset: GB2312 };
}

const THIN = { style: "thin", color: { argb: "FF9AA4B2" } } as const;
const BOX = { border: { top: THIN, left: THIN, bottom: THIN, right: THIN } } as const;
const CENTRED = { horizontal: "center", vertical: "middle", wrapText: true } as const;

function writeLine(sheet: Worksheet, text: string, font: Partial<Font>): void {
  const row = sheet.addRow([text]);
  sheet.mergeCells(row.number, 1, row.number, WIDTHS.length);
  Object.assign(row.getCell(1), { font, alignment: { vertical: "middle", wrapText: true } });
  row.height = 20;
}

function writeRow(
  sheet: Worksheet,
  content: ReportSheet["rows"][number],
  font: Partial<Font>,
  numbers: string[],
): void {
  const row = sheet.addRow([]);
  for (const [index, { kind, text }] of content.cells.entries()) {
    const cell = row.getCell(index + 1);
    if (kind === "figure") {
      // The digits are put in when the file is settled; exceljs would pass them through a binary float.
      cell.value = numbers.length;
      numbers.push(text);
      cell.numFmt = "#,##0.00####";
    } else {
      cell.value = text;
    }
  }
  const fill = FILLS[content.severity];
  eachCell(row, (cell, column) => {
    Object.assign(cell, { font, ...BOX, alignment: alignmentOf(column) });
    if (fill !== undefined) cell.fill = filled(fill);
  });
  const colour = KIND_COLOURS[content.severity];
  if (colour !== undefined) row.getCell(KIND_COLUMN).font = { ...font, bold: true, color: { argb: colour } };
  row.height = heightOf(content);
}

function filled(colour: string): FillPattern {
  return { type: "pattern", pattern: "solid", fgColor: { argb: colour } };
}

const KIND_COLUMN = 2;

/** Indented, so that a figure does not run into the text beside it. */
function alignmentOf(column: number): object {
  if (column <= KIND_COLUMN) return CENTRED;
  const isFigure = column >= 6 && column <= 8;
  return { horizontal: isFigure ? "right" : "left", vertical: "middle", wrapText: !isFigure, indent: INDENT };
}

const INDENT = 1;

/** From here on characters are as wide as Chinese ones; Chinese faces set quotation marks and dashes so wide too. */
const FIRST_WIDE = 0x2000;

/** What of a column's width its text cannot use: the indent and the last character that does not fit. */
const UNUSABLE = 2;
const LINE_POINTS = 14.5;

/** Excel shows no row higher than 409 points. */
const TALLEST = 400;

/** Enough lines for the longest text in its column; a Chinese character is two characters wide. */
function heightOf(content: ReportSheet["rows"][number]): number {
  const lines = content.cells.map(({ text }, index) => {
    const wide = Array.from(text).reduce(
      (sum, character) => sum + ((character.codePointAt(0) ?? 0) > FIRST_WIDE ? 2 : 1),
      0,
    );
    return Math.ceil(wide / ((WIDTHS[index] ?? 10) - UNUSABLE));
  });
  return Math.min(TALLEST, Math.max(1, ...lines) * LINE_POINTS + 6);
}

function eachCell(row: Row, visit: (cell: ReturnType<Row["getCell"]>, column: number) => void): void {
  for (let column = 1; column <= WIDTHS.length; column += 1) visit(row.getCell(column), column);
}

function setUpPage(sheet: Worksheet, headRow: number, footer: string): void {
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${headRow}:${headRow}`,
    margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
  });
  sheet.headerFooter.oddFooter = `&C${footer}`;
  sheet.views = [{ state: "frozen", ySplit: headRow }];
  sheet.autoFilter = { from: { row: headRow, column: 1 }, to: { row: headRow, column: WIDTHS.length } };
}
