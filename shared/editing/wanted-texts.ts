import type { FormSheet, SheetCell, SheetPosition } from "../forms/form-sheet.js";
import type { TableId } from "../model/address.js";
import { NAME_COLUMN } from "../model/workbook.js";

/** What somebody wants to stand at a position, as typed; blank clears it. */
export interface WantedText {
  readonly position: SheetPosition;
  readonly text: string;
}

/** A wanted text and what stands at its position now. */
export interface Target {
  readonly wanted: WantedText;
  readonly cell: SheetCell;
}

/**
 * The wanted texts of one row of a table, that is of one sheet row and panel: a pasted line says by its code which row of the
 * table it belongs to.
 */
export interface TargetRow {
  readonly targets: readonly Target[];
  /** The table whose row it is; absent on labels and beyond the form. */
  readonly table?: TableId;
  /** What the line says in its column of codes and of names; empty without such a column. */
  readonly code: string;
  readonly name: string;
  /** The row that stands there now; absent on a blank line. */
  readonly row?: string;
}

/** Sorts wanted texts by the rows of tables they stand in, in the order they came. */
export function targetRows(sheet: FormSheet, wanted: readonly WantedText[]): readonly TargetRow[] {
  const starts = panelStarts(sheet);
  const lines = new Map<number, Target[]>();
  for (const one of wanted) {
    const { row, column } = one.position;
    const line = row * (sheet.columns.length + 1) + (starts[column] ?? 0);
    const target: Target = { wanted: one, cell: sheet.at(row, column) };
    const known = lines.get(line);
    if (known === undefined) lines.set(line, [target]);
    else known.push(target);
  }
  return [...lines.values()].map((targets) => targetRow(sheet, targets));
}

/** The column of a table that a position shows; undefined where it shows none. */
export function columnAt(cell: SheetCell): string | undefined {
  if (cell.kind === "cell") return cell.at.column;
  if (cell.kind !== "new") return undefined;
  return cell.role === "name" ? NAME_COLUMN : cell.column;
}

function targetRow(sheet: FormSheet, targets: readonly Target[]): TargetRow {
  let table: TableId | undefined;
  let row: string | undefined;
  let [code, name] = ["", ""];
  for (const { cell, wanted } of targets) {
    const { content } = sheet.columns[wanted.position.column] ?? {};
    if (cell.kind === "cell") [table, row] = [cell.at.table, cell.at.row];
    else if (cell.kind === "new") table ??= cell.table;
    else if ((cell.kind === "label" || cell.kind === "dash") && cell.of !== undefined) {
      [table, row] = [cell.of.table, cell.of.row];
    }
    if (content === "code" && cell.kind !== "cell") code ||= wanted.text.trim();
    if (content === "name") name ||= wanted.text.trim();
  }
  return { targets, code, name, ...(table === undefined ? {} : { table }), ...(row === undefined ? {} : { row }) };
}

/** For each sheet column, where its panel begins: panels of code tables begin with their codes. */
function panelStarts({ columns }: FormSheet): readonly number[] {
  let start = 0;
  return columns.map(({ content }, column) => {
    if (content === "code" && columns[column - 1]?.content !== "code") start = column;
    return start;
  });
}
