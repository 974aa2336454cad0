import { useCallback, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from "react";
import { useAfterPaint } from "../ui/use-after-paint.js";
import { CheckPage } from "./check-page.js";
import type { ShownNarrative } from "./narrative-desk.js";
import { NarrativeProblems, NoNarrative } from "./no-narrative.js";
import { PageBar } from "./page-bar.js";
import { PageOutline } from "./page-outline.js";
import { Paper } from "./paper.js";
import { PaperFind } from "./paper-find.js";
import { toWrite } from "./to-write.js";
import { usePageCommands } from "./use-page-commands.js";
import { useTarget } from "./use-target.js";
import { narrativeDesk, wordsOfPage } from "./window-narrative.js";
import { WORDS } from "./wording.js";
import "./narrative.css";

/** The narrative as it will be, live from the tables, with the outline and what is still to be written beside it. */
export function NarrativePage(): ReactNode {
  const shown = useSyncExternalStore(narrativeDesk.subscribe, narrativeDesk.narrative);
  const side = useSyncExternalStore(narrativeDesk.subscribe, narrativeDesk.side);
  return (
    <div className="narrative" role="region" aria-label={WORDS.page}>
      <PageBar side={side} />
      {side === "check" ? (
        <CheckPage />
      ) : (
        <div className="narrative-page">{shown === undefined ? <NoNarrative /> : <Written shown={shown} />}</div>
      )}
    </div>
  );
}

function Written({ shown }: { readonly shown: ShownNarrative }): ReactNode {
  const scroll = useRef<HTMLDivElement>(null);
  const { document, narrative, parts, headings } = shown;
  const settled = useAfterPaint(document);
  const wanted = useMemo(() => toWrite(settled), [settled]);
  const target = useSyncExternalStore(narrativeDesk.subscribe, narrativeDesk.target);
  const [isFinding, setFinding] = useState(false);
  useTarget(scroll, target);
  usePageCommands(useCallback(() => setFinding(true), []));
  if (narrative.problems.length > 0) return <NarrativeProblems shown={shown} />;
  return (
    <>
      <PageOutline headings={headings} wanted={wanted} words={wordsOfPage} onPart={showPart} onElement={showElement} />
      <div className="narrative-ground" ref={scroll}>
        {isFinding ? <PaperFind ground={scroll} content={parts} onClose={() => setFinding(false)} /> : null}
        <Paper parts={parts} words={wordsOfPage} />
      </div>
    </>
  );
}

function showPart(part: string): void {
  narrativeDesk.show({ part });
}

function showElement(element: string): void {
  narrativeDesk.show({ element });
}
