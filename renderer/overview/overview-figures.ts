import { rowsOfSet, findTable } from "../../shared/calc/row-names.js";
import type { Computed } from "../../shared/calc/computed.js";
import type { Session } from "../../shared/calc/session.js";
import { convert } from "../../shared/amount.js";
import { fixed, HUNDRED, ZERO, type Decimal } from "../../shared/decimal.js";
import { readRowSetReference } from "../../shared/expression/reference.js";
import { grouped } from "../../shared/messages/figure-text.js";
import type { CellAddress } from "../../shared/model/address.js";
import type { OverviewChart } from "../../shared/template/overview.js";

/** One slice or bar. `text`: its figure as the sheet prints it; `share`: of the chart's whole in percent with two places. */
export interface ChartFigure {
  readonly value: Decimal | undefined;
  readonly text: string;
  readonly at: CellAddress | undefined;
}

/** One item of a chart with a figure for each series (one where there is no series). */
export interface ChartItem {
  readonly name: string;
  readonly figures: readonly ChartFigure[];
  readonly share: string | undefined;
}

/** A chart with its figures as they stand now. */
export interface ChartFigures {
  readonly chart: OverviewChart;
  readonly unit: string | undefined;
  /** Items that hold anything, bars from the greatest down. */
  readonly items: readonly ChartItem[];
  /** The sum of a share chart's items. */
  readonly total: string | undefined;
}

/** Every chart of the pack over the workbook as it stands. */
export function overviewFigures(session: Session, computed: Computed): readonly ChartFigures[] {
  return computed.pack.overview.charts.map((chart) => chartFigures(chart, session, computed));
}

function chartFigures(chart: OverviewChart, session: Session, computed: Computed): ChartFigures {
  const items = itemsOf(chart, session, computed);
  const addresses = items.flatMap(({ cells }) => cells).filter((at) => at !== undefined);
  const [first] = addresses;
  const unit = first === undefined ? undefined : computed.printedUnit(first);
  const series = chart.series ?? [{ name: chart.title }];
  const filled = items
    .map(({ name, cells }) => ({
      name,
      figures: cells.map((at, index) => figureAt(computed, at, series[index]?.lastYear === true)),
    }))
    .filter(({ figures }) => figures.some(({ value }) => value !== undefined && !value.isZero()));
  const sorted = chart.kind === "bars" ? filled.toSorted(byFirstFigure) : filled;
  const whole = sorted.reduce((sum, { figures }) => sum.plus(figures[0]?.value ?? ZERO), ZERO);
  return {
    chart,
    unit,
    items: sorted.map((item) => ({
      ...item,
      share: chart.kind === "compare" ? undefined : shareOf(item.figures[0], whole),
    })),
    total: chart.kind === "compare" || whole.isZero() ? undefined : grouped(fixed(whole, 2)),
  };
}

interface NamedCells {
  readonly name: string;
  readonly cells: readonly (CellAddress | undefined)[];
}

function itemsOf(chart: OverviewChart, session: Session, computed: Computed): readonly NamedCells[] {
  const named = (chart.items ?? []).map(({ name, figures }) => ({
    name,
    cells: figures.map((reference) => computed.resolve(reference)),
  }));
  return [...named, ...rowsOf(chart, session, computed)];
}

/** The rows of a set by their printed names. */
function rowsOf({ rows }: OverviewChart, { plan }: Session, computed: Computed): readonly NamedCells[] {
  const set = rows === undefined ? undefined : readRowSetReference(rows.set);
  const layout = set === undefined ? undefined : findTable(plan.layout, set.table);
  if (rows === undefined || set === undefined || layout === undefined) return [];
  const { table } = layout;
  const column = table.columns.find(({ id, name, aliases }) => [id, name, ...aliases].includes(rows.column));
  if (column === undefined) return [];
  return rowsOfSet(layout, set.rows, {}).map((index) => {
    const row = layout.keys[index] ?? "";
    const code = computed.rowCode(table.id, row);
    const name = computed.rowName(table.id, row).trim();
    return {
      name: code === undefined ? name : `${code} ${name}`,
      cells: [{ table: table.id, row, column: column.id }],
    };
  });
}

function figureAt(computed: Computed, at: CellAddress | undefined, lastYear: boolean): ChartFigure {
  const exact = at === undefined ? undefined : lastYear ? computed.lastYear(at) : computed.printed(at);
  if (at === undefined || exact === undefined) return { value: undefined, text: "", at };
  const value = convert(exact, computed.unit(at), computed.printedUnit(at));
  return { value, text: grouped(fixed(value, 2)), at };
}

function byFirstFigure(
  a: { readonly figures: readonly ChartFigure[] },
  b: { readonly figures: readonly ChartFigure[] },
): number {
  return (b.figures[0]?.value ?? ZERO).comparedTo(a.figures[0]?.value ?? ZERO);
}

/** A part's share of the whole; a whole of 0 has none, and neither has a part below 0 a slice. */
function shareOf(part: ChartFigure | undefined, whole: Decimal): string | undefined {
  if (part?.value === undefined || whole.lte(ZERO)) return undefined;
  return `${fixed(part.value.times(HUNDRED).div(whole), 2)}%`;
}
