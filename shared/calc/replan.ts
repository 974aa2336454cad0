import type { CellAddress } from "../model/address.js";
import { applyTransaction, isReplay, type Change, type Transaction } from "../model/transaction.js";
import type { CellInput, DerivedMark, RowData, Workbook } from "../model/workbook.js";
import { computeFigures, type Mark } from "./compute.js";
import type { Edited } from "./edited.js";
import { addressOf, cellNumber, type Layout } from "./layout.js";
import { figuresFound } from "./open.js";
import type { Plan } from "./plan.js";
import { compareAll, groundOf, indexLastYear, planFor, sourceOf, type Session } from "./session.js";
import { Vector } from "./vector.js";
import { wordedSentences } from "./worded-sentences.js";

/**
 * Lays the workbook out anew after rows, names, remarks, the profile or last year's figures changed (`changed` holds the
 * changes). A parent that lost its last child keeps its figures as inputs of a leaf; a leaf that got its first child keeps
 * them as stated figures; marks that outlived their reason are dropped (architecture, “Life” and “Turning”). All of it goes into
 * the gesture's transaction, so that undoing and redoing it needs nothing more.
 */
export function replan(session: Session, changed: Workbook, transaction: Transaction): Edited {
  const { pack } = session.plan.layout;
  const isSameProfile = changed.profile === session.workbook.profile;
  const applied = isSameProfile ? changed : wordedSentences(pack, session.workbook.profile, changed);
  const plan = planFor(session.formulas, applied, pack);
  const isNew = !isReplay(transaction);
  const turned = isNew ? turnedCells(session, plan, applied) : [];
  const planned = applyTransaction(applied, { origin: transaction.origin, changes: turned });
  const lastYear = indexLastYear(plan.layout, planned);
  const { inputs } = figuresFound(plan.layout, planned, plan.definedBy);
  const kept = marksOf(plan.layout, planned);
  const { figures, marks } = computeFigures(groundOf(plan, planned, lastYear), inputs, new Map(), kept, isNew);
  const dropped = [...kept].flatMap(([cell, before]): readonly Change[] =>
    marks.has(cell) ? [] : [{ kind: "set-mark", at: addressOf(plan.layout, cell), before }],
  );
  const workbook = applyTransaction(planned, { origin: transaction.origin, changes: dropped });
  const next: Session = { ...session, plan, workbook, figures, lastYear, blanks: keptBlanks(session, plan) };
  const outcomes = compareAll(plan, sourceOf(next, "printed"), figures, new Set(marks.keys()));
  return {
    session: { ...next, outcomes },
    transaction: { ...transaction, changes: [...transaction.changes, ...turned, ...dropped] },
  };
}

/** Cells that changed between input and derived; a figure that a new row brings into a derived cell is stated there. */
function turnedCells(session: Session, plan: Plan, applied: Workbook): readonly Change[] {
  const changes: Change[] = [];
  for (const [cell, by] of plan.definedBy.entries()) {
    if (cell >= plan.layout.cells) break;
    const at = addressOf(plan.layout, cell);
    const before = cellNumber(session.plan.layout, at);
    const wasDerived = before !== undefined && (session.plan.definedBy[before] ?? -1) >= 0;
    if (wasDerived === by >= 0) continue;
    changes.push(...(wasDerived ? toInput(session, before, at, applied) : toStated(at, applied)));
  }
  return changes;
}

function toInput(session: Session, cell: number, at: CellAddress, applied: Workbook): readonly Change[] {
  const figure = session.figures.standing.at(cell);
  const mark = rowOf(applied, at)?.marks.get(at.column);
  const changes: Change[] = mark === undefined ? [] : [{ kind: "set-mark", at, before: mark }];
  if (figure !== undefined) changes.push({ kind: "set-cell", at, after: { kind: "amount", value: figure } });
  return changes;
}

function toStated(at: CellAddress, applied: Workbook): readonly Change[] {
  const input: CellInput | undefined = rowOf(applied, at)?.inputs.get(at.column);
  if (input?.kind !== "amount") return [];
  const stated: DerivedMark = { kind: "stated", value: input.value };
  return [
    { kind: "set-cell", at, before: input },
    { kind: "set-mark", at, after: stated },
  ];
}

function rowOf(workbook: Workbook, at: CellAddress): RowData | undefined {
  return workbook.tables.get(at.table)?.rows.find((row) => row.key === at.row);
}

function marksOf(layout: Layout, workbook: Workbook): ReadonlyMap<number, Mark> {
  const marks = new Map<number, Mark>();
  for (const table of layout.tables) {
    for (const row of workbook.tables.get(table.table.id)?.rows ?? []) {
      for (const [column, mark] of row.marks) {
        const cell = cellNumber(layout, { table: table.table.id, row: row.key, column });
        if (cell !== undefined) marks.set(cell, mark);
      }
    }
  }
  return marks;
}

function keptBlanks(session: Session, plan: Plan): Session["blanks"] {
  const kept = session.blanks
    .indexes()
    .map((cell) => cellNumber(plan.layout, addressOf(session.plan.layout, cell)))
    .filter((cell) => cell !== undefined);
  return Vector.marking(plan.layout.cells, kept);
}
