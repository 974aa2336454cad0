import { addressKey } from "../../shared/model/address.js";
import type { Finding } from "../../shared/model/finding.js";

/** The findings of each cell by addressKey. Findings come in their fixed order, the gravest first, and keep it. */
export function findingsByCell(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const byCell = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const at of finding.cells) {
      const key = addressKey(at);
      const known = byCell.get(key);
      if (known === undefined) byCell.set(key, [finding]);
      else if (known.at(-1) !== finding) known.push(finding);
    }
  }
  return byCell;
}
