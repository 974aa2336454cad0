import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { computedOf } from "../../shared/calc/computed-session.js";
import { edit } from "../../shared/calc/edit.js";
import { openSession } from "../../shared/calc/open.js";
import type { Session } from "../../shared/calc/session.js";
import { parseDecimal } from "../../shared/decimal.js";
import { changeProfile } from "../../shared/editing/answers.js";
import { addCodeRow } from "../../shared/editing/code-rows.js";
import type { Editing } from "../../shared/editing/gesture.js";
import { addLastYear } from "../../shared/editing/last-year.js";
import { addBlock, addListRows } from "../../shared/editing/list-rows.js";
import { planWrites } from "../../shared/editing/plan-writes.js";
import { removeRows } from "../../shared/editing/remove-rows.js";
import { renameCode } from "../../shared/editing/rename-code.js";
import { formSheet } from "../../shared/forms/lay-out-form.js";
import { workingForms } from "../../shared/forms/working-forms.js";
import { invert, type Transaction } from "../../shared/model/transaction.js";
import { contentOf, leftBehind } from "../support/session-content.js";
import { foundFrom, loadFormulas, loadPack } from "../support/seed.js";

const pack = loadPack("yunnan-2020");
const formulas = loadFormulas(pack);

/** A small workbook: a code table with a project beside it. */
function small(): Session {
  return openSession(
    pack,
    formulas,
    foundFrom(pack, [
      {
        table: "03",
        rows: [
          { key: "208", name: "社会保障和就业支出", cells: {} },
          { key: "20801", name: "人力资源和社会保障管理事务", cells: {} },
          { key: "2080101", name: "行政运行", cells: { basic: "10.00", total: "10.01" } },
          { key: "2080102", name: "一般行政管理事务", cells: { project: "2.50" } },
          { key: "213", name: "农林水支出", cells: { project: "4.00" } },
        ],
      },
      { table: "12-projects", rows: [{ key: "p1", cells: { name: "项目一" } }] },
      { table: "12-funds", rows: [{ key: "p1/current", cells: { annual: "5.00", executed: "4.00" } }] },
      { table: "12-indicators", rows: [{ key: "p1/1", cells: { level1: "产出指标", weight: "10" } }] },
    ]),
  );
}

const CODES = ["201", "20801", "2080101", "2080102", "2080108", "20805", "2080501", "2101101", "213", "2130804"];
const FORMS = [...pack.forms, ...workingForms(pack)].filter(({ id }) =>
  ["03", "12", "01", "last-year", "remarks"].includes(id),
);

type Drawn =
  | {
      readonly kind: "write";
      readonly form: number;
      readonly row: number;
      readonly column: number;
      readonly block: readonly (readonly string[])[];
    }
  | { readonly kind: "code" | "rename" | "remove"; readonly code: string; readonly at: number; readonly all: boolean }
  | { readonly kind: "block" | "list" | "profile" | "last-year"; readonly at: number };

const text = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .integer({ min: -900, max: 9000 })
      .map((cents) => `${Math.trunc(cents / 100)}.${String(Math.abs(cents) % 100).padStart(2, "0")}`),
  },
  { weight: 2, arbitrary: fc.constant("") },
  { weight: 2, arbitrary: fc.constantFrom(...CODES) },
  { weight: 1, arbitrary: fc.constantFrom("行政运行", "信息化建设", "合计", "—", "120000元", "不是数") },
);
const drawn: fc.Arbitrary<Drawn> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("write" as const),
      form: fc.nat({ max: FORMS.length - 1 }),
      row: fc.nat({ max: 14 }),
      column: fc.nat({ max: 6 }),
      block: fc.array(fc.array(text, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom("code" as const, "rename" as const, "remove" as const),
      code: fc.constantFrom(...CODES),
      at: fc.nat({ max: 8 }),
      all: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom("block" as const, "list" as const, "profile" as const, "last-year" as const),
      at: fc.nat({ max: 3 }),
    }),
  },
);

/** The transaction of a drawn gesture; undefined where it does nothing. */
function transactionOf(editing: Editing, gesture: Drawn): Transaction | undefined {
  if (gesture.kind === "write") {
    const form = FORMS[gesture.form];
    if (form === undefined) return undefined;
    const wanted = gesture.block.flatMap((line, row) =>
      line.map((each, column) => ({
        position: { row: gesture.row + row, column: gesture.column + column },
        text: each,
      })),
    );
    return planWrites(editing, formSheet(form, editing.computed), wanted, "paste").transaction;
  }
  const result = otherGesture(editing, gesture);
  return result.ok ? result.value : undefined;
}

function otherGesture(editing: Editing, gesture: Exclude<Drawn, { kind: "write" }>): ReturnType<typeof addCodeRow> {
  const { computed } = editing;
  const pick = (table: string): string =>
    computed.rows(table)[gesture.at % Math.max(1, computed.rows(table).length)] ?? "total";
  switch (gesture.kind) {
    case "code":
      return addCodeRow(editing, "03", { code: gesture.code });
    case "rename":
      return computed.rowCode("03", pick("03")) === undefined
        ? addCodeRow(editing, "03", { code: gesture.code })
        : renameCode(editing, { table: "03", row: pick("03") }, gesture.code);
    case "remove": {
      const table = gesture.all ? "03" : "12-projects";
      return computed.rows(table).length === 0
        ? addBlock(editing, "12-projects")
        : removeRows(editing, [{ table, row: pick(table) }], { withChildren: gesture.all });
    }
    case "block":
      return addBlock(editing, "12-projects", pick("12-projects"));
    case "list":
      return addListRows(editing, "12-indicators", { parent: pick("12-projects") }, 2);
    case "profile":
      return changeProfile(editing, { department: `某局${gesture.at}`, year: 2020 + gesture.at });
    case "last-year":
      return addLastYear(editing, "支出.合计.基本支出", { kind: "amount", value: parseDecimal("7.00") ?? raise() });
  }
}

function raise(): never {
  throw new Error("no figure");
}

interface Done {
  readonly session: Session;
  readonly transactions: readonly Transaction[];
}

function performAll(gestures: readonly Drawn[]): Done {
  let session = small();
  const transactions: Transaction[] = [];
  for (const gesture of gestures) {
    const transaction = transactionOf({ session, computed: computedOf(session) }, gesture);
    if (transaction === undefined) continue;
    const edited = edit(session, transaction);
    session = edited.session;
    transactions.push(edited.transaction);
  }
  return { session, transactions };
}

/** Everything a session holds, rows in their order. */
function everything({ workbook, ...session }: Session): unknown {
  const rows = [...workbook.tables].map(([id, table]) => [id, table.rows.map(({ key }) => key)]);
  return {
    ...contentOf({ ...session, workbook }),
    rows,
    remarks: [...workbook.remarks].toSorted(),
    profile: workbook.profile,
  };
}

describe("gestures one after the other", () => {
  const many = fc.array(drawn, { minLength: 1, maxLength: 8 });

  it("are all taken back by undo, to the identical workbook", () => {
    let changed = 0;
    fc.assert(
      fc.property(many, (gestures) => {
        const { session, transactions } = performAll(gestures);
        changed += transactions.length;
        const undone = transactions
          .toReversed()
          .reduce((now, transaction) => edit(now, { ...invert(transaction), origin: "undo" }).session, session);
        expect(everything(undone)).toEqual(everything(small()));
      }),
      { seed: 20203, numRuns: 60 },
    );
    expect(changed).toBeGreaterThan(100);
  });

  it("leave a workbook that opens anew with the same figures and findings", () => {
    fc.assert(
      fc.property(many, (gestures) => {
        const { session } = performAll(gestures);
        const lastYear = new Map(
          (session.workbook.tables.get("last-year")?.rows ?? []).flatMap(({ key, inputs }) => {
            const input = inputs.get("amount");
            return input?.kind === "amount" ? [[key, input.value] as const] : [];
          }),
        );
        const reopened = openSession(pack, formulas, { ...leftBehind(session), lastYear });
        const { figures, findings } = contentOf(session);
        const anew = contentOf(reopened);
        expect({ figures, findings }).toEqual({ figures: anew.figures, findings: anew.findings });
      }),
      { seed: 20204, numRuns: 60 },
    );
  });
});
