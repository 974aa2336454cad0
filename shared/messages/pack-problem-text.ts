import type { RuleProblem } from "../calc/compiled-rules.js";
import type { PackProblem, PackProblemCode } from "../template/shape.js";

type Facts = Readonly<Record<string, string>>;

/** What is wrong, by the code of the problem. */
const PROBLEMS: Readonly<Record<PackProblemCode, (facts: Facts) => string>> = {
  "missing-file": () => "缺少这个文件",
  "unlisted-file": () => "pack.json 的 forms 里没有列出这个文件",
  "not-json": (facts) => `不是正确的 JSON（${facts["reason"] ?? ""}）`,
  "wrong-type": (facts) => `应为${TYPES[facts["expected"] ?? ""] ?? facts["expected"] ?? "别的内容"}`,
  "missing-field": () => "缺少这一项",
  "unknown-field": () => "没有叫这个名字的项，可能写错了",
  "unknown-value": (facts) => `不能写“${facts["value"] ?? ""}”，可以写的是：${facts["allowed"] ?? ""}`,
  "bad-line": (facts) =>
    facts["expected"] === undefined
      ? `这一行“${facts["line"] ?? ""}”写得不对`
      : `第一行应为“${facts["expected"]}”，现在是“${facts["line"] ?? ""}”`,
  duplicate: (facts) => `“${facts["value"] ?? ""}”重复，前面已有（${facts["first"] ?? ""}）`,
  "unknown-name": (facts) => `找不到叫“${facts["value"] ?? ""}”的${KINDS[facts["kind"] ?? ""] ?? "内容"}`,
  "not-shown": (facts) => `表“${facts["table"] ?? ""}”的“${facts["value"] ?? ""}”在表式里没有位置`,
  "wrong-width": (facts) => `应占 ${facts["expected"] ?? ""} 列，现在是 ${facts["found"] ?? ""} 列`,
  "bad-formula": (facts) => `式子“${facts["formula"] ?? ""}”写得不对${positionText(facts)}`,
};

const TYPES: Readonly<Record<string, string>> = {
  text: "文字",
  name: "不空的文字",
  whole: "不小于 0 的整数",
  measure: "大于 0 的数",
  flag: "true 或 false",
  list: "列表 [ … ]",
  "filled-list": "不空的列表",
  object: "一组项 { … }",
};

const KINDS: Readonly<Record<string, string>> = {
  cell: "单元格",
  classification: "科目分类",
  code: "科目编码",
  column: "栏",
  element: "说明要素",
  figure: "数",
  form: "表式",
  "parent-table": "上级表",
  row: "行",
  table: "表",
};

/** One thing that a pack's author has to correct: file, place in it, what is wrong. */
export function packProblemText({ file, path, code, facts }: PackProblem): string {
  const line = /^line (\d+)$/u.exec(path)?.[1];
  const place = line === undefined ? path : `第 ${line} 行`;
  return `${file}${place === "" ? "" : ` ${place}`}：${PROBLEMS[code](facts)}。`;
}

/** A rule whose formula cannot be computed. */
export function ruleProblemText({ rule, field, text }: RuleProblem): string {
  return `规则 ${rule} 的 ${field}：式子“${text}”写得不对。`;
}

/** What of a pack's folder is no text and yet has to be right. */
export const PACK_FILES = {
  missing: (file: string): string => `${file}：缺少这个文件。`,
  encoding: (file: string): string => `${file}：不是 UTF-8 编码的文字。请另存为 UTF-8。`,
  link: (file: string): string => `${file}：是一个链接，不会跟着走。请换成真正的文件。`,
  refused: (file: string, sentence: string): string => `${file}：${sentence}`,
} as const;

function positionText({ problem, position }: Facts): string {
  return problem === "row-set" || position === undefined ? "" : `（从第 ${Number.parseInt(position, 10) + 1} 个字起）`;
}
