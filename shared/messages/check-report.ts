import type { Finding } from "../model/finding.js";
import { expectedText } from "./expected-text.js";
import { severityWord } from "./severity-words.js";

/** A checked narrative's findings on one page. */
export interface CheckReport {
  readonly title: string;
  readonly lines: readonly string[];
  readonly heads: readonly string[];
  readonly rows: readonly { readonly severity: Finding["severity"]; readonly cells: readonly string[] }[];
  /** What did not fit, and who signs. */
  readonly foot: readonly string[];
}

/** So many rows of one line fit on a page beside title and foot. */
const ROWS = 32;

const HEADS: readonly string[] = ["行", "类别", "文中", "应为", "问题"];

/** What is wrong, in a few words, by the finding's code. */
const PROBLEMS: Readonly<Record<string, string>> = {
  "text-figure": "数字与表不符",
  "text-rounding": "与表相差在尾差内",
  "text-unit": "单位不对",
  "text-no-base": "基数为 0，没有百分比",
  "text-year": "年度不对",
  "text-other-year": "出现别的年份",
  "text-date": "没有这一天",
  "text-other-date": "不是年末日期",
  "text-told": "与说明要素不一致",
  "text-direction": "增减方向与数字不符",
  "text-no-change": "没有增减却写了增减",
  "text-copied": "像是抄了相邻的数",
  "text-impossible": "增减不可能同时成立",
  "text-changes-rounding": "增减相差在尾差内",
  "text-heading": "内容与标题不符",
  "text-department": "不是本部门名称",
  "text-reason": "没有写增减原因",
  "text-required": "必须写明的数没有写",
  "text-two-tellings": "与公开10至12表不一致",
  "text-told-twice": "同一件事前后不一致",
  "text-leftover": "留有模板字样",
  "text-old-name": "以前的名称",
  "text-doubled": "重复的句子",
  "text-signs": "重复的标点",
};

/** The findings in one line each, errors first; what nobody could decide and what does not fit is counted. */
export function checkReport(
  findings: readonly Finding[],
  { title, lines, full }: Pick<CheckReport, "title" | "lines"> & { readonly full: string },
): CheckReport {
  const decided = findings.filter(({ kind }) => kind !== "not-checked");
  const sorted = (["error", "explain", "hint"] as const).flatMap((wanted) =>
    decided.filter(({ severity }) => severity === wanted),
  );
  const undecided = findings.length - decided.length;
  const left = sorted.length - ROWS;
  const foot = [
    ...(left > 0 ? [`另有 ${left} 条没有列出，见${full}。`] : []),
    ...(undecided > 0 ? [`有 ${undecided} 处没能判断说的是哪个数，没有核对，见${full}。`] : []),
    "核对人：　　　　　　　　　　日期：　　　　年　　月　　日",
  ];
  return { title, lines, heads: HEADS, rows: sorted.slice(0, ROWS).map(rowOf), foot };
}

function rowOf(finding: Finding): CheckReport["rows"][number] {
  const { severity, kind, code, text, facts } = finding;
  const line = text === undefined || text.line === 0 ? "" : String(text.line);
  const other = facts["otherFigure"] ?? "";
  const expected = text?.expected === "" ? other : expectedText(finding);
  const said = cut(text === undefined || text.figure === "" ? (facts["item"] ?? "") : text.figure, 16);
  return { severity, cells: [line, severityWord({ severity, kind }), said, cut(expected, 16), PROBLEMS[code] ?? code] };
}

/** A text that fits on one line of its column. */
function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
