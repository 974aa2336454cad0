import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { compileRules, type CompiledFormula } from "../../shared/calc/compiled-rules.js";
import type { FoundRow, FoundWorkbook } from "../../shared/calc/open.js";
import { parseDecimal, type Decimal } from "../../shared/decimal.js";
import type { ColumnId, TableId } from "../../shared/model/address.js";
import type { CellInput } from "../../shared/model/workbook.js";
import type { Pack, Table } from "../../shared/template/pack.js";
import { readPack } from "../../shared/template/read-pack.js";

const ROOT = new URL("../../", import.meta.url).pathname;

/** A row as the transcription of the published document writes it: printed texts. */
export interface SeedRow {
  readonly key: string;
  readonly name?: string;
  readonly code?: string;
  readonly cells: Readonly<Record<string, string>>;
}

export interface SeedTable {
  readonly table: string;
  readonly rows: readonly SeedRow[];
}

/** The pack of a folder below templates/, read as the program reads it. */
export function loadPack(id: string): Pack {
  const read = readPack(packFiles(id));
  if (!read.ok) throw new Error(`pack ${id}: ${JSON.stringify(read.problems.slice(0, 10), undefined, 1)}`);
  return read.pack;
}

/** The texts of a pack's folder, by path inside it. */
export function packFiles(id: string): ReadonlyMap<string, string> {
  const folder = join(ROOT, "templates", id);
  const files = new Map<string, string>();
  for (const path of filesBelow(folder)) {
    if (/\.(json|csv)$/.test(path)) files.set(relative(folder, path).replaceAll("\\", "/"), readFileSync(path, "utf8"));
  }
  return files;
}

/** The pack's formulas, parsed. */
export function loadFormulas(pack: Pack): readonly CompiledFormula[] {
  const compiled = compileRules(pack);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems, undefined, 1));
  return compiled.formulas;
}

/** The transcribed tables of the published document. */
export function loadSeed(...files: readonly string[]): readonly SeedTable[] {
  return files.flatMap((file) => {
    return JSON.parse(readFileSync(join(ROOT, "build/templates/seed", file), "utf8")) as SeedTable[];
  });
}

/** A workbook as found in a file, made of transcribed tables. */
export function foundFrom(pack: Pack, tables: readonly SeedTable[]): FoundWorkbook {
  const byId = new Map(pack.tables.map((table) => [table.id, table]));
  const found = new Map<TableId, { rows: readonly FoundRow[] }>();
  for (const { table, rows } of tables) {
    const spec = byId.get(table);
    if (spec === undefined) throw new Error(`no table ${table}`);
    found.set(table, { rows: rows.map((row) => foundRow(spec, row)) });
  }
  return {
    profile: { department: "某局", year: pack.years[0] ?? 2020 },
    tables: found,
    remarks: new Map(),
    emptySentences: new Map(),
    lastYear: new Map<string, Decimal>(),
  };
}

function foundRow(table: Table, row: SeedRow): FoundRow {
  const cells = new Map<ColumnId, CellInput>();
  for (const [column, text] of Object.entries(row.cells)) {
    const spec = table.columns.find((one) => one.id === column);
    const amount = spec?.kind === "text" ? undefined : parseDecimal(text.replaceAll(",", "").replace(/%$/, ""));
    cells.set(column, amount === undefined ? { kind: "text", text } : { kind: "amount", value: amount });
  }
  return { key: row.key, ...(row.name === undefined ? {} : { name: row.name }), cells };
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}
