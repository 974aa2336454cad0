import type { Computed } from "../calc/computed.js";
import type { Finding } from "../model/finding.js";
import { checkCodeLengths } from "./plausibility-code-lengths.js";
import { checkCodeNames } from "./plausibility-code-names.js";
import { checkCopiedTexts } from "./plausibility-copied-texts.js";
import { checkDeadlines } from "./plausibility-deadlines.js";
import { checkDuplicateCodes } from "./plausibility-duplicate-codes.js";
import { checkEmptySentences } from "./plausibility-empty-sentences.js";
import { checkExecution } from "./plausibility-execution.js";
import { checkIndicatorNames } from "./plausibility-indicator-names.js";
import { checkLeftovers } from "./plausibility-leftovers.js";
import { checkMissingParents } from "./plausibility-missing-parents.js";
import { checkPastedAmounts } from "./plausibility-pasted-amounts.js";
import { checkScores } from "./plausibility-scores.js";
import { checkSplitCounts } from "./plausibility-split-counts.js";
import { checkStaleYears } from "./plausibility-stale-years.js";
import { checkStatedChanges } from "./plausibility-stated-changes.js";
import { checkStatedFigures } from "./plausibility-stated-figures.js";
import { checkTextAmounts } from "./plausibility-text-amounts.js";
import { checkUnitSlips } from "./plausibility-unit-slips.js";
import { checkUnknownCodes } from "./plausibility-unknown-codes.js";
import { checkWantedTexts } from "./plausibility-wanted.js";
import { checkZeroBases } from "./plausibility-zero-bases.js";

/** A check the rules cannot express: every finding it has, in the order the tables print their cells. */
export type PlausibilityCheck = (computed: Computed) => readonly Finding[];

/**
 * The checks that read figures: they must be made anew after every edit. Kept apart from {@link textChecks} so that typing a
 * figure never reads the codes, names and long texts again.
 */
export const figureChecks: readonly PlausibilityCheck[] = [
  checkUnitSlips,
  checkPastedAmounts,
  checkScores,
  checkSplitCounts,
  checkZeroBases,
  checkExecution,
  checkStatedFigures,
  checkStatedChanges,
];

/** The checks whose findings change only when a text, a name, a row, an answer or the profile changes. */
export const textChecks: readonly PlausibilityCheck[] = [
  checkDuplicateCodes,
  checkMissingParents,
  checkCodeNames,
  checkCodeLengths,
  checkUnknownCodes,
  checkWantedTexts,
  checkIndicatorNames,
  checkLeftovers,
  checkEmptySentences,
  checkStaleYears,
  checkDeadlines,
  checkCopiedTexts,
  checkTextAmounts,
];

/** Every check of plausibility on a workbook, always in the same order. */
export function checkPlausibility(computed: Computed): readonly Finding[] {
  return [...figureChecks, ...textChecks].flatMap((check) => check(computed));
}
