import { BarChart, PieChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use, type EChartsType } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef, type ReactNode } from "react";
import { chartOption } from "./chart-options.js";
import { themeOf } from "./chart-theme.js";
import type { ChartFigures } from "./overview-figures.js";
import { WORDS } from "./wording.js";

use([BarChart, PieChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

export interface ChartProps {
  readonly figures: ChartFigures;
  readonly height: number;
}

/** One chart, drawn anew whenever its figures change or its place grows; people who cannot see it hear its figures. */
export function Chart({ figures, height }: ChartProps): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  useEffect(() => {
    const { current } = place;
    if (current === null) return;
    const drawn = init(current, undefined, { renderer: "svg", locale: "ZH" });
    chart.current = drawn;
    const watch = new ResizeObserver(() => {
      drawn.resize();
    });
    watch.observe(current);
    return () => {
      watch.disconnect();
      drawn.dispose();
      chart.current = undefined;
    };
  }, []);
  useEffect(() => {
    const { current } = place;
    if (current !== null) chart.current?.setOption(chartOption(figures, themeOf(current)), { notMerge: true });
  }, [figures, height]);
  return <div ref={place} className="chart" style={{ height }} role="img" aria-label={spoken(figures)} />;
}

function spoken({ chart, items, unit }: ChartFigures): string {
  const said = items.map(({ name, figures, share }) => {
    const texts = figures.map(({ text }, index) => `${chart.series?.[index]?.name ?? ""}${text}`);
    return `${name}${texts.join("，")}${unit ?? ""}${share ?? ""}`;
  });
  return WORDS.chartLabel(chart.title, said.join("；"));
}
