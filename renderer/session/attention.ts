import type { CellAddress } from "../../shared/model/address.js";

/** Cells to be looked at: the first is selected and brought into view, all are highlighted, in whatever tables they stand. */
export interface Attention {
  readonly cells: readonly CellAddress[];
  /** Whether the keyboard goes to the sheet as well. */
  readonly focus: boolean;
}

/** How one part of the window leads the eye to cells that another part shows: findings, links of the formula bar, undo. */
export class AttentionChannel {
  private readonly listeners = new Set<(attention: Attention) => void>();
  private last: Attention | undefined;

  /** Asks whoever shows tables to show these cells. */
  lead(cells: readonly CellAddress[], focus = true): void {
    if (cells.length === 0) return;
    this.last = { cells, focus };
    for (const listener of this.listeners) listener(this.last);
  }

  /** What was asked for last, for a view that has only come now. */
  latest(): Attention | undefined {
    return this.last;
  }

  /** Told at every call of {@link lead}. */
  subscribe(listener: (attention: Attention) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
