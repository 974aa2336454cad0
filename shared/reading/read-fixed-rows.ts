import { essence } from "../essence.js";
import type { RowKey } from "../model/address.js";
import type { FixedRow, Table } from "../template/pack.js";
import type { LocatedForm, LocatedGrid } from "../recognition/located.js";
import { digitsOf, normalised } from "../recognition/printed-text.js";
import { labelText, noteStrayRow, panelReading, type PanelReading, readColumns, repeatsHeads } from "./read-columns.js";
import { placeOn, type Reading, type ReadRow } from "./reading.js";
import { readingFinding } from "./reading-findings.js";
import { ROW_COUNT } from "../recognition/words.js";

/**
 * Reads the fixed rows of a grid: by their printed 行次 first, else by their names. Rows may be missing, moved or apart; blank
 * rows between them say nothing. In a block, `rows` are the ones that stand below each row of the parent table.
 */
export function readFixedRows(
  reading: Reading,
  form: LocatedForm,
  region: LocatedGrid,
  table: Table,
  rows: readonly FixedRow[],
): void {
  const known = fixedTable(rows, region.parent === undefined ? "" : `${region.parent}/`);
  for (const panel of region.panels) {
    if (panel.panel.table !== table.id) continue;
    const at = panelReading(reading, form, region, panel);
    for (let row = region.bodyRow; row <= region.lastRow; row += 1) readRow(at, row, known);
  }
  const list = reading.rowsOf(table.id);
  for (const fixed of rows) {
    const read = known.read.get(fixed.key);
    if (read !== undefined) list.push(read);
    else if (takesFigures(fixed, table)) noteMissing(reading, form, table, fixed, known.prefix + fixed.key);
  }
}

interface FixedTable {
  readonly rows: readonly FixedRow[];
  readonly prefix: string;
  readonly read: Map<RowKey, ReadRow>;
  /** The rows by printed number, and by normalised name and short name. */
  readonly byNumber: ReadonlyMap<string, FixedRow>;
  readonly byName: ReadonlyMap<string, readonly FixedRow[]>;
}

function fixedTable(rows: readonly FixedRow[], prefix: string): FixedTable {
  const byName = new Map<string, FixedRow[]>();
  for (const row of rows) {
    for (const name of new Set(names(row))) byName.set(name, [...(byName.get(name) ?? []), row]);
  }
  const byNumber = new Map(rows.flatMap((row) => (row.no === undefined ? [] : [[String(row.no), row]])));
  return { rows, prefix, read: new Map(), byNumber, byName };
}

function readRow(at: PanelReading, row: number, known: FixedTable): void {
  if (at.form.grid.filled(row).length === 0) return;
  const name = labelText(at, row, "name");
  const no = digitsOf(labelText(at, row, "number"));
  const fixed = matchRow(at, name, no, known);
  if (fixed === undefined) {
    if (!repeatsHeads(at, row)) noteStrayRow(at, row, "misplaced-figure", { name });
    return;
  }
  if (known.read.has(fixed.key)) {
    const place = placeOn(at.form, { row, column: at.panel.columns[0]?.slot?.first ?? 1 });
    at.reading.findings.push(readingFinding("row-twice", { name: name === "" ? fixed.name : name }, { place }));
    return;
  }
  const key = known.prefix + fixed.key;
  if (no !== undefined) noteShifted(at, row, { name, no, key }, fixed, known);
  known.read.set(fixed.key, { key, name, cells: readColumns(at, row, key, fixed) });
}

/** The row with the printed number; without a number the next unread row of that name in this panel. */
function matchRow(
  { panel }: PanelReading,
  name: string,
  no: string | undefined,
  known: FixedTable,
): FixedRow | undefined {
  if (no !== undefined) {
    const byNumber = known.byNumber.get(stripZeros(no));
    if (byNumber !== undefined) return byNumber;
  }
  if (name === "") return undefined;
  const all = known.byName.get(normalised(name)) ?? [];
  const inPanel = all.filter((row) => panel.panel.rows?.includes(row.key) ?? true);
  const named = [...inPanel, ...all];
  return named.find((row) => !known.read.has(row.key)) ?? named[0];
}

function stripZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, "");
}

function names(row: FixedRow): readonly string[] {
  return [row.name, row.short ?? row.name].map(normalised);
}

/** A normalised name without its count (十四、) and without signs: spellings of one name are one. */
function bare(name: string): string {
  return essence(name.replace(ROW_COUNT, ""));
}

/**
 * A printed number beside the name of another row: figures have slipped against their labels. Beside a name no row has, a class
 * was renamed, or last year's name was left standing.
 */
function noteShifted(
  at: PanelReading,
  row: number,
  printed: { readonly name: string; readonly no: string; readonly key: RowKey },
  fixed: FixedRow,
  { byName }: FixedTable,
): void {
  const others = byName.get(normalised(printed.name)) ?? [];
  if (printed.name === "" || others.includes(fixed)) return;
  const isRenamed = others.length === 0;
  if (
    isRenamed &&
    (fixed.code === undefined ||
      names(fixed)
        .map(bare)
        .includes(bare(normalised(printed.name))))
  )
    return;
  const table = at.panel.panel.table;
  const column = at.panel.columns.find(({ spec }) => spec.column !== undefined)?.spec.column ?? "";
  const place = placeOn(at.form, { row, column: at.panel.columns[0]?.slot?.first ?? 1 });
  const facts = { no: printed.no, name: printed.name, expected: fixed.name };
  at.reading.findings.push(
    readingFinding(isRenamed ? "row-renamed" : "row-shifted", facts, {
      cells: [{ table, row: printed.key, column }],
      place,
    }),
  );
}

function takesFigures(fixed: FixedRow, table: Table): boolean {
  const columns = fixed.columns ?? table.columns.map(({ id }) => id);
  return columns.some((column) => !(fixed.dashes?.includes(column) ?? false));
}

function noteMissing(reading: Reading, form: LocatedForm, table: Table, fixed: FixedRow, key: RowKey): void {
  const column = fixed.columns?.[0] ?? table.columns[0]?.id;
  const cells = column === undefined ? [] : [{ table: table.id, row: key, column }];
  const place = placeOn(form, { row: form.title?.row ?? 1, column: form.title?.column ?? 1 });
  reading.findings.push(readingFinding("row-missing", { form: form.form.title, name: fixed.name }, { cells, place }));
}
