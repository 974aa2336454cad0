import type { ChartTheme } from "./chart-options.js";

/** How many colours the theme has for charts: `--chart-1` … */
const COLOURS = 8;

/** The colours and the face of the theme at an element. */
export function themeOf(element: Element): ChartTheme {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    palette: Array.from({ length: COLOURS }, (_, index) => token(`--chart-${index + 1}`)),
    text: token("--text"),
    quiet: token("--text-quiet"),
    line: token("--line-strong"),
    surface: token("--ground-surface"),
    font: token("--font-ui"),
  };
}
