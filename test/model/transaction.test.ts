import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { whole } from "../../shared/decimal.js";
import { type History, MOST_GESTURES, NOTHING_DONE, record, redo, standsAt, undo } from "../../shared/model/history.js";
import { applyTransaction, invert, type Change, type Transaction } from "../../shared/model/transaction.js";
import type { CellInput, RowData, Workbook } from "../../shared/model/workbook.js";

const PROFILE = { department: "某局", year: 2020 };

function row(key: string, figure?: number): RowData {
  const inputs: readonly (readonly [string, CellInput])[] =
    figure === undefined ? [] : [["basic", { kind: "amount", value: whole(figure) }]];
  return { key, inputs: new Map(inputs), marks: new Map() };
}

const START: Workbook = {
  packId: "p",
  profile: PROFILE,
  tables: new Map([["03", { rows: [row("total"), row("208", 5), row("210")] }]]),
  remarks: new Map([["原因", "疫情"]]),
  emptySentences: new Map(),
  printedUnits: new Map(),
};

/** A workbook as plain text, to compare. */
function text(workbook: Workbook): string {
  const rows = [...workbook.tables].map(([id, { rows: list }]) => {
    const cells = list.map(({ key, inputs, marks }) => [key, [...inputs].toSorted(), [...marks].toSorted()]);
    return [id, cells];
  });
  return JSON.stringify([rows, [...workbook.remarks].toSorted(), workbook.profile]);
}

const amount = (value: number): CellInput => ({ kind: "amount", value: whole(value) });

describe("a transaction", () => {
  it.each<[string, Change]>([
    [
      "a figure",
      { kind: "set-cell", at: { table: "03", row: "208", column: "basic" }, before: amount(5), after: amount(7) },
    ],
    ["a figure taken out", { kind: "set-cell", at: { table: "03", row: "208", column: "basic" }, before: amount(5) }],
    [
      "a mark",
      {
        kind: "set-mark",
        at: { table: "03", row: "total", column: "basic" },
        after: { kind: "stated", value: whole(9) },
      },
    ],
    ["a row", { kind: "insert-row", table: "03", index: 2, row: row("20801", 1) }],
    ["a row taken out", { kind: "remove-row", table: "03", index: 1, row: row("208", 5) }],
    ["a remark", { kind: "set-remark", id: "原因", before: "疫情", after: "机构改革" }],
    ["the profile", { kind: "set-profile", before: PROFILE, after: { department: "另局", year: 2021 } }],
  ])("with %s is taken back by its inverse, without a look at the workbook", (_, change) => {
    const transaction: Transaction = { origin: "typing", changes: [change] };
    const after = applyTransaction(START, transaction);
    expect(text(after)).not.toBe(text(START));
    expect(text(applyTransaction(after, invert(transaction)))).toBe(text(START));
  });

  it("of any length is taken back in reverse order", () => {
    const figures = fc.array(fc.integer({ min: 0, max: 99 }), { maxLength: 30 });
    fc.assert(
      fc.property(figures, (values) => {
        let before = 5;
        const changes = values.map((value): Change => {
          const change: Change = {
            kind: "set-cell",
            at: { table: "03", row: "208", column: "basic" },
            before: amount(before),
            after: amount(value),
          };
          before = value;
          return change;
        });
        const transaction: Transaction = { origin: "paste", changes };
        const there = applyTransaction(START, transaction);
        expect(text(applyTransaction(there, invert(transaction)))).toBe(text(START));
      }),
      { seed: 20_200_101 },
    );
  });

  it("that names a row the workbook does not have is a defect", () => {
    const at = { table: "03", row: "999", column: "basic" };
    expect(() => applyTransaction(START, { origin: "typing", changes: [{ kind: "set-cell", at }] })).toThrow(
      "no row 999",
    );
    const change: Change = { kind: "remove-row", table: "03", index: 0, row: row("208") };
    expect(() => applyTransaction(START, { origin: "rows", changes: [change] })).toThrow("no row 208");
  });
});

describe("the history", () => {
  const gesture = (after: string): Transaction => ({
    origin: "answer",
    changes: [{ kind: "set-remark", id: "原因", before: "疫情", after }],
  });

  it("undoes and redoes whole gestures, the newest first", () => {
    const done = record(record(NOTHING_DONE, gesture("一")), gesture("二"));
    const undone = undo(done);
    expect(undone?.transaction).toMatchObject({ origin: "undo", changes: [{ before: "二", after: "疫情" }] });
    const redone = undone === undefined ? undefined : redo(undone.history);
    expect(redone?.transaction).toMatchObject({ origin: "redo", changes: [{ before: "疫情", after: "二" }] });
    expect(redone?.history.done).toEqual(done.done);
  });

  it("forgets what was undone when something new is done", () => {
    const undone = undo(record(NOTHING_DONE, gesture("一")));
    expect(undone === undefined ? undefined : redo(record(undone.history, gesture("二")))).toBeUndefined();
    expect(undo(NOTHING_DONE)).toBeUndefined();
  });

  it("lets the oldest of too many gestures go, and never takes what is left for the beginning", () => {
    const gestures = Array.from({ length: MOST_GESTURES + 2 }, (_, index) => gesture(String(index)));
    let history: History = gestures.reduce(record, NOTHING_DONE);
    expect(standsAt(history)).toBe(gestures.at(-1));
    for (let step = undo(history); step !== undefined; step = undo(history)) ({ history } = step);
    expect(history.undone).toHaveLength(MOST_GESTURES);
    expect(standsAt(history)).toBe(gestures[1]);
    for (let step = redo(history); step !== undefined; step = redo(history)) ({ history } = step);
    expect(standsAt(history)).toBe(gestures.at(-1));
    expect(standsAt(NOTHING_DONE)).toBeUndefined();
  });
});
