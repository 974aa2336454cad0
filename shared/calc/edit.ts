import type { Decimal } from "../decimal.js";
import { addressKey, type CellAddress } from "../model/address.js";
import { applyTransaction, isReplay, type Change, type RowGuess, type Transaction } from "../model/transaction.js";
import { LAST_YEAR_TABLE, NAME_COLUMN, type DerivedMark, type Workbook } from "../model/workbook.js";
import { compare, type Outcome } from "./compare.js";
import type { Mark } from "./compute.js";
import type { Edited } from "./edited.js";
import { addressOf, cellNumber } from "./layout.js";
import { propagate } from "./propagate.js";
import { replan } from "./replan.js";
import { groundOf, sourceOf, standingFormulas, trustedComparisons, worthKeeping, type Session } from "./session.js";

/**
 * Applies a gesture. Figures are carried through and compared again only where they changed; rows, names, remarks, the
 * profile and last year's figures lay the workbook out anew. The engine adds the marks it drops to the transaction, so that
 * undo takes them back too.
 */
export function edit(session: Session, transaction: Transaction): Edited {
  const workbook = applyTransaction(session.workbook, transaction, rowGuess(session));
  if (transaction.changes.some((change) => needsReplan(session, change))) return replan(session, workbook, transaction);
  return editFigures(session, workbook, transaction);
}

/** Where rows stood before the gesture, which is where they stand as long as it moves none. */
function rowGuess({ plan }: Session): RowGuess {
  return (table, key) => plan.layout.byId.get(table)?.indexOf.get(key) ?? -1;
}

function needsReplan(session: Session, change: Change): boolean {
  if (change.kind !== "set-cell") return change.kind !== "set-mark";
  if (change.at.table === LAST_YEAR_TABLE || change.at.column === NAME_COLUMN) return true;
  const rows = session.plan.layout.byId.get(change.at.table)?.table.rows;
  return rows?.kind === "list" && rows.namedBy === change.at.column;
}

function editFigures(session: Session, applied: Workbook, transaction: Transaction): Edited {
  const { plan } = session;
  const inputs = new Map<number, Decimal | undefined>();
  const marked = new Map<number, Mark | undefined>();
  for (const change of transaction.changes) {
    if (change.kind !== "set-cell" && change.kind !== "set-mark") continue;
    const cell = cellNumber(plan.layout, change.at);
    if (cell === undefined) continue;
    if (change.kind === "set-mark") marked.set(cell, change.after);
    else if (!isText(session, change.at))
      inputs.set(cell, change.after?.kind === "amount" ? change.after.value : undefined);
  }
  const markOf = (cell: number): Mark | undefined => (marked.has(cell) ? marked.get(cell) : markAt(session, cell));
  const ground = { ...groundOf(plan, applied, session.lastYear), mode: "printed" } as const;
  const { figures, changed, dropped } = propagate(ground, session.figures, inputs, {
    turning: !isReplay(transaction),
    cells: new Set(marked.keys()),
    before: (cell) => markAt(session, cell),
    after: markOf,
  });

  const added: Change[] = dropped.map((cell) => {
    const before = markOf(cell);
    return { kind: "set-mark", at: addressOf(plan.layout, cell), ...(before === undefined ? {} : { before }) };
  });
  const whole: Transaction = { ...transaction, changes: [...transaction.changes, ...added] };
  const next: Session = {
    ...session,
    workbook:
      added.length === 0
        ? applied
        : applyTransaction(applied, { origin: transaction.origin, changes: added }, rowGuess(session)),
    figures,
    blanks: stillBlank(session.blanks, changed.keys()),
  };
  return {
    session: { ...next, outcomes: compareTouched(next, [...changed.keys(), ...marked.keys()]) },
    transaction: whole,
  };
}

function stillBlank(blanks: Session["blanks"], changed: Iterable<number>): Session["blanks"] {
  const filled = new Map<number, undefined>();
  for (const cell of changed) if (blanks.at(cell) === true) filled.set(cell, undefined);
  return blanks.with(filled);
}

/** Compares anew what reads or defines a touched cell. */
function compareTouched(session: Session, cells: readonly number[]): Session["outcomes"] {
  const { plan, outcomes } = session;
  const source = sourceOf(session, "printed");
  const stands = standingFormulas(plan, source);
  const marked = new Set(cells.filter((cell) => markAt(session, cell) !== undefined));
  const trusted = trustedComparisons(plan, session.figures, marked);
  const fresh = new Map<number, Outcome | undefined>();
  for (const cell of cells) {
    for (let at = plan.usersStart[cell] ?? 0; at < (plan.usersStart[cell + 1] ?? 0); at += 1) {
      const index = plan.users[at] ?? -1;
      const comparison = plan.comparisons[index];
      if (comparison === undefined || fresh.has(index)) continue;
      const target = plan.target[index] ?? -1;
      const isTrusted = trusted(index) && (target < 0 || markAt(session, target) === undefined);
      fresh.set(
        index,
        isTrusted || !stands(comparison.formula) ? undefined : worthKeeping(compare(comparison, source)),
      );
    }
  }
  return outcomes.with(fresh);
}

/** The mark of a derived cell, or undefined. */
export function markAt(session: Session, cell: number): DerivedMark | undefined {
  if (cell >= session.plan.layout.cells) return undefined;
  const { table, row, column } = addressOf(session.plan.layout, cell);
  const index = session.plan.layout.byId.get(table)?.indexOf.get(row) ?? -1;
  return session.workbook.tables.get(table)?.rows[index]?.marks.get(column);
}

function isText(session: Session, at: CellAddress): boolean {
  const table = session.plan.layout.byId.get(at.table);
  const column = table?.table.columns[table.columnIndex.get(at.column) ?? -1];
  if (column === undefined) throw new Error(`no column ${addressKey(at)}`);
  return column.kind === "text";
}
