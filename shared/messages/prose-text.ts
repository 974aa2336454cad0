import type { Computed } from "../calc/computed.js";
import type { Finding } from "../model/finding.js";
import { expectedText } from "./expected-text.js";
import { EXPLAIN, sayFrom, type Said, type Sentences } from "./sentence.js";

const SENTENCES: Sentences = {
  "text-figure": (said) =>
    `${where(said)}：“${said.fact("figure")}”与表不符，${basis(said)}应为 ${expected(said)}。请改正。`,
  "text-rounding": (said) =>
    `${where(said)}：“${said.fact("figure")}”，${basis(said)}应为 ${expected(said)}，相差在尾差范围内，不用改。`,
  "text-unit": (said) =>
    `${where(said)}：“${said.fact("figure")}”的单位不对，${basis(said)}应为 ${expected(said)}。请改正。`,
  "text-no-base": (said) =>
    `${where(said)}：“${said.fact("figure")}”的基数是 0（${places(said)}），没有百分比可写。请改成“无可比基数”“未安排预算”或者“与上年持平”。`,
  "text-year": (said) => `${where(said)}：“${said.fact("figure")}”应为 ${said.fact("expected")} 年。请改正。`,
  "text-other-year": (said) =>
    `${where(said)}：出现“${said.fact("figure")}”，不是本年度也不是上年度，像是沿用了以前的文字。${EXPLAIN}`,
  "text-date": (said) => `${where(said)}：没有“${said.fact("figure")}”这一天。请改正。`,
  "text-other-date": (said) =>
    `${where(said)}：“${said.fact("figure")}”不是年末（12月31日），决算反映的是年末的情况。${EXPLAIN}`,
  "text-told": (said) =>
    `${where(said)}：“${said.fact("figure")}”，“说明要素”里的同一句写的是 ${expected(said)}。两处应当一致，请改正其中一处。`,
  "text-direction": (said) =>
    `${where(said)}：“${said.fact("figure")}”与数字不符，${basis(said)}应为“${said.fact("expected")}”。请改正。`,
  "text-no-change": (said) =>
    `${where(said)}：没有增减，不应写“${said.fact("figure")}”，${basis(said)}应为“${said.fact("expected")}”。${EXPLAIN}`,
  "text-copied": (said) =>
    `${where(said)}：“${said.fact("figure")}”与表不符，像是抄了相邻的“${said.fact("neighbour")}”的数，${basis(said)}应为 ${expected(said)}。请改正。`,
  "text-impossible": (said) =>
    `${where(said)}：增减不可能同时成立。由句中的增减推算，上年${said.cell(0)}是 ${said.figure("whole")}，而${said.fact("complete") === "" ? "其中的" : "各"}分项（${parts(said)}）${said.fact("complete") === "" ? "已达" : "合计"} ${said.figure("sum")}。请核对并改正。`,
  "text-changes-rounding": (said) =>
    `${where(said)}：由句中的增减推算，上年${said.cell(0)}是 ${said.figure("whole")}，各分项（${parts(said)}）合计 ${said.figure("sum")}，相差在尾差范围内，不用改。`,
  "text-heading": (said) =>
    `${where(said)}：这一句写的是“${said.fact("expected")}”的内容，却放在标题“${said.fact("figure")}”下面。请核对标题和内容。`,
  "text-department": (said) =>
    `${where(said)}：“${said.fact("figure")}”不是本部门的名称（${said.fact("expected")}），像是沿用了别的单位的文字。请改正。`,
  "text-reason": (said) => `${where(said)}：写了与上年的增减，没有写原因。${EXPLAIN}`,
  "text-required": (said) => `说明里没有写${said.fact("item")}。没有发生的也要写明为 0。${EXPLAIN}`,
  "text-two-tellings": (said) =>
    `${where(said)}：同一件事，${said.cell(0)}写的是“${said.fact("other")}”，两处不一致。${EXPLAIN}`,
  "text-told-twice": (said) =>
    said.finding.kind === "rounding"
      ? `${where(said)}：同一件事，第 ${said.fact("line")} 行“${said.fact("other")}”写的是“${said.fact("otherFigure")}”，相差在尾差范围内，写成一样更好。`
      : `${where(said)}：同一件事，第 ${said.fact("line")} 行“${said.fact("other")}”写的是“${said.fact("otherFigure")}”，两处不一致。请核对并改成一致。`,
  "text-table": (said) =>
    `未核对：${where(said)}是说明里的表格，表中有 ${said.fact("count")} 个数没能判断是哪个数，没有核对。请自行核对。`,
  "text-leftover": (said) => `${where(said)}：还留着模板字样“${said.fact("figure")}”。请改成实际内容。`,
  "text-old-name": (said) =>
    `${where(said)}：“${said.fact("figure")}”是以前的名称，现在叫“${said.fact("expected")}”。${EXPLAIN}`,
  "text-doubled": (said) => `${where(said)}：“${said.fact("figure")}”连着写了两遍。${EXPLAIN}`,
  "text-signs": (said) => `${where(said)}：标点“${said.fact("figure")}”重复或多余。${EXPLAIN}`,
  "text-not-checked": (said) =>
    `未核对：${where(said)}，“${said.fact("figure")}”${said.finding.cells.length > 0 ? `要用的数（${places(said)}）表里没有` : "说的是哪个数，没能判断出来"}。请自行核对。`,
};

/** The sentence of a finding about an existing narrative, or undefined for other codes. */
export function proseText(computed: Computed, finding: Finding): string | undefined {
  return sayFrom(SENTENCES, computed, finding);
}

/** 说明第 327 行“…收入合计 8,300.02 万元。” */
function where({ finding: { text } }: Said): string {
  if (text === undefined) return "说明";
  return `说明${text.line > 0 ? `第 ${text.line} 行` : ""}“${text.quote}”`;
}

function basis(said: Said): string {
  return said.finding.cells.length === 0 ? "" : `按${places(said)}`;
}

/** The cells, each once. */
function places({ finding, cell }: Said): string {
  const texts = finding.cells.map((_, index) => cell(index));
  return [...new Set(texts)].join("、");
}

/** The cells behind the first. */
function parts({ finding, cell }: Said): string {
  return finding.cells
    .slice(1)
    .map((_, index) => cell(index + 1))
    .join("、");
}

function expected({ finding }: Said): string {
  return expectedText(finding);
}
