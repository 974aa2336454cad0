import type { Computed } from "../calc/computed.js";
import type { Finding } from "../model/finding.js";
import { printedFigure } from "./figure-text.js";
import { findingText } from "./finding-text.js";
import type { PlaceOf } from "./finding-record.js";
import { cellWithinTable, tableText } from "./place-text.js";
import type { Summary } from "./summary.js";

/** The findings report (校验报告) as texts and figures, ready to be laid out as a sheet or on paper. */
export interface ReportContent {
  readonly title: string;
  /** Lines below the title: who, which year, the counts, how to read the report. */
  readonly lines: readonly string[];
  readonly heads: readonly string[];
  readonly rows: readonly ReportRow[];
  /** Typefaces of title and body, and the page foot in Excel's codes. */
  readonly faces: { readonly title: string; readonly body: string };
  readonly footer: string;
  /** What stands in place of rows when there is no finding. */
  readonly none: string;
}

/** One finding: its severity for colour, and a text or figure for each head. */
export interface ReportRow {
  readonly severity: Finding["severity"];
  readonly cells: readonly ReportCell[];
}

/** A figure is plain decimal text; it is written digit for digit. */
export type ReportCell = { readonly kind: "text" | "figure"; readonly text: string };

const SEVERITIES: Readonly<Record<Finding["severity"], string>> = { error: "错误", explain: "需说明", hint: "提示" };

/** What stands in place of a rule's number for checks that no rule of the pack states. */
const OTHER_CHECK = "合理性检查";

const HEADS: readonly string[] = [
  "序号",
  "类别",
  "表",
  "位置",
  "工作表单元格",
  "填报数",
  "应为",
  "相差",
  "说明",
  "规则",
  "答复",
];

/** Puts all findings into the report, in the order they are given. */
export function reportContent(
  computed: Computed,
  findings: readonly Finding[],
  summary: Summary,
  placeOf: PlaceOf,
): ReportContent {
  const { department, year } = computed.workbook.profile;
  return {
    title: "校验报告",
    lines: [
      `部门：${department}　年度：${year}　模板：${computed.pack.title}`,
      `错误 ${summary.errors} 条，需说明 ${summary.explanations} 条，提示 ${summary.hints} 条；检查规则 ${summary.rulesChecked} 条，比对 ${summary.comparisons} 处。`,
      "“错误”须改正；“需说明”经核实无误的，在工作表“说明要素”里写明原因即可；“提示”多为四舍五入的尾差，不用改。",
    ],
    heads: HEADS,
    rows: findings.map((finding, index) => reportRow(computed, finding, index + 1, placeOf)),
    faces: computed.pack.frame.fonts,
    footer: computed.pack.frame.footer,
    none: "没有发现问题。",
  };
}

function reportRow(computed: Computed, finding: Finding, number: number, placeOf: PlaceOf): ReportRow {
  const [first] = finding.cells;
  const place = first === undefined ? finding.place : placeOf(first);
  const texts = [
    String(number),
    finding.kind === "rounding" ? "尾差" : SEVERITIES[finding.severity],
    first === undefined ? "" : tableText(computed, first.table),
    first === undefined ? "" : cellWithinTable(computed, first),
    place === undefined ? "" : `${place.sheet}!${place.address}`,
  ].map((text): ReportCell => ({ kind: "text", text }));
  const figures = [finding.left, finding.right, finding.difference].map((figure): ReportCell => {
    return figure === undefined
      ? { kind: "text", text: "" }
      : { kind: "figure", text: printedFigure(computed, finding, figure) };
  });
  const isRule = computed.pack.rules.some(({ id }) => id === finding.rule);
  const rest = [findingText(computed, finding), isRule ? finding.rule : OTHER_CHECK, finding.remark ?? ""].map(
    (text): ReportCell => {
      return { kind: "text", text };
    },
  );
  return { severity: finding.severity, cells: [...texts, ...figures, ...rest] };
}
