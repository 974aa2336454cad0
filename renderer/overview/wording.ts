/** The words of the overview page. */
export const WORDS = {
  title: "决算概览",
  unit: (unit: string) => `单位：${unit}`,
  total: (text: string) => `合计 ${text}`,
  fiscalYear: (year: number) => `${year} 年度`,
  print: "打印概览",
  nothing: "还没有数据",
  nothingText: "填写相关表格后，这里会自动画出图表。",
  noCharts: "本套表没有概览图",
  item: "项目",
  figure: "金额",
  share: "占比",
  noLastYear: "没有上年数：可在“上年数”中填写，或从上年工作簿取数。",
  chartLabel: (title: string, items: string) => `${title}：${items}`,
} as const;
