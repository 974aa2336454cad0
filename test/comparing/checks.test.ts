import { describe, expect, it } from "vitest";
import { check, lines, ownNarrative, sampleSession } from "../support/existing-narrative.js";

const SESSION = sampleSession("sample");
const OWN = ownNarrative(SESSION);

/** The workbook's own narrative with one piece of text replaced wherever it stands first. */
function changed(from: string, to: string): readonly string[] {
  const paragraph = OWN.findIndex((text) => text.includes(from));
  if (paragraph < 0) throw new Error(`not in the narrative: ${from}`);
  return OWN.with(paragraph, (OWN[paragraph] ?? "").replace(from, to));
}

/** What a text shows that the unchanged narrative does not. */
function newLines(texts: readonly string[]): readonly string[] {
  const before = new Set(lines(check(SESSION, OWN)));
  return lines(check(SESSION, texts)).filter((line) => !before.has(line));
}

describe("checking an existing narrative", () => {
  it.each([
    ["a wrong figure", "收入合计8,300.02万元", "收入合计8,300.20万元", "error text-figure 8,300.20万元 → 8300.02"],
    ["尾差 of an amount", "其他收入166.42万元", "其他收入166.43万元", "hint text-rounding 166.43万元 → 166.42"],
    ["a wrong percentage", "占总支出的28.50%", "占总支出的29.21%", "error text-figure 29.21% → 28.50"],
    [
      "a percentage of another base",
      "占本年支出合计的97.55%",
      "占本年支出合计的97.99%",
      "error text-figure 97.99% → 97.55",
    ],
    ["尾差 of a share", "占67.46%", "占67.47%", "hint text-rounding 67.47% → 67.46"],
    [
      "a direction against the figures",
      "与上年对比减少了311.78",
      "与上年对比增加了311.78",
      "error text-direction 增加 → 减少",
    ],
    ["大于 for 小于", "支出决算数小于预算数", "支出决算数大于预算数", "error text-direction 大于 → 小于"],
    ["a stale year", "2020年机关运行经费支出", "2019年机关运行经费支出", "error text-year 2019年 → 2020"],
    ["元 for 万元", "无形资产40.91万元", "无形资产40.91元", "error text-unit 40.91元 → 40.91万元"],
    ["0.00 in 元 among 万元", "其他资产0.00万元", "其他资产0.00元", "error text-unit 0.00元 → 0.00万元"],
    ["a unit left out", "流动资产40.86万元", "流动资产40.86", "error text-unit 40.86 → 40.86万元"],
    [
      "a budget of 0 with a rate",
      "决算为0.00万元（未安排预算）",
      "决算为0.00万元，完成预算的0.00%",
      "error text-no-base 0.00%",
    ],
    [
      "a leftover",
      "增加的主要原因是2020年财政",
      "增加（减少）的主要原因是2020年财政",
      "error text-leftover 增加（减少）",
    ],
    [
      "an unfilled tag",
      "流动资产40.86万元",
      "流动资产{资产.合计.流动资产}万元",
      "error text-leftover {资产.合计.流动资产}",
    ],
    ["XX", "保障楚雄彝族自治州人力资源和社会保障局机关", "保障XX局机关", "error text-leftover XX"],
    [
      "a copied neighbour",
      "项目支出5,961.63万元，占",
      "项目支出2,375.99万元，占",
      "error text-copied 2,375.99万元 → 5961.63",
    ],
    [
      "an old name",
      "附属单位上缴收入",
      "附属单位缴款收入",
      "explain text-old-name 附属单位缴款收入 → 附属单位上缴收入",
    ],
    ["doubled punctuation", "占总收入的97.99%；", "占总收入的97.99%，；", "explain text-signs ，；"],
    ["a count", "国内公务接待80批次", "国内公务接待88批次", "error text-figure 88批次 → 80"],
    ["an element", "行政编制43人", "行政编制34人", "error text-figure 34人 → 43"],
    ["a figure told in 说明要素", "平均人数为109.9人", "平均人数为190.9人", "error text-told 190.9人 → 109.9"],
    [
      "another department's name",
      "楚雄彝族自治州人力资源和社会保障局部门2020年度收入",
      "楚雄彝族自治州教育体育局部门2020年度收入",
      "error text-department 楚雄彝族自治州教育体育局 → 楚雄彝族自治州人力资源和社会保障局",
    ],
    [
      "a heading above another's sentences",
      "二、支出决算情况说明",
      "一、收入决算情况说明",
      "error text-heading 一、收入决算情况说明 → 二、支出决算情况说明",
    ],
  ])("finds %s", (_, from, to, found) => {
    expect(newLines(changed(from, to))).toContain(found);
  });

  it("finds a sentence that stands twice", () => {
    const sentence = "离退休人员83人。";
    expect(newLines(changed(sentence, sentence + sentence))).toContain(`explain text-doubled ${sentence}`);
  });

  it("finds changes that cannot be true together, as an error where the text is not the workbook's own", () => {
    const found = newLines(
      changed("本年资产总额增加180.49万元，其中固定资产减少91.93万元", "资产总额增加180.49万元，固定资产减少91.93万元"),
    );
    expect(found).toContain("error text-impossible 91.93万元");
  });

  it("asks for counts and reasons that are not there", () => {
    const without = OWN.filter((text) => !text.includes("批次"));
    expect(check(SESSION, without).map(({ facts }) => facts["item"])).toContain("国内公务接待批次");
    expect(newLines(["一、机关运行经费支出情况", "2020年机关运行经费支出252.99万元，比上年减少49.74万元。"])).toContain(
      "explain text-reason 49.74万元",
    );
  });

  it("lists what it cannot decide", () => {
    expect(newLines(["本年度开展培训37期，每期3.50万元。"])).toEqual([
      "hint text-not-checked 37期",
      "hint text-not-checked 3.50万元",
    ]);
  });

  it("holds a text against itself where the workbook lacks last year's figures", () => {
    const session = { ...SESSION, lastYear: new Map<string, never>() };
    const text = "2020年度机关运行经费支出252.99万元，较上年减少49.74万元，下降26.43%，主要原因是厉行节约。";
    expect(lines(check(session, ["一、机关运行经费支出情况", text]))).toContain("error text-figure 26.43% → 16.43");
  });

  it("takes a text in 元 throughout as right", () => {
    const texts = [
      "一、收入决算情况说明",
      "2020年度收入合计83,000,200.00元，其中财政拨款收入81,336,000.00元，上级补助收入0.00元，其他收入1,664,200.00元。",
    ];
    expect(lines(check(SESSION, texts)).filter((line) => line.startsWith("error"))).toEqual([]);
  });
});
