import { convert } from "../amount.js";
import type { CellAddress } from "../model/address.js";
import { LAST_YEAR_TABLE, NAME_COLUMN, type CellInput } from "../model/workbook.js";
import { success, type Result } from "../result.js";
import { isBlank, readCellInput } from "../template/cell-input.js";
import type { Column } from "../template/pack.js";
import { refuse, type EditRefusal, type Editing } from "./gesture.js";

/**
 * What a typed text puts into a cell, in the pack's unit: read in the unit its sheet prints, with any unit written behind it
 * converted. Undefined for a blank one.
 */
export function readWanted(
  { computed }: Editing,
  at: CellAddress,
  text: string,
): Result<CellInput | undefined, EditRefusal> {
  if (at.column === NAME_COLUMN && !hasColumn(computed.table(at.table).columns, NAME_COLUMN)) {
    return success(isBlank(text) ? undefined : { kind: "text", text: text.trim() });
  }
  const [unit, printed] = [computed.unit(at), computed.printedUnit(at)];
  const read = readCellInput(text, columnOf(computed, at), printed);
  if (read?.kind === "problem") return refuse(read.code, { text: read.text });
  if (read?.kind !== "amount") return success(read);
  return success({ kind: "amount", value: convert(read.value, printed, unit) });
}

function hasColumn(columns: readonly Column[], id: string): boolean {
  return columns.some((column) => column.id === id);
}

/** A figure of last year is written like this year's. */
function columnOf(computed: Editing["computed"], at: CellAddress): Column {
  if (at.table !== LAST_YEAR_TABLE) return computed.column(at.table, at.column);
  const named = computed.resolve(at.row);
  const own: Column = { id: at.column, name: "", aliases: [], kind: "amount" };
  return named === undefined ? own : computed.column(named.table, named.column);
}
