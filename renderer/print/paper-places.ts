import type { PaperSize } from "./pdf-papers.js";

/** How large pages are shown: the widest as wide as the ground, a whole page at once, or as on paper. */
export type Zoom = "width" | "whole" | "actual";

/** Where a page lies on the ground, in CSS pixels. */
export interface PaperPlace {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** All pages one below the other. */
export interface PaperPlaces {
  readonly pages: readonly PaperPlace[];
  /** CSS pixels a point; the same for all pages, so that upright and lying ones keep their proportions. */
  readonly scale: number;
  readonly width: number;
  readonly height: number;
  readonly gap: number;
}

/** What there is room for. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

const GAP = 20;
/** CSS has 96 pixels to the inch, paper 72 points. */
const ACTUAL = 96 / 72;
/** On a very wide window a page as wide as that would show three lines. */
const LARGEST = 1.5 * ACTUAL;

/** Lays pages out on the ground, each in the middle. */
export function placePapers(sizes: readonly PaperSize[], zoom: Zoom, room: Room): PaperPlaces {
  const scale = scaleOf(sizes, zoom, room);
  const widest = Math.max(0, ...sizes.map(({ width }) => Math.round(width * scale)));
  const ground = Math.max(room.width, widest + 2 * GAP);
  let top = GAP;
  const pages = sizes.map((size) => {
    const [width, height] = [Math.round(size.width * scale), Math.round(size.height * scale)];
    const place = { top, left: Math.round((ground - width) / 2), width, height };
    top += height + GAP;
    return place;
  });
  return { pages, scale, width: ground, height: top, gap: GAP };
}

/** The page, counted from 0, at a height of the ground. */
export function pageAt({ pages, gap }: PaperPlaces, height: number): number {
  const next = pages.findIndex(({ top }) => top - gap > height);
  return Math.max(0, (next < 0 ? pages.length : next) - 1);
}

function scaleOf(sizes: readonly PaperSize[], zoom: Zoom, room: Room): number {
  if (zoom === "actual" || sizes.length === 0) return ACTUAL;
  const wide = (room.width - 2 * GAP) / Math.max(...sizes.map(({ width }) => width));
  const high = (room.height - 2 * GAP) / Math.max(...sizes.map(({ height }) => height));
  return Math.max(0.1, Math.min(wide, zoom === "whole" ? high : LARGEST));
}
