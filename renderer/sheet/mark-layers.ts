import { place } from "./ag-head.js";
import type { SheetBox } from "./sheet-view.js";

export type MarkKind = "selected" | "active" | "copied" | "filling" | "pointed";

/** One box to be drawn: in the layer of the frozen columns or of the scrolling ones. */
export interface MarkBox {
  readonly isFrozen: boolean;
  readonly box: SheetBox;
  readonly hasHandle: boolean;
}

/**
 * Two layers over the rows, in which marks are drawn as boxes: they lie inside the scrolling container, so they scroll with the
 * rows without lag. The layer of the scrolling columns is cut at the frozen ones.
 */
export class MarkLayers {
  private readonly scrolling = layer("sheet-marks sheet-marks-scrolling");
  private readonly frozen = layer("sheet-marks sheet-marks-frozen");
  private readonly drawn = new Map<MarkKind, HTMLElement[]>();

  constructor(rows: HTMLElement) {
    rows.append(this.scrolling, this.frozen);
  }

  /** Where the scrolling columns begin, and how far they are scrolled. */
  layOut(frozenWidth: number, scrolledLeft: number): void {
    this.scrolling.style.left = `${frozenWidth}px`;
    this.scrolling.style.clipPath = `inset(-2px -2px -2px ${scrolledLeft - 2}px)`;
  }

  paint(kind: MarkKind, boxes: readonly MarkBox[]): void {
    for (const element of this.drawn.get(kind) ?? []) element.remove();
    const elements = boxes.map(({ isFrozen, box, hasHandle }) => {
      const element = document.createElement("div");
      element.className = `sheet-mark sheet-mark-${kind}`;
      place(element, box.left - 1, box.top - 1, box.width + 1, box.height + 1);
      if (hasHandle) element.append(layer("sheet-fill-handle"));
      (isFrozen ? this.frozen : this.scrolling).append(element);
      return element;
    });
    this.drawn.set(kind, elements);
  }

  close(): void {
    this.scrolling.remove();
    this.frozen.remove();
  }
}

function layer(name: string): HTMLElement {
  const element = document.createElement("div");
  element.className = name;
  return element;
}
