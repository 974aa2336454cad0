import { beforeAll, describe, expect, it } from "vitest";
import { edit } from "../../shared/calc/edit.js";
import { computedOf } from "../../shared/calc/computed-session.js";
import { changeOfCell } from "../../shared/calc/typing.js";
import { checkRules, recheckRules, type CheckedRules } from "../../shared/checks/check.js";
import { decimal, fixed } from "../../shared/decimal.js";
import {
  afterEdits,
  amountAt,
  COLUMNS,
  editPlan,
  exactTotals,
  failingChecks,
  leafCode,
  LEAVES,
  makeWorkload,
  printed,
  TABLES,
} from "../../build/bench/workload.js";
import { columnId, tableId } from "../../build/bench/workload-pack.js";
import { openWorkload } from "../../build/bench/open-workload.js";
import { contentOf } from "../support/session-content.js";
import { loadPack } from "../support/seed.js";

/** 40 classes: each 合计 is a sum of more parts than are added anew for every edit. */
const WORKLOAD = makeWorkload(4);
const EDITS = editPlan(WORKLOAD, 60);

/** The totals of a workload by whole numbers without limit, written as the engine prints them. */
function totals({ groups, tables }: typeof WORKLOAD): readonly string[] {
  return Array.from({ length: TABLES * COLUMNS }, (_, number) => {
    const [table, column] = [Math.floor(number / COLUMNS), number % COLUMNS];
    let sum = 0n;
    for (let leaf = 0; leaf < groups * LEAVES; leaf += 1) {
      for (let at = 1; at < COLUMNS; at += 1) {
        if (column === 0 || at === column) sum += BigInt(tables[table]?.[amountAt(0, leaf, at)] ?? 0);
      }
    }
    return `${sum / 100n}.${String(sum % 100n).padStart(2, "0")}`;
  });
}

function computedTotals({ session }: CheckedRules): readonly string[] {
  const computed = computedOf(session);
  return Array.from({ length: TABLES * COLUMNS }, (_, number) => {
    const at = { table: tableId(Math.floor(number / COLUMNS)), row: "total", column: columnId(number % COLUMNS) };
    const figure = computed.figure(at);
    return figure === undefined ? "" : fixed(figure, 2);
  });
}

describe("the bench's workload", () => {
  let opened: CheckedRules;
  let edited: CheckedRules;

  beforeAll(() => {
    const like = loadPack("yunnan-2020");
    opened = recheckRules(openWorkload(WORKLOAD, like));
    edited = opened;
    for (const { table, group, leaf, column, cents } of EDITS) {
      const at = { table: tableId(table), row: leafCode(group, leaf), column: columnId(column) };
      const change = changeOfCell(edited.session, at, { kind: "amount", value: decimal(printed(cents)) });
      const changes = change === undefined ? [] : [change];
      edited = recheckRules(edit(edited.session, { origin: "typing", changes }).session, edited);
    }
  });

  it("knows its totals as whole numbers without limit know them", () => {
    expect(exactTotals(WORKLOAD).flat().map(printed)).toEqual(totals(WORKLOAD));
  });

  it("is added exactly by the engine, opened and after every edit", () => {
    expect(computedTotals(opened)).toEqual(totals(WORKLOAD));
    expect(computedTotals(edited)).toEqual(totals(afterEdits(WORKLOAD, EDITS)));
    expect(edited.findings.items().length).toBe(failingChecks(afterEdits(WORKLOAD, EDITS)));
  });

  it("is after its edits the same session, with the same findings, as one opened with the edited figures", () => {
    const anew = openWorkload(afterEdits(WORKLOAD, EDITS), loadPack("yunnan-2020"));
    expect(contentOf(edited.session)).toEqual(contentOf(anew));
    expect(edited.findings.items()).toEqual(checkRules(anew));
  });
});
