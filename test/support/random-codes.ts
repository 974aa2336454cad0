import fc from "fast-check";
import { changeOfCell } from "../../shared/calc/typing.js";
import { edit } from "../../shared/calc/edit.js";
import type { Edited } from "../../shared/calc/edited.js";
import type { FoundRow, FoundWorkbook } from "../../shared/calc/open.js";
import type { Session } from "../../shared/calc/session.js";
import { decimal } from "../../shared/decimal.js";
import type { Change } from "../../shared/model/transaction.js";
import type { CellInput } from "../../shared/model/workbook.js";

/** Random workbooks and random gestures for the small pack: code tables 02 and 03 with the columns total, basic and project. */

/** 类, 款 and 项, among them 项 whose 款 or 类 is not in the list. */
const CODES = [
  "201",
  "20101",
  "2010101",
  "2010102",
  "2010201",
  "208",
  "20801",
  "2080101",
  "20805",
  "2080501",
  "2100101",
];

const TABLES = ["02", "03"] as const;
const COLUMNS = ["total", "basic", "project"] as const;

/** Figures as they are printed, blanks and zeros. */
export const PRINTED: fc.Arbitrary<string | undefined> = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: -50_000, max: 500_000 }).map(cents) },
  { weight: 2, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constant("0.00") },
);

/** The same, and now and then a figure with more digits than are printed. */
export const EXACT: fc.Arbitrary<string | undefined> = fc.oneof(
  { weight: 5, arbitrary: PRINTED },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 9_999_999 }).map(tenThousandths) },
);

/** Rows in any order, some codes twice; most derived cells blank, some with a figure of their own. */
function rows(figure: fc.Arbitrary<string | undefined>): fc.Arbitrary<readonly FoundRow[]> {
  const row = fc.record({ code: fc.constantFrom(...CODES), total: rarely(figure), basic: figure, project: figure });
  return fc.array(row, { maxLength: 9 }).map((drawn) => {
    const seen = new Map<string, number>();
    return drawn.map(({ code, ...figures }): FoundRow => {
      const times = (seen.get(code) ?? 0) + 1;
      seen.set(code, times);
      return { key: times === 1 ? code : `${code}#${times}`, cells: cellsOf(figures) };
    });
  });
}

/** A workbook with rows in both tables. */
export function workbooks(figure: fc.Arbitrary<string | undefined>): fc.Arbitrary<FoundWorkbook> {
  return fc.tuple(rows(figure), rows(figure)).map((tables) => ({
    profile: { department: "某局", year: 2020 },
    tables: new Map(TABLES.map((id, index) => [id, { rows: tables[index] ?? [] }])),
    remarks: new Map(),
    emptySentences: new Map(),
    lastYear: new Map(),
  }));
}

/** One thing a user does: types into any cell (blank clears it), puts a new code row in, or takes one out. */
export interface Gesture {
  readonly kind: "type" | "insert" | "remove";
  readonly table: (typeof TABLES)[number];
  /** Chooses the row, counted round. */
  readonly row: number;
  readonly column: (typeof COLUMNS)[number];
  readonly code: string;
  readonly text: string | undefined;
}

/** Some gestures, mostly typing. */
export function gestures(figure: fc.Arbitrary<string | undefined>): fc.Arbitrary<readonly Gesture[]> {
  const gesture = fc.record({
    kind: fc.oneof(
      { weight: 6, arbitrary: fc.constant("type" as const) },
      { weight: 1, arbitrary: fc.constant("insert" as const) },
      { weight: 1, arbitrary: fc.constant("remove" as const) },
    ),
    table: fc.constantFrom(...TABLES),
    row: fc.nat(30),
    column: fc.constantFrom(...COLUMNS),
    code: fc.constantFrom(...CODES),
    text: figure,
  });
  return fc.array(gesture, { minLength: 1, maxLength: 8 });
}

/** Performs a gesture as the window would. */
export function perform(session: Session, gesture: Gesture): Edited {
  const change = changeOf(session, gesture);
  const origin = gesture.kind === "type" ? "typing" : "rows";
  return edit(session, { origin, changes: change === undefined ? [] : [change] });
}

function changeOf(session: Session, { kind, table, row, column, code, text }: Gesture): Change | undefined {
  const rows = session.workbook.tables.get(table)?.rows ?? [];
  if (kind === "type") {
    const key = rows[row % rows.length]?.key ?? "";
    return changeOfCell(session, { table, row: key, column }, amount(text));
  }
  // 合计 is the first row and stays.
  const index = 1 + (row % rows.length);
  if (kind === "remove") {
    const gone = rows[index];
    return gone === undefined ? undefined : { kind: "remove-row", table, index, row: gone };
  }
  const isNew = !rows.some(({ key }) => key === code);
  const inputs = cellsOf({ basic: text });
  return isNew ? { kind: "insert-row", table, index, row: { key: code, inputs, marks: new Map() } } : undefined;
}

function cellsOf(figures: Readonly<Record<string, string | undefined>>): ReadonlyMap<string, CellInput> {
  const cells = new Map<string, CellInput>();
  for (const [column, text] of Object.entries(figures)) {
    const input = amount(text);
    if (input !== undefined) cells.set(column, input);
  }
  return cells;
}

function amount(text: string | undefined): CellInput | undefined {
  return text === undefined ? undefined : { kind: "amount", value: decimal(text) };
}

function rarely(figure: fc.Arbitrary<string | undefined>): fc.Arbitrary<string | undefined> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: figure });
}

/** Whole cents as printed with two places. */
export function cents(count: number): string {
  const digits = String(Math.abs(count)).padStart(3, "0");
  return `${count < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function tenThousandths(count: number): string {
  return `${Math.floor(count / 1e4)}.${String(count % 1e4).padStart(4, "0")}`;
}
