import { readFileSync } from "node:fs";
import { join } from "node:path";

/** One row of a published table: its key, its printed code and name where it has them, and the printed texts of its cells. */
export interface SeedRow {
  readonly key: string;
  readonly code?: string;
  readonly name?: string;
  /** Printed text by column id; a blank cell is absent. */
  readonly cells: Readonly<Record<string, string>>;
  /** Printed texts right of the row that no column of the form has. */
  readonly beside?: readonly string[];
}

/** One table of the published document, by its id in the pack. */
export interface SeedTable {
  readonly table: string;
  readonly rows: readonly SeedRow[];
}

/**
 * One difference between the published and the corrected sample. Blank is the empty text. Three columns are no cells: `code`
 * changes a row's code and key, `key` only its key, and `title` (with an empty row) adds the title of the table's form.
 */
export interface Correction {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly from: string;
  readonly to: string;
  /** One short Chinese sentence for the pack's README. */
  readonly reason: string;
}

const FILES = ["tables-01-09.json", "assets.json", "text-10.json", "profile-11.json", "projects-12.json"];

/** All tables of 公开01–12 and 国有资产 exactly as published, in the pack's order. */
export function publishedTables(): readonly SeedTable[] {
  return FILES.flatMap((file) => readSeed<readonly SeedTable[]>(file));
}

/** The published tables with every correction applied: the figures and texts of the sample without errors. */
export function correctedTables(): readonly SeedTable[] {
  return corrections().reduce(correct, publishedTables());
}

/** Everything that was corrected, in the order of the tables. */
export function corrections(): readonly Correction[] {
  return readSeed<readonly Correction[]>("corrections.json");
}

/** The sentences that the empty forms were published with, by form id. */
export function publishedEmptySentences(): Readonly<Record<string, string>> {
  return readSeed<Readonly<Record<string, string>>>("empty-sentences.json");
}

function readSeed<Content>(file: string): Content {
  return JSON.parse(readFileSync(join(import.meta.dirname, "seed", file), "utf8")) as Content;
}

function correct(tables: readonly SeedTable[], correction: Correction): readonly SeedTable[] {
  if (correction.column === "title") return tables;
  const found = tables
    .find((table) => table.table === correction.table)
    ?.rows.some((row) => row.key === correction.row && standing(row, correction.column) === correction.from);
  if (found !== true) throw new Error(`correction fits nothing: ${JSON.stringify(correction)}`);
  return tables.map((table) =>
    table.table === correction.table
      ? { ...table, rows: table.rows.map((row) => (row.key === correction.row ? correctRow(row, correction) : row)) }
      : table,
  );
}

function standing(row: SeedRow, column: string): string {
  if (column === "key") return row.key;
  return (column === "code" ? row.code : row.cells[column]) ?? "";
}

/** A row that printed more texts than its form has columns loses them with its first correction. */
function correctRow(published: SeedRow, { column, to }: Correction): SeedRow {
  const row = withoutBeside(published);
  if (column === "key") return { ...row, key: to };
  if (column === "code") return { ...row, key: to, code: to };
  const others = Object.entries(row.cells).filter(([id]) => id !== column);
  return { ...row, cells: Object.fromEntries(to === "" ? others : [...others, [column, to]]) };
}

function withoutBeside({ key, code, name, cells }: SeedRow): SeedRow {
  return { key, ...(code === undefined ? {} : { code }), ...(name === undefined ? {} : { name }), cells };
}
