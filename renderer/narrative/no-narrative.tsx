import { useSyncExternalStore, type ReactNode } from "react";
import { findingText } from "../../shared/messages/finding-text.js";
import { checkAgainstTemplate } from "../../shared/narrative/template-findings.js";
import { narrativeTemplates } from "../session/window-store.js";
import type { ShownNarrative } from "./narrative-desk.js";
import { WORDS } from "./wording.js";

/** In place of a narrative that cannot be written: what is wrong with its template. */
export function NarrativeProblems({ shown }: { readonly shown: ShownNarrative }): ReactNode {
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

/** In place of a narrative whose template is still read, or could not be. */
export function NoNarrative(): ReactNode {
  const state = useSyncExternalStore(narrativeTemplates.subscribe, narrativeTemplates.current);
  return <p className="narrative-empty">{state.kind === "failed" ? WORDS.failed : WORDS.loading}</p>;
}
