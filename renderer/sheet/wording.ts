import type { Refusal } from "./write-plan.js";

/** Why a text is not taken, as the editor says it below the cell. */
export const REFUSALS: Readonly<Record<Refusal, string>> = {
  printed: "这里是表样印好的内容，不能修改",
  "computed-text": "合计格只能填数字；清空后恢复自动计算的数",
  "not-a-number": "不是数字",
  "misplaced-separator": "千分位逗号的位置不对",
  "percent-sign": "这一格不填百分数",
  "foreign-unit": "写在后面的单位与这一格的单位不符",
};

/** What gestures say afterwards. Parts are joined by commas. */
export const NOTICES = {
  pasted: (cells: number) => `已粘贴 ${cells} 格`,
  filled: (cells: number) => `已填充 ${cells} 格`,
  cleared: (cells: number) => `已清除 ${cells} 格`,
  replaced: (cells: number) => `已替换 ${cells} 格`,
  readOnly: (cells: number) => `跳过 ${cells} 个不能填写的格`,
  computedKept: (cells: number) => `${cells} 个合计格保持自动计算`,
  notNumbers: (cells: number, examples: string) => `${cells} 格不是数字（${examples}）`,
  otherProblems: (cells: number, reason: string) => `${cells} 格${reason}`,
  beyond: (cells: number) => `超出表格的 ${cells} 格未粘贴`,
  manyRanges: "不能对多个选区这样做：请选成同样的行或同样的列",
  manyRangesPaste: "粘贴的内容与多个选区的大小不符，请只选一个位置",
  nothingToPaste: "剪贴板里没有可以粘贴的内容",
  pasteByKey: "请按 Ctrl+V 粘贴",
  fillNeedsRange: "请先选中要填充的区域",
  calculation: "算式写得不对，只能用数字和 + − × ÷ ( )",
  divisionByZero: "算式里除数是 0",
  draftDropped: (text: string) => `没有填入“${text}”：内容不合要求`,
  notFound: (text: string) => `没有找到“${text}”`,
  found: (index: number, count: number) => `第 ${index} 处，共 ${count} 处`,
} as const;
