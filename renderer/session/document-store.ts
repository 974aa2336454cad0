import type { Computed } from "../../shared/calc/computed.js";
import type { Session } from "../../shared/calc/session.js";
import type { CellAddress } from "../../shared/model/address.js";
import type { Finding } from "../../shared/model/finding.js";
import type { Transaction } from "../../shared/model/transaction.js";
import type { ReadyPack } from "../../shared/exchange/open-workbook.js";

/**
 * What the window shows of the one open workbook. Replaced as a whole by every gesture, so no part of it can be stale. It is
 * handed to the views only after the gesture stands in the recovery journal.
 */
export interface OpenDocument {
  /** The file's name, or the suggested one of a workbook that was never saved. */
  readonly name: string;
  readonly folder: string;
  readonly ready: ReadyPack;
  readonly session: Session;
  /** The session as the file was opened, before any gesture: what the file said of a cell. */
  readonly opening: Session;
  readonly computed: Computed;
  /** All findings in their fixed order, answered ones included. */
  readonly findings: readonly Finding[];
  /** The findings of each cell by {@link addressKey}, the gravest first. */
  readonly findingsAt: ReadonlyMap<string, readonly Finding[]>;
  /** Cells whose figure, text, mark or finding the last gesture changed, by addressKey; undefined when rows came or went: everything. */
  readonly changed: ReadonlySet<string> | undefined;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly saved: "saved" | "unsaved" | "saving";
  /** Rises by one with every gesture, undo and redo included. */
  readonly version: number;
}

/** Where the views ask what is open and hand their gestures to. One for the whole window. */
export interface DocumentStore {
  /** The open workbook, or undefined on the start screen. */
  current(): OpenDocument | undefined;
  /**
   * Told once for every gesture, in their order, and at every other change of what is open. Views that draw anew only what `changed`
   * names listen here; a hook may skip a gesture.
   */
  subscribe(listener: () => void): () => void;
  /**
   * Carries out a gesture: one step of undo. `at`: where the selection was, so that undo and redo lead the eye back there.
   * Gestures follow each other in the order they are given, whether or not the journal has taken the one before.
   */
  run(transaction: Transaction, at?: CellAddress): void;
  /** Takes the last gesture back, or does it again; gives the place it happened at. */
  undo(): CellAddress | undefined;
  redo(): CellAddress | undefined;
  /** The newest session, gestures included that the journal has not confirmed yet: what the next gesture builds on. */
  latest(): Session | undefined;
}
