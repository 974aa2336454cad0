import type { EditReason, EditRefusal } from "../editing/gesture.js";

type Facts = EditRefusal["facts"];

/** The sentence of a gesture that does nothing: why, and what to do instead. */
export function editRefusalText({ reason, facts }: EditRefusal): string {
  return SENTENCES[reason](facts);
}

const SENTENCES: Readonly<Record<EditReason, (facts: Facts) => string>> = {
  printed: () => "这里是表样印好的内容，不能修改",
  "computed-text": () => "合计格只能填数字；清空后恢复自动计算的数",
  "not-a-number": () => "不是数字",
  "misplaced-separator": () => "千分位逗号的位置不对",
  "too-large": () => "大得不可能是一笔账",
  "percent-sign": () => "这一格不填百分数",
  "foreign-unit": () => "写在后面的单位与这一格的单位不符",
  "code-needed": () => "请先在本行填科目编码或名称",
  "code-malformed": ({ code = "" }) => `“${code}”不是科目编码：应为 3、5 或 7 位数字，且不超过科目表的位数`,
  "code-exists": ({ code = "", name = "" }) => `本表已有 ${`${code} ${name}`.trim()}，请直接在那一行填数`,
  "name-needed": ({ code = "" }) => `科目表里没有 ${code}，请同时填写名称`,
  "name-unknown": ({ name = "" }) => `没有名称为“${name}”的科目，请填编码`,
  "name-ambiguous": ({ name = "", codes = "" }) => `“${name}”对应多个编码（${codes.replaceAll(" ", "、")}），请填编码`,
  "row-printed": ({ name = "" }) =>
    name === "" ? "这一行是表样印好的，不能删除" : `“${name}”是表样印好的行，不能删除`,
  "has-children": ({ code = "", name = "", count = "" }) =>
    `${`${code} ${name}`.trim()} 下面还有 ${count} 行；请连同下级一起处理，或先处理下级`,
  "reference-unknown": ({ reference = "" }) => `引用“${reference}”找不到对应的格`,
  "reference-exists": ({ reference = "" }) => `上年数里已有“${reference}”`,
  "not-answerable": () => "这一条不需要说明",
  "nothing-stated": () => "这一格就是自动计算的数",
  "year-malformed": ({ year = "" }) => `“${year}”不是年度`,
};
