import ExcelJS from "exceljs";
import { unzipSync, zipSync } from "fflate";
import { correctedSample } from "../../build/templates/samples.js";
import { plain } from "../../shared/decimal.js";
import { formatReference, parseReference, type CellRange } from "../../shared/sheets/cell-reference.js";
import type { NewContent } from "../../shared/drawing/new-content.js";
import { newExcel } from "../../shared/drawing/new-excel.js";
import { openPackage } from "../../shared/sheets/package.js";
import { readWorkbook, type ReadWorkbook } from "../../shared/reading/read-excel.js";
import { numeric, readSheet } from "../../shared/sheets/sheet-cells.js";
import type { Failure } from "../../shared/failure.js";
import type { Result } from "../../shared/result.js";
import { loadPack } from "./seed.js";

/** The pack whose forms the drafts show. */
export const PACK = loadPack("yunnan-2020");

/** What a draft's cell holds; a formula has its cached result. */
export type DraftValue = string | number | boolean | { readonly formula: string; readonly result?: number | string };

interface DraftCell {
  value: DraftValue;
  format?: string;
}

/** A sheet as cells and merges, to be changed like people change sheets. Rows and columns count from 1. */
export class DraftSheet {
  private cells = new Map<string, DraftCell>();
  merges: CellRange[] = [];
  hidden = false;
  readonly hiddenRows: number[] = [];

  constructor(public name: string) {}

  /** Puts a value into a cell such as `B7`; undefined empties it. */
  put(ref: string, value: DraftValue | undefined, format?: string): this {
    if (value === undefined) this.cells.delete(ref);
    else this.cells.set(ref, format === undefined ? { value } : { value, format });
    return this;
  }

  value(ref: string): DraftValue | undefined {
    return this.cells.get(ref)?.value;
  }

  /** The text in a cell; empty for anything else. */
  textAt(ref: string): string {
    const value = this.value(ref);
    return typeof value === "string" ? value : "";
  }

  /** The reference of the first cell that holds the text, else of the first whose text contains it. */
  find(text: string): string {
    const cells = [...this.cells];
    const exact = cells.find(([, { value }]) => value === text);
    const found = exact ?? cells.find(([, { value }]) => typeof value === "string" && value.includes(text));
    if (found === undefined) throw new Error(`${this.name} has no ${text}`);
    return found[0];
  }

  /** The sheet row of a text. */
  row(text: string): number {
    return parseReference(this.find(text))?.row ?? 0;
  }

  /** The cell in the row of one text and the column of another. */
  at(rowText: string, columnText: string): string {
    const row = parseReference(this.find(rowText))?.row ?? 0;
    const column = parseReference(this.find(columnText))?.column ?? 0;
    return formatReference(row, column);
  }

  /** Replaces part of the text of every cell that contains it. */
  replace(from: string, to: string): this {
    for (const cell of this.cells.values()) {
      if (typeof cell.value === "string") cell.value = cell.value.replaceAll(from, to);
    }
    return this;
  }

  /** Changes every cell. */
  map(change: (value: DraftValue, ref: string) => DraftValue): this {
    for (const [ref, cell] of this.cells) cell.value = change(cell.value, ref);
    return this;
  }

  /** Puts blank rows in, from row `at` on. */
  insertRows(at: number, count = 1): this {
    return this.move(
      (row) => (row >= at ? row + count : row),
      (column) => column,
    );
  }

  /** Puts blank columns in, from column `at` on. */
  insertColumns(at: number, count = 1): this {
    return this.move(
      (row) => row,
      (column) => (column >= at ? column + count : column),
    );
  }

  /** Takes rows out. */
  removeRows(at: number, count = 1): this {
    for (const ref of [...this.cells.keys()]) {
      const row = parseReference(ref)?.row ?? 0;
      if (row >= at && row < at + count) this.cells.delete(ref);
    }
    this.merges = this.merges.filter(({ firstRow, lastRow }) => lastRow < at || firstRow >= at + count);
    return this.move(
      (row) => (row >= at + count ? row - count : row),
      (column) => column,
    );
  }

  /** Gives every column another place; merges of several columns are undone. */
  moveColumns(place: (column: number) => number): this {
    this.merges = this.merges.filter(({ firstColumn, lastColumn }) => firstColumn === lastColumn);
    return this.move((row) => row, place);
  }

  unmerge(): this {
    this.merges = [];
    return this;
  }

  copy(name: string): DraftSheet {
    const sheet = new DraftSheet(name);
    sheet.cells = new Map([...this.cells].map(([ref, cell]) => [ref, { ...cell }]));
    sheet.merges = [...this.merges];
    return sheet;
  }

  write(workbook: ExcelJS.Workbook): void {
    const sheet = workbook.addWorksheet(this.name, { state: this.hidden ? "hidden" : "visible" });
    for (const { firstRow, firstColumn, lastRow, lastColumn } of this.merges) {
      sheet.mergeCells(firstRow, firstColumn, lastRow, lastColumn);
    }
    for (const [ref, { value, format }] of this.cells) {
      const cell = sheet.getCell(ref);
      cell.value = typeof value === "object" ? { ...value } : value;
      if (format !== undefined) cell.numFmt = format;
    }
    for (const row of this.hiddenRows) sheet.getRow(row).hidden = true;
  }

  private move(rowOf: (row: number) => number, columnOf: (column: number) => number): this {
    const moved = new Map<string, DraftCell>();
    for (const [ref, cell] of this.cells) {
      const { row = 0, column = 0 } = parseReference(ref) ?? {};
      moved.set(formatReference(rowOf(row), columnOf(column)), cell);
    }
    this.cells = moved;
    this.merges = this.merges.map((range) => ({
      firstRow: rowOf(range.firstRow),
      lastRow: rowOf(range.lastRow),
      firstColumn: columnOf(range.firstColumn),
      lastColumn: columnOf(range.lastColumn),
    }));
    return this;
  }
}

/** A workbook of drafts. */
export class Draft {
  constructor(readonly sheets: DraftSheet[]) {}

  /** The sheet of a form (`02`), or of a tab's name. */
  sheet(form: string): DraftSheet {
    const name = PACK.forms.find(({ id }) => id === form)?.sheet ?? form;
    const found = this.sheets.find((sheet) => sheet.name === name);
    if (found === undefined) throw new Error(`no sheet ${name}`);
    return found;
  }

  add(name: string, cells: Readonly<Record<string, DraftValue>> = {}): DraftSheet {
    const sheet = new DraftSheet(name);
    for (const [ref, value] of Object.entries(cells)) sheet.put(ref, value);
    this.sheets.push(sheet);
    return sheet;
  }

  async bytes(): Promise<Uint8Array> {
    const workbook = new ExcelJS.Workbook();
    for (const sheet of this.sheets) sheet.write(workbook);
    return new Uint8Array(await workbook.xlsx.writeBuffer());
  }
}

const made = new Map<string, Promise<Uint8Array>>();

/** The bytes of a workbook with some forms of the corrected sample, as the program itself makes it. */
export async function sampleBytes(forms: readonly string[], content?: NewContent): Promise<Uint8Array> {
  const pack = { ...PACK, forms: PACK.forms.filter(({ id }) => forms.includes(id)) };
  if (content !== undefined) return newExcel(pack, content);
  const key = forms.join();
  const known = made.get(key) ?? newExcel(pack, { ...correctedSample(), lastYear: new Map(), remarks: new Map() });
  made.set(key, known);
  return known;
}

/** Some forms of the corrected sample as drafts. */
export async function draft(...forms: readonly string[]): Promise<Draft> {
  return draftFrom(await sampleBytes(forms));
}

/** The sheets of a workbook as drafts: values, number formats and merges. */
export function draftFrom(bytes: Uint8Array): Draft {
  const file = openPackage(bytes);
  if (!file.ok) throw new Error(file.failure.code);
  const sheets = file.value.sheets.map((part) => {
    const content = readSheet(file.value, part);
    if (!content.ok) throw new Error(content.failure.code);
    const sheet = new DraftSheet(part.name);
    sheet.merges = [...content.value.merges];
    for (const cell of content.value.cells) {
      const number = numeric(cell);
      if (number !== undefined) sheet.put(cell.ref, Number(plain(number)), cell.numberFormat);
      else if (cell.type === "text") sheet.put(cell.ref, cell.text, cell.numberFormat);
    }
    return sheet;
  });
  return new Draft(sheets);
}

/** A workbook with one part's text changed, or made from the empty text. */
export function withXml(bytes: Uint8Array, path: string, change: (text: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const text = new TextDecoder().decode(parts[path]);
  return zipSync({ ...parts, [path]: new TextEncoder().encode(change(text)) });
}

/** Reads a draft with the pack. */
export async function readDraft(workbook: Draft): Promise<Result<ReadWorkbook>> {
  return readWorkbook(await workbook.bytes(), [PACK]);
}

/** What a draft says; a refusal is a failed test. */
export async function readingOf(workbook: Draft): Promise<ReadWorkbook> {
  const read = await readDraft(workbook);
  if (!read.ok) throw new Error(`refused: ${JSON.stringify(read.failure)}`);
  return read.value;
}

/** Why a draft is refused. */
export async function refusalOf(workbook: Draft): Promise<Failure> {
  const read = await readDraft(workbook);
  if (read.ok) throw new Error(`read: ${[...read.value.forms.keys()].join()}`);
  return read.failure;
}

/** One cell as text: `03!208!total`; `·` when blank. */
export function said(read: ReadWorkbook, address: string): string {
  const [table = "", row = "", column = ""] = address.split("!");
  const input = read.tables
    .get(table)
    ?.rows.find(({ key }) => key === row)
    ?.cells.get(column);
  if (input === undefined) return "·";
  return input.kind === "text" ? input.text : plain(input.value);
}

/** All tables as lines of text, for comparing two readings as a whole. */
export function told(read: ReadWorkbook): readonly string[] {
  return [...read.tables].flatMap(([table, { rows }]) =>
    rows.map(({ key, name, code = "", cells }) => {
      const columns = [...cells.keys()].sort();
      return [
        table,
        key,
        code,
        name,
        ...columns.map((column) => `${column}=${said(read, `${table}!${key}!${column}`)}`),
      ].join(" ");
    }),
  );
}

/** The findings without those about forms that the draft does not have: `code sheet!address`. */
export function foundIn(read: ReadWorkbook): readonly string[] {
  return read.findings
    .filter(({ code }) => code !== "form-missing")
    .map(({ code, place }) => (place === undefined ? code : `${code} ${place.sheet}!${place.address}`));
}
