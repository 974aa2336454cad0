import { edit } from "../calc/edit.js";
import { cellNumber } from "../calc/layout.js";
import type { Session } from "../calc/session.js";
import { changeOfCell } from "../calc/typing.js";
import { addressKey, type CellAddress } from "../model/address.js";
import type { Change, Transaction } from "../model/transaction.js";
import { NAME_COLUMN, type CellInput } from "../model/workbook.js";

/** What is to stand in a cell of a table; blank when absent. */
export interface WantedInput {
  readonly at: CellAddress;
  readonly input: CellInput | undefined;
}

/**
 * The changes that put contents into cells, all of them in one gesture. Figures for computed cells are judged against the parts
 * as the same gesture leaves them, parts before wholes: a block pasted with its totals gets the residuals that opening a file of the
 * same figures would give it, in whatever order its cells came.
 */
export function changesOfCells(
  session: Session,
  wanted: readonly WantedInput[],
  origin: Transaction["origin"],
): readonly Change[] {
  const plain = wanted.filter(({ at }) => !isDerived(session, at));
  const changes = plain.flatMap((one) => plainChange(session, one) ?? []);
  const derived = wanted.filter(({ at }) => isDerived(session, at));
  if (derived.length === 0) return changes;
  const marks = new Map<string, Change>();
  let stage = changes.length === 0 ? session : edit(session, { origin, changes }).session;
  for (const layer of layers(session, derived)) {
    const own = layer.flatMap(({ at, input }) => changeOfCell(stage, at, input) ?? []);
    for (const change of own) if (change.kind === "set-mark") marks.set(addressKey(change.at), change);
    if (own.length > 0) stage = edit(stage, { origin, changes: own }).session;
  }
  // What stands now may have been dropped on the way; a mark is changed from what it was before the gesture.
  return [...changes, ...derived.flatMap(({ at }) => markChange(session, at, marks.get(addressKey(at))) ?? [])];
}

function isDerived({ plan }: Session, at: CellAddress): boolean {
  const cell = cellNumber(plan.layout, at);
  return cell !== undefined && (plan.definedBy[cell] ?? -1) >= 0;
}

/** The name of a code row is no numbered cell of its table. */
function plainChange(session: Session, { at, input }: WantedInput): Change | undefined {
  if (cellNumber(session.plan.layout, at) !== undefined) return changeOfCell(session, at, input);
  if (at.column !== NAME_COLUMN) throw new Error(`no cell ${addressKey(at)}`);
  const row = session.plan.layout.byId.get(at.table)?.indexOf.get(at.row) ?? -1;
  const before = session.workbook.tables.get(at.table)?.rows[row]?.inputs.get(NAME_COLUMN);
  if (before?.kind === "text" && input?.kind === "text" ? before.text === input.text : before === input)
    return undefined;
  return {
    kind: "set-cell",
    at,
    ...(before === undefined ? {} : { before }),
    ...(input === undefined ? {} : { after: input }),
  };
}

function markChange(session: Session, at: CellAddress, found: Change | undefined): Change | undefined {
  if (found?.kind !== "set-mark") return undefined;
  const row = session.plan.layout.byId.get(at.table)?.indexOf.get(at.row) ?? -1;
  const before = session.workbook.tables.get(at.table)?.rows[row]?.marks.get(at.column);
  const { after } = found;
  if (before === undefined && after === undefined) return undefined;
  return {
    kind: "set-mark",
    at,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

/** The wanted computed cells, those first that no other of them depends on being settled before. */
function layers(session: Session, wanted: readonly WantedInput[]): readonly (readonly WantedInput[])[] {
  const { plan } = session;
  const chosen = new Set(wanted.map(({ at }) => cellNumber(plan.layout, at) ?? -1));
  const known = new Map<number, number>();
  /** How many chosen cells stand one above the other from this one down, itself included. */
  const depth = (cell: number): number => {
    const found = known.get(cell);
    if (found !== undefined) return found;
    let below = 0;
    for (const term of plan.comparisons[plan.definedBy[cell] ?? -1]?.right ?? []) {
      const part = Math.abs(term) - 1;
      if ((plan.definedBy[part] ?? -1) >= 0) below = Math.max(below, depth(part));
    }
    const own = below + (chosen.has(cell) ? 1 : 0);
    known.set(cell, own);
    return own;
  };
  const all: WantedInput[][] = [];
  for (const one of wanted) {
    const level = depth(cellNumber(plan.layout, one.at) ?? -1);
    (all[level] ??= []).push(one);
  }
  return all.filter((layer) => layer.length > 0);
}
