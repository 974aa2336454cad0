/** The overview page: what people would rather look at than read. Drawn live from the workbook's figures. */
export interface Overview {
  readonly charts: readonly OverviewChart[];
}

/**
 * One chart. `share`: the parts of one whole; `bars`: one bar a row, the greatest first; `compare`: for each item one bar a series,
 * such as budget against final figure.
 */
export interface OverviewChart {
  readonly id: string;
  readonly title: string;
  readonly kind: "share" | "bars" | "compare";
  /** The bars of each item of a `compare` chart, in order; absent for the others. */
  readonly series?: readonly OverviewSeries[];
  readonly items?: readonly OverviewItem[];
  /** The rows of a `bars` chart, in place of items: a row set `支出.[类]` and the column that is drawn. */
  readonly rows?: { readonly set: string; readonly column: string };
}

/** A series of a `compare` chart; `lastYear`: the figures of last year at the same cells. */
export interface OverviewSeries {
  readonly name: string;
  readonly lastYear?: boolean;
}

/** What one slice, bar or group of bars stands for: its name, and one cell `表.行.栏` a series (one where there is no series). */
export interface OverviewItem {
  readonly name: string;
  readonly figures: readonly string[];
}

/** What a pack without the file overview.json has. */
export const NO_OVERVIEW: Overview = { charts: [] };
