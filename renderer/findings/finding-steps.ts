import type { Finding } from "../../shared/model/finding.js";
import { elementOf, findingKey, type FindingGroup } from "./finding-groups.js";

/** The finding after the current one in the list as it is shown, or before it; the first, or last, where none is current. */
export function neighbour(
  groups: readonly FindingGroup[],
  current: string | undefined,
  by: 1 | -1,
): Finding | undefined {
  const listed = groups.flatMap(({ findings }) => findings).filter(hasPlace);
  const at = listed.findIndex((finding) => findingKey(finding) === current);
  if (at < 0) return by === 1 ? listed[0] : listed.at(-1);
  return listed[(at + by + listed.length) % listed.length];
}

/** Whether the window can lead to what a finding is about: cells, or a field of the narrative. */
export function hasPlace(finding: Finding): boolean {
  return finding.cells.length > 0 || elementOf(finding) !== undefined;
}
