import { useEffect, useState, type RefObject } from "react";

/** What of a scrolled place is seen: its size, and how far it is scrolled. */
export interface Ground {
  readonly width: number;
  readonly height: number;
  readonly top: number;
}

/** Follows size and scrolling of an element, at most once a frame. */
export function useGround(element: RefObject<HTMLElement | null>): Ground {
  const [ground, setGround] = useState<Ground>({ width: 0, height: 0, top: 0 });
  useEffect(() => {
    const one = element.current;
    if (one === null) return undefined;
    let frame = 0;
    const look = (): void => {
      frame = 0;
      setGround({ width: one.clientWidth, height: one.clientHeight, top: one.scrollTop });
    };
    const soon = (): void => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    const observer = new ResizeObserver(soon);
    observer.observe(one);
    one.addEventListener("scroll", soon, { passive: true });
    look();
    return () => {
      observer.disconnect();
      one.removeEventListener("scroll", soon);
      cancelAnimationFrame(frame);
    };
  }, [element]);
  return ground;
}
