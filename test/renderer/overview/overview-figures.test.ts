import { expect, test } from "vitest";
import { chartOption } from "../../../renderer/overview/chart-options.js";
import { overviewFigures, type ChartFigures } from "../../../renderer/overview/overview-figures.js";
import { cell, openedSample, typed } from "../opened-sample.js";

const sample = openedSample();

function lines({ items }: ChartFigures): readonly string[] {
  return items.map(({ name, figures, share }) =>
    [name, ...figures.map(({ text }) => text || "-"), share].join(" ").trim(),
  );
}

function chart(id: string, shown = sample): ChartFigures {
  const found = overviewFigures(shown.session, shown.computed).find((one) => one.chart.id === id);
  if (found === undefined) throw new Error(`no chart ${id}`);
  return found;
}

test("income by its kinds, without those that are 0", () => {
  expect(lines(chart("revenue"))).toEqual(["财政拨款收入 8,133.60 97.99%", "其他收入 166.42 2.01%"]);
  expect(chart("revenue").total).toBe("8,300.02");
  expect(chart("revenue").unit).toBe("万元");
});

test("expenditure by class, the greatest first", () => {
  expect(lines(chart("functions")).map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual([
    "208 社会保障和就业支出 8,078.45",
    "210 卫生健康支出 143.71",
    "221 住房保障支出 110.46",
    "213 农林水支出 5.00",
  ]);
});

test("the three public expenses: last year, budget, final figure", () => {
  expect(lines(chart("three-public")).length).toBeGreaterThan(0);
  for (const { figures } of chart("three-public").items) expect(figures).toHaveLength(3);
});

test("a figure that changes changes its chart; a total of 0 has no shares", () => {
  const more = typed(sample, cell(sample, "收入.合计.其他收入"), "1000");
  expect(lines(chart("revenue", more))).toContain("其他收入 1,000.00 10.95%");
});

test("what is drawn says the exact figure, and draws nothing of HTML", () => {
  const theme = { palette: ["#000"], text: "#000", quiet: "#555", line: "#999", surface: "#fff", font: "sans-serif" };
  const option = chartOption(chart("functions"), theme) as {
    readonly tooltip: {
      readonly renderMode: string;
      formatter(at: { dataIndex: number; seriesIndex: number }): string;
    };
  };
  expect(option.tooltip.renderMode).toBe("richText");
  expect(option.tooltip.formatter({ dataIndex: 0, seriesIndex: 0 })).toContain("8,078.45万元");
});
