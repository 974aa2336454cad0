import { convert } from "../../shared/amount.js";
import { changeOfCell } from "../../shared/calc/typing.js";
import type { Computed } from "../../shared/calc/computed.js";
import type { Session } from "../../shared/calc/session.js";
import type { FormSheet, SheetPosition } from "../../shared/forms/form-sheet.js";
import type { CellAddress } from "../../shared/model/address.js";
import type { Change, Transaction } from "../../shared/model/transaction.js";
import type { CellInput } from "../../shared/model/workbook.js";
import { readCellInput, type InputProblem } from "../../shared/template/cell-input.js";

/** What somebody wants to stand at a position, as typed; blank clears it. */
export interface WantedText {
  readonly position: SheetPosition;
  readonly text: string;
}

/** Why a position does not take a text. */
export type Refusal = "printed" | "computed-text" | InputProblem["code"];

/** One gesture worked out: what it changes, and where it can do nothing. */
export interface WritePlan {
  /** Undefined when everything stands as wanted already, or nothing can be done. */
  readonly transaction: Transaction | undefined;
  /** How many positions take their text, those included that have it already. */
  readonly taken: number;
  readonly refused: readonly { readonly wanted: WantedText; readonly reason: Refusal }[];
}

/**
 * Works out what a gesture over positions of a form does to the workbook: one transaction for all of it. Texts are read in the
 * unit the sheet prints. What stands printed in the form takes nothing; a computed cell takes a figure (a residual or a stated
 * one) and gives the computed one back when cleared.
 */
export function planWrites(
  state: { readonly session: Session; readonly computed: Computed },
  sheet: FormSheet,
  wanted: readonly WantedText[],
  origin: Transaction["origin"],
): WritePlan {
  const changes: Change[] = [];
  const refused: { readonly wanted: WantedText; readonly reason: Refusal }[] = [];
  for (const one of wanted) {
    const cell = sheet.at(one.position.row, one.position.column);
    const outcome = cell.kind === "cell" ? inputFor(state.computed, cell.at, cell.derived, one.text) : "printed";
    if (typeof outcome === "string") {
      refused.push({ wanted: one, reason: outcome });
      continue;
    }
    if (cell.kind !== "cell") continue;
    const change = changeOfCell(state.session, cell.at, outcome.input);
    if (change !== undefined) changes.push(change);
  }
  const transaction = changes.length === 0 ? undefined : { origin, changes };
  return { transaction, taken: wanted.length - refused.length, refused };
}

function inputFor(
  computed: Computed,
  at: CellAddress,
  isDerived: boolean,
  text: string,
): Refusal | { readonly input: CellInput | undefined } {
  const [unit, printedUnit] = [computed.unit(at), computed.printedUnit(at)];
  const read = readCellInput(text, computed.column(at.table, at.column), printedUnit);
  if (read?.kind === "problem") return read.code;
  if (read?.kind === "text") return isDerived ? "computed-text" : { input: read };
  return { input: read === undefined ? undefined : { ...read, value: convert(read.value, printedUnit, unit) } };
}
