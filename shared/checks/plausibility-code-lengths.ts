import type { Computed } from "../calc/computed.js";
import type { Finding } from "../model/finding.js";
import { codeNames } from "./code-names.js";
import { codeTables } from "./code-rows.js";
import { findingOf } from "./suspicion.js";

/**
 * A code with more or fewer digits than 类, 款 and 项 have. No total counts such a row rightly, so every sum above it would look
 * wrong: this says which row is to blame.
 */
export function checkCodeLengths(computed: Computed): readonly Finding[] {
  return codeTables(computed).flatMap(({ classification, rows }) => {
    const lengths = codeNames(computed, classification).lengths();
    return rows
      .filter(({ code }) => !lengths.includes(code.length))
      .map(({ code, name, cell }) =>
        findingOf(computed, {
          check: "code-length",
          severity: "error",
          cells: [cell],
          facts: { code, name, digits: String(code.length), lengths: lengths.join(",") },
        }),
      );
  });
}
