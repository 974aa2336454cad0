import { resolveReference, type Session } from "../../shared/calc/session.js";
import { decimal, plain } from "../../shared/decimal.js";
import { addressKey } from "../../shared/model/address.js";
import type { Change, Transaction } from "../../shared/model/transaction.js";
import { LAST_YEAR_COLUMN, LAST_YEAR_TABLE } from "../../shared/model/workbook.js";

/** One figure the pack wants of last year: what stands in 上年数 now, what last year's workbook says, and what follows. */
export interface PreviousRow {
  readonly reference: string;
  readonly item: string;
  /** Plain decimal texts in the unit of the cell the reference names; empty where there is none. */
  readonly now: string;
  readonly then: string;
  readonly does: "fills" | "same" | "differs" | "missing";
}

/** What taking last year's figures would do, in the order of the sheet 上年数. */
export function previousRows(session: Session, figures: ReadonlyMap<string, string>): readonly PreviousRow[] {
  const { layout } = session.plan;
  return layout.pack.lastYear.map(({ reference, item }) => {
    const at = resolveReference(layout, reference);
    const known = at === undefined ? undefined : session.lastYear.get(addressKey(at));
    const now = known === undefined ? "" : plain(known);
    const then = figures.get(reference) ?? "";
    return { reference, item, now, then, does: outcome(now, then) };
  });
}

/** The gesture that takes them: into blanks only, or over differing figures too. */
export function takingPrevious(session: Session, rows: readonly PreviousRow[], replaces: boolean): Transaction {
  const known = session.workbook.tables.get(LAST_YEAR_TABLE)?.rows ?? [];
  const byKey = new Map(known.map((row) => [row.key, row]));
  const changes: Change[] = [];
  let end = known.length;
  for (const { reference, then, does } of rows) {
    if (does !== "fills" && !(replaces && does === "differs")) continue;
    const after = { kind: "amount", value: decimal(then) } as const;
    const row = byKey.get(reference);
    if (row === undefined) {
      const inputs = new Map([[LAST_YEAR_COLUMN, after]]);
      changes.push({
        kind: "insert-row",
        table: LAST_YEAR_TABLE,
        index: end,
        row: { key: reference, inputs, marks: new Map() },
      });
      end += 1;
      continue;
    }
    const before = row.inputs.get(LAST_YEAR_COLUMN);
    const at = { table: LAST_YEAR_TABLE, row: reference, column: LAST_YEAR_COLUMN };
    changes.push({ kind: "set-cell", at, ...(before === undefined ? {} : { before }), after });
  }
  return { origin: "import", changes };
}

function outcome(now: string, then: string): PreviousRow["does"] {
  if (then === "") return "missing";
  if (now === "") return "fills";
  return now === then ? "same" : "differs";
}
