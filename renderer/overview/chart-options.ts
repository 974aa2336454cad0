import { fixed, type Decimal } from "../../shared/decimal.js";
import type { ChartFigures } from "./overview-figures.js";

/** The colours and the face charts are drawn with, read from the theme. */
export interface ChartTheme {
  readonly palette: readonly string[];
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly surface: string;
  readonly font: string;
}

/** What ECharts is asked to draw. Only the drawing goes through binary numbers; every text is the exact figure's. */
export function chartOption(figures: ChartFigures, theme: ChartTheme): Readonly<Record<string, unknown>> {
  const shape = figures.chart.kind === "share" ? shareShape(figures, theme) : barShape(figures, theme);
  return {
    animation: false,
    color: theme.palette,
    textStyle: { fontFamily: theme.font, fontSize: 12, color: theme.text },
    // Rich text is drawn; a tooltip of HTML would need styles in the page, which its policy forbids.
    tooltip: {
      renderMode: "richText",
      confine: true,
      backgroundColor: theme.text,
      borderWidth: 0,
      padding: [6, 9],
      textStyle: { color: theme.surface, fontSize: 12, fontFamily: theme.font },
      ...tooltipText(figures),
    },
    ...shape,
  };
}

function tooltipText({ chart, items, unit }: ChartFigures): object {
  return {
    trigger: "item",
    formatter: ({ dataIndex, seriesIndex }: { readonly dataIndex: number; readonly seriesIndex: number }) => {
      const item = items[dataIndex];
      const figure = item?.figures[chart.kind === "compare" ? seriesIndex : 0];
      const name = chart.series?.[seriesIndex]?.name;
      const share = item?.share === undefined ? "" : `（${item.share}）`;
      return `${item?.name ?? ""}${name === undefined ? "" : ` ${name}`}\n${figure?.text ?? ""}${unit ?? ""}${share}`;
    },
  };
}

function shareShape({ items }: ChartFigures, { surface }: ChartTheme): object {
  return {
    series: [
      {
        type: "pie",
        radius: ["52%", "82%"],
        center: ["50%", "50%"],
        label: { show: false },
        emphasis: { scale: false },
        itemStyle: { borderColor: surface, borderWidth: 2 },
        data: items.map(({ name, figures }) => ({ name, value: drawn(figures[0]?.value) })),
      },
    ],
  };
}

function barShape({ chart, items, unit }: ChartFigures, theme: ChartTheme): object {
  const series = chart.series ?? [{ name: chart.title }];
  const axisText = { color: theme.quiet, fontSize: 12, fontFamily: theme.font };
  return {
    grid: { left: 8, right: 92, top: chart.series === undefined ? 4 : 32, bottom: 4, containLabel: true },
    ...(chart.series === undefined ? {} : { legend: legendOf(theme) }),
    xAxis: { type: "value", show: false, max: (extent: { readonly max: number }) => extent.max * 1.02 },
    yAxis: {
      type: "category",
      inverse: true,
      data: items.map(({ name }) => name),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: theme.line } },
      axisLabel: { ...axisText, color: theme.text, width: 168, overflow: "truncate" },
    },
    series: series.map(({ name }, index) => ({
      type: "bar",
      name,
      barMaxWidth: chart.series === undefined ? 18 : 13,
      barGap: "18%",
      barMinHeight: 2,
      itemStyle: { borderRadius: [0, 2, 2, 0] },
      label: {
        show: true,
        position: "right",
        ...axisText,
        formatter: ({ dataIndex }: { readonly dataIndex: number }) => items[dataIndex]?.figures[index]?.text ?? "",
      },
      data: items.map(({ figures }) => drawn(figures[index]?.value)),
    })),
    aria: { enabled: false, unit },
  };
}

function legendOf({ text, font }: ChartTheme): object {
  return {
    top: 0,
    left: 0,
    itemWidth: 12,
    itemHeight: 8,
    icon: "roundRect",
    textStyle: { color: text, fontFamily: font },
  };
}

/** A figure as a length on the screen; blanks are not drawn. */
function drawn(value: Decimal | undefined): number | undefined {
  return value === undefined ? undefined : Number(fixed(value, 2));
}
