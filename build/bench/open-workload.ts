import { compileRules } from "../../shared/calc/compiled-rules.js";
import { openSession, type FoundRow, type FoundWorkbook } from "../../shared/calc/open.js";
import type { Session } from "../../shared/calc/session.js";
import { decimal } from "../../shared/decimal.js";
import type { CellInput } from "../../shared/model/workbook.js";
import type { Pack } from "../../shared/template/pack.js";
import { amountAt, classCode, COLUMNS, leafCode, LEAVES, printed, type Workload } from "./workload.js";
import { columnId, tableId, workloadPack } from "./workload-pack.js";

/** A workload as a file would hold it: its figures are texts. */
export interface PrintedWorkload {
  readonly workload: Workload;
  readonly pack: Pack;
  readonly texts: readonly (readonly string[])[];
}

/** Prints a workload; `like` lends its pack what a workload has none of. */
export function printWorkload(workload: Workload, like: Pack): PrintedWorkload {
  const texts = workload.tables.map((amounts) => Array.from(amounts, printed));
  return { workload, pack: workloadPack(workload, like), texts };
}

/** Opens a printed workload as a workbook is opened: rules compiled, texts read, every figure computed and compared. */
export function openPrinted({ workload, pack, texts }: PrintedWorkload): Session {
  const compiled = compileRules(pack);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems.slice(0, 3)));
  return openSession(pack, compiled.formulas, foundIn(workload, texts, pack));
}

/** Prints and opens a workload. */
export function openWorkload(workload: Workload, like: Pack): Session {
  return openPrinted(printWorkload(workload, like));
}

/** The workbook as a reader finds it, its figures read from their printed texts. */
function foundIn(workload: Workload, texts: readonly (readonly string[])[], pack: Pack): FoundWorkbook {
  const tables = new Map(texts.map((amounts, table) => [tableId(table), { rows: foundRows(workload, amounts) }]));
  const profile = { department: "某局", year: pack.years[0] ?? 2020 };
  return { profile, tables, remarks: new Map(), emptySentences: new Map(), lastYear: new Map() };
}

function foundRows({ groups }: Workload, amounts: readonly string[]): readonly FoundRow[] {
  const columns = Array.from({ length: COLUMNS }, (_, column) => columnId(column));
  const rows: FoundRow[] = [];
  for (let group = 0; group < groups; group += 1) {
    rows.push({ key: classCode(group), cells: new Map() });
    for (let leaf = 0; leaf < LEAVES; leaf += 1) {
      const cells = new Map<string, CellInput>();
      for (let column = 1; column < COLUMNS; column += 1) {
        const text = amounts[amountAt(group, leaf, column)] ?? "";
        cells.set(columns[column] ?? "", { kind: "amount", value: decimal(text) });
      }
      rows.push({ key: leafCode(group, leaf), cells });
    }
  }
  return rows;
}
