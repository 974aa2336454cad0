import { useCallback, useMemo, useState } from "react";
import type { CellAddress } from "../../shared/model/address.js";
import type { Finding } from "../../shared/model/finding.js";
import { findingKey } from "../findings/finding-groups.js";
import { kindOf, KINDS, type FindingKindName } from "../findings/finding-kinds.js";
import { attention } from "../session/window-store.js";

/** The finding somebody looks at, the kinds that are listed, and the ways from one to the next. */
export interface FindingCursor {
  readonly current: string | undefined;
  readonly kinds: ReadonlySet<FindingKindName>;
  readonly setKinds: (kinds: ReadonlySet<FindingKindName>) => void;
  readonly look: (finding: Finding, cells: readonly CellAddress[]) => void;
  /** Goes to the next finding of the listed kinds, or the one before; round at the ends. */
  readonly step: (findings: readonly Finding[], by: 1 | -1) => void;
}

/** Holds the cursor for the window. */
export function useFindingCursor(): FindingCursor {
  const [current, setCurrent] = useState<string>();
  const [kinds, setKinds] = useState<ReadonlySet<FindingKindName>>(() => new Set(KINDS));
  const look = useCallback((finding: Finding, cells: readonly CellAddress[]) => {
    setCurrent(findingKey(finding));
    attention.lead(cells);
  }, []);
  return useMemo(
    () => ({
      current,
      kinds,
      setKinds,
      look,
      step: (findings, by) => {
        const next = neighbour(findings, kinds, current, by);
        if (next !== undefined) look(next, next.cells);
      },
    }),
    [current, kinds, look],
  );
}

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
