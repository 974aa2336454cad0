import type { SheetPosition, SheetRange } from "../../shared/forms/form-sheet.js";
import { MarkLayers, type MarkKind } from "./mark-layers.js";
import type { SheetContent } from "./sheet-content.js";
import type { SheetBox, SheetHit, SheetMarks, SheetView } from "./sheet-view.js";
import { drawCell, drawTable, geometryOf, positionKey, type DrawnTable } from "./table-drawing.js";

/** How far within its edges the seen part is looked at for a position near the pointer. */
const MARGIN = 3;

/**
 * A form with merges in both directions, as a table of the page: 公开11 and 公开12 with their blocks, wrapped texts and rows as
 * high as their texts. The same keys, clipboard and marks as on AG Grid, for the controller is the same.
 */
export class TableView implements SheetView {
  private readonly scroller = element("sheet-table-scroller");
  private readonly ground = element("sheet-table-ground");
  private readonly marks: MarkLayers;
  private readonly stop = new AbortController();
  private readonly resized: ResizeObserver;
  private readonly movedListeners = new Set<() => void>();
  private drawn: DrawnTable;
  /** What was drawn: the table's geometry and zoom. */
  private drawnAs: string;
  private shown: SheetMarks | undefined;

  constructor(
    readonly root: HTMLElement,
    private readonly content: () => SheetContent,
    zoom: number,
  ) {
    this.drawn = drawTable(content(), zoom);
    this.drawnAs = `${geometryOf(content().sheet)} ${zoom}`;
    this.ground.append(this.drawn.element);
    this.scroller.append(this.ground);
    root.append(this.scroller);
    this.marks = new MarkLayers(this.ground);
    this.marks.layOut(0, 0);
    this.scroller.addEventListener("scroll", () => this.moved(), { passive: true, signal: this.stop.signal });
    this.resized = new ResizeObserver(() => this.layOut());
    this.resized.observe(this.ground);
    this.resized.observe(this.scroller);
  }

  /** The form was laid out anew: where rows came or went, merges changed, or the zoom, the table is drawn anew where it stood. */
  renew(zoom: number): void {
    const drawnAs = `${geometryOf(this.content().sheet)} ${zoom}`;
    if (drawnAs === this.drawnAs) return;
    this.drawnAs = drawnAs;
    const { scrollLeft, scrollTop } = this.scroller;
    const drawn = drawTable(this.content(), zoom);
    this.drawn.element.replaceWith(drawn.element);
    this.drawn = drawn;
    this.scroller.scrollTo(scrollLeft, scrollTop);
    this.layOut();
  }

  hit(target: EventTarget | null): SheetHit | undefined {
    if (!(target instanceof Element) || !this.root.contains(target)) return undefined;
    if (target.closest(".sheet-fill-handle") !== null) return { kind: "fill-handle" };
    const cell = target.closest<HTMLElement>("td, th");
    const row = indexOf(cell?.dataset["row"]);
    if (cell === null || row === undefined) return undefined;
    const column = indexOf(cell.dataset["column"]);
    const { headRows } = this.content().sheet;
    if (column === undefined) return row < headRows ? { kind: "corner" } : { kind: "rows", from: row, to: row };
    if (row >= headRows) return { kind: "cell", position: { row, column } };
    const merge = this.content().sheet.merge(row, column);
    return { kind: "columns", from: column, to: merge?.to.column ?? column };
  }

  nearest(clientX: number, clientY: number): SheetPosition | undefined {
    const root = this.root.getBoundingClientRect();
    const { left, top, width, height } = this.clip();
    const right = Math.min(width, this.drawn.element.getBoundingClientRect().right - root.left - left);
    const bottom = Math.min(height, this.drawn.element.getBoundingClientRect().bottom - root.top - top);
    const x = clamp(clientX, root.left + left + MARGIN, root.left + left + right - MARGIN);
    const y = clamp(clientY, root.top + top + MARGIN, root.top + top + bottom - MARGIN);
    for (const found of document.elementsFromPoint(x, y)) {
      const hit = found.matches("td") ? this.hit(found) : undefined;
      if (hit?.kind === "cell") return hit.position;
    }
    return undefined;
  }

  boxOf(range: SheetRange): SheetBox | undefined {
    const box = this.boxOnGround(range);
    if (box === undefined) return undefined;
    const [root, ground] = [this.root.getBoundingClientRect(), this.ground.getBoundingClientRect()];
    return { ...box, left: box.left + ground.left - root.left, top: box.top + ground.top - root.top };
  }

  clip(): SheetBox {
    const numbers = this.drawn.element.querySelector("th")?.offsetWidth ?? 0;
    const top = this.drawn.element.tHead?.offsetHeight ?? 0;
    const { clientWidth, clientHeight } = this.scroller;
    return { left: numbers, top, width: clientWidth - numbers, height: clientHeight - top };
  }

  mark(marks: SheetMarks): void {
    this.shown = marks;
    this.paint("selected", marks.selected);
    this.paint("copied", marks.copied);
    this.paint("pointed", marks.pointedOut);
    this.paint("filling", marks.filling === undefined ? [] : [marks.filling]);
    this.paint("active", [marks.active]);
  }

  scrollTo(position: SheetPosition): void {
    const box = this.boxOf({ from: position, to: position });
    if (box === undefined) return;
    const clip = this.clip();
    const down = overhang(box.top, box.height, clip.top, clip.height);
    const right = overhang(box.left, box.width, clip.left, clip.width);
    if (down !== 0 || right !== 0) this.scrollBy(right, down);
  }

  scrollBy(dx: number, dy: number): void {
    this.scroller.scrollBy({ left: dx, top: dy, behavior: "instant" });
  }

  /** Rows differ in height: as many as the lowest ones fill the seen part. */
  pageRows(): number {
    const rows = this.content().sheet.rowCount;
    const average = this.drawn.element.offsetHeight / Math.max(1, rows);
    return Math.max(1, Math.floor(this.clip().height / Math.max(1, average)));
  }

  redraw(positions: Iterable<SheetPosition> | "all"): void {
    const content = this.content();
    const all = positions === "all" ? this.drawn.cells.keys() : [...positions].map((at) => this.keyOf(at));
    for (const key of all) {
      const cell = this.drawn.cells.get(key);
      const [row = 0, column = 0] = key.split(":").map((part) => Number.parseInt(part, 10));
      if (cell !== undefined) drawCell(cell, content, { row, column });
    }
  }

  elementId(position: SheetPosition): string | undefined {
    return this.cellAt(position)?.id;
  }

  onMoved(listener: () => void): () => void {
    this.movedListeners.add(listener);
    return () => this.movedListeners.delete(listener);
  }

  close(): void {
    this.stop.abort();
    this.resized.disconnect();
    this.marks.close();
    this.scroller.remove();
  }

  private keyOf(at: SheetPosition): string {
    return positionKey(this.content().sheet.merge(at.row, at.column)?.from ?? at);
  }

  private cellAt(at: SheetPosition): HTMLTableCellElement | undefined {
    return this.drawn.cells.get(this.keyOf(at));
  }

  /** The box around the cells at both corners; merges that reach over the range's edge are seen whole. */
  private boxOnGround({ from, to }: SheetRange): SheetBox | undefined {
    const corners = [from, to, { row: from.row, column: to.column }, { row: to.row, column: from.column }];
    const cells = corners.map((at) => this.cellAt(at)).filter((cell) => cell !== undefined);
    if (cells.length === 0) return undefined;
    const ground = this.ground.getBoundingClientRect();
    const boxes = cells.map((cell) => cell.getBoundingClientRect());
    const left = Math.min(...boxes.map((box) => box.left)) - ground.left;
    const top = Math.min(...boxes.map((box) => box.top)) - ground.top;
    const right = Math.max(...boxes.map((box) => box.right)) - ground.left;
    const bottom = Math.max(...boxes.map((box) => box.bottom)) - ground.top;
    return { left, top, width: right - left, height: bottom - top };
  }

  private paint(kind: MarkKind, ranges: readonly SheetRange[]): void {
    const boxes = ranges.flatMap((range, index) => {
      const box = this.boxOnGround(range);
      const hasHandle = kind === "selected" && index === ranges.length - 1;
      return box === undefined ? [] : [{ isFrozen: false, box, hasHandle }];
    });
    this.marks.paint(kind, boxes);
  }

  private layOut(): void {
    if (this.shown !== undefined) this.mark(this.shown);
    this.moved();
  }

  private moved(): void {
    for (const listener of this.movedListeners) listener();
  }
}

function element(name: string): HTMLDivElement {
  const made = document.createElement("div");
  made.className = name;
  return made;
}

function indexOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number.parseInt(text, 10);
}

/** How far to scroll until a stretch is seen; of one longer than the seen part, until its beginning fills half of that. */
function overhang(from: number, length: number, seenFrom: number, seenLength: number): number {
  const isBegun = from >= seenFrom && from <= seenFrom + seenLength / 2;
  if (length > seenLength && isBegun) return 0;
  if (from < seenFrom || length > seenLength) return from - seenFrom;
  return Math.max(0, from + length - seenFrom - seenLength);
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, Math.max(least, most)));
}
