import type { Computed } from "../calc/computed.js";
import { formSheet } from "../forms/lay-out-form.js";
import type { FormSheet, SheetCell, SheetPart } from "../forms/form-sheet.js";
import type { Form, Pack } from "../template/pack.js";
import { fitToPage, hundredths, type Unbroken } from "./column-shares.js";
import { fitHeights, type Around, type Stretch } from "./fit-height.js";
import { isTied, lastRows, leadsToEnd, staysWithNext } from "./rows-together.js";
import { linesAbove, notesBelow } from "./lines-around.js";
import { element, emptyElement, escaped, escapedLines, type Markup } from "./markup.js";
import { AROUND_POINTS, PRINTABLE_POINTS } from "./measures.js";
import type { PageOptions } from "./page-options.js";
import { printedCell } from "./printed-cell.js";
import { heightOfRows, type HeightSource } from "./row-heights.js";
import { signOffRow } from "./sign-off-row.js";
import { tableRows } from "./table-rows.js";
import { linesOfText, widthOf } from "./text-lines.js";

/** A form about to be laid out on paper. */
interface PrintedForm extends HeightSource {
  readonly pack: Pack;
  readonly notes: readonly string[];
  readonly signOff: boolean;
}

/**
 * A form as it is printed (domain, “Printing for sign-off”): title, publisher and number, unit, its tables with their heads repeated
 * on every page, the sentence of an empty form, notes, and on a sign-off copy the foot row. A form or block that is only a little too
 * long for a page is set smaller.
 */
export function tablePages(computed: Computed, form: Form, { zeros, signOff }: PageOptions): Markup {
  const sheet = formSheet(form, computed, { spareRows: 0 });
  const text = (cell: SheetCell): string => printedCell(computed, cell, zeros);
  const { shares, points } = fitToPage(sheet, unbrokenTexts(sheet, text));
  const printed = { sheet, text, shares, pack: computed.pack, notes: notesBelow(computed, form), signOff };
  const above = linesAbove(computed, form);
  const stretches = fitHeights(printed, points, heightsAround(printed, above.length));
  return element("section", { class: `form ${form.print.orientation}`, id: `form-${form.id}` }, [
    element("h1", {}, [escaped(form.title)]),
    element("div", { class: "lines" }, above.map(lineAbove)),
    ...stretches.map((stretch, index) => stretchTables(printed, stretch, index === stretches.length - 1)),
  ]);
}

function lineAbove(texts: readonly [string, string]): Markup {
  const spans = texts.map((text) => element("span", {}, [escaped(text)]));
  return element("p", {}, spans);
}

function heightsAround({ sheet, notes, signOff }: PrintedForm, linesOverTable: number): Around {
  const { title, line, noteSpace, noteLine, noteLetter, signOff: foot } = AROUND_POINTS;
  const room = PRINTABLE_POINTS[sheet.form.print.orientation].width / noteLetter;
  const noteHeights = notes.map((note) => noteSpace + noteLine * linesOfText(note, room));
  const below = noteHeights.reduce((sum, height) => sum + height, signOff ? foot : 0);
  return { above: title + line * linesOverTable, below };
}

/** A block, or all of a form without blocks: tables for each part, because each has a head of its own that repeats. */
function stretchTables(printed: PrintedForm, stretch: Stretch, isLast: boolean): Markup {
  const tables = stretch.parts.flatMap((part, index) => {
    const headRows = repeatedHead(printed, part, stretch);
    const isClosing = isLast && index === stretch.parts.length - 1;
    return isClosing
      ? closingTables(printed, stretch, { ...part, headRows })
      : [openTable(printed, stretch, { ...part, headRows })];
  });
  const look = stretch.isWhole ? "stretch whole" : "stretch";
  return element("div", { class: look, style: `font-size:${hundredths(stretch.points)}pt` }, tables);
}

/** A head that a cell at its side ties to the body repeats only where the part is long: that cell is torn for it. */
function repeatedHead(printed: PrintedForm, part: SheetPart, stretch: Stretch): number {
  const { first, headRows, end } = part;
  const isTiedToHead = headRows > 0 && isTied(printed.sheet, first + headRows);
  return isTiedToHead && (stretch.isWhole || isLow(printed, stretch, [first, end])) ? 0 : headRows;
}

/** A part that others follow: lines above and below it on every page, also where a merge goes on to the next. */
function openTable(printed: PrintedForm, stretch: Stretch, part: SheetPart): Markup {
  const { first, headRows, end } = part;
  const rows = (range: readonly [number, number]): readonly Markup[] => rowsOf(printed, stretch, range);
  return table(printed, [
    element("thead", {}, headRows === 0 ? [rule(printed)] : rows([first, first + headRows])),
    element("tfoot", {}, [rule(printed)]),
    element("tbody", {}, rows([first + headRows, end])),
  ]);
}

/**
 * The form's last part. Its last rows, the notes and the foot row are never torn; they are a body of its table, which may have to
 * repeat a head, or where there is none a table of their own.
 */
function closingTables(printed: PrintedForm, stretch: Stretch, part: SheetPart): readonly Markup[] {
  const { sheet, pack, notes, signOff } = printed;
  const { first, headRows, end } = part;
  const last = lastRows(sheet, part, (...range) => isLow(printed, stretch, range));
  const texts = notes.map((note) => element("p", { class: "note" }, [escapedLines(note)]));
  const below = [...texts, ...(signOff ? [signOffRow(pack)] : [])].map((content) =>
    element("tr", {}, [element("td", { class: "below", colspan: sheet.columns.length }, [content])]),
  );
  // Where all of the part is closing rows, rows of the part before come along, and its head with them.
  const isTiedToBefore = last === end || last === first;
  const closing = element("tbody", { class: isTiedToBefore ? "closing tied" : "closing" }, [
    ...rowsOf(printed, stretch, [last, end]),
    ...below,
  ]);
  if (headRows === 0) {
    const before = last > first ? [openTable(printed, stretch, { ...part, end: last })] : [];
    return [...before, table(printed, [closing])];
  }
  const head = rowsOf(printed, stretch, [first, first + headRows]);
  const body = rowsOf(printed, stretch, [first + headRows, last]);
  return [table(printed, [element("thead", {}, head), element("tbody", {}, body), closing])];
}

function table({ shares }: PrintedForm, content: readonly Markup[]): Markup {
  const columns = shares.map((share) => emptyElement("col", { style: `width:${hundredths(share)}%` }));
  return element("table", {}, [element("colgroup", {}, columns), ...content]);
}

function rowsOf(printed: PrintedForm, stretch: Stretch, range: readonly [number, number]): readonly Markup[] {
  const isLowHere = (...some: readonly [number, number]): boolean => isLow(printed, stretch, some);
  const isKept = (row: number): boolean =>
    !stretch.isWhole && (staysWithNext(printed.sheet, row, isLowHere) || leadsToEnd(printed.sheet, row, isLowHere));
  return tableRows({ ...printed, scale: stretch.scale, isKept }, range);
}

/** A line across the table, which repeats at the edge of every page it reaches. */
function rule({ sheet }: PrintedForm): Markup {
  return element("tr", {}, [element("td", { class: "rule", colspan: sheet.columns.length })]);
}

/** Rows higher than this share of a page are not kept together: the page before would stay half empty. */
const LOW_SHARE = 0.25;

function isLow(printed: PrintedForm, stretch: Stretch, range: readonly [number, number]): boolean {
  const page = PRINTABLE_POINTS[printed.sheet.form.print.orientation].height;
  return heightOfRows(printed, range, stretch) <= page * LOW_SHARE;
}

/** What may not be torn in each column, as printed. A code that stands in several columns takes its part of each; other merged cells have room. */
function unbrokenTexts(sheet: FormSheet, text: (cell: SheetCell) => string): readonly Unbroken[] {
  return sheet.columns.map(({ content }, column) => {
    let [signs, ems] = [0, 0];
    for (let row = sheet.headRows; row < sheet.rowCount; row += 1) {
      const cell = sheet.at(row, column);
      const merge = sheet.merge(row, column);
      const covered = merge === undefined ? [] : sheet.columns.slice(merge.from.column, merge.to.column + 1);
      const isFigure = cell.kind === "cell" && cell.content === "figure";
      const isCode = content === "code" || content === "number";
      if (covered.length > 1 && !covered.every((one) => one.content === "code")) continue;
      if (isFigure) signs = Math.max(signs, text(cell).length);
      if (isFigure || isCode) ems = Math.max(ems, widthOf(text(cell)) / Math.max(1, covered.length));
    }
    return { signs, ems };
  });
}
