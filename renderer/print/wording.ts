import type { FaceUse } from "../../shared/pages/wanted-faces.js";
import type { ZeroStyle } from "../../shared/pages/page-options.js";
import type { Progress } from "../worker/protocol.js";
import type { PrintedContent } from "./print-choice.js";

/** The words of the print page. */
export const WORDS = {
  title: "打印",
  options: "打印选项",
  preview: "打印预览",
  back: "返回",

  content: "打印内容",
  contents: {
    current: "当前表",
    selected: "选定的表",
    all: "全部表",
    narrative: "决算说明",
    everything: "全部表和决算说明",
  } satisfies Record<PrintedContent, string>,
  tables: "要打印的表",
  takeAll: "全选",
  takeNone: "全不选",

  zeros: "零值印作",
  zeroStyles: { figure: "0.00", blank: "空白", dash: "—" } satisfies Record<ZeroStyle, string>,

  signOff: "签批稿",
  signOffText: "表下加签章行和盖章处，末尾附校验结果；每页印数据指纹。",
  fingerprint: (fingerprint: string) => `指纹 ${fingerprint}`,
  draft: "还有错误没有改正，每页都印“草稿”。",

  faces: "实际使用的字体",
  uses: {
    "table-title": "表的标题",
    "table-body": "表的正文",
    title: "说明标题",
    body: "说明正文",
    bold: "一级标题",
    script: "二级标题",
    song: "页码",
  } satisfies Record<FaceUse, string>,
  missing: (wanted: string) => `缺${wanted}`,
  replacedBy: (used: string) => `用 ${used} 代替`,
  replacedBySystem: "由系统选一种代替",
  facesMissing: "缺的字体装好后，重新打开程序即可使用。",

  print: "打印…",
  printing: "正在交给打印机……",
  savePdf: "另存为 PDF…",

  nothingChosen: "还没有选要打印的表。",
  noNarrative: "读不到决算说明的模板，说明暂时不能打印。",
  failed: "没有排出来",
  retry: "重试",
  restartPage: "重新载入窗口",
  workerBroken: "后台计算停止了。修改都留有恢复记录，没有丢失。请重试；还不行就重新载入窗口，按提示恢复。",
  page: (number: number, count: number) => `第 ${number} 页，共 ${count} 页`,
  count: (number: number, count: number) => `${number} / ${count}`,
  previousPage: "上一页",
  nextPage: "下一页",
  zoom: "显示比例",
  zooms: { width: "适合宽度", whole: "整页", actual: "100%" },
} as const;

/** What is being done while a preview is made. */
export const STEPS: Readonly<Record<Progress | "making-pdf" | "drawing", string>> = {
  reading: "正在读取……",
  computing: "正在计算……",
  checking: "正在检查……",
  "writing-workbook": "正在排版……",
  "writing-narrative": "正在写决算说明……",
  "writing-report": "正在写校验结果……",
  "writing-pages": "正在排版……",
  "making-pdf": "正在分页……",
  drawing: "正在画出各页……",
};
