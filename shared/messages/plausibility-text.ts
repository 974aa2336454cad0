import type { Computed } from "../calc/computed.js";
import type { Finding } from "../model/finding.js";
import { withUnit } from "./figure-text.js";
import { formText, tableText } from "./place-text.js";
import { EXPLAIN, sayFrom, type Said, type Sentences } from "./sentence.js";

const SENTENCES: Sentences = {
  "unit-slip": (said) =>
    `${said.cell(0)}填 ${said.figure("amount")} 万元，${slipEvidence(said)}，很可能是把“元”当“万元”填了。如确实如此，应为 ${said.figure("corrected")} 万元，请改正。`,
  "sheet-unit": (said) =>
    `${tableText(said.computed, said.finding.cells[0]?.table ?? "")}有 ${said.fact("count")} 处金额与别的表正好相差一万倍（如${said.cell(0)}与${said.cell(1)}），${
      said.fact("slip") === "label"
        ? "多半是表上的单位写成了“元”，数却是按“万元”填的。请核对这张表的金额单位，改正后其余相差一万倍的错误会一并消除。"
        : `多半是整张表按“元”填写，表上的单位却是“${said.fact("printed")}”。请把单位改成“元”，或把数改成${said.fact("printed")}，改正后其余相差一万倍的错误会一并消除。`
    }`,
  "pasted-amount": ({ figure, fact, cell }) =>
    `${cell(0)}填了 ${figure("amount")}，超过满分 ${figure("fullMark")}${fact("source") === "same-row" ? "，与本行的金额相同，像是把金额一路粘贴过去了" : ""}。请改正“${fact("columns").split(",").join("”“")}”栏。`,
  "score-above-weight": ({ figure, cell }) =>
    `${cell(0)}得分 ${figure("score")}，大于分值 ${figure("weight")}。得分不能超过分值，请改正。`,
  "split-count": (said) =>
    `${said.cell(0)}填了 ${said.figure("count")}，单位是“${said.fact("unit")}”，应当是整数。请核对是不是把金额填到了这里，并改正。`,
  "zero-base": ({ figure, fact, cell }) =>
    `${cell(0)}填了 ${figure("rate")}%，但作为基数的${cell(1)}${fact("base") === "" ? "没有填数" : `是 ${figure("base")}`}。基数为 0 时没有百分比，请改成“—”。`,
  "low-execution": (said) =>
    `${said.cell(0)}执行 ${said.figure("spent")}，全年预算 ${said.figure("budget")}，执行率 ${said.fact("rate")}%，低于 ${said.fact("floor")}%，没有写明原因。${advise(said, "请补写预算执行偏低的原因。")}`,
  "over-execution": (said) =>
    `${said.cell(0)}执行 ${said.figure("spent")}，超过全年预算 ${said.figure("budget")}，执行率 ${said.fact("rate")}%，没有写明原因。${advise(said, "请核对，或补写原因。")}`,
  "unknown-code": ({ fact, cell }) =>
    `${cell(0)}：编码 ${fact("code")} ${fact("name")} 不在本套表的科目表里。如是本年度新增的科目，可以不管；否则请核对编码。`,
  "code-length": ({ fact, cell }) =>
    `${cell(0)}：科目编码 ${fact("code")} 有 ${fact("digits")} 位，应当是 ${fact("lengths").replaceAll(",", "、")} 位中的一种，多半是漏了或多了数字。请改正编码。`,
  "name-as-actual": (said) =>
    `${said.cell(0)}：实际完成值写的就是指标名称“${said.fact("name")}”，看不出完成了多少${said.fact("target") === "" ? "" : `（目标是“${said.fact("target")}”）`}。${advise(said, "请填写实际完成的数值或情况。")}`,
  leftover: (said) =>
    `${leftoverPlace(said)}：还留着模板字样“${said.fact("word")}”（“${said.fact("text")}”）。请改成实际内容。`,
  "empty-sentence-year": (said) =>
    `${below(said)}（“${said.fact("text")}”）写的是“${said.fact("year")}年”，本表年度是 ${said.fact("fiscal")} 年，像是沿用了以前的文字。${advise(said, EXPLAIN)}`,
  "empty-sentence-form": (said) =>
    `${below(said)}（“${said.fact("text")}”）说的是${formText(said.computed, said.fact("other"))}，像是从那张表抄来的。${advise(said, EXPLAIN)}`,
  "empty-sentence-publisher": (said) =>
    `${below(said)}写的单位是“${said.fact("name")}”，本单位是“${said.fact("department")}”，像是从别的单位抄来的。${advise(said, EXPLAIN)}`,
  "stale-year": (said) =>
    `${said.cell(0)}：出现“${said.fact("year")}年”（“${said.fact("text")}”），本表年度是 ${said.fact("fiscal")} 年，像是沿用了以前的文字。${advise(said, EXPLAIN)}`,
  "late-deadline": (said) =>
    `${said.cell(0)}：出现“${said.fact("date")}”，晚于本年度 ${said.fact("fiscal")} 年。${advise(said, EXPLAIN)}`,
  "goal-as-result": (said) =>
    `${said.cell(0)}：实际完成情况与预期目标一字不差（“${said.fact("text")}”），像是复制的。${advise(said, EXPLAIN)}`,
  "same-text": (said) =>
    `${said.cell(0)}：同一段文字（“${said.fact("text")}”）用在了多处：${said.fact("names").split("\n").join("、")}。${advise(said, EXPLAIN)}`,
  "odd-unit": (said) =>
    `${said.cell(0)}：“${said.fact("text")}”里的 ${said.fact("amount")} 用“元”，同一句的其他金额用“万元”。${advise(said, "请核对是否漏写了“万”。")}`,
  "wanted-text": ({ fact, cell }) => `${cell(0)}没有填（${fact("name")}）。请补填。`,
  "stated-figure": (said) =>
    `${said.cell(0)}：文字里写“${said.fact("label")}${said.fact("stated")}”，${said.cell(1)}是 ${withUnit(said.computed, { ...said.finding, cells: said.finding.cells.slice(1) }, said.fact("figure"))}，${said.finding.severity === "hint" ? "相差在尾差范围内。" : "两者不一致，请改正其中一处。"}`,
  "stated-change": (said) => statedChange(said),
};

/** The sentence of a plausibility finding, or undefined for other codes. */
export function plausibilityText(computed: Computed, finding: Finding): string | undefined {
  return sayFrom(SENTENCES, computed, finding);
}

function leftoverPlace(said: Said): string {
  if (said.fact("element") !== "") return `说明要素“${said.fact("element")}”`;
  return said.fact("form") === "" ? said.cell(0) : below(said);
}

/** The sentence below a form, by the form's title. */
function below({ computed, fact }: Said): string {
  return `${formText(computed, fact("form"))}表下的说明`;
}

function slipEvidence({ fact, figure, cell, finding }: Said): string {
  const against = cell(finding.cells.length - 1);
  switch (fact("evidence")) {
    case "whole":
      return `比${against}的 ${figure("limit")} 还大`;
    case "same-row":
      return `正好是同一行${against} ${figure("limit")} 的一万倍`;
    default:
      return `正好是${against} ${figure("limit")} 的一万倍`;
  }
}

function advise({ finding }: Said, advice: string): string {
  return finding.remark === undefined ? advice : "";
}

function statedChange({ fact, figure, cell, finding }: Said): string {
  const direction = { up: "增加", down: "减少" }[fact("direction")];
  const change = direction === undefined ? "与上年持平" : `${direction} ${figure("change")}`;
  const percent = fact("percent") === "" || direction === undefined ? "" : `，${fact("percent")}%`;
  const verdict = finding.severity === "hint" ? "相差在尾差范围内。" : "两者不一致，请改正文字或核对上年数。";
  return `${cell(0)}：文字里写“${fact("text")}”，按${cell(1)}本年 ${figure("now")}、上年 ${figure("before")} 计算应为${change}${percent}，${verdict}`;
}
