import { evened, type ClipboardBlock, type ClipboardCell } from "./clipboard-block.js";

/** A cell to be copied: the shown text, its exact number, and how many rows and columns it covers. */
export interface CopiedCell {
  readonly text: string;
  /** Exact decimal text of a figure. */
  readonly number?: string;
  /** Codes and other digits that must stay text: Excel would make 2080101 a number and drop leading zeros. */
  readonly isText: boolean;
  readonly rows: number;
  readonly columns: number;
}

/**
 * Reads the table of clipboard HTML; undefined when there is none. `x:num` holds the exact number behind a rounded one (WPS
 * writes it, Excel did). Dates carry one, too, but are no figures here; percentages are given as they are shown, times 100.
 * Filtered rows are left out; `<br>` is a line break, a break in the source is none.
 */
export function readHtmlTable(html: string): ClipboardBlock | undefined {
  if (!/<table[\s>]/i.test(html)) return undefined;
  const page = new DOMParser().parseFromString(html, "text/html");
  const table = page.querySelector("table");
  if (table === null) return undefined;
  const formats = numberFormats(page);
  const rows: (ClipboardCell | undefined)[][] = [];
  const taken = new Set<string>();
  const lines = [...table.rows].filter((row) => !/display:\s*none/i.test(row.getAttribute("style") ?? ""));
  for (const [index, line] of lines.entries()) {
    let column = 0;
    for (const cell of line.cells) {
      while (taken.has(`${index}:${column}`)) column += 1;
      placeCell(rows, taken, { row: index, column }, cell, formats);
      column += cell.colSpan;
    }
  }
  return rows.length === 0 ? undefined : evened(Array.from(rows, (row) => Array.from(row)));
}

/** Writes cells as the HTML table Excel and WPS read: exact numbers beside shown texts, codes as text, merges as spans. */
export function htmlTable(rows: readonly (readonly (CopiedCell | undefined)[])[]): string {
  const lines = rows.map((row) => `<tr>${row.map((cell) => (cell === undefined ? "" : htmlCell(cell))).join("")}</tr>`);
  return (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body>' +
    `<!--StartFragment--><table border="1">${lines.join("")}</table><!--EndFragment--></body></html>`
  );
}

function placeCell(
  rows: (ClipboardCell | undefined)[][],
  taken: Set<string>,
  at: { readonly row: number; readonly column: number },
  cell: HTMLTableCellElement,
  formats: ReadonlyMap<string, string>,
): void {
  for (let down = 0; down < cell.rowSpan; down += 1) {
    const row = (rows[at.row + down] ??= []);
    for (let across = 0; across < cell.colSpan; across += 1) {
      taken.add(`${at.row + down}:${at.column + across}`);
      row[at.column + across] = down === 0 && across === 0 ? contentOf(cell, formats) : undefined;
    }
  }
}

function contentOf(cell: HTMLTableCellElement, formats: ReadonlyMap<string, string>): ClipboardCell {
  for (const mark of cell.querySelectorAll("br")) mark.replaceWith(LINE_BREAK);
  const text = cell.textContent
    .replaceAll(/[\r\n]+\s*/g, "")
    .replaceAll("\u00A0", " ")
    .replaceAll(/^ +| +$/g, "")
    .replaceAll(LINE_BREAK, "\n");
  const number = cell.getAttribute("x:num");
  if (number === null || isDate(formatOf(cell, formats)) || text.endsWith("%")) return { text };
  return number === "" ? { text } : { text, number };
}

/** Stands for `<br>` while the line breaks of the source are taken out; a private character no cell holds. */
const LINE_BREAK = "\uE00A";

/** `mso-number-format` of the classes in the style sheet, by class name. */
function numberFormats(page: Document): ReadonlyMap<string, string> {
  const sheets = [...page.querySelectorAll("style")].map(({ textContent }) => textContent).join("\n");
  const formats = new Map<string, string>();
  for (const [, name = "", body = ""] of sheets.matchAll(/\.(\w+)\s*\{([^}]*)\}/g)) {
    const format = formatIn(body);
    if (format !== undefined) formats.set(name, format);
  }
  return formats;
}

function formatOf(cell: HTMLTableCellElement, formats: ReadonlyMap<string, string>): string {
  return formatIn(cell.getAttribute("style") ?? "") ?? formats.get(cell.className) ?? "";
}

function formatIn(style: string): string | undefined {
  return /mso-number-format:\s*("[^"]*"|'[^']*'|[^;]*)/i.exec(style)?.[1];
}

/** Whether a number format shows a date or time: y, m with d, or h outside quoted and escaped text, or a built-in name of one. */
function isDate(format: string): boolean {
  const bare = format.replaceAll(/\\[^ymdh]|\[[^\]]*\]/gi, "");
  return (
    /\b(short|medium|long) (date|time)\b/i.test(format) || /y{2,4}|d{1,2}[^a-z]*m|m[^a-z]*d{1,2}|h:?\s*mm/i.test(bare)
  );
}

function htmlCell({ text, number, isText, rows, columns }: CopiedCell): string {
  const spans = `${rows > 1 ? ` rowspan="${rows}"` : ""}${columns > 1 ? ` colspan="${columns}"` : ""}`;
  const kind =
    number !== undefined
      ? ` x:num="${number}" style="mso-number-format:'${numberFormat(text)}'"`
      : isText
        ? ` x:str style="mso-number-format:'\\@'"`
        : "";
  return `<td${spans}${kind}>${escaped(text)}</td>`;
}

/** The number format that shows a figure as it was shown here. */
function numberFormat(text: string): string {
  const places = /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
  return places === 0 ? "\\#\\,\\#\\#0" : `\\#\\,\\#\\#0\\.${"0".repeat(places)}`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", '<br style="mso-data-placement:same-cell">');
}
