import type { Computed } from "../calc/computed.js";
import type { CellAddress, RowKey, TableId } from "../model/address.js";
import { shortened } from "./shortened.js";

/** A table by its printed number and title: `公开03表《支出决算表》`. */
export function tableText(computed: Computed, id: TableId): string {
  return titleText(formOf(computed, id));
}

/** A form by its printed number and title, like {@link tableText}; empty for one the pack does not have. */
export function formText(computed: Computed, id: string): string {
  const form = computed.pack.forms.find((one) => one.id === id);
  return form === undefined ? "" : titleText(form);
}

function titleText({ no, title }: Computed["pack"]["forms"][number]): string {
  return no === title || no === "" ? `《${title}》` : `${no}《${title}》`;
}

/** A row as people find it: its code and name, its printed 行次 and name, or its name. */
export function rowText(computed: Computed, id: TableId, row: RowKey): string {
  const name = nameOf(computed, id, row);
  const number = printedRowNumber(computed, id, row);
  const code = isCodeTable(computed, id) ? computed.rowCode(id, row) : undefined;
  if (code !== undefined) return name === "" ? code : `${code} ${name}`;
  const above = ownerText(computed, id, row);
  const own = number === undefined ? name : name === "" ? `行次${number}` : `行次${number}${quoted(name)}`;
  const label = own === "" ? countText(row) : own;
  return above === undefined ? label : `${above.phrase}的${quoted(label)}`;
}

/** A whole cell: table, row and column by their printed names. */
export function cellText(computed: Computed, at: CellAddress): string {
  return `${tableText(computed, at.table)}${cellWithinTable(computed, at)}`;
}

/** A cell without its table, for sentences that have named it. */
export function cellWithinTable(computed: Computed, at: CellAddress): string {
  const { columns } = computed.table(at.table);
  const column = columns.find(({ id }) => id === at.column);
  // The printed name of a code row is typed into as well, and is no column of figures.
  if (column === undefined) return `${rowText(computed, at.table, at.row)}“名称”栏`;
  const isOnly = columns.filter((one) => one.kind === "amount").length === 1;
  const columnText = isOnly && column.kind === "amount" ? "" : `“${column.name}”栏`;
  return `${rowText(computed, at.table, at.row)}${columnText}`;
}

/** The row as the command line prints it: code, printed 行次, 合计, or the row's name. */
export function rowLabel(computed: Computed, id: TableId, row: RowKey): string {
  const code = isCodeTable(computed, id) ? computed.rowCode(id, row) : undefined;
  const number = printedRowNumber(computed, id, row);
  if (code !== undefined || number !== undefined) return code ?? String(number);
  const name = nameOf(computed, id, row);
  const above = ownerText(computed, id, row);
  const label = name === "" ? countText(row) : name;
  return above === undefined ? label : `${above.label}/${label}`;
}

/** The column as the command line prints it: the printed 栏次, else the pack's column id. */
export function columnLabel(computed: Computed, at: CellAddress): string {
  return computed.table(at.table).columns.find(({ id }) => id === at.column)?.no ?? at.column;
}

/** The form a table is printed in. */
export function formOf(computed: Computed, id: TableId): Computed["pack"]["forms"][number] {
  const form = computed.pack.forms.find((one) => one.id === computed.table(id).form);
  if (form === undefined) throw new Error(`table ${id} belongs to no form`);
  return form;
}

function isCodeTable(computed: Computed, id: TableId): boolean {
  return computed.table(id).rows.kind === "codes";
}

function printedRowNumber(computed: Computed, id: TableId, row: RowKey): number | undefined {
  const { rows } = computed.table(id);
  return rows.kind === "fixed" ? rows.rows.find((one) => one.key === row)?.no : undefined;
}

/** The name of the block a row belongs to, such as a project of 公开12. */
function ownerText(
  computed: Computed,
  id: TableId,
  row: RowKey,
): { readonly label: string; readonly phrase: string } | undefined {
  const { rows } = computed.table(id);
  const parent = computed.parent(id, row);
  if (rows.kind !== "list" || rows.parent === undefined || parent === undefined) return undefined;
  const name = nameOf(computed, rows.parent, parent);
  const label = name === "" ? countText(parent) : name;
  return { label, phrase: name === "" ? label : `项目${quoted(name)}` };
}

/** A row's name on one line, as much of it as tells the row. */
function nameOf(computed: Computed, id: TableId, row: RowKey): string {
  const name = computed
    .rowName(id, row)
    .trim()
    .replaceAll(/\s*[\r\n]+\s*/gu, "");
  return shortened(name, LONGEST_NAME);
}

const LONGEST_NAME = 120;

/** A nameless row by its count: the blocks of 公开12 are projects (`p2`), the rows of a list are counted within it (`p2/3`). */
function countText(row: RowKey): string {
  const last = row.slice(row.lastIndexOf("/") + 1);
  return last.startsWith("p") ? `第${last.slice(1)}个项目` : `第${last}项`;
}

/** In quotation marks; those within become single ones. */
function quoted(text: string): string {
  return `“${text.replaceAll("“", "‘").replaceAll("”", "’")}”`;
}
