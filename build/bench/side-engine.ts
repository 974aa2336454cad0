import { compileRules } from "../../shared/calc/compiled-rules.js";
import { computedOf } from "../../shared/calc/computed-session.js";
import { edit } from "../../shared/calc/edit.js";
import { openSession, type FoundRow, type FoundWorkbook } from "../../shared/calc/open.js";
import type { Session } from "../../shared/calc/session.js";
import { changeOfCell } from "../../shared/calc/typing.js";
import { recheckRules, type CheckedRules } from "../../shared/checks/check.js";
import { decimal, fixed } from "../../shared/decimal.js";
import type { CellInput } from "../../shared/model/workbook.js";
import type { Pack } from "../../shared/template/pack.js";
import { installedPacks } from "./packs.js";
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
  printed,
  type LeafEdit,
  type Workload,
} from "./workload.js";
import { columnId, tableId, workloadPack } from "./workload-pack.js";

/** Our engine on the workload: from printed texts to all findings, then edits one by one, each with all findings. */
export function measure(argument: string): Sample {
  const [size = "1", edits = "1"] = argument.split("|");
  const workload = makeWorkload(Number.parseInt(size, 10));
  const plan = editPlan(workload, Number.parseInt(edits, 10));
  const [like] = installedPacks();
  if (like === undefined) throw new Error("there is no pack");
  const pack = workloadPack(workload, like.pack);
  const texts = workload.tables.map((amounts) => Array.from(amounts, printed));

  const built = timed(() => {
    const compiled = compileRules(pack);
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems.slice(0, 3)));
    const session = openSession(pack, compiled.formulas, foundIn(workload, texts, pack));
    return recheckRules(session);
  });
  const rss = peakMegabytes();
  let checked = built.result;
  const wrongBefore = wrongFigures(checked, workload);

  const times: number[] = [];
  for (const one of plan) {
    const { ms, result } = timed(() => {
      const after = recheckRules(typeInto(checked.session, one), checked);
      return { after, findings: after.findings.items() };
    });
    times.push(ms);
    checked = result.after;
  }
  const wrong = wrongBefore + wrongFigures(checked, afterEdits(workload, plan));
  return { buildMs: built.ms, rss, editMs: median(times), slowestEditMs: Math.max(...times), wrong };
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

function typeInto(session: Session, { table, group, leaf, column, cents }: LeafEdit): Session {
  const at = { table: tableId(table), row: leafCode(group, leaf), column: columnId(column) };
  const change = changeOfCell(session, at, { kind: "amount", value: decimal(printed(cents)) });
  return edit(session, { origin: "typing", changes: change === undefined ? [] : [change] }).session;
}

/** Totals that are not, as texts, what integers give; and findings that are too many or too few. */
function wrongFigures({ session, findings }: CheckedRules, workload: Workload): number {
  const computed = computedOf(session);
  let wrong = Math.abs(findings.items().length - failingChecks(workload));
  for (const [table, totals] of exactTotals(workload).entries()) {
    for (const [column, cents] of totals.entries()) {
      const figure = computed.figure({ table: tableId(table), row: "total", column: columnId(column) });
      if (figure === undefined || fixed(figure, 2) !== printed(cents) || figure.decimalPlaces() > 2) wrong += 1;
    }
  }
  return wrong;
}
