import { readRowSetReference } from "../expression/reference.js";
import { readFormula, type KnownNames } from "./read-formula.js";
import { flag, list, name, object, optional, text, type Report, type Shape } from "./shape.js";

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

const kind: Shape<OverviewChart["kind"]> = {
  check: (value, place) => {
    if (value === "share" || value === "bars" || value === "compare") return;
    place.problem("unknown-value", { value: String(value), allowed: "share, bars, compare" });
  },
};

/** The shape of overview.json. */
export const overviewShape: Shape<Overview> = object<Overview>({
  charts: list(
    object<OverviewChart>({
      id: name,
      title: text,
      kind,
      series: optional(list(object<OverviewSeries>({ name: text, lastYear: optional(flag) }))),
      items: optional(list(object<OverviewItem>({ name: text, figures: list(name) }))),
      rows: optional(object<NonNullable<OverviewChart["rows"]>>({ set: name, column: name })),
    }),
  ),
});

/** Checks that every chart speaks of cells and rows the pack has, and that each item has one cell for each series. */
export function checkOverview({ charts }: Overview, report: Report, known: KnownNames): void {
  for (const [index, chart] of charts.entries()) {
    const path = `charts[${index}]`;
    const wanted = chart.series?.length ?? 1;
    for (const [at, item] of (chart.items ?? []).entries()) {
      const itemPath = `${path}.items[${at}]`;
      if (item.figures.length !== wanted) {
        report(itemPath, "wrong-width", { expected: String(wanted), found: String(item.figures.length) });
      }
      for (const figure of item.figures) checkCell(figure, itemPath, report, known);
    }
    if (chart.rows !== undefined) checkRows(chart.rows, `${path}.rows`, report, known);
  }
}

function checkCell(reference: string, path: string, report: Report, known: KnownNames): void {
  const found = readFormula(reference, path, report, known)?.kind;
  if (found !== undefined && found !== "cell") report(path, "unknown-name", { value: reference, kind: "cell" });
}

function checkRows(rows: NonNullable<OverviewChart["rows"]>, path: string, report: Report, known: KnownNames): void {
  const set = readRowSetReference(rows.set);
  if (set === undefined) return report(path, "bad-formula", { formula: rows.set, problem: "row-set", position: "0" });
  const table = known.byName.get(set.table)?.table;
  if (table === undefined) return report(path, "unknown-name", { value: set.table, kind: "table" });
  const isColumn = table.columns.some(({ id, name, aliases }) => [id, name, ...aliases].includes(rows.column));
  if (!isColumn) report(path, "unknown-name", { value: rows.column, kind: "column" });
}
