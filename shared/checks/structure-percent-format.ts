import { fixed, HUNDRED, plain, roundTo } from "../decimal.js";
import type { Computed } from "../calc/computed.js";
import type { CellAddress } from "../model/address.js";
import type { Finding } from "../model/finding.js";
import type { Rule, StructureCheck } from "../template/pack.js";
import { structureFinding } from "./structure-finding.js";

type PercentFormat = Extract<StructureCheck, { check: "percent-format" }>;

/**
 * Percentages are written one way. A cell whose text is written otherwise, and a percentage that was entered as the bare
 * ratio (1.00 for 100.00%), is a `percent-format` finding (facts written and, where it is known, expected). What a file shows
 * of a number that reads well is seen by its reader alone, which asks {@link isPercentWriting}.
 */
export function checkPercentFormat(rule: Rule, check: PercentFormat, computed: Computed): readonly Finding[] {
  return computed.rows(check.table).flatMap((row) =>
    check.columns.flatMap((column) => {
      const address: CellAddress = { table: check.table, row, column };
      const fault = misspelt(computed, address);
      return fault === undefined
        ? []
        : [
            structureFinding(rule, computed, {
              code: "percent-format",
              kind: "format",
              cells: [address],
              facts: fault,
            }),
          ];
    }),
  );
}

/** Beyond ten times its base nobody means a ratio; most rates are ruled out by this alone. */
const LARGEST_RATIO = 10;

/** Whether a printed percentage has two places and its sign, or is blank or a dash for “no data”. */
export function isPercentWriting(written: string): boolean {
  return /^(-?\d+\.\d{2}%|[-\u2010-\u2015\u2212\uFF0D\u2500]*)$/u.test(
    written.normalize("NFKC").replace(/[\s,]/gu, ""),
  );
}

function misspelt(computed: Computed, address: CellAddress): Readonly<Record<string, string>> | undefined {
  const text = computed.text(address);
  if (text !== undefined) return isPercentWriting(text) ? undefined : { written: text };
  const figure = computed.figure(address);
  if (figure === undefined || figure.isZero() || figure.abs().greaterThanOrEqualTo(LARGEST_RATIO)) return undefined;
  const expected = computed.derived(address)?.computed;
  if (expected === undefined) return undefined;
  const places = computed.places(address);
  const isRatio = !figure.equals(expected) && roundTo(figure.times(HUNDRED), 0).equals(roundTo(expected, 0));
  return isRatio ? { written: plain(figure), expected: `${fixed(expected, places)}%` } : undefined;
}
