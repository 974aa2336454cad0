import { compare } from "../calc/compare.js";
import { sourceOf, standingFormulas, type Session } from "../calc/session.js";

/** How much of a pack's rules a workbook let be compared. */
export interface Coverage {
  /** Rules of which at least one comparison was made, or that look at structure. */
  readonly rulesChecked: number;
  /** Comparisons with figures on both sides. */
  readonly comparisons: number;
}

/** Counts every comparison that had figures on both sides; for reports, not for every keystroke. */
export function coverageOf(session: Session): Coverage {
  const source = sourceOf(session, "printed");
  const stands = standingFormulas(session.plan, source);
  const rules = new Set(
    session.plan.layout.pack.rules.filter((rule) => rule.structure !== undefined).map((rule) => rule.id),
  );
  let comparisons = 0;
  for (const comparison of session.plan.comparisons) {
    if (!stands(comparison.formula)) continue;
    const { kind } = compare(comparison, source);
    if (kind === "blank" || kind === "not-checked") continue;
    comparisons += 1;
    rules.add(comparison.formula.rule.id);
  }
  return { rulesChecked: rules.size, comparisons };
}
