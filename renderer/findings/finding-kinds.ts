import type { Finding } from "../../shared/model/finding.js";

/** How the window sorts findings: what must be corrected, what needs a reason, what is rounding alone, and advice. */
export type FindingKindName = "error" | "explain" | "rounding" | "hint";

/** In the order people look at them. */
export const KINDS: readonly FindingKindName[] = ["error", "explain", "rounding", "hint"];

export function kindOf({ kind, severity }: Finding): FindingKindName {
  return kind === "rounding" ? "rounding" : severity;
}

/** Whether a person has given the reason; such a finding stays listed and is no longer counted. */
export function isAnswered({ remark }: Finding): boolean {
  return remark !== undefined;
}

export type FindingCounts = Readonly<Record<FindingKindName, number>>;

/** How many findings of each kind stand, without those answered. */
export function countFindings(findings: readonly Finding[]): FindingCounts {
  const counts = { error: 0, explain: 0, rounding: 0, hint: 0 };
  for (const finding of findings) if (!isAnswered(finding)) counts[kindOf(finding)] += 1;
  return counts;
}
