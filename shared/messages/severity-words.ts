import type { Finding } from "../model/finding.js";

const SEVERITIES: Readonly<Record<Finding["severity"], string>> = { error: "错误", explain: "需核实", hint: "提示" };

/** How much weight a finding about a text has, in the words that stand in front of it on paper. */
export function severityWord({ severity, kind }: Pick<Finding, "severity" | "kind">): string {
  if (kind === "not-checked") return "未核对";
  return kind === "rounding" ? "尾差" : SEVERITIES[severity];
}
