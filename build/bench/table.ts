import type { Comparison, Line } from "./comparisons.js";
import type { Sample } from "./sample.js";

/** A comparison as text: one line a figure, then what was proven on the way. */
export function comparisonText({ title, lines }: Comparison, ours: Sample, peer: Sample | undefined): string {
  const proofs = [...proofOf("我方", ours), ...(peer === undefined ? [] : proofOf("对方", peer))];
  return [`\n${title}`, ...lines.map((line) => lineText(line, ours, peer)), ...proofs].join("\n");
}

function lineText(line: Line, ours: Sample, peer: Sample | undefined): string {
  const { label, unit, of, ratio, limit } = line;
  const a = of(ours);
  if (peer === undefined) {
    const promise = limit === undefined ? "" : `  要求 ≤ ${limit} ${unit}：${a <= limit ? "达到" : "未达到"}`;
    return `  ${label}：${rounded(a)} ${unit}${promise}`;
  }
  const b = of(peer);
  const share = a / b;
  const speed =
    share < 1 ? `为对方的 ${share.toFixed(3)}（${(1 / share).toFixed(1)} 分之一）` : `为对方的 ${share.toFixed(2)} 倍`;
  const promises = [
    ...(ratio === undefined ? [] : [{ text: `≤ ${ratio}`, isKept: share <= ratio }]),
    ...(limit === undefined ? [] : [{ text: `≤ ${limit} ${unit}`, isKept: a <= limit }]),
  ];
  const marks = promises.map(({ text, isKept }) => `  要求 ${text}：${isKept ? "达到" : "未达到"}`);
  return `  ${label}：我方 ${rounded(a)} ${unit}，对方 ${rounded(b)} ${unit}，${speed}${marks.join("")}`;
}

function proofOf(side: string, sample: Sample): readonly string[] {
  const { wrong, inexact, findings, cells } = sample;
  return [
    ...(wrong === undefined ? [] : [`  ${side}：与整数结果不符的合计和核对 ${wrong} 处`]),
    ...(inexact === undefined ? [] : [`  ${side}：不先取整就不是该金额的合计 ${inexact} 个`]),
    ...(findings === undefined ? [] : [`  ${side}：${cells ?? 0} 个单元格，检查结果 ${findings} 条`]),
  ];
}

function rounded(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3);
}
