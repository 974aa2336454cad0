import { useCallback, useMemo, useState } from "react";
import type { CellAddress } from "../../shared/model/address.js";
import type { Finding } from "../../shared/model/finding.js";
import type { Pack } from "../../shared/template/pack.js";
import { elementOf, findingKey, groupFindings } from "../findings/finding-groups.js";
import { neighbour } from "../findings/finding-steps.js";
import { KINDS, type FindingKindName } from "../findings/finding-kinds.js";
import { narrativeDesk } from "../narrative/window-narrative.js";
import { attention } from "../session/window-store.js";

/** The finding somebody looks at, the kinds that are listed, and the ways from one to the next. */
export interface FindingCursor {
  readonly current: string | undefined;
  readonly kinds: ReadonlySet<FindingKindName>;
  readonly setKinds: (kinds: ReadonlySet<FindingKindName>) => void;
  readonly look: (finding: Finding, cells: readonly CellAddress[]) => void;
  /** Goes to the next finding of the listed kinds in the list's order, or the one before; round at the ends. */
  readonly step: (findings: readonly Finding[], pack: Pack, by: 1 | -1) => void;
}

/** What is listed until somebody chooses otherwise: 尾差 asks for nothing, and would stand before what does. */
const KINDS_AT_FIRST: readonly FindingKindName[] = KINDS.filter((kind) => kind !== "rounding");

/** Holds the cursor for the window. */
export function useFindingCursor(): FindingCursor {
  const [current, setCurrent] = useState<string>();
  const [kinds, setKinds] = useState<ReadonlySet<FindingKindName>>(() => new Set(KINDS_AT_FIRST));
  const look = useCallback((finding: Finding, cells: readonly CellAddress[]) => {
    setCurrent(findingKey(finding));
    const element = elementOf(finding);
    if (element === undefined) attention.lead(cells);
    else narrativeDesk.show({ element });
  }, []);
  return useMemo(
    () => ({
      current,
      kinds,
      setKinds,
      look,
      step: (findings, pack, by) => {
        const next = neighbour(groupFindings(findings, pack, kinds), current, by);
        if (next !== undefined) look(next, next.cells);
      },
    }),
    [current, kinds, look],
  );
}
