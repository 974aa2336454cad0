import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { computedOf } from "../../shared/calc/computed-session.js";
import { edit } from "../../shared/calc/edit.js";
import type { Session } from "../../shared/calc/session.js";
import { changeOfCell } from "../../shared/calc/typing.js";
import { decimal } from "../../shared/decimal.js";
import { openWorkbook } from "../../shared/exchange/open-workbook.js";
import type { CellAddress } from "../../shared/model/address.js";
import type { Change } from "../../shared/model/transaction.js";
import type { CellInput } from "../../shared/model/workbook.js";
import { fingerprintOf } from "../../shared/pages/fingerprint.js";
import { PACK_FOLDER } from "../support/command-line.js";
import { loadFormulas, loadPack } from "../support/seed.js";

const pack = loadPack("yunnan-2020");
const opened = openWorkbook(readFileSync(path.join(PACK_FOLDER, "sample.xlsx")), [
  { pack, formulas: loadFormulas(pack) },
]);
if (!opened.ok) throw new Error(opened.failure.code);
const { session } = opened.value;
const before = fingerprintOf(computedOf(session));

function after(...changes: readonly (Change | undefined)[]): string {
  const real = changes.filter((change) => change !== undefined);
  expect(real).not.toHaveLength(0);
  return fingerprintOf(computedOf(edit(session, { origin: "typing", changes: real }).session));
}

function typed(at: CellAddress, input: CellInput | undefined): Change | undefined {
  return changeOfCell(session, at, input);
}

function figureCells({ plan }: Session): readonly CellAddress[] {
  const computed = computedOf(session);
  return plan.layout.pack.tables.flatMap((table) =>
    computed
      .rows(table.id)
      .flatMap((row) =>
        table.columns
          .map((column) => ({ table: table.id, row, column: column.id }))
          .filter((at) => computed.figure(at) !== undefined && computed.derived(at) === undefined),
      ),
  );
}

describe("the fingerprint", () => {
  it("is short, and without signs that are mistaken for others", () => {
    expect(before).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it("changes with single typed figures of every table", () => {
    const cells = figureCells(session);
    expect(cells.length).toBeGreaterThan(400);
    const some = cells.filter((_, index) => index % 6 === 0);
    const same = some.filter((at) => {
      const figure = computedOf(session).figure(at);
      return (
        figure === undefined || after(typed(at, { kind: "amount", value: figure.plus(decimal("0.01")) })) === before
      );
    });
    expect(same).toEqual([]);
  });

  it("changes when a figure is taken away, and comes back with it", () => {
    const at = { table: "03", row: "2080101", column: "basic" };
    expect(after(typed(at, undefined))).not.toBe(before);
    expect(fingerprintOf(computedOf(session))).toBe(before);
  });

  it("does not change with names, texts, answers or the profile", () => {
    const nameAt = { table: "03", row: "2080101", column: "name" };
    const name: Change = {
      kind: "set-cell",
      at: nameAt,
      before: { kind: "text", text: computedOf(session).rowName(nameAt.table, nameAt.row) },
      after: { kind: "text", text: "别的名称" },
    };
    const text = typed({ table: "10", row: "purpose", column: "text" }, { kind: "text", text: "别的目的" });
    const answer: Change = { kind: "set-remark", id: "rule-09@03!total!basic", after: "已核实。" };
    const { profile } = session.workbook;
    const renamed: Change = { kind: "set-profile", before: profile, after: { ...profile, department: "别的单位" } };
    for (const change of [name, text, answer, renamed]) expect(after(change)).toBe(before);
  });
});
