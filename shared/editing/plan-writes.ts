import { edit } from "../calc/edit.js";
import { computedOf } from "../calc/computed-session.js";
import { cellNumber } from "../calc/layout.js";
import type { FormSheet } from "../forms/form-sheet.js";
import type { CellAddress } from "../model/address.js";
import { LAST_YEAR_TABLE, NAME_COLUMN, REMARKS_TABLE } from "../model/workbook.js";
import type { Change, Transaction } from "../model/transaction.js";
import { remarkChange } from "./answers.js";
import { isDash } from "../template/cell-input.js";
import { gatheringNames } from "./code-names.js";
import { changesOfCells, type WantedInput } from "./cell-changes.js";
import type { EditReason, EditRefusal, Editing } from "./gesture.js";
import { lastYearChange } from "./last-year.js";
import { readWanted } from "./read-wanted.js";
import { renameCode } from "./rename-code.js";
import { RowDraft } from "./row-draft.js";
import { routeRow } from "./route-rows.js";
import { columnAt, targetRows, type Target, type TargetRow, type WantedText } from "./wanted-texts.js";

/** A position that does not take its text, and why. */
export interface RefusedText {
  readonly wanted: WantedText;
  readonly reason: EditReason;
  readonly facts: EditRefusal["facts"];
}

/** One gesture worked out: what it changes, and where it can do nothing. */
export interface WritePlan {
  /** Undefined when everything stands as wanted already, or nothing can be done. */
  readonly transaction: Transaction | undefined;
  /** How many positions take their text, those included that have it already. */
  readonly taken: number;
  readonly refused: readonly RefusedText[];
}

/**
 * Works out what texts typed, pasted or filled over positions of a form do to the workbook: one transaction for all of it.
 * Figures are read in the unit the sheet prints. A computed cell takes a figure (a residual or a stated one) and gives the computed
 * one back when cleared. A line with a code goes to the row of that code wherever it stands, or becomes a new row in its place, with
 * the rows above it that are missing; a code typed alone over another renames its row. Anything typed into a blank line of a list
 * is a new row. What stands printed in the form takes nothing but itself.
 */
export function planWrites(
  editing: Editing,
  sheet: FormSheet,
  wanted: readonly WantedText[],
  origin: Transaction["origin"],
): WritePlan {
  const refused: RefusedText[] = [];
  const refuseAll = (targets: readonly Target[], { reason, facts }: EditRefusal): void => {
    for (const target of targets) refused.push({ wanted: target.wanted, reason, facts });
  };
  const renamed = soleRename(editing, sheet, wanted);
  if (renamed !== undefined) {
    if (!renamed.ok)
      refuseAll(
        wanted.map((one) => ({ wanted: one, cell: { kind: "empty" } })),
        renamed.failure,
      );
    return planOf(origin, renamed.ok ? renamed.value.changes : [], wanted, refused);
  }
  const draft = new RowDraft(editing.session.workbook);
  const named = gatheringNames(editing);
  const placed: Placed[] = [];
  for (const line of targetRows(sheet, wanted)) {
    const route = routeRow(named, draft, line, sheet.form);
    if (route.ok) placed.push(...placeTargets(line, route.value));
    else
      refuseAll(
        line.targets.filter(({ wanted: { text } }) => text.trim() !== ""),
        route.failure,
      );
  }
  // New rows are there before their cells are written: only then it is known which of them are computed.
  const staged = draft.changes.length === 0 ? undefined : edit(editing.session, { origin, changes: draft.changes });
  const session = staged?.session ?? editing.session;
  const stage: Editing = staged === undefined ? editing : { ...editing, session, computed: computedOf(session) };
  const inputs: WantedInput[] = [];
  const changes: Change[] = [];
  for (const { target, at } of placed) {
    const outcome = at === undefined ? printedOutcome(target) : writeAt(stage, at, target.wanted.text, inputs, changes);
    if (outcome !== undefined) refuseAll([target], outcome);
  }
  const all = [...(staged?.transaction.changes ?? []), ...changesOfCells(session, inputs, origin), ...changes];
  return planOf(origin, all, wanted, refused);
}

function planOf(
  origin: Transaction["origin"],
  changes: readonly Change[],
  wanted: readonly WantedText[],
  refused: readonly RefusedText[],
): WritePlan {
  const transaction = changes.length === 0 ? undefined : { origin, changes };
  return { transaction, taken: wanted.length - refused.length, refused };
}

/** One code typed over another row's code. */
function soleRename(
  editing: Editing,
  sheet: FormSheet,
  wanted: readonly WantedText[],
): ReturnType<typeof renameCode> | undefined {
  const [only, ...others] = wanted;
  if (only === undefined || others.length > 0 || only.text.trim() === "") return undefined;
  const cell = sheet.at(only.position.row, only.position.column);
  if (cell.kind !== "label" || cell.role !== "code" || cell.of === undefined) return undefined;
  return renameCode(editing, cell.of, only.text);
}

/** A text and the cell it goes to; without one, the text may only be what is printed there. */
interface Placed {
  readonly target: Target;
  readonly at: CellAddress | undefined;
}

function placeTargets(line: TargetRow, row: CellAddress["row"] | undefined): readonly Placed[] {
  return line.targets.map((target): Placed => {
    const { cell } = target;
    const column = columnAt(cell);
    if (cell.kind === "cell" && (row === undefined || row === line.row)) return { target, at: cell.at };
    // The name of a new row came with its code.
    const isSaid = cell.kind === "new" && cell.role !== "other";
    if (isSaid || row === undefined || line.table === undefined || column === undefined)
      return { target, at: undefined };
    return { target, at: { table: cell.kind === "new" ? cell.table : line.table, row, column } };
  });
}

/** What is printed may be pasted over itself; the code and name of a routed line have had their say. */
function printedOutcome({ cell, wanted }: Target): EditRefusal | undefined {
  const text = wanted.text.trim();
  const isSame =
    (cell.kind === "label" && (text === cell.text.trim() || (cell.role === "code" && text !== ""))) ||
    (cell.kind === "new" && (text === "" || cell.role !== "other")) ||
    (cell.kind === "dash" && isDash(text)) ||
    (cell.kind === "empty" && text === "");
  return isSame ? undefined : { reason: "printed", facts: {} };
}

/** Notes what a text puts into a cell; gives why it does not. */
function writeAt(
  editing: Editing,
  at: CellAddress,
  text: string,
  inputs: WantedInput[],
  changes: Change[],
): EditRefusal | undefined {
  if (at.table === REMARKS_TABLE) {
    const change = remarkChange(editing, at.row, text);
    if (change !== undefined) changes.push(change);
    return undefined;
  }
  const read = readWanted(editing, at, text);
  if (!read.ok) return read.failure;
  if (at.table === LAST_YEAR_TABLE) {
    if (read.value?.kind === "text") return { reason: "not-a-number", facts: { text } };
    const change = lastYearChange(editing, at.row, read.value);
    if (change !== undefined) changes.push(change);
    return undefined;
  }
  if (read.value?.kind === "text" && editing.computed.isDerived(at))
    return { reason: "computed-text", facts: { text } };
  const isCell = cellNumber(editing.session.plan.layout, at) !== undefined;
  if (!isCell && at.column !== NAME_COLUMN) return { reason: "printed", facts: {} };
  if (!isCell && editing.computed.rowCode(at.table, at.row) === undefined) return printedName(editing, at, text);
  inputs.push({ at, input: read.value });
  return undefined;
}

/** The name of 合计 and the like is printed. */
function printedName({ computed }: Editing, at: CellAddress, text: string): EditRefusal | undefined {
  return text.trim() === computed.rowName(at.table, at.row) ? undefined : { reason: "printed", facts: {} };
}
