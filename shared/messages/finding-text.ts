import type { Computed } from "../calc/computed.js";
import type { Finding } from "../model/finding.js";
import { narrativeText } from "./narrative-text.js";
import { plausibilityText } from "./plausibility-text.js";
import { proseText } from "./prose-text.js";
import { readingText } from "./reading-text.js";
import { ruleText } from "./rule-text.js";
import { structureText } from "./structure-text.js";

/**
 * The Chinese sentence of a finding, for window, command line, report and paper: what happened, where by printed names, the
 * figures on both sides, and what to do. A code without a sentence is a defect and throws.
 */
export function findingText(computed: Computed, finding: Finding): string {
  if (finding.code.startsWith("rule-")) return ruleText(computed, finding);
  for (const say of [structureText, plausibilityText, readingText, narrativeText, proseText]) {
    const text = say(computed, finding);
    if (text !== undefined) return text;
  }
  throw new Error(`no sentence for findings of code ${finding.code}`);
}
