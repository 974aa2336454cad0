import type { Computed } from "../calc/computed.js";
import type { Finding } from "../model/finding.js";
import { formText, tableText } from "./place-text.js";
import { EXPLAIN, sayFrom, type Said, type Sentences } from "./sentence.js";

const SENTENCES: Sentences = {
  "duplicate-code": ({ fact, cell }) =>
    `${cell(0)}：科目编码 ${fact("code")} 出现了 ${fact("times")} 次（“${fact("name")}”和“${fact("first")}”）${owner(fact("owner"), fact("name"))}。请改正编码，同一编码只保留一行。`,
  "code-name": ({ fact, cell }) =>
    `${cell(0)}：编码 ${fact("code")} 的科目名称应为“${fact("expected")}”，表里写的是“${fact("name")}”${owner(fact("owner"), fact("name"))}。请核对编码和名称。`,
  "former-name": ({ fact, cell }) =>
    `${cell(0)}：编码 ${fact("code")} 用的是旧名称“${fact("name")}”（用到 ${fact("until")} 年度为止），本年度应为“${fact("expected")}”。请改用本年度的名称。`,
  "names-differ": ({ fact, cell }) =>
    `${cell(0)}：编码 ${fact("code")} 在这里叫“${fact("name")}”，在${cell(1)}叫“${fact("first")}”。请统一名称。`,
  "missing-parent": ({ fact, cell }) =>
    `${cell(0)}：有下级科目 ${fact("child")} ${fact("childName")}，却没有上级科目 ${fact("code")}${named(fact("name"))}。请补上这一行。`,
  "code-not-within": ({ fact, cell, computed }) =>
    `${cell(0)}：科目 ${fact("code")} ${fact("name")} 有金额，但${tableText(computed, fact("within"))}里没有这个科目。请核对是否漏列。`,
  "percent-format": ({ fact, cell }) =>
    `${cell(0)}：百分比写成了“${fact("written")}”${expected(fact("expected"))}。请统一写成“100.00%”这样的形式，没有数据的写“—”。`,
  "form-has-figures": (said) =>
    `${formTitle(said)}里有数，但${said.cell(said.finding.cells.length - 1)}等处都是 0 或空白，两边对不上。请核对是否漏填或多填。`,
  "form-lacks-figures": (said) => `${said.cell(0)}有数，但${formTitle(said)}是空表。请补填这张表，或核对原数。`,
  "empty-sentence-left": (said) => `${formTitle(said)}已经填了数，表下却还写着“本表无数据”一类的说明。请删去这句说明。`,
  "empty-sentence-missing": (said) =>
    `${formTitle(said)}没有数据，表下没有写明原因。空表也要公开，并注明“……故本表无数据”。请补上这句说明。`,
};

/** The sentence of a structural finding, or undefined for other codes. */
export function structureText(computed: Computed, finding: Finding): string | undefined {
  const text = sayFrom(SENTENCES, computed, finding);
  if (text === undefined) return undefined;
  const advice =
    finding.severity === "explain" && finding.remark === undefined && finding.kind !== "missing" ? EXPLAIN : "";
  return `${text}${advice}${finding.facts["title"] === undefined ? "" : `（规则 ${finding.rule}）`}`;
}

function formTitle({ computed, fact }: Said): string {
  return formText(computed, fact("form"));
}

function owner(code: string, name: string): string {
  return code === "" ? "" : `，“${name}”的编码是 ${code}`;
}

function named(name: string): string {
  return name === "" ? "" : ` ${name}`;
}

function expected(text: string): string {
  return text === "" ? "" : `，按计算应为“${text}”`;
}
