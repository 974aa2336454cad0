import type { Session } from "../../shared/calc/session.js";
import type { LearnedNames } from "../../shared/editing/gesture.js";
import type { RefusedText } from "../../shared/editing/plan-writes.js";
import type { FormSheet, SheetPosition, SheetRange } from "../../shared/forms/form-sheet.js";
import type { CellAddress } from "../../shared/model/address.js";
import type { Transaction } from "../../shared/model/transaction.js";
import type { SheetExtent } from "./selection.js";
import type { SheetContent } from "./sheet-content.js";
import type { SheetCommand } from "./sheet-state.js";

/** What one sheet on the screen works on: what it shows now, and where its gestures go. */
export interface SheetGround {
  /** What is shown now; another value after each gesture. */
  content(): SheetContent;
  /** The newest session, which the next gesture builds on: the journal may not have confirmed it yet. */
  latest(): Session;
  /** Names of codes learned from lists and other workbooks. */
  learned(): LearnedNames;
  /** Lets somebody else answer a typed text that was not taken, such as the list of codes; false when nobody does. */
  answered(refused: RefusedText): boolean;
  /** Carries out a gesture as one step of undo. */
  run(transaction: Transaction, at: CellAddress | undefined): void;
  /** Commands that concern more than this sheet: undo, find, zoom. */
  command(command: SheetCommand): void;
  /** Says a position to a person who does not see it: its place, what stands there, whether it can be changed. */
  spoken(at: SheetPosition): string;
  /** Something others may show has changed: selection, draft, notice. */
  changed(): void;
}

/** The part of a form that can be selected: all rows below the head. */
export function extentOf(sheet: FormSheet): SheetExtent {
  return {
    firstRow: Math.min(sheet.headRows, Math.max(0, sheet.rowCount - 1)),
    lastRow: Math.max(0, sheet.rowCount - 1),
    lastColumn: Math.max(0, sheet.columns.length - 1),
    merge: (row, column) => sheet.merge(row, column),
  };
}

/** Where a gesture over these ranges leads the eye back to: the first cell of a table in the last of them. */
export function placeOf(content: SheetContent, ranges: readonly SheetRange[]): CellAddress | undefined {
  const range = ranges.at(-1);
  if (range === undefined) return undefined;
  for (let row = range.from.row; row <= Math.min(range.to.row, range.from.row + 50); row += 1) {
    for (let column = range.from.column; column <= range.to.column; column += 1) {
      const address = content.address({ row, column });
      if (address !== undefined) return address;
    }
  }
  return undefined;
}
