import { computedOf } from "../../shared/calc/computed-session.js";
import { edit } from "../../shared/calc/edit.js";
import type { Session } from "../../shared/calc/session.js";
import { changeOfCell } from "../../shared/calc/typing.js";
import { recheckRules, type CheckedRules } from "../../shared/checks/check.js";
import { decimal, fixed } from "../../shared/decimal.js";
import { openPrinted, printWorkload } from "./open-workload.js";
import { installedPacks } from "./packs.js";
import { median, peakMegabytes, timed, type Sample } from "./sample.js";
import {
  afterEdits,
  editPlan,
  exactTotals,
  failingChecks,
  leafCode,
  makeWorkload,
  printed,
  type LeafEdit,
  type Workload,
} from "./workload.js";
import { columnId, tableId } from "./workload-pack.js";

/** Our engine on the workload: from printed texts to all findings, then edits one by one, each with all findings. */
export function measure(argument: string): Sample {
  const [size = "1", edits = "1"] = argument.split("|");
  const workload = makeWorkload(Number.parseInt(size, 10));
  const plan = editPlan(workload, Number.parseInt(edits, 10));
  const [like] = installedPacks();
  if (like === undefined) throw new Error("there is no pack");
  const printedWorkload = printWorkload(workload, like.pack);

  const built = timed(() => recheckRules(openPrinted(printedWorkload)));
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
