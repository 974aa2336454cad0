import type { KeyboardEvent, ReactNode } from "react";
import type { PagePart } from "./page-parts.js";
import type { PageWords } from "./page-words.js";
import { PartView } from "./part-view.js";
import { WORDS } from "./wording.js";

interface PaperProps {
  readonly parts: readonly PagePart[];
  readonly words: PageWords;
}

/** The sheet of paper: one stop of the Tab key; from there the arrows go from figure to figure. */
export function Paper({ parts, words }: PaperProps): ReactNode {
  return (
    <article className="narrative-paper" aria-label={WORDS.paper} tabIndex={0} onKeyDown={moveBetweenFigures}>
      {parts.map((part) => (
        <PartView key={part.key} part={part} words={words} />
      ))}
    </article>
  );
}

/** Left and right move between figures; where none has the keyboard yet, to the first one in view. */
function moveBetweenFigures(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const { activeElement } = document;
  if (step === undefined || !(activeElement instanceof HTMLElement) || activeElement.isContentEditable) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-link]")];
  const at = links.indexOf(activeElement);
  const next = at < 0 ? links.find((one) => one.getBoundingClientRect().top > 0) : links[at + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
