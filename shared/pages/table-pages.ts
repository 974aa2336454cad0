import type { Computed } from "../calc/computed.js";
import { formSheet } from "../forms/lay-out-form.js";
import type { FormSheet, SheetCell } from "../forms/form-sheet.js";
import type { Form } from "../template/pack.js";
import { PLACEHOLDERS } from "../template/words.js";
import { fitToPage } from "./column-shares.js";
import { element, emptyElement, escaped, escapedLines, type Markup } from "./markup.js";
import type { PageOptions } from "./page-options.js";
import { printedCell } from "./printed-cell.js";
import { signOffRow } from "./sign-off-row.js";

/**
 * A form as it is printed (domain, “Printing for sign-off”): title, publisher and number, unit, the table with its head repeated
 * on every page, the sentence of an empty form, notes, and on a sign-off copy the foot row.
 */
export function tablePages(computed: Computed, form: Form, options: PageOptions): Markup {
  const sheet = formSheet(form, computed, { spareRows: 0 });
  const fit = fitToPage(sheet, longestFigures(computed, sheet, options));
  return element("section", { class: `form ${form.print.orientation}`, id: `form-${form.id}` }, [
    element("h1", {}, [escaped(form.title)]),
    linesAbove(computed, form),
    element("table", { style: `font-size:${fit.points}pt` }, [
      element(
        "colgroup",
        {},
        fit.shares.map((share) => emptyElement("col", { style: `width:${share}%` })),
      ),
      ...(sheet.headRows === 0 ? [] : [element("thead", {}, rowsOf(computed, sheet, [0, sheet.headRows], options))]),
      ...bodies(computed, form, sheet, options),
    ]),
    ...(options.signOff ? [] : notesBelow(computed, form)),
  ]);
}

/**
 * The table's rows. On a sign-off copy the last of them, the notes and the foot row are one body that is never torn: who signs never
 * signs a page that holds nothing but the foot row.
 */
function bodies(computed: Computed, form: Form, sheet: FormSheet, options: PageOptions): readonly Markup[] {
  const { headRows, rowCount } = sheet;
  if (!options.signOff) return [element("tbody", {}, rowsOf(computed, sheet, [headRows, rowCount], options))];
  const last = lastRows(sheet);
  const below = [...notesBelow(computed, form), signOffRow(computed.pack)].map((content) =>
    element("tr", {}, [element("td", { class: "below", colspan: sheet.columns.length }, [content])]),
  );
  return [
    element("tbody", {}, rowsOf(computed, sheet, [headRows, last], options)),
    element("tbody", { class: "closing" }, [...rowsOf(computed, sheet, [last, rowCount], options), ...below]),
  ];
}

/** Rows merged with the last one, beyond which a page would be torn in vain. */
const MOST_LAST_ROWS = 6;

/** Where the last row begins, with those that cells merged over several rows tie to it. */
function lastRows(sheet: FormSheet): number {
  const { headRows, rowCount, columns } = sheet;
  const isTied = (row: number): boolean =>
    columns.some((_, column) => (sheet.merge(row, column)?.from.row ?? row) < row);
  let first = rowCount - 1;
  while (first > headRows && isTied(first)) first -= 1;
  return first < headRows || rowCount - first > MOST_LAST_ROWS ? rowCount : first;
}

function linesAbove(computed: Computed, form: Form): Markup {
  const { frame } = computed.pack;
  const { lines } = form;
  const publisher = frame.department.replace(PLACEHOLDERS.department, computed.workbook.profile.department);
  const left = lines.department ? publisher : "";
  const unit =
    lines.unit === undefined ? "" : (lines.unitText ?? frame.unit).replace(PLACEHOLDERS.unit, unitOf(computed, form));
  const rows = [[unit === "" ? left : "", lines.number ? form.no : ""], ...(unit === "" ? [] : [[left, unit]])];
  return element(
    "div",
    { class: "lines" },
    rows
      .filter((texts) => texts.some((text) => text !== ""))
      .map((texts) =>
        element(
          "p",
          {},
          texts.map((text) => element("span", {}, [escaped(text)])),
        ),
      ),
  );
}

/** The unit its amounts are really printed in: a workbook in 元 prints 元 under a pack in 万元. */
function unitOf(computed: Computed, form: Form): string {
  for (const table of computed.pack.tables) {
    if (table.form !== form.id) continue;
    for (const column of table.columns) {
      const printed = computed.workbook.printedUnits.get(`${table.id}!${column.id}`);
      if (printed !== undefined) return printed;
    }
  }
  return form.lines.unit ?? "";
}

function notesBelow(computed: Computed, form: Form): readonly Markup[] {
  const sentence = computed.workbook.emptySentences.get(form.id);
  const texts = [...form.notes, ...(sentence === undefined ? [] : [sentence])];
  return texts.map((text) => element("p", { class: "note" }, [escapedLines(text)]));
}

function rowsOf(
  computed: Computed,
  sheet: FormSheet,
  [from, to]: readonly [number, number],
  options: PageOptions,
): readonly Markup[] {
  const rows: Markup[] = [];
  for (let row = from; row < to; row += 1) {
    const { kind, height } = sheet.row(row);
    const opens =
      sheet.headRows === 0 && (row <= 1 || [row - 1, row - 2].some((above) => sheet.row(above).kind === "blank"));
    const attributes = {
      class: opens && kind !== "blank" ? `${kind} opening` : kind,
      style: height === undefined ? undefined : `height:${height}pt`,
    };
    rows.push(element("tr", attributes, cellsOf(computed, sheet, [row, [from, to]], options)));
  }
  return rows;
}

function cellsOf(
  computed: Computed,
  sheet: FormSheet,
  [row, [first, end]]: readonly [number, readonly [number, number]],
  options: PageOptions,
): readonly Markup[] {
  const cells: Markup[] = [];
  for (let column = 0; column < sheet.columns.length; column += 1) {
    const merge = sheet.merge(row, column);
    const isCovered = merge !== undefined && (Math.max(merge.from.row, first) !== row || merge.from.column !== column);
    if (isCovered) continue;
    const cell = sheet.at(row, column);
    const rowSpan = merge === undefined ? 1 : Math.min(merge.to.row + 1, end) - row;
    const columnSpan = merge === undefined ? 1 : merge.to.column - column + 1;
    const attributes = {
      class: lookOf(cell, sheet, column),
      style: indentOf(cell),
      ...(rowSpan > 1 ? { rowspan: rowSpan } : {}),
      ...(columnSpan > 1 ? { colspan: columnSpan } : {}),
    };
    const isHead = cell.kind === "label" && cell.role === "head";
    cells.push(element(isHead ? "th" : "td", attributes, [escapedLines(printedCell(computed, cell, options.zeros))]));
  }
  return cells;
}

/** Figures stand right, texts left, labels as their role says; sums of codes and names keep their level as indent. */
function lookOf(cell: SheetCell, sheet: FormSheet, column: number): string {
  if (cell.kind === "label") return cell.role;
  if (cell.kind === "cell") return cell.content;
  if (cell.kind === "dash") return "dash";
  return sheet.columns[column]?.content ?? "";
}

function indentOf(cell: SheetCell): string | undefined {
  const isName = (cell.kind === "cell" && cell.content === "text") || (cell.kind === "label" && cell.role === "name");
  return isName && cell.level > 0 ? `padding-left:${cell.level}em` : undefined;
}

/** The length of the longest figure of each column, as printed: no figure may be cut or wrapped. */
function longestFigures(computed: Computed, sheet: FormSheet, { zeros }: PageOptions): readonly number[] {
  return sheet.columns.map((_, column) => {
    let longest = 0;
    for (let row = sheet.headRows; row < sheet.rowCount; row += 1) {
      const cell = sheet.at(row, column);
      const merge = sheet.merge(row, column);
      const isWide = merge !== undefined && merge.from.column !== merge.to.column;
      if (cell.kind !== "cell" || cell.content !== "figure" || isWide) continue;
      longest = Math.max(longest, printedCell(computed, cell, zeros).length);
    }
    return longest;
  });
}
