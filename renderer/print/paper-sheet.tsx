import { useEffect, useRef, type ReactNode } from "react";
import type { PaperPlace } from "./paper-places.js";
import type { Papers } from "./pdf-papers.js";
import { WORDS } from "./wording.js";

export interface PaperSheetProps {
  readonly papers: Papers;
  readonly index: number;
  readonly count: number;
  readonly place: PaperPlace;
  /** CSS pixels a point. */
  readonly scale: number;
  /** Whether it is near enough to be drawn; one that is not gives its picture up. */
  readonly drawn: boolean;
}

/** One page. What was drawn before stays until the new picture is ready, so that nothing flickers. */
export function PaperSheet({ papers, index, count, place, scale, drawn }: PaperSheetProps): ReactNode {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const at = sheet.current;
    if (at === null) return undefined;
    if (!drawn) {
      at.replaceChildren();
      return undefined;
    }
    const stop = new AbortController();
    papers.draw(index, scale * window.devicePixelRatio, stop.signal).then(
      (picture) => {
        if (!stop.signal.aborted) at.replaceChildren(picture);
      },
      (error: unknown) => {
        // A page that left the view, or papers that gave way to newer ones, are not drawn to the end.
        if (!stop.signal.aborted) throw error;
      },
    );
    return () => stop.abort();
  }, [papers, index, scale, drawn]);
  return <div className="print-sheet" role="img" aria-label={WORDS.page(index + 1, count)} style={place} ref={sheet} />;
}
