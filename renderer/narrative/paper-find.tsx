import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from "react";
import { IconButton } from "../ui/button.js";
import { findRanges } from "./find-ranges.js";
import { WORDS } from "./wording.js";

interface PaperFindProps {
  /** What is searched. */
  readonly ground: RefObject<HTMLElement | null>;
  /** What the paper says now; another one is searched anew. */
  readonly content: unknown;
  readonly onClose: () => void;
}

const ALL = "narrative-found";
const CURRENT = "narrative-found-current";

/** The search bar above the paper: Enter goes on, Shift+Enter back, Escape closes. Finds are highlighted without touching the text. */
export function PaperFind({ ground, content, onClose }: PaperFindProps): ReactNode {
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const [count, setCount] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    return () => {
      CSS.highlights.delete(ALL);
      CSS.highlights.delete(CURRENT);
    };
  }, []);
  useEffect(() => {
    const ranges = ground.current === null ? [] : findRanges(ground.current, text);
    setCount(ranges.length);
    const current = ranges[ranges.length === 0 ? 0 : ((at % ranges.length) + ranges.length) % ranges.length];
    CSS.highlights.set(ALL, new Highlight(...ranges));
    CSS.highlights.set(CURRENT, new Highlight(...(current === undefined ? [] : [current])));
    if (current !== undefined) bringIntoView(ground.current, current);
  }, [ground, text, at, content]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") onClose();
    if (event.key === "Enter") setAt(at + (event.shiftKey ? -1 : 1));
  };
  return (
    <search className="narrative-find" aria-label={WORDS.find} onKeyDown={onKeyDown}>
      <input
        ref={field}
        aria-label={WORDS.find}
        placeholder={WORDS.find}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setAt(0);
        }}
      />
      <span className="narrative-find-count" role="status">
        {text === "" ? "" : count === 0 ? WORDS.notFound : WORDS.found((((at % count) + count) % count) + 1, count)}
      </span>
      <IconButton label={WORDS.previous} icon={<ArrowUp size={14} aria-hidden />} onClick={() => setAt(at - 1)} />
      <IconButton label={WORDS.next} icon={<ArrowDown size={14} aria-hidden />} onClick={() => setAt(at + 1)} />
      <IconButton label={WORDS.closeFind} icon={<X size={14} aria-hidden />} onClick={onClose} />
    </search>
  );
}

function bringIntoView(ground: HTMLElement | null, range: Range): void {
  if (ground === null) return;
  const place = range.getBoundingClientRect();
  const frame = ground.getBoundingClientRect();
  if (place.top >= frame.top && place.bottom <= frame.bottom) return;
  ground.scrollTop += place.top - frame.top - frame.height / 3;
}
