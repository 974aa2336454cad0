import { parseDecimal, type Decimal } from "../decimal.js";
import { normalize } from "../prose/normal-text.js";
import type { ReadParagraph } from "./document-reading.js";
import { COLUMN_NUMBERS, FIGURE_CELL, UNIT_IN_HEAD, UNIT_LINE } from "./words.js";

/** A table that stands inside a text. */
export interface ToldTable {
  readonly rows: readonly ToldRow[];
  /** What stands above it, the nearest first: its title may be among it. */
  readonly above: readonly string[];
  /** The unit of its amounts, where it is said. */
  readonly unit: string | undefined;
}

/** One row of figures: what it is called and the figures in it. */
export interface ToldRow {
  readonly of: ReadParagraph;
  /** In normal text. */
  readonly label: string;
  readonly figures: readonly ToldFigure[];
  /** Whether every figure has its column; where only blanks part the figures, empty cells have left no trace. */
  readonly isGrid: boolean;
}

/** A figure in a cell, with its place in the original text. */
export interface ToldFigure {
  readonly value: Decimal;
  readonly isNegative: boolean;
  readonly places: number;
  readonly isPercent: boolean;
  readonly start: number;
  readonly end: number;
  /** What its column is called, the most exact name first, and its printed 栏次; nothing where no head was found. */
  readonly heads: readonly string[];
  readonly number: string | undefined;
}

/** So many paragraphs above a table its title is looked for. */
const ABOVE = 40;

/** All tables of a text: rows that follow each other. */
export function toldTables(paragraphs: readonly ReadParagraph[]): readonly ToldTable[] {
  const tables: ToldTable[] = [];
  let block: ReadParagraph[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    if (paragraph.paragraph.isTable) block.push(paragraph);
    const isLast = paragraphs[index + 1]?.paragraph.isTable !== true;
    if (block.length === 0 || !isLast) continue;
    const first = index - block.length + 1;
    tables.push(tableOf(block, paragraphs.slice(Math.max(0, first - ABOVE), first).toReversed()));
    block = [];
  }
  return tables;
}

interface Cell {
  readonly text: string;
  /** In the original text. */
  readonly start: number;
  readonly end: number;
}

function tableOf(block: readonly ReadParagraph[], above: readonly ReadParagraph[]): ToldTable {
  const rows = block.map((of) => ({ of, cells: cellsOf(of.paragraph.text), isGrid: of.paragraph.text.includes("\t") }));
  const first = rows.findIndex(
    ({ cells }) => !isNumbers(cells.map(({ text }) => text)) && cells.some(({ text }) => FIGURE_CELL.test(text)),
  );
  const heads = (first < 0 ? rows : rows.slice(0, first)).map(({ cells }) => cells.map(({ text }) => text));
  const numbers = heads.find((row) => isNumbers(row));
  const names = heads.filter((row) => row !== numbers);
  const texts = above.map(({ normal }) => normal.text);
  const printed = above[0]?.paragraph.text.trim().split(/\s+/u) ?? [];
  const body = first < 0 ? [] : rows.slice(first);
  const said = [...names.flat(), ...texts.slice(0, 3)].map((text) => UNIT_LINE.exec(text) ?? UNIT_IN_HEAD.exec(text));
  return {
    rows: body.map(({ of, cells, isGrid }) => {
      const named = isGrid ? names : headsOf(printed, cells);
      return { of, isGrid, ...rowOf(cells, named, isGrid ? numbers : undefined) };
    }),
    above: texts,
    unit: said.find((found) => found !== null)?.[1],
  };
}

/** The words right above figures that only blanks part: as many as there are figures, and perhaps one for the names. */
function headsOf(printed: readonly string[], cells: readonly Cell[]): readonly (readonly string[])[] {
  const figures = cells.filter(({ text }) => FIGURE_CELL.test(text)).length;
  const names = printed.slice(-figures).map((text) => normalize(text).text);
  const isHead =
    names.length === figures && printed.length <= figures + 1 && names.every((name) => !/\d\./u.test(name));
  return isHead ? [[...new Array<string>(cells.length - figures).fill(""), ...names]] : [];
}

/** Whether a row is that of 栏次: it says so, or counts its columns. */
function isNumbers(cells: readonly string[]): boolean {
  if (COLUMN_NUMBERS.test(cells[0] ?? "")) return true;
  const counted = cells.filter((text) => text !== "");
  return counted.length > 2 && counted.slice(-2).every((text) => /^\d{1,2}$/.test(text)) && isRising(counted);
}

function isRising(cells: readonly string[]): boolean {
  const numbers = cells.map((text) => Number.parseInt(text, 10)).filter((one) => !Number.isNaN(one));
  return numbers.every((one, index) => index === 0 || one === (numbers[index - 1] ?? 0) + 1);
}

function cellsOf(text: string): readonly Cell[] {
  const cells: Cell[] = [];
  for (const { 0: cell, index } of text.matchAll(text.includes("\t") ? /(?<=^|\t)[^\t]*/gu : /\S+/gu)) {
    const lead = cell.length - cell.trimStart().length;
    const start = index + lead;
    cells.push({ text: normalize(cell).text, start, end: start + cell.trim().length });
  }
  return cells;
}

function rowOf(
  cells: readonly Cell[],
  names: readonly (readonly string[])[],
  numbers: readonly string[] | undefined,
): Pick<ToldRow, "label" | "figures"> {
  const firstFigure = cells.findIndex(({ text }) => FIGURE_CELL.test(text));
  const label = cells
    .slice(0, Math.max(0, firstFigure))
    .map(({ text }) => text)
    .join("");
  const figures = cells.flatMap(({ text, start, end }, column): readonly ToldFigure[] => {
    const [, sign = "", digits = "", percent = ""] = FIGURE_CELL.exec(text) ?? [];
    const value = parseDecimal(digits);
    if (value === undefined) return [];
    const point = digits.indexOf(".");
    const places = point < 0 ? 0 : digits.length - point - 1;
    const found = { value, places, isNegative: sign !== "", isPercent: percent !== "" };
    return [{ ...found, start, end, heads: headsAt(names, column), number: numbers?.[column] }];
  });
  return { label, figures };
}

/** The lowest head of a column, alone and behind those that stand above it or reach over it from the left. */
function headsAt(names: readonly (readonly string[])[], column: number): readonly string[] {
  const path = names.flatMap((row, depth) => {
    const own = row[column] ?? "";
    const isLowest = names.slice(depth + 1).every((below) => (below[column] ?? "") === "");
    const left = row.slice(0, column).findLast((text) => text !== "") ?? "";
    return own !== "" ? [own] : isLowest || left === "" ? [] : [left];
  });
  const lowest = path.at(-1);
  return lowest === undefined ? [] : [...new Set([path.join(""), path.slice(-2).join(""), lowest])];
}
