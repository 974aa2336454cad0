import { useCallback, useEffect, useState } from "react";
import type { PaneState } from "./pane.js";

/** Widths and folding of the two panes, kept between two starts of the window. */
export interface PaneLayout {
  readonly navigator: PaneState;
  readonly findings: PaneState;
}

export const NAVIGATOR_WIDTHS = { least: 150, most: 420 } as const;
export const FINDINGS_WIDTHS = { least: 240, most: 640 } as const;

const KEY = "pane-layout";
const FIRST: PaneLayout = { navigator: { open: true, width: 216 }, findings: { open: true, width: 336 } };

/** The layout now, and how to change one of its panes; that way stays the same function. */
export function usePaneLayout(): readonly [PaneLayout, (pane: keyof PaneLayout, state: PaneState) => void] {
  const [layout, setLayout] = useState(() => readLayout(localStorage.getItem(KEY)));
  useEffect(() => {
    localStorage.setItem(KEY, JSON.stringify(layout));
  }, [layout]);
  const change = useCallback((pane: keyof PaneLayout, state: PaneState): void => {
    setLayout((before) => ({ ...before, [pane]: state }));
  }, []);
  return [layout, change];
}

/** A layout kept as text; whatever is missing or no layout any more is as at the first start. */
export function readLayout(text: string | null): PaneLayout {
  const kept = text === null ? {} : asObject(text);
  return {
    navigator: paneOf(kept["navigator"], FIRST.navigator, NAVIGATOR_WIDTHS),
    findings: paneOf(kept["findings"], FIRST.findings, FINDINGS_WIDTHS),
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
