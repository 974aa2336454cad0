import { CircleAlert, CircleX, Info } from "lucide-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { findingText } from "../../shared/messages/finding-text.js";
import type { Finding } from "../../shared/model/finding.js";
import { AnchoredTip } from "../ui/anchored-tip.js";
import type { SheetDesk } from "./sheet-desk.js";

/** How long the pointer rests on a cell before its findings are told. */
const REST = 450;

interface Described {
  readonly element: Element;
  readonly lines: readonly { readonly severity: Finding["severity"]; readonly text: string }[];
}

/** The sentences of a cell's findings, beside the cell the pointer rests on. The same ones stand in the findings panel. */
export function SheetDescription({ desk }: { readonly desk: SheetDesk }): ReactNode {
  const place = useRef<HTMLSpanElement>(null);
  const [described, setDescribed] = useState<Described>();
  useEffect(() => {
    const deck = place.current?.parentElement;
    if (deck === null || deck === undefined) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over: EventTarget | null = null;
    const hide = (): void => {
      clearTimeout(timer);
      setDescribed(undefined);
    };
    const move = (event: MouseEvent): void => {
      if (event.target === over) return;
      over = event.target;
      hide();
      const { clientY, target } = event;
      timer = setTimeout(() => setDescribed(describedAt(desk, target, clientY)), REST);
    };
    deck.addEventListener("mousemove", move);
    deck.addEventListener("mouseleave", hide);
    deck.addEventListener("mousedown", hide);
    deck.addEventListener("keydown", hide);
    deck.addEventListener("wheel", hide, { passive: true });
    return () => {
      clearTimeout(timer);
      deck.removeEventListener("mousemove", move);
      deck.removeEventListener("mouseleave", hide);
      deck.removeEventListener("mousedown", hide);
      deck.removeEventListener("keydown", hide);
      deck.removeEventListener("wheel", hide);
    };
  }, [desk]);
  return (
    <>
      <span ref={place} hidden />
      <AnchoredTip open={described !== undefined} anchor={described?.element ?? null} className="sheet-description">
        {described?.lines.map(({ severity, text }) => (
          <p key={text} data-severity={severity}>
            {ICONS[severity]}
            <span>{text}</span>
          </p>
        ))}
      </AnchoredTip>
    </>
  );
}

const ICONS = {
  error: <CircleX size={14} aria-hidden />,
  explain: <CircleAlert size={14} aria-hidden />,
  hint: <Info size={14} aria-hidden />,
} as const;

function describedAt(desk: SheetDesk, target: EventTarget | null, clientY: number): Described | undefined {
  const found = desk.under(target, clientY);
  if (found === undefined || !(target instanceof Element)) return undefined;
  const { content, position } = found;
  const lines = content.findings(position).map((finding) => ({
    severity: finding.severity,
    text: findingText(content.document.computed, finding),
  }));
  const element = target.closest("[role='gridcell']") ?? target;
  const isCut = element.scrollWidth > element.clientWidth + 1;
  if (lines.length > 0) return { element, lines: lines.slice(0, 6) };
  const text = content.shown(position);
  return isCut && text !== "" ? { element, lines: [{ severity: "hint", text }] } : undefined;
}
