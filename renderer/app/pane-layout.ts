import { useCallback, useEffect, useState } from "react";
import type { PaneState } from "./pane.js";

/** What the right pane holds beside a sheet. */
export type AsideContent = "findings" | "narrative";

/** Widths and folding of the two panes, kept between two starts of the window. */
export interface PaneLayout {
  readonly navigator: PaneState;
  readonly findings: PaneState;
}

export const NAVIGATOR_WIDTHS = { least: 150, most: 420 } as const;
export const FINDINGS_WIDTHS = { least: 240, most: 760 } as const;

const KEY = "pane-layout";

/** The layout now, and how to change one of its panes; that way stays the same function. */
export function usePaneLayout(): readonly [PaneLayout, (pane: keyof PaneLayout, state: PaneState) => void] {
  const [layout, setLayout] = useState(() => readLayout(localStorage.getItem(KEY), window.innerWidth));
  useEffect(() => {
    localStorage.setItem(KEY, JSON.stringify(layout));
  }, [layout]);
  const change = useCallback((pane: keyof PaneLayout, state: PaneState): void => {
    setLayout((before) => ({ ...before, [pane]: state }));
  }, []);
  return [layout, change];
}

/** A layout kept as text; whatever is missing or no layout any more is as at the first start in a window of that width. */
export function readLayout(text: string | null, width: number): PaneLayout {
  const kept = text === null ? {} : asObject(text);
  const first = firstLayout(width);
  return {
    navigator: paneOf(kept["navigator"], first.navigator, NAVIGATOR_WIDTHS),
    findings: paneOf(kept["findings"], first.findings, FINDINGS_WIDTHS),
  };
}

/** At the first start the panes leave most of a small or enlarged screen to the sheet. */
function firstLayout(width: number): PaneLayout {
  const share = (part: number, least: number, most: number): number =>
    Math.round(Math.min(most, Math.max(least, width * part)));
  return {
    navigator: { open: true, width: share(0.16, NAVIGATOR_WIDTHS.least, 216) },
    findings: { open: true, width: share(0.25, FINDINGS_WIDTHS.least, 336) },
  };
}

function asObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    // A layout that cannot be read is none: the window opens as at the first start.
    return {};
  }
}

function paneOf(
  kept: unknown,
  first: PaneState,
  { least, most }: { readonly least: number; readonly most: number },
): PaneState {
  if (!isObject(kept)) return first;
  const { open, width } = kept;
  return {
    open: typeof open === "boolean" ? open : first.open,
    width: typeof width === "number" && width >= least && width <= most ? width : first.width,
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
