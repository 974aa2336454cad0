import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { edit } from "../../shared/calc/edit.js";
import { cellNumber } from "../../shared/calc/layout.js";
import type { Session } from "../../shared/calc/session.js";
import { changeOfCell } from "../../shared/calc/typing.js";
import { decimal } from "../../shared/decimal.js";
import { checkWorkbook, findingsOf, openWorkbook, type Checked } from "../../shared/exchange/open-workbook.js";
import type { Change } from "../../shared/model/transaction.js";
import { loadFormulas, loadPack } from "../support/seed.js";

const PACK = loadPack("yunnan-2020");
const CODE_TABLES = ["02", "03", "05", "06"];
const SAMPLE = readFileSync("templates/yunnan-2020/sample-as-published.xlsx");

/** Cells are typed into anywhere, texts and names among them; elements are written; rows taken out. */
const gestures = fc.array(
  fc.record({
    kind: fc.constantFrom("figure", "figure", "figure", "text", "element", "remove"),
    table: fc.constantFrom(...PACK.tables.map(({ id }) => id)),
    row: fc.nat(40),
    column: fc.nat(15),
    text: fc.constantFrom("", "XX局", "2019年", "0.00", "完成项目实施方案编制并通过评审验收。"),
  }),
  { minLength: 1, maxLength: 6 },
);

describe("checking after gestures", () => {
  const opened = openWorkbook(SAMPLE, [{ pack: PACK, formulas: loadFormulas(PACK) }]);
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const { session: begin, reading } = opened.value;

  test("finds what checking anew finds, in the same order", () => {
    let kept = 0;
    fc.assert(
      fc.property(gestures, (all) => {
        let checked: Checked | undefined = checkWorkbook({ session: begin, reading });
        let session = begin;
        for (const gesture of all) {
          const change = changeOf(session, gesture);
          if (change === undefined) continue;
          session = edit(session, { origin: "typing", changes: [change] }).session;
          const before: Checked = checked;
          checked = checkWorkbook({ session, reading }, [], before);
          if (checked.texts.findings === before.texts.findings) kept += 1;
          expect(checked.findings).toEqual(findingsOf({ session, reading }));
        }
      }),
      { seed: 20205, numRuns: 60 },
    );
    // Otherwise nothing was kept and nothing is shown by this test.
    expect(kept).toBeGreaterThan(20);
  });
});

function changeOf(
  session: Session,
  { kind, table, row, column, text }: typeof gestures extends fc.Arbitrary<readonly (infer One)[]> ? One : never,
): Change | undefined {
  const { rows = [] } = session.workbook.tables.get(table) ?? {};
  const data = rows[row % Math.max(rows.length, 1)];
  const { columns = [] } = PACK.tables.find(({ id }) => id === table) ?? {};
  const chosen = columns[column % columns.length];
  if (kind === "element") {
    const { id = "" } = PACK.elements[row % PACK.elements.length] ?? {};
    const before = session.workbook.remarks.get(id);
    return { kind: "set-remark", id, after: text, ...(before === undefined ? {} : { before }) };
  }
  if (data === undefined || chosen === undefined) return undefined;
  // 合计 is the first row of a code table and stays.
  if (kind === "remove" && !CODE_TABLES.includes(table)) return undefined;
  if (kind === "remove" && row % rows.length === 0) return undefined;
  if (kind === "remove") return { kind: "remove-row", table, index: row % rows.length, row: data };
  const isText = kind === "text" && chosen.kind === "text";
  if (!isText && chosen.kind === "text") return undefined;
  const input = isText ? ({ kind: "text", text } as const) : ({ kind: "amount", value: decimal(String(row)) } as const);
  const at = { table, row: data.key, column: chosen.id };
  if (!isText && cellNumber(session.plan.layout, at) === undefined) return undefined;
  return changeOfCell(session, at, input);
}
