import type { SheetRange } from "../../shared/forms/form-sheet.js";
import type { SheetExtent } from "./selection.js";
import { summing } from "./selection-summary.js";
import type { SheetContent } from "./sheet-content.js";
import type { SelectionSummary } from "./sheet-state.js";

/** Adds selections up: small ones at once, large ones in turns with the window, telling when the sum is there. */
export class SelectionSums {
  private summed: { readonly content: SheetContent; readonly ranges: readonly SheetRange[] } | undefined;
  private summary: SelectionSummary | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly done: () => void) {}

  /** The sum of a selection in this state of the document; undefined while it is still being added up. */
  of(content: SheetContent, extent: SheetExtent, ranges: readonly SheetRange[]): SelectionSummary | undefined {
    if (this.summed?.content === content && this.summed.ranges === ranges) return this.summary;
    clearTimeout(this.timer);
    this.summed = { content, ranges };
    this.summary = undefined;
    const work = summing(content, extent, ranges);
    const first = work.next();
    if (first.done === true) this.summary = first.value;
    else this.goOn(work);
    return this.summary;
  }

  private goOn(work: Generator<undefined, SelectionSummary>): void {
    this.timer = setTimeout(() => {
      const next = work.next();
      if (next.done !== true) return this.goOn(work);
      this.summary = next.value;
      this.done();
    });
  }
}
