import { memo, useEffect, useMemo, useRef, useSyncExternalStore, type ReactNode } from "react";
import type { CellAddress } from "../../shared/model/address.js";
import type { OpenDocument } from "../session/document-store.js";
import { narrativeTemplates } from "../session/window-store.js";
import { useAfterPaint } from "../ui/use-after-paint.js";
import type { PagePart } from "./page-parts.js";
import { NarrativeProblems, NoNarrative } from "./no-narrative.js";
import { Paper } from "./paper.js";
import { useTarget } from "./use-target.js";
import { narrativeDesk, wordsOfPage } from "./window-narrative.js";
import "./narrative.css";

/**
 * The narrative beside a sheet, one frame behind it: figures change as their cells do, and the paragraphs that use the active cell are
 * marked and brought to sight.
 */
export function BesideNarrative({ at }: { readonly at: CellAddress | undefined }): ReactNode {
  const version = useSyncExternalStore(narrativeDesk.subscribe, narrativeDesk.version);
  return <Beside {...useAfterPaint(useMemo(() => ({ version, at }), [version, at]))} />;
}

interface BesideProps {
  /** The state of the workbook that was painted last. */
  readonly version: OpenDocument | undefined;
  readonly at: CellAddress | undefined;
}

/** Drawn anew only for what has been painted: the narrative is rendered while it is drawn. */
const Beside = memo(function Beside({ version, at }: BesideProps): ReactNode {
  const ground = useRef<HTMLDivElement>(null);
  useSyncExternalStore(narrativeTemplates.subscribe, narrativeTemplates.current);
  const shown = version === undefined ? undefined : narrativeDesk.narrative();
  useTarget(ground, useSyncExternalStore(narrativeDesk.subscribe, narrativeDesk.target));
  useUsingParts(ground, shown?.parts, at);
  if (shown === undefined) return <NoNarrative />;
  if (shown.narrative.problems.length > 0) return <NarrativeProblems shown={shown} />;
  return (
    <div className="narrative-ground" data-beside ref={ground}>
      <Paper parts={shown.parts} words={wordsOfPage} />
    </div>
  );
});

/** Marks the parts of the paper that use a cell; the first of them is brought to sight where none is. */
function useUsingParts(
  ground: { readonly current: HTMLElement | null },
  parts: readonly PagePart[] | undefined,
  at: CellAddress | undefined,
): void {
  useEffect(() => {
    if (ground.current === null || at === undefined) return;
    const keys = new Set(narrativeDesk.sentencesOf(at).map(({ part }) => part));
    const using = [...ground.current.querySelectorAll<HTMLElement>("[data-part]")].filter((one) =>
      keys.has(one.dataset["part"] ?? ""),
    );
    for (const one of using) one.dataset["uses"] = "true";
    const sight = ground.current.getBoundingClientRect();
    const isSeen = using.some((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return bottom > sight.top && top < sight.bottom;
    });
    if (!isSeen) using[0]?.scrollIntoView({ block: "center" });
    return () => {
      for (const one of using) delete one.dataset["uses"];
    };
  }, [ground, parts, at]);
}
