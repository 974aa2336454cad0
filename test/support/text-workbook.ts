import { computedOf } from "../../shared/calc/computed-session.js";
import type { Computed } from "../../shared/calc/computed.js";
import { openSession } from "../../shared/calc/open.js";
import { decimal } from "../../shared/decimal.js";
import type { Finding } from "../../shared/model/finding.js";
import type { Pack } from "../../shared/template/pack.js";
import { foundFrom, loadFormulas, type SeedRow, type SeedTable } from "./seed.js";

/** What stands around the tables of a workbook. */
export interface Surroundings {
  readonly year?: number;
  readonly lastYear?: Readonly<Record<string, string>>;
  readonly remarks?: Readonly<Record<string, string>>;
}

/**
 * A computed workbook from little tables of text. A table begins with its id and its columns; then each line is a row: its key
 * (and printed name, after a blank) and its cells. Blank cells hold nothing; a literal \n is a line break in a cell.
 */
export function computedFrom(pack: Pack, tables: string, around: Surroundings = {}): Computed {
  return computedFromSeed(pack, readTables(tables), around);
}

/** A computed workbook from transcribed tables. */
export function computedFromSeed(pack: Pack, tables: readonly SeedTable[], around: Surroundings = {}): Computed {
  const found = foundFrom(pack, tables);
  return computedOf(
    openSession(pack, loadFormulas(pack), {
      ...found,
      profile: { ...found.profile, year: around.year ?? found.profile.year },
      lastYear: new Map(Object.entries(around.lastYear ?? {}).map(([reference, text]) => [reference, decimal(text)])),
      remarks: new Map(Object.entries(around.remarks ?? {})),
    }),
  );
}

/** A finding in one line: check, severity, cells, and both figures where there are two. */
export function line(finding: Finding): string {
  const cells = finding.cells.map(({ table, row, column }) => `${table}!${row}!${column}`);
  const figures = [finding.left, finding.right].filter((figure) => figure !== undefined);
  return [finding.rule, finding.severity, ...cells, ...(figures.length > 0 ? [figures.join(" ~ ")] : [])].join(" ");
}

/** The lines of a text without the blanks around them, as {@link line} writes findings. */
export function lines(text: string): readonly string[] {
  return text
    .split("\n")
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

function readTables(text: string): readonly SeedTable[] {
  const blocks = text.split(/\n\s*\n/).map(lines);
  return blocks.filter((block) => block.length > 0).map(readTable);
}

function readTable([head = "", ...rows]: readonly string[]): SeedTable {
  const [table = "", ...columns] = cellsOf(head);
  return { table, rows: rows.map((row) => readRow(cellsOf(row), columns)) };
}

function readRow([label = "", ...cells]: readonly string[], columns: readonly string[]): SeedRow {
  const [key = "", ...name] = label.split(" ");
  const filled = columns.flatMap((column, index) => {
    const cell = cells[index] ?? "";
    return cell === "" ? [] : [[column, cell.replaceAll("\\n", "\n")] as const];
  });
  return { key, ...(name.length === 0 ? {} : { name: name.join(" ") }), cells: Object.fromEntries(filled) };
}

function cellsOf(line: string): readonly string[] {
  return line.split("|").map((cell) => cell.trim());
}
