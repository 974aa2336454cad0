import { useCallback, useMemo, useState } from "react";
import type { CellAddress } from "../../shared/model/address.js";
import type { Finding } from "../../shared/model/finding.js";
import { findingKey } from "../findings/finding-groups.js";
import { neighbour } from "../findings/finding-steps.js";
import { KINDS, type FindingKindName } from "../findings/finding-kinds.js";
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
