import type { Computed } from "../calc/computed.js";
import type { Finding } from "../model/finding.js";
import type { Rule } from "../template/pack.js";
import { checkCodesWithin } from "./structure-codes-within.js";
import { checkEmptyForm } from "./structure-empty-form.js";
import { checkPercentFormat } from "./structure-percent-format.js";
import { checkSameNamedRows } from "./structure-same-named-rows.js";
import { checkSameNames } from "./structure-same-names.js";
import { checkUniqueCodes } from "./structure-unique-codes.js";

/**
 * Findings of every rule about structure, in pack order; those of `known` are not looked for again. Rules that are equations
 * alone give none here.
 */
export function checkStructures(
  computed: Computed,
  known?: ReadonlyMap<Rule["id"], readonly Finding[]>,
): readonly Finding[] {
  return computed.pack.rules.flatMap((rule) => known?.get(rule.id) ?? checkStructure(rule, computed));
}

/** Findings of the structure one rule asks for; none for a rule without. */
export function checkStructure(rule: Rule, computed: Computed): readonly Finding[] {
  const { structure } = rule;
  switch (structure?.check) {
    case undefined:
      return [];
    case "unique-codes":
      return checkUniqueCodes(rule, structure, computed);
    case "empty-iff-zero":
      return checkEmptyForm(rule, structure, computed);
    case "codes-within":
      return checkCodesWithin(rule, structure, computed);
    case "same-names":
      return checkSameNames(rule, structure, computed);
    case "percent-format":
      return checkPercentFormat(rule, structure, computed);
    case "same-named-rows":
      return checkSameNamedRows(rule, structure, computed);
  }
}
