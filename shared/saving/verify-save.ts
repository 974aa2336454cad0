import { plain } from "../decimal.js";
import { failure } from "../failure.js";
import type { CellInput } from "../model/workbook.js";
import { refusal, type Result, success } from "../result.js";
import { isBlank } from "../template/cell-input.js";
import type { Pack, Table } from "../template/pack.js";
import { mayStay, sameFigure, sameInput } from "./pending-cells.js";
import { type ReadTable, type ReadWorkbook, readWorkbook } from "../reading/read-excel.js";
import type { SaveRow, SaveTarget } from "./save-target.js";

/**
 * Reads saved bytes back and compares them with what they were to say: every cell of every table whose form the workbook has, the
 * profile, last year's figures and the remarks. Refuses with `export-mismatch` and the first place that differs, else gives what
 * was read. Nothing may be written before this has agreed.
 */
export function verifySave(bytes: Uint8Array, target: SaveTarget, pack: Pack): Result<ReadWorkbook> {
  const read = readWorkbook(bytes, [pack]);
  if (!read.ok) return refusal(failure("export-mismatch", { at: read.failure.code }));
  const at = firstDifference(read.value, target);
  return at === undefined ? success(read.value) : refusal(failure("export-mismatch", { at }));
}

/** The first thing in which a workbook does not say what it must, as `table!row!column` and both contents; undefined if nothing. */
export function firstDifference(read: ReadWorkbook, target: SaveTarget): string | undefined {
  const { department, year } = target.profile;
  if (read.profile.year !== year) return `year: ${read.profile.year} / ${year}`;
  if (department !== "" && read.profile.department !== department) return `department: ${read.profile.department}`;
  for (const table of read.pack.tables) {
    const found = read.tables.get(table.id);
    const wanted = target.tables.get(table.id);
    if (found === undefined || wanted === undefined) continue;
    const at = tableDifference(table, found, withoutPlaceless(table, renumbered(table, wanted, read, target), read));
    if (at !== undefined) return at;
  }
  for (const [reference, figure] of target.lastYear) {
    const now = read.lastYear.get(reference);
    if (now === undefined || !sameFigure(now, figure)) return `last year: ${reference}`;
  }
  for (const [id, text] of target.remarks) {
    if (!isBlank(text) && read.remarks.get(id)?.trim() !== text.trim()) return `remark: ${id}`;
  }
  return undefined;
}

/** Rows below the rows of another table, with their parents numbered as reading numbers them: one after the other. */
function renumbered(
  { rows }: Table,
  wanted: readonly SaveRow[],
  read: ReadWorkbook,
  target: SaveTarget,
): readonly SaveRow[] {
  const parent = rows.kind === "list" ? rows.parent : undefined;
  if (parent === undefined) return wanted;
  const numbers = new Map(
    (target.tables.get(parent) ?? []).map(({ key }, index) => [key, read.tables.get(parent)?.rows[index]?.key ?? key]),
  );
  return wanted.map((row) => {
    const slash = row.key.indexOf("/");
    return { ...row, key: (numbers.get(row.key.slice(0, slash)) ?? "") + row.key.slice(slash) };
  });
}

/**
 * Computed cells that the file has no place for, such as the total line that a project's block lacks, are not to be found there.
 * Tables that are no lists get a row for each of theirs.
 */
function withoutPlaceless(table: Table, rows: readonly SaveRow[], { places }: ReadWorkbook): readonly SaveRow[] {
  const { id } = table;
  if (table.rows.kind !== "list") return rows;
  return rows.map((row) => {
    const cells = [...row.cells].filter(
      ([column]) => !row.computed.has(column) || places.cell({ table: id, row: row.key, column }) !== undefined,
    );
    return cells.length === row.cells.size ? row : { ...row, cells: new Map(cells) };
  });
}

/** Rows are compared by key; those of lists, whose keys are numbers, one after the other within their parent. */
function tableDifference(table: Table, found: ReadTable, wanted: readonly SaveRow[]): string | undefined {
  const isList = table.rows.kind === "list" && table.rows.fixed === undefined;
  const rows = new Map(found.rows.map((row) => [row.key, row.cells]));
  const held = wanted.filter((row) => row.cells.size > 0);
  const pairs = isList ? inTurn(found, held) : held.map((row) => ({ row, cells: rows.get(row.key) }));
  const extra =
    found.rows.filter((row) => row.cells.size > 0).length - pairs.filter(({ cells }) => cells?.size !== 0).length;
  if (isList && extra > 0) return `${table.id}: ${extra} more rows`;
  for (const { row, cells } of pairs) {
    for (const column of table.columns) {
      const now = cells?.get(column.id);
      const must = row.cells.get(column.id);
      if (!sameInput(now, must) && !mayStay(now, must, row.blankSums.has(column.id))) {
        return `${table.id}!${row.key}!${column.id}: ${show(now)} / ${show(must)}`;
      }
    }
  }
  return undefined;
}

function inTurn(
  found: ReadTable,
  wanted: readonly SaveRow[],
): readonly { row: SaveRow; cells: ReadonlyMap<string, CellInput> | undefined }[] {
  const filled = found.rows.filter((row) => row.cells.size > 0);
  return wanted.map((row, index) => ({ row, cells: filled[index]?.cells }));
}

function show(input: CellInput | undefined): string {
  if (input === undefined) return "";
  return input.kind === "text" ? input.text.slice(0, 40) : plain(input.value);
}
