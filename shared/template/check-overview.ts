import { readRowSetReference } from "../expression/reference.js";
import type { Overview, OverviewChart, OverviewItem, OverviewSeries } from "./overview.js";
import { readFormula, type KnownNames } from "./read-formula.js";
import { flag, list, name, object, optional, text, type Report, type Shape } from "./shape.js";

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
