import type { Decimal } from "../../shared/decimal.js";
import type { SheetCell, SheetPosition, SheetRange } from "../../shared/forms/form-sheet.js";

/**
 * What formula bar, status bar, menu and findings panel may know of the sheet that is shown. A value: replaced as a whole,
 * equal as long as nothing changed.
 */
export interface SheetState {
  readonly form: string;
  /** The active position; typing goes here. */
  readonly active: SheetPosition;
  /** What stands there; its address, for what the formula bar says about it. */
  readonly cell: SheetCell;
  /** Whether anything typed there can be taken. */
  readonly editable: boolean;
  /** The text shown there and the text an editor would begin with (all digits, no separators). */
  readonly shown: string;
  readonly input: string;
  /** Selected ranges in the order they were made; the last one holds the active position. */
  readonly ranges: readonly SheetRange[];
  /** The text being typed, from the first key to Enter; undefined while nothing is edited. */
  readonly draft: SheetDraft | undefined;
  /** What the last gesture had to say, such as what a paste skipped; cleared by the next one. */
  readonly notice: SheetNotice | undefined;
  readonly summary: SelectionSummary | undefined;
  readonly zoom: number;
}

/** A text on its way into the active cell. `problem`: why it is not taken, as a sentence. */
export interface SheetDraft {
  readonly text: string;
  readonly problem: string | undefined;
}

/** One sentence for the person. `refused`: nothing was done. `partly`: some of it was not. */
export interface SheetNotice {
  readonly kind: "done" | "partly" | "refused";
  readonly text: string;
}

/** Count, sum and average of the selection, exactly. Undefined while a large selection is still being added up. */
export interface SelectionSummary {
  /** Positions that hold anything: figures and texts of tables. */
  readonly filled: number;
  /** Positions that hold figures. */
  readonly figures: number;
  readonly sum: Decimal | undefined;
  /** The sum divided by the figures, rounded to six places; undefined without figures. */
  readonly average: Decimal | undefined;
}

/** Commands a menu, a tool bar or a shortcut may give to the sheet in front. */
export type SheetCommand =
  | "undo"
  | "redo"
  | "cut"
  | "copy"
  | "paste"
  | "delete"
  | "select-all"
  | "find"
  | "replace"
  | "fill-down"
  | "fill-right"
  | "zoom-in"
  | "zoom-out"
  | "zoom-reset"
  | "edit";
