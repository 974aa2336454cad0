import { addressKey } from "../model/address.js";
import { findingTable, type Finding } from "../model/finding.js";
import type { Pack } from "../template/pack.js";

const GRAVITY: Readonly<Record<Finding["severity"], number>> = { error: 0, explain: 1, hint: 2 };

/**
 * Findings in the order people work through them: errors, what is to be explained, hints; within these by table as the pack
 * prints them, and otherwise as they came. What belongs to no table, or tells of a whole one, comes first. Exactly repeated findings stand once.
 */
export function inOrder(pack: Pack, findings: readonly Finding[]): readonly Finding[] {
  const places = new Map(pack.tables.map((table, index) => [table.id, index]));
  const place = (finding: Finding): number => {
    const table = finding.code === "sheet-unit" ? undefined : findingTable(finding);
    return table === undefined ? -1 : (places.get(table) ?? pack.tables.length);
  };
  const seen = new Set<string>();
  return findings
    .filter((finding) => {
      const key = identity(finding);
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    })
    .toSorted((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity] || place(a) - place(b));
}

function identity(finding: Finding): string {
  const { rule, code, cells, left, right, facts, place, text } = finding;
  return JSON.stringify([rule, code, cells.map(addressKey), left, right, facts, place, text]);
}
