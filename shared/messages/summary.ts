import type { Finding } from "../model/finding.js";

/** How many findings of each severity stand, and how much was compared. */
export interface Summary {
  readonly errors: number;
  /** 核实性 findings and missing reasons that nobody has answered yet. */
  readonly explanations: number;
  readonly hints: number;
  readonly rulesChecked: number;
  readonly comparisons: number;
  readonly notChecked: number;
}

/** Counts findings; an answered finding stays listed and is no longer counted. */
export function summarize(
  findings: readonly Finding[],
  compared: Pick<Summary, "rulesChecked" | "comparisons">,
): Summary {
  const count = (holds: (finding: Finding) => boolean): number => findings.filter(holds).length;
  return {
    errors: count((finding) => finding.severity === "error"),
    explanations: count((finding) => finding.severity === "explain" && finding.remark === undefined),
    hints: count((finding) => finding.severity === "hint"),
    ...compared,
    notChecked: count((finding) => finding.kind === "not-checked"),
  };
}
