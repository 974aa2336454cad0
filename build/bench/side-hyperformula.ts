import { HyperFormula, type RawCellContent } from "hyperformula";
import { median, peakMegabytes, timed, type Sample } from "./sample.js";
import {
  afterEdits,
  amountAt,
  classCode,
  COLUMNS,
  editPlan,
  exactTotals,
  failingChecks,
  leafCode,
  LEAVES,
  makeWorkload,
  TABLES,
  type LeafEdit,
  type Workload,
} from "./workload.js";

/**
 * The same workload as spreadsheets: columns A level, B code, C…L the ten amounts; row 1 heads, row 2 合计, then the classes. An
 * edit sets one leaf and reads the table's 合计 and one check, not all of them as our side does.
 */
export function measure(argument: string): Sample {
  const [size = "1", edits = "1", rounding = "smart"] = argument.split("|");
  const workload = makeWorkload(Number.parseInt(size, 10));
  const plan = editPlan(workload, Number.parseInt(edits, 10));
  const sheets = sheetsOf(workload);
  const built = timed(() =>
    HyperFormula.buildFromSheets(sheets, { licenseKey: "gpl-v3", smartRounding: rounding === "smart" }),
  );
  const engine = built.result;
  const rss = peakMegabytes();
  const inexact = inexactTotals(engine, workload);
  let wrong = wrongTotals(engine, workload) + Math.abs(failing(engine) - failingChecks(workload));
  const times = plan.map((one) => timed(() => typeInto(engine, one)).ms);
  const after = afterEdits(workload, plan);
  wrong += wrongTotals(engine, after) + Math.abs(failing(engine) - failingChecks(after));
  return { buildMs: built.ms, rss, editMs: median(times), slowestEditMs: Math.max(...times), wrong, inexact };
}

const CHECKS = "Checks";
const HEADS = ["级次", "编码", ...Array.from({ length: COLUMNS }, (_, column) => `栏${column + 1}`)];

function sheetsOf(workload: Workload): Record<string, RawCellContent[][]> {
  const sheets: Record<string, RawCellContent[][]> = {};
  for (let table = 0; table < TABLES; table += 1) sheets[sheetName(table)] = tableSheet(workload, table);
  sheets[CHECKS] = workload.checks.map(({ table, group, column }) => {
    const cell = `${letter(column)}${group === undefined ? 2 : classRow(group)}`;
    return [`=ROUND(${sheetName(table)}!${cell}-${sheetName(table + 1)}!${cell},2)=0`];
  });
  return sheets;
}

function tableSheet({ groups, tables }: Workload, table: number): RawCellContent[][] {
  const amounts = tables[table] ?? new Int32Array();
  const last = classRow(groups) - 1;
  const columns = Array.from({ length: COLUMNS }, (_, column) => letter(column));
  const rows: RawCellContent[][] = [
    HEADS,
    [0, "合计", ...columns.map((name) => `=SUMIF($A$3:$A$${last},1,${name}3:${name}${last})`)],
  ];
  for (let group = 0; group < groups; group += 1) {
    const first = classRow(group) + 1;
    rows.push([1, classCode(group), ...columns.map((name) => `=SUM(${name}${first}:${name}${first + LEAVES - 1})`)]);
    for (let leaf = 0; leaf < LEAVES; leaf += 1) {
      const at = amountAt(group, leaf, 1);
      const leafAmounts = Array.from(amounts.subarray(at, at + COLUMNS - 1), (cents) => cents / 100);
      rows.push([2, leafCode(group, leaf), `=SUM(D${first + leaf}:L${first + leaf})`, ...leafAmounts]);
    }
  }
  return rows;
}

function typeInto(engine: HyperFormula, { table, group, leaf, column, cents }: LeafEdit): void {
  const sheet = sheetNumber(engine, sheetName(table));
  engine.setCellContents({ sheet, row: classRow(group) + leaf, col: column + 2 }, cents / 100);
  engine.getCellValue({ sheet, row: 1, col: column + 2 });
  engine.getCellValue({ sheet: sheetNumber(engine, CHECKS), row: 0, col: 0 });
}

function failing(engine: HyperFormula): number {
  return engine.getSheetValues(sheetNumber(engine, CHECKS)).filter(([holds]) => holds !== true).length;
}

/** Totals that are another amount than integers give. */
function wrongTotals(engine: HyperFormula, workload: Workload): number {
  return countTotals(engine, workload, (value, cents) => Math.round(value * 100) !== cents);
}

/** Totals that are not the very number of the amount. */
function inexactTotals(engine: HyperFormula, workload: Workload): number {
  return countTotals(engine, workload, (value, cents) => value !== cents / 100);
}

function countTotals(
  engine: HyperFormula,
  workload: Workload,
  isCounted: (value: number, cents: number) => boolean,
): number {
  let count = 0;
  for (const [table, totals] of exactTotals(workload).entries()) {
    const sheet = sheetNumber(engine, sheetName(table));
    for (const [column, cents] of totals.entries()) {
      const value = engine.getCellValue({ sheet, row: 1, col: column + 2 });
      if (typeof value !== "number" || isCounted(value, cents)) count += 1;
    }
  }
  return count;
}

function sheetNumber(engine: HyperFormula, name: string): number {
  const sheet = engine.getSheetId(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

function sheetName(table: number): string {
  return `T${table + 1}`;
}

/** The sheet row, counted from 1, of a class; its leaves follow. */
function classRow(group: number): number {
  return 3 + group * (LEAVES + 1);
}

function letter(column: number): string {
  return String.fromCharCode("C".charCodeAt(0) + column);
}
