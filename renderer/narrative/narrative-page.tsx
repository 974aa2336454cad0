import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from "react";
import { findingText } from "../../shared/messages/finding-text.js";
import { checkAgainstTemplate } from "../../shared/narrative/template-findings.js";
import { narrativeTemplates, store } from "../session/window-store.js";
import { useAfterPaint } from "../ui/use-after-paint.js";
import { CheckPage } from "./check-page.js";
import type { NarrativeTarget, ShownNarrative } from "./narrative-desk.js";
import { PageBar } from "./page-bar.js";
import { PageOutline } from "./page-outline.js";
import { pageWords } from "./page-words.js";
import { Paper } from "./paper.js";
import { PaperFind } from "./paper-find.js";
import { toWrite } from "./to-write.js";
import { usePageCommands } from "./use-page-commands.js";
import { narrativeDesk } from "./window-narrative.js";
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
  if (narrative.problems.length > 0) return <Problems shown={shown} />;
  return (
    <>
      <PageOutline
        headings={headings}
        wanted={wanted}
        words={WORDS_OF_PAGE}
        onPart={showPart}
        onElement={showElement}
      />
      <div className="narrative-ground" ref={scroll}>
        {isFinding ? <PaperFind ground={scroll} content={parts} onClose={() => setFinding(false)} /> : null}
        <Paper parts={parts} words={WORDS_OF_PAGE} />
      </div>
    </>
  );
}

const WORDS_OF_PAGE = pageWords(store);

function showPart(part: string): void {
  narrativeDesk.show({ part });
}

function showElement(element: string): void {
  narrativeDesk.show({ element });
}

/** Brings the place that was asked for into view, and the keyboard into its field. */
function useTarget(scroll: { readonly current: HTMLElement | null }, target: NarrativeTarget | undefined): void {
  useEffect(() => {
    if (target === undefined || scroll.current === null) return;
    const { part, element, quietly = false } = target;
    const wanted = [...scroll.current.querySelectorAll<HTMLElement>("[data-part], [data-element]")].find((one) =>
      element === undefined ? one.dataset["part"] === part : one.dataset["element"] === element,
    );
    wanted?.scrollIntoView({ block: quietly ? "nearest" : element === undefined ? "start" : "center" });
    if (element !== undefined && !quietly) wanted?.focus({ preventScroll: true });
    else if (wanted !== undefined) pointOut(wanted);
  }, [scroll, target]);
}

/** Lets a part stand out for a moment. */
function pointOut(part: HTMLElement): void {
  part.dataset["pointed"] = "true";
  setTimeout(() => delete part.dataset["pointed"], 1600);
}

function Problems({ shown }: { readonly shown: ShownNarrative }): ReactNode {
  const { document, narrative } = shown;
  const findings = checkAgainstTemplate(narrative, document.session);
  return (
    <section className="narrative-problems" aria-label={WORDS.problems}>
      <h2>{WORDS.problems}</h2>
      <ol>
        {findings.map((finding, index) => (
          <li key={index}>{findingText(document.computed, finding)}</li>
        ))}
      </ol>
    </section>
  );
}

function NoNarrative(): ReactNode {
  const state = useSyncExternalStore(narrativeTemplates.subscribe, narrativeTemplates.current);
  return <p className="narrative-empty">{state.kind === "failed" ? WORDS.failed : WORDS.loading}</p>;
}
