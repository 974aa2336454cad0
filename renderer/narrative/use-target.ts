import { useEffect } from "react";
import type { NarrativeTarget } from "./narrative-desk.js";

/** Brings the place that was asked for into view, and the keyboard into its field. */
export function useTarget(scroll: { readonly current: HTMLElement | null }, target: NarrativeTarget | undefined): void {
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
