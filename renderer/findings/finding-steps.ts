import type { Finding } from "../../shared/model/finding.js";
import { findingKey } from "./finding-groups.js";
import { kindOf, type FindingKindName } from "./finding-kinds.js";

/** The finding after the current one among those listed that stand at a cell; the first, or last, where none is current. */
export function neighbour(
  findings: readonly Finding[],
  kinds: ReadonlySet<FindingKindName>,
  current: string | undefined,
  by: 1 | -1,
): Finding | undefined {
  const listed = findings.filter((finding) => kinds.has(kindOf(finding)) && finding.cells.length > 0);
  const at = listed.findIndex((finding) => findingKey(finding) === current);
  if (at < 0) return by === 1 ? listed[0] : listed.at(-1);
  return listed[(at + by + listed.length) % listed.length];
}
