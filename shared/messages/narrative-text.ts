import type { Computed } from "../calc/computed.js";
import type { Finding } from "../model/finding.js";
import { withUnit } from "./figure-text.js";
import { EXPLAIN, sayFrom, type Said, type Sentences } from "./sentence.js";
import { templateProblemText } from "./template-problem-text.js";

const SENTENCES: Sentences = {
  "element-missing": ({ fact }) =>
    `说明要素“${fact("element")}”没有填写：${fact("asks")}（${fact("place")}）。请在“说明要素”表里补填，说明文稿里已留出标记。`,
  "element-not-a-number": ({ fact }) =>
    `说明要素“${fact("element")}”填的是“${fact("text")}”，这里只能填数字：${fact("asks")}（${fact("place")}）。请改正。`,
  "last-year-missing": ({ fact, cell }) =>
    `缺上年数：${fact("item")}（${cell(0)}）。说明文稿里的增减要用它，请在“上年数”表里补填，或用上年的公开表带入。`,
  "last-year-sum": (said) => `上年数不成立：${lastYearTerms(said, "各分项合计")}两者应当相等。${advise(said)}`,
  "last-year-part": (said) => `上年数不成立：${lastYearTerms(said, "其中的分项已达")}分项大于总额。${advise(said)}`,
  "narrative-figure-missing": ({ fact, cell }) =>
    `${cell(0)}没有填数，${paragraphText(fact("paragraph"), fact("id"))}要用到它。请补填；没有发生的填 0。`,
  "narrative-without-base": (said) =>
    `${paragraphText(said.fact("paragraph"), said.fact("id"))}有一个百分比，基数${said.cell(said.finding.cells.length - 1)}是 0，没有百分比可写。请改写这一段。`,
  "rewording-without-paragraph": ({ fact }) =>
    `“说明要素”里改写了段落“${fact("id")}”，但所用的说明模板没有这个段落，改写没有用上。`,
};

/** The sentence of a finding about the narrative, or undefined for other codes. */
export function narrativeText(computed: Computed, finding: Finding): string | undefined {
  if (finding.code.startsWith("template-")) return `${templateProblemText(finding.facts)}请改正说明模板。`;
  return sayFrom(SENTENCES, computed, finding);
}

/** The total and its parts with both figures: 国有资产《…》合计“资产总额”栏上年数是 173.14 万元，“固定资产”栏…. */
function lastYearTerms(said: Said, parts: string): string {
  const { computed, finding } = said;
  const others = finding.cells.slice(1).map((_, index) => said.cell(index + 1));
  const total = withUnit(computed, finding, finding.left ?? "");
  const sum = withUnit(computed, finding, finding.right ?? "");
  return `${said.cell(0)}上年是${total}，${parts}${sum}（${others.join("、")}）。`;
}

function advise({ finding }: Said): string {
  return finding.remark === undefined ? EXPLAIN : "";
}

function paragraphText(number: string, id: string): string {
  return id === "" ? `说明文稿第${number}段` : `说明文稿“${id}”一段`;
}
