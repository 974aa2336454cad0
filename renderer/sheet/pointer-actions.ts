import type { SheetPosition } from "../../shared/forms/form-sheet.js";
import type { SheetHit, SheetView } from "./sheet-view.js";

/** What the pointer does to the sheet. */
export interface PointerOwner {
  /** Before anything else: an open editor hands its text over; false keeps everything as it is. */
  settle(): boolean;
  pressed(hit: SheetHit, keys: { readonly extending: boolean; readonly adding: boolean }): void;
  /** The pointer went on with the button held: positions, whole rows or whole columns follow it. */
  draggedTo(at: SheetPosition, by: "cell" | "rows" | "columns"): void;
  filledTo(at: SheetPosition): void;
  fillReleased(): void;
  doubleClicked(): void;
  /** Ctrl with the wheel. */
  zoomed(by: "zoom-in" | "zoom-out"): void;
  /** The right button: a menu will open on this position. */
  menuAt(at: SheetPosition): void;
}

/** How often a drag outside the body scrolls on, in milliseconds. */
const SCROLL_EVERY = 40;

/** Turns mouse events over a view into selections, with scrolling while the pointer is dragged outside of it. */
export class PointerActions {
  private readonly stop = new AbortController();
  private endDrag: (() => void) | undefined;

  constructor(
    private readonly view: SheetView,
    private readonly owner: PointerOwner,
  ) {
    const options = { signal: this.stop.signal };
    view.root.addEventListener("mousedown", (event) => this.press(event), { ...options, capture: true });
    view.root.addEventListener("wheel", (event) => this.turnWheel(event), { ...options, passive: false });
    view.root.addEventListener("dblclick", (event) => this.doubleClick(event), options);
  }

  close(): void {
    this.endDrag?.();
    this.stop.abort();
  }

  private press(event: MouseEvent): void {
    const hit = this.view.hit(event.target, event.clientY);
    if (hit === undefined) return;
    if (event.button === 2) {
      event.preventDefault();
      if (hit.kind === "cell" && this.owner.settle()) this.owner.menuAt(hit.position);
      return;
    }
    if (event.button !== 0) return;
    event.preventDefault();
    if (!this.owner.settle()) return;
    if (hit.kind === "fill-handle") {
      this.drag(
        (at) => this.owner.filledTo(at),
        () => this.owner.fillReleased(),
      );
      return;
    }
    this.owner.pressed(hit, { extending: event.shiftKey, adding: event.ctrlKey || event.metaKey });
    const by = hit.kind === "rows" ? "rows" : hit.kind === "columns" ? "columns" : "cell";
    if (hit.kind !== "corner") this.drag((at) => this.owner.draggedTo(at, by));
  }

  private turnWheel(event: WheelEvent): void {
    if (!event.ctrlKey || event.deltaY === 0) return;
    event.preventDefault();
    this.owner.zoomed(event.deltaY < 0 ? "zoom-in" : "zoom-out");
  }

  private doubleClick(event: MouseEvent): void {
    if (this.view.hit(event.target, event.clientY)?.kind === "cell") this.owner.doubleClicked();
  }

  private drag(moved: (at: SheetPosition) => void, released?: () => void): void {
    let pointer: { readonly x: number; readonly y: number } | undefined;
    let last: SheetPosition | undefined;
    const follow = (): void => {
      if (pointer === undefined) return;
      const at = this.view.nearest(pointer.x, pointer.y);
      if (at === undefined || (last?.row === at.row && last.column === at.column)) return;
      last = at;
      moved(at);
    };
    const end = new AbortController();
    const timer = setInterval(() => {
      if (pointer !== undefined && this.scrollTowards(pointer.x, pointer.y)) follow();
    }, SCROLL_EVERY);
    this.endDrag = () => {
      clearInterval(timer);
      end.abort();
      this.endDrag = undefined;
    };
    const onMove = (event: MouseEvent): void => {
      pointer = { x: event.clientX, y: event.clientY };
      follow();
    };
    const onUp = (): void => {
      this.endDrag?.();
      released?.();
    };
    document.addEventListener("mousemove", onMove, { signal: end.signal });
    document.addEventListener("mouseup", onUp, { signal: end.signal });
    window.addEventListener("blur", onUp, { signal: end.signal });
  }

  /** Scrolls by as much as the pointer is outside the body; false when it is inside. */
  private scrollTowards(x: number, y: number): boolean {
    const root = this.view.root.getBoundingClientRect();
    const { left, top, width, height } = this.view.clip();
    const dx = outside(x - root.left, left, left + width);
    const dy = outside(y - root.top, top, top + height);
    if (dx !== 0 || dy !== 0) this.view.scrollBy(dx, dy);
    return dx !== 0 || dy !== 0;
  }
}

function outside(at: number, from: number, to: number): number {
  return at < from ? at - from : at > to ? at - to : 0;
}
