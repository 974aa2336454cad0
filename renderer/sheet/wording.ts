import type { EditReason } from "../../shared/editing/gesture.js";
import { editRefusalText } from "../../shared/messages/editing-text.js";

/** Why a text is not taken, in a sentence. */
export function refusalText(reason: EditReason, facts: Readonly<Record<string, string>> = {}): string {
  return editRefusalText({ reason, facts });
}

/** What gestures say afterwards. Parts are joined by commas. */
export const NOTICES = {
  pasted: (cells: number) => `已粘贴 ${cells} 格`,
  filled: (cells: number) => `已填充 ${cells} 格`,
  cleared: (cells: number) => `已清除 ${cells} 格`,
  replaced: (cells: number) => `已替换 ${cells} 格`,
  readOnly: (cells: number) => `跳过 ${cells} 个不能填写的格`,
  computedKept: (cells: number) => `${cells} 个合计格保持自动计算`,
  notNumbers: (cells: number, examples: string) => `${cells} 格不是数字（${examples}）`,
  otherProblems: (cells: number, reason: string) => `${cells} 格没有填入（${reason}）`,
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

/** The states of cells in words, for screen readers. */
export const SPOKEN = {
  blank: "空",
  printed: "印好的内容，只读",
  computed: "自动计算",
  input: "可填写",
  residual: "自动计算，带尾差",
  stated: "自填的合计数",
  error: "错误",
  explain: "待说明",
  hint: "提示",
} as const;

/** The words of the search bar. */
export const FIND = {
  bar: "查找和替换",
  find: "查找",
  replaceWith: "替换为",
  next: "下一个",
  previous: "上一个",
  replace: "替换",
  replaceAll: "全部替换",
  allTables: "所有表",
  close: "关闭查找",
} as const;

/** The lines of the sheet's context menu. */
export const MENU = {
  cut: "剪切",
  copy: "复制",
  paste: "粘贴",
  delete: "清除内容",
  "fill-down": "向下填充",
  "fill-right": "向右填充",
  edit: "编辑",
  find: "查找…",
} as const;

/** How the printed names of rows end that add other rows up: 合计, 总计, 小计. */
export const TOTAL_NAME = /计$/u;
