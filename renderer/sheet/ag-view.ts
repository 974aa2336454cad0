import type { Column, GridApi } from "ag-grid-community";
import type { FormSheet, SheetPosition, SheetRange } from "../../shared/forms/form-sheet.js";
import { columnId, columnOfId, ROW_NUMBERS, type GridRow } from "./ag-columns.js";
import { drawHead, place, type ColumnPlace } from "./ag-head.js";
import { MarkLayers, type MarkKind } from "./mark-layers.js";
import type { SheetBox, SheetHit, SheetMarks, SheetView } from "./sheet-view.js";

/** What of AG Grid's page structure is relied on; undocumented, so nowhere else (the version is pinned, the window's tests hold it). */
const PARTS = {
  viewport: ".ag-grid-viewport",
  rows: ".ag-grid-scrolling-container",
  head: ".ag-header",
  headCell: ".ag-header-cell",
  resize: ".ag-header-cell-resize",
  cell: ".ag-cell",
  row: ".ag-row",
  bars: [".ag-body-vertical-scroll", ".ag-body-horizontal-scroll"],
} as const;

/** A form on AG Grid: rows of one height, virtual; frozen heads and columns; marks in layers that scroll with the rows. */
export class AgView implements SheetView {
  private readonly viewport: HTMLElement;
  private readonly rows: HTMLElement;
  private readonly head: HTMLElement;
  private readonly marks: MarkLayers;
  private readonly headLayers: { readonly frozen: HTMLElement; readonly scrolling: HTMLElement };
  private readonly stop = new AbortController();
  private readonly movedListeners = new Set<() => void>();
  private readonly onGrid = (): void => this.layOut();
  private shown: SheetMarks | undefined;
  /**
   * Where the body is scrolled to and how much of it is seen, as last told: asking the page in the middle of a key's work would make it
   * lay everything out at once.
   */
  private seen = { left: 0, top: 0, width: 0, height: 0 };
  /** The body was scrolled from here, and the page has not told of it yet. */
  private isScrolling = false;
  /** Where was gone to last, while nobody has scrolled away from it. */
  private goneTo: SheetPosition | undefined;
  /** The scroll bars, which may lie over the body, and how much of it they cover at its right and bottom. */
  private readonly bars: readonly HTMLElement[];
  private covered = { right: 0, bottom: 0 };
  private readonly resized = new ResizeObserver(() => this.layOut());

  constructor(
    readonly root: HTMLElement,
    private readonly api: GridApi<GridRow>,
    private sheet: FormSheet,
    private heights: readonly number[],
  ) {
    this.viewport = part(root, PARTS.viewport);
    this.rows = part(root, PARTS.rows);
    this.head = part(root, PARTS.head);
    this.marks = new MarkLayers(this.rows);
    this.headLayers = { frozen: layer("sheet-head-frozen"), scrolling: layer("sheet-head-scrolling") };
    this.head.append(this.headLayers.scrolling, this.headLayers.frozen);
    this.viewport.setAttribute("aria-label", sheet.form.title);
    this.viewport.addEventListener("scroll", () => this.scrolled(), { passive: true, signal: this.stop.signal });
    for (const event of EVENTS) api.addEventListener(event, this.onGrid);
    this.bars = PARTS.bars.map((selector) => part(root, selector));
    for (const element of [this.viewport, ...this.bars]) this.resized.observe(element);
    this.layOut();
  }

  /** Another state of the same form: rows came or went, or the zoom changed. */
  renew(sheet: FormSheet, heights: readonly number[]): void {
    this.sheet = sheet;
    this.heights = heights;
    this.layOut();
  }

  hit(target: EventTarget | null, clientY: number): SheetHit | undefined {
    if (!(target instanceof Element) || !this.root.contains(target)) return undefined;
    if (target.closest(".sheet-fill-handle") !== null) return { kind: "fill-handle" };
    const cell = target.closest(PARTS.cell);
    if (cell !== null) return this.cellHit(cell);
    const head = target.closest(PARTS.headCell);
    return head === null || target.closest(PARTS.resize) !== null ? undefined : this.headHit(head, clientY);
  }

  nearest(clientX: number, clientY: number): SheetPosition | undefined {
    const height = this.api.getDisplayedRowAtIndex(0)?.rowHeight ?? undefined;
    if (height === undefined) return undefined;
    const root = this.root.getBoundingClientRect();
    const { left, top, width, height: tall } = this.clip();
    const x = clamp(clientX - root.left, left, left + width - 1);
    const y = clamp(clientY - root.top, top, top + tall - 1) - top + this.seen.top;
    const index = clamp(Math.floor(y / height), 0, this.api.getDisplayedRowCount() - 1);
    return { row: index + this.sheet.headRows, column: this.columnAt(x) };
  }

  boxOf(range: SheetRange): SheetBox | undefined {
    const part = this.parts(range)[0];
    if (part === undefined) return undefined;
    const { box, isFrozen } = part;
    const left = isFrozen ? box.left : box.left + this.frozenWidth() - this.seen.left;
    return { ...box, left, top: box.top + this.headHeight() - this.seen.top };
  }

  clip(): SheetBox {
    const numbers = this.api.getColumn(ROW_NUMBERS)?.getActualWidth() ?? 0;
    const top = this.headHeight();
    return { left: numbers, top, width: this.seen.width - numbers, height: this.seen.height - top };
  }

  mark(marks: SheetMarks): void {
    const before = this.shown;
    this.shown = marks;
    if (before === undefined || before.selected !== marks.selected) this.paint("selected", marks.selected);
    if (before === undefined || before.copied !== marks.copied) this.paint("copied", marks.copied);
    if (before === undefined || before.pointedOut !== marks.pointedOut) this.paint("pointed", marks.pointedOut);
    if (before?.filling !== marks.filling) this.paint("filling", marks.filling === undefined ? [] : [marks.filling]);
    this.paint("active", [marks.active]);
  }

  scrollTo(position: SheetPosition): void {
    const { row, column } = position;
    this.goneTo = position;
    if (row < this.sheet.headRows || (!this.isScrolling && this.isSeen(row, column))) return;
    this.isScrolling = true;
    // Behind the frame's scroll events, whether or not there was anything to scroll.
    requestAnimationFrame(() => (this.isScrolling = false));
    this.api.ensureIndexVisible(row - this.sheet.headRows);
    const found = this.column(column);
    if (found !== undefined && found.getPinned() !== "left") this.api.ensureColumnVisible(found);
    this.clearOfBars(position);
  }

  scrollBy(dx: number, dy: number): void {
    this.goneTo = undefined;
    this.viewport.scrollLeft += dx;
    this.viewport.scrollTop += dy;
  }

  pageRows(): number {
    const height = this.api.getDisplayedRowAtIndex(0)?.rowHeight ?? 24;
    return Math.max(1, Math.floor(this.clip().height / height) - 1);
  }

  redraw(positions: Iterable<SheetPosition> | "all"): void {
    if (positions === "all") {
      this.api.refreshCells({ force: true, suppressFlash: true });
      return;
    }
    const first = this.api.getFirstDisplayedRowIndex();
    const last = this.api.getLastDisplayedRowIndex();
    const columnsOfRows = new Map<number, string[]>();
    for (const { row, column } of positions) {
      const index = row - this.sheet.headRows;
      if (index < first || index > last) continue;
      const columns = columnsOfRows.get(index);
      if (columns === undefined) columnsOfRows.set(index, [columnId(column)]);
      else columns.push(columnId(column));
    }
    for (const [index, columns] of columnsOfRows) {
      const node = this.api.getDisplayedRowAtIndex(index);
      if (node !== undefined) this.api.refreshCells({ rowNodes: [node], columns, force: true, suppressFlash: true });
    }
  }

  elementId({ row, column }: SheetPosition): string | undefined {
    const index = row - this.sheet.headRows;
    const selector = `${PARTS.row}[row-index="${index}"] ${PARTS.cell}[col-id="${columnId(column)}"]`;
    const cell = this.rows.querySelector<HTMLElement>(selector);
    if (cell === null) return undefined;
    const id = `sheet-${this.sheet.form.id}-${index}-${column}`;
    if (cell.id !== id) cell.id = id;
    return id;
  }

  onMoved(listener: () => void): () => void {
    this.movedListeners.add(listener);
    return () => this.movedListeners.delete(listener);
  }

  /** How far the body is scrolled, to be given back when the form is shown again. */
  scrolledTo(): { readonly left: number; readonly top: number } {
    return { left: this.seen.left, top: this.seen.top };
  }

  close(): void {
    this.stop.abort();
    this.resized.disconnect();
    if (!this.api.isDestroyed()) for (const event of EVENTS) this.api.removeEventListener(event, this.onGrid);
    this.marks.close();
    this.headLayers.frozen.remove();
    this.headLayers.scrolling.remove();
  }

  private cellHit(cell: Element): SheetHit | undefined {
    const index = Number.parseInt(cell.closest(PARTS.row)?.getAttribute("row-index") ?? "", 10);
    if (Number.isNaN(index)) return undefined;
    const row = index + this.sheet.headRows;
    const id = cell.getAttribute("col-id") ?? "";
    if (id === ROW_NUMBERS) return { kind: "rows", from: row, to: row };
    const column = columnOfId(id);
    return column === undefined ? undefined : { kind: "cell", position: { row, column } };
  }

  /** Which block of the printed head lies there: the grid's own head has one cell a column, the printed one has several rows. */
  private headHit(head: Element, clientY: number): SheetHit | undefined {
    const id = head.getAttribute("col-id") ?? "";
    if (id === ROW_NUMBERS) return { kind: "corner" };
    const column = columnOfId(id);
    if (column === undefined) return undefined;
    const range = this.sheet.merge(this.headRowAt(clientY), column);
    return { kind: "columns", from: range?.from.column ?? column, to: range?.to.column ?? column };
  }

  private headRowAt(clientY: number): number {
    let top = clientY - this.head.getBoundingClientRect().top;
    for (const [row, height] of this.heights.entries()) {
      if (top < height) return row;
      top -= height;
    }
    return Math.max(0, this.heights.length - 1);
  }

  private column(column: number): Column | undefined {
    return this.api.getColumn(columnId(column)) ?? undefined;
  }

  private placeOf(column: number): ColumnPlace | undefined {
    const found = this.column(column);
    const left = found?.getLeft();
    if (found === undefined || left === null || left === undefined) return undefined;
    return { frozen: found.getPinned() === "left", left, width: found.getActualWidth() };
  }

  /** The column at a distance from the root's left edge; the last one beyond all. */
  private columnAt(x: number): number {
    const frozen = this.frozenWidth();
    const scrolled = x - frozen + this.seen.left;
    for (let column = 0; column < this.sheet.columns.length; column += 1) {
      const found = this.placeOf(column);
      if (found === undefined || x < frozen !== found.frozen) continue;
      if ((found.frozen ? x : scrolled) < found.left + found.width) return column;
    }
    return this.sheet.columns.length - 1;
  }

  private headHeight(): number {
    return this.heights.reduce((sum, height) => sum + height, 0);
  }

  private frozenWidth(): number {
    return this.api.getDisplayedLeftColumns().reduce((width, column) => width + column.getActualWidth(), 0);
  }

  /** A range as boxes within the frozen and the scrolling layer; both for a range over the border between them. */
  private parts({ from, to }: SheetRange): readonly { readonly isFrozen: boolean; readonly box: SheetBox }[] {
    const first = this.api.getDisplayedRowAtIndex(from.row - this.sheet.headRows);
    const last = this.api.getDisplayedRowAtIndex(to.row - this.sheet.headRows);
    const [top, lastTop] = [first?.rowTop ?? undefined, last?.rowTop ?? undefined];
    if (top === undefined || lastTop === undefined) return [];
    const height = lastTop + (last?.rowHeight ?? 0) - top;
    return [true, false].flatMap((isFrozen) => {
      const places: ColumnPlace[] = [];
      for (let column = from.column; column <= to.column; column += 1) {
        const found = this.placeOf(column);
        if (found?.frozen === isFrozen) places.push(found);
      }
      const [begin, end] = [places[0], places.at(-1)];
      if (begin === undefined || end === undefined) return [];
      return [{ isFrozen, box: { left: begin.left, top, width: end.left + end.width - begin.left, height } }];
    });
  }

  private paint(kind: MarkKind, ranges: readonly SheetRange[]): void {
    const boxes = ranges.flatMap((range, index) => {
      const parts = this.parts(range);
      const hasHandle = kind === "selected" && index === ranges.length - 1;
      return parts.map((part, at) => ({ ...part, hasHandle: hasHandle && at === parts.length - 1 }));
    });
    this.marks.paint(kind, boxes);
  }

  /** Whether a position lies whole within the seen part, clear of heads and frozen columns. */
  private isSeen(row: number, column: number): boolean {
    const box = this.boxOf({ from: { row, column }, to: { row, column } });
    if (box === undefined) return false;
    const clip = this.clip();
    const isFrozen = this.placeOf(column)?.frozen === true;
    const left = isFrozen ? 0 : this.frozenWidth();
    // Of a cell wider than the body its beginning is all there is to see.
    const isFromLeft = Math.abs(box.left - left) < 1;
    const isAcross = isFrozen || isFromLeft || (box.left >= left && box.left + box.width <= this.seen.width);
    return isAcross && box.top >= clip.top && box.top + box.height <= clip.top + clip.height;
  }

  /** The grid scrolls until a cell lies in the body, and knows nothing of the scroll bars that lie over it. */
  private clearOfBars({ row, column }: SheetPosition): void {
    this.look();
    const box = this.boxOf({ from: { row, column }, to: { row, column } });
    if (box === undefined) return;
    const clip = this.clip();
    const isFrozen = this.placeOf(column)?.frozen === true;
    // Of a cell wider than the body its beginning is shown.
    const [room, over] = [box.left - this.frozenWidth(), box.left + box.width - this.seen.width];
    if (!isFrozen) this.viewport.scrollLeft += room < 0 ? room : Math.max(0, Math.min(over, room));
    this.viewport.scrollTop += Math.max(0, box.top + box.height - clip.top - clip.height);
  }

  private look(): void {
    const { scrollLeft: left, scrollTop: top, clientWidth: width, clientHeight: height } = this.viewport;
    const { right, bottom } = this.covered;
    this.seen = { left, top, width: width - right, height: height - bottom };
  }

  private lookAtBars(): void {
    const body = this.viewport.getBoundingClientRect();
    const [vertical, horizontal] = this.bars.map((bar) => bar.getBoundingClientRect());
    this.covered = {
      right: vertical === undefined || vertical.width === 0 ? 0 : Math.max(0, body.right - vertical.left),
      bottom: horizontal === undefined || horizontal.height === 0 ? 0 : Math.max(0, body.bottom - horizontal.top),
    };
  }

  private layOut(): void {
    if (this.api.isDestroyed()) return;
    const before = this.seen;
    this.lookAtBars();
    this.look();
    const isSmaller = this.seen.width < before.width || this.seen.height < before.height;
    // A scroll bar that came only with the columns, or a smaller window, may lie over it now.
    if (isSmaller && this.goneTo !== undefined) this.scrollTo(this.goneTo);
    const frozen = this.frozenWidth();
    this.marks.layOut(frozen, this.seen.left);
    place(this.headLayers.scrolling, frozen, 0, 0, 0);
    drawHead(this.sheet, this.headLayers, (column) => this.placeOf(column), this.heights);
    const { shown } = this;
    this.shown = undefined;
    if (shown !== undefined) this.mark(shown);
    this.moved();
  }

  private scrolled(): void {
    if (!this.isScrolling) this.goneTo = undefined;
    this.look();
    this.marks.layOut(this.frozenWidth(), this.seen.left);
    this.moved();
  }

  private moved(): void {
    for (const listener of this.movedListeners) listener();
  }
}

const EVENTS = ["columnResized", "displayedColumnsChanged", "modelUpdated", "gridSizeChanged"] as const;

function part(root: HTMLElement, selector: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`the grid has no ${selector}`);
  return found;
}

function layer(name: string): HTMLElement {
  const element = document.createElement("div");
  element.className = name;
  element.setAttribute("aria-hidden", "true");
  return element;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, Math.max(least, most)));
}
