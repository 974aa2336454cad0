import type { SheetPosition, SheetRange } from "../../shared/forms/form-sheet.js";

/**
 * A form on the screen, as the sheet's controller sees it: where positions stand, which one lies under the pointer, what is
 * marked. Two views exist: AG Grid for long grids of figures, a plain table for merged forms. Neither knows selection, keys,
 * clipboard or the document; the controller knows nothing of how a view draws.
 *
 * All boxes are CSS pixels relative to {@link SheetView.root}, as laid out now (scrolled, at any zoom of the window).
 */
export interface SheetView {
  /** The positioned element (`position: relative`) that holds the whole sheet; the controller puts its textarea in here. */
  readonly root: HTMLElement;
  /**
   * What lies under the target of a pointer event; undefined for everything that is not the sheet's. `clientY`: how far down it
   * points, for heads of several rows.
   */
  hit(target: EventTarget | null, clientY: number): SheetHit | undefined;
  /** The body position nearest to a point of the window: dragging goes on outside the body. */
  nearest(clientX: number, clientY: number): SheetPosition | undefined;
  /** The box around positions, even where they are scrolled out; undefined when the view does not show them at all. */
  boxOf(range: SheetRange): SheetBox | undefined;
  /** The part of the root in which body positions are seen: without heads, row numbers and scroll bars. */
  clip(): SheetBox;
  /** Draws what is selected, copied and pointed out. The view keeps it drawn through scrolling, resizing and redraws. */
  mark(marks: SheetMarks): void;
  /** Scrolls as little as possible until the position is seen whole, clear of frozen heads and columns. */
  scrollTo(position: SheetPosition): void;
  scrollBy(dx: number, dy: number): void;
  /** How many rows one Page key moves. */
  pageRows(): number;
  /** Reads the contents of these positions anew and draws them; those not on the screen cost nothing. */
  redraw(positions: Iterable<SheetPosition> | "all"): void;
  /** The id of a position's element, where one is drawn: for `aria-activedescendant`. */
  elementId(position: SheetPosition): string | undefined;
  /** Tells when something moved under the marks: scrolling, resizing of columns or of the window. Gives back how to stop listening. */
  onMoved(listener: () => void): () => void;
  /** Takes the view's own layers and listeners away; the root itself stays with its owner. */
  close(): void;
}

/** A box in CSS pixels. */
export interface SheetBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What a pointer can lie on. Heads and row numbers select all positions of their columns or rows. */
export type SheetHit =
  | { readonly kind: "cell"; readonly position: SheetPosition }
  | { readonly kind: "columns"; readonly from: number; readonly to: number }
  | { readonly kind: "rows"; readonly from: number; readonly to: number }
  | { readonly kind: "corner" }
  | { readonly kind: "fill-handle" };

/** What a view marks. The last of `selected` holds the active position and the fill handle. */
export interface SheetMarks {
  readonly selected: readonly SheetRange[];
  readonly active: SheetRange;
  /** The ranges last copied, until something else happens. */
  readonly copied: readonly SheetRange[];
  /** Where letting the fill handle go would fill to. */
  readonly filling?: SheetRange;
  /** Cells of the finding somebody looks at. */
  readonly pointedOut: readonly SheetRange[];
}
