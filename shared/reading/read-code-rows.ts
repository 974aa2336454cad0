import type { RowKey } from "../model/address.js";
import type { FixedRow, Table } from "../template/pack.js";
import type { LocatedForm, LocatedGrid } from "../recognition/located.js";
import { normalised, trimmed } from "../recognition/printed-text.js";
import {
  type LabelCell,
  labelCells,
  labelText,
  noteStrayRow,
  panelReading,
  type PanelReading,
  readColumns,
  repeatsHeads,
} from "./read-columns.js";
import type { Reading } from "./reading.js";
import { fixedRowsOf } from "../recognition/referenced-unit.js";
import { SUM_ROW, TOTAL_ROW } from "../recognition/words.js";

/**
 * Reads the rows of a code table from all of its panels, in printed order: a row is what its code says, in whichever panel and
 * order it stands. The code may be text or number, stand in one of several columns or be split over them; what Excel made a date
 * of is none. A second row with
 * one code is keyed with `#2`. 合计 and footer rows are known by their names.
 */
export function readCodeRows(reading: Reading, form: LocatedForm, region: LocatedGrid, table: Table): void {
  const fixed = new Map(fixedRowsOf(table).map((row) => [rowLabel(row.name), row]));
  const known: CodeTable = { table, seen: new Map(), fixed, fixedAt: new Map() };
  for (const panel of region.panels) {
    if (panel.panel.table !== table.id) continue;
    const at = panelReading(reading, form, region, panel);
    let previous = "";
    for (let row = region.bodyRow; row <= region.lastRow; row += 1) previous = readRow(at, row, previous, known);
  }
}

interface CodeTable {
  readonly table: Table;
  readonly seen: Map<string, number>;
  /** 合计 and the footer rows by normalised name. */
  readonly fixed: ReadonlyMap<string, FixedRow>;
  /** The sheet rows these were read from, by key. */
  readonly fixedAt: Map<RowKey, number>;
}

/** Reads one sheet row and gives the code it stands for, which the rows below may continue. */
function readRow(at: PanelReading, row: number, previous: string, known: CodeTable): string {
  const { table, seen } = known;
  if (at.form.grid.filled(row).length === 0) return previous;
  const codeCells = labelCells(at, row, "code");
  const labels = [...codeCells, ...labelCells(at, row, "name")].map((cell) => trimmed(cell.text));
  const fixed = fixedRow(known, labels) ?? otherwiseNamedTotal(at, known, labels);
  const rows = at.reading.rowsOf(table.id);
  if (fixed !== undefined) {
    const first = known.fixedAt.get(fixed.key);
    if (first === undefined) {
      known.fixedAt.set(fixed.key, row);
      rows.push({ key: fixed.key, name: labels[0] ?? "", cells: readColumns(at, row, fixed.key, fixed) });
    } else if (!printsTheSame(at, first, row)) {
      noteStrayRow(at, row, "row-twice", { name: labels[0] ?? fixed.name });
    }
    return previous;
  }
  const { code, rest } = codeOf(codeCells, previous);
  const name = labelText(at, row, "name") || rest;
  if (code === "") {
    const stray = SUM_ROW.test(normalised(name)) ? "sum-row" : "row-without-code";
    const printed = codeCells.map((cell) => cell.text).join(" ");
    if (!repeatsHeads(at, row)) noteStrayRow(at, row, stray, { name, ...(printed === "" ? {} : { printed }) });
    return previous;
  }
  const key = nextKey(seen, code);
  rows.push({ key, name, code, cells: readColumns(at, row, key, undefined) });
  return code;
}

/** 合计 and the footer rows, by any label of the row or by all of them together. */
function fixedRow({ fixed }: CodeTable, labels: readonly string[]): FixedRow | undefined {
  for (const label of labels) {
    const row = fixed.get(rowLabel(label));
    if (row !== undefined) return row;
  }
  return labels.length > 1 ? fixed.get(rowLabel(labels.join(""))) : undefined;
}

/** 合计 under another name (总计, 合计数), where the table prints no row of its own name: else that row is one of sums besides. */
function otherwiseNamedTotal(at: PanelReading, known: CodeTable, labels: readonly string[]): FixedRow | undefined {
  const { rows } = known.table;
  const total = rows.kind === "codes" ? rows.total : undefined;
  if (total === undefined || !labels.some((label) => TOTAL_ROW.test(rowLabel(label)))) return undefined;
  for (let row = at.region.bodyRow; row <= at.region.lastRow; row += 1) {
    const own = [...labelCells(at, row, "code"), ...labelCells(at, row, "name")].map((cell) => trimmed(cell.text));
    if (fixedRow(known, own)?.key === total.key) return undefined;
  }
  return total;
}

/** Whether two sheet rows print the same in all columns: 合计 printed once more on the next page. */
function printsTheSame({ form, columns }: PanelReading, first: number, second: number): boolean {
  return columns.every(({ slot }) => form.grid.text(first, slot.first) === form.grid.text(second, slot.first));
}

/** A row's label as labels are compared: 合　计： is 合计. */
function rowLabel(text: string): string {
  return normalised(text).replace(/:$/u, "");
}

function nextKey(seen: Map<string, number>, code: string): RowKey {
  const times = (seen.get(code) ?? 0) + 1;
  seen.set(code, times);
  return times === 1 ? code : `${code}#${times}`;
}

/**
 * The code printed over 类, 款 and 项: whole in one column (2080501), growing over several (208 | 20805 | 2080501), in parts
 * (208 | 05 | 01), or with the parts of the rows above left out ( | | 01). A name behind the digits is given back as rest.
 */
function codeOf(cells: readonly LabelCell[], previous: string): { readonly code: string; readonly rest: string } {
  let code = "";
  let rest = "";
  for (const { text, offset } of cells) {
    const [, printed = "", name = ""] = CODE.exec(joined(normalised(text))) ?? [];
    if (printed === "" || printed.length > LONGEST_CODE || BROKEN.test(name)) continue;
    // A part typed as a number has lost its leading zero: 208 | 1 | 1.
    const digits = offset > 0 && printed.length < PART ? printed.padStart(PART, "0") : printed;
    if (code === "") code = digits.length === PART ? previous.slice(0, ABOVE[offset] ?? 0) + digits : digits;
    else code = digits.startsWith(code) ? digits : code + digits;
    if (name !== "") rest = name;
  }
  return { code, rest };
}

/** A code with signs between its parts (208-01-01, 208.01) or with the decimals of a number (20801.0) as digits only. */
function joined(text: string): string {
  return text.replace(/^(\d+)\.0+$/, "$1").replace(SEPARATED, "$1$2$3");
}

const SEPARATED = /^(\d{3})[-./·](\d{2})(?:[-./·](\d{2}))?(?!\d|[-./·]\d)/u;

/** What makes digits no code: a date or a fraction goes on behind them, or letters that are no name (22102O1). */
const BROKEN = /^[-./·:\p{Script=Han}]\d|^[A-Za-z]\P{Script=Han}*$/u;

/** No classification has longer codes; beyond this a cell holds an account's number, or a key got stuck. */
const LONGEST_CODE = 12;

/** Digits, and what may stand behind them. */
const CODE = /^(\d+)(.*)$/u;

/** The digits of 款 and 项 without what stands above them. */
const PART = 2;

/** How many digits stand above a part, by its column: 类, 款, 项. */
const ABOVE: readonly number[] = [0, 3, 5];
