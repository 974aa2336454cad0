import { describe, expect, it } from "vitest";
import { figuresIn } from "../../shared/prose/figures.js";
import { normalize, originalSpan } from "../../shared/prose/normal-text.js";
import { paragraphsOf } from "../../shared/prose/printed-lines.js";
import { headingLevel, sentencesOf } from "../../shared/prose/sentences.js";

function figures(text: string): readonly string[] {
  const normal = normalize(text);
  return figuresIn(normal.text).map(({ kind, value, unit, places }) => `${kind} ${value.toFixed(places)}${unit}`);
}

describe("the figures of a text", () => {
  it("are read with their units, in either width and with separators", () => {
    expect(figures("收入合计 8,300.02 万元，占９７．９９％；1.2亿元")).toEqual([
      "amount 8300.02万元",
      "percent 97.99%",
      "amount 1.2亿元",
    ]);
    expect(figures("80批次、819人次，2辆，上升3.5个百分点")).toEqual([
      "count 80批次",
      "count 819人次",
      "count 2辆",
      "points 3.5个百分点",
    ]);
    expect(figures("截至2020年12月31日")).toEqual(["year 2020年", "date 12月", "date 31日"]);
  });

  it("are no numbers of items, tables or documents", () => {
    expect(figures("1.外交（类）支出0.00万元")).toEqual(["amount 0.00万元"]);
    expect(figures("详见附表10—附表12，第16年")).toEqual([]);
    expect(figures("19.33万元")).toEqual(["amount 19.33万元"]);
  });

  it("are two where a full-width comma stands between them", () => {
    expect(figures("购置2，300元")).toEqual(["bare 2", "amount 300元"]);
  });

  it("stand where they stood in the original", () => {
    const original = "占 97.99 ％；";
    const normal = normalize(original);
    const [figure] = figuresIn(normal.text);
    const span = originalSpan(normal, figure?.start ?? 0, figure?.unitEnd ?? 0);
    expect(original.slice(span.start, span.end)).toBe("97.99 ％");
  });
});

describe("sentences", () => {
  it("end at full stops and semicolons, not at decimal points", () => {
    const { text } = normalize("基本支出2,375.99万元;项目支出5,961.63万元.");
    expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "基本支出2375.99万元；",
      "项目支出5961.63万元。",
    ]);
  });
});

describe("printed lines", () => {
  const lines = (texts: readonly string[]): readonly string[] =>
    paragraphsOf(texts.map((text, index) => ({ text, line: index + 1 }))).paragraphs.map(({ text }) => text);

  it("go on where the page broke them, and begin anew at headings and items", () => {
    expect(
      lines([
        "一、收入决算情况说明",
        "楚雄彝族自治州人力资源和社会保障局部门2020年度收入合",
        "计8,300.02万元。其中：财政拨款收入8,133.60万元，占总收入",
        "的97.99%。",
        "— 12 —",
        "1.外交（类）支出0.00万元，占一般公共预算财政拨款总支出的",
        "0.00%；",
      ]),
    ).toEqual([
      "一、收入决算情况说明",
      "楚雄彝族自治州人力资源和社会保障局部门2020年度收入合计8,300.02万元。其中：财政拨款收入8,133.60万元，占总收入的97.99%。",
      "1.外交（类）支出0.00万元，占一般公共预算财政拨款总支出的0.00%；",
    ]);
  });

  it("stay as they are where each is a paragraph", () => {
    expect(lines(["收入合计1.00万元。", "支出合计2.00万元。"])).toEqual(["收入合计1.00万元。", "支出合计2.00万元。"]);
  });
});

describe("figures in words and in full width", () => {
  it("are read like those in digits", () => {
    expect(figures("占总支出的百分之二十八点五，百分之97.99，共三百一十万元")).toEqual([
      "percent 28.5%",
      "percent 97.99%",
      "amount 310万元",
    ]);
    expect(figures("支出合计８，３３７．６２万元")).toEqual(["amount 8337.62万元"]);
    expect(figures("百分之百、一是、两个、千百年")).toEqual(["percent 100%"]);
  });
});

describe("headings", () => {
  it("may end with a full stop, sentences are none", () => {
    expect(headingLevel("（一）一般公共预算支出决算总体情况。")).toBe(2);
    expect(headingLevel("（一）收入8300.02万元。")).toBeUndefined();
    expect(headingLevel("一、工作完成，效果较好。")).toBeUndefined();
  });
});
